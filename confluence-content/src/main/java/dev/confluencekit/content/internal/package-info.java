/** How the clients talk to the service. Not for use outside of this module. */
@NullMarked
package dev.confluencekit.content.internal;

import org.jspecify.annotations.NullMarked;
