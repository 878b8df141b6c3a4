/**
 * A run: one thread plans, compares and stores; calls of the site are made by workers, each of one request or a few. Retrying
 * and pacing are the pipeline's.
 */
@NullMarked
package dev.confluencekit.sync.internal.run;

import org.jspecify.annotations.NullMarked;
