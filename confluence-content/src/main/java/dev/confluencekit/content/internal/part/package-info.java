/** What clients of nouns share. Not for use outside of this module. */
@NullMarked
package dev.confluencekit.content.internal.part;

import org.jspecify.annotations.NullMarked;
