/**
 * How small state (credentials, integrations, checkpoints) lies on disk: replaced as a whole or not at all, for the
 * owner's eyes only, changed under a lock that lies beside it. Made for local file systems; NFS keeps neither promise.
 */
@NullMarked
package dev.confluencekit.core.internal.state;

import org.jspecify.annotations.NullMarked;
