package dev.confluencekit.core.testing;

import java.util.random.RandomGenerator;

/** Always the same fraction. */
public final class FixedRandom implements RandomGenerator {
    private final double fraction;

    /** Gives a number from 0 to 1 for ever. */
    public FixedRandom(double fraction) {
        this.fraction = fraction;
    }

    @Override
    public double nextDouble() {
        return fraction;
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("only fractions are asked for");
    }
}
