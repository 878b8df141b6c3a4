package dev.confluencekit.markup;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What a generator draws from; a seed always gives the same. */
final class Chance {
    private final RandomGenerator random;

    Chance(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
