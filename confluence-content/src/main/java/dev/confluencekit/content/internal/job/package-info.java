/** Jobs that the service has begun. Not for use outside of this module. */
@NullMarked
package dev.confluencekit.content.internal.job;

import org.jspecify.annotations.NullMarked;
