/** Ids, and what several kinds of Confluence content share; each kind has a package of its own. */
@NullMarked
package dev.confluencekit.content;

import org.jspecify.annotations.NullMarked;
