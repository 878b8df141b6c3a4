/**
 * Proofs by number: seeded trials of what must never happen. Each runs in small in the ordinary tests and in full with the
 * tag {@code proof}; a failure names its seed.
 */
@NullMarked
package dev.confluencekit.core.proof;

import org.jspecify.annotations.NullMarked;
