/** Work that goes on after its request was answered: copies of trees, archiving, deletions of spaces. */
@NullMarked
package dev.confluencekit.content.longtask;

import org.jspecify.annotations.NullMarked;
