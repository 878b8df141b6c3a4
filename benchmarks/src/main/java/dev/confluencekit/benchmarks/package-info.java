/** Measures the library against the same work done by hand, and what many integrations in one runtime cost. */
@NullMarked
package dev.confluencekit.benchmarks;

import org.jspecify.annotations.NullMarked;
