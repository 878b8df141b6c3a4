/** What pages and blog posts have in common when they are written. Not for use outside of this module. */
@NullMarked
package dev.confluencekit.content.internal.titled;

import org.jspecify.annotations.NullMarked;
