/** A small subset of the Confluence Query Language, and nothing but it: what is not known is refused. */
@NullMarked
package dev.confluencekit.testkit.internal.search;

import org.jspecify.annotations.NullMarked;
