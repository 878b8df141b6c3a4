/**
 * What surrounds the operations: the order of steps, rate limits, injected failures, latency and the journal.
 */
@NullMarked
package dev.confluencekit.testkit.internal.edge;

import org.jspecify.annotations.NullMarked;
