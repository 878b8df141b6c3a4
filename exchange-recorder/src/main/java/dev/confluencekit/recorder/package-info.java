/** Writes down what the tests ask and are answered. */
@NullMarked
package dev.confluencekit.recorder;

import org.jspecify.annotations.NullMarked;
