/**
 * What a conversion gives: its output, and a report of what could not be carried over.
 */
@NullMarked
package dev.confluencekit.markup.report;

import org.jspecify.annotations.NullMarked;
