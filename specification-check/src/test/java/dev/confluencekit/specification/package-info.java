/** Holds recorded exchanges against Atlassian's published specification. */
@NullMarked
package dev.confluencekit.specification;

import org.jspecify.annotations.NullMarked;
