/**
 * The Atlassian Document Format, read into the document tree.
 */
@NullMarked
package dev.confluencekit.markup.adf;

import org.jspecify.annotations.NullMarked;
