@NullMarked
package dev.confluencekit.benchmarks;

import org.jspecify.annotations.NullMarked;
