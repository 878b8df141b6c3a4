package dev.confluencekit.core.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many repeats a site may still be troubled with. Each one costs tokens, a success gives them back; while none are
 * left a call is tried once and no more, so that an outage is not made worse by everybody asking four times.
 */
final class RetryBudget {
    static final int TRANSIENT_COST = 14;
    static final int THROTTLED_COST = 5;

    private static final int FULL = 500;
    private static final int PLAIN_SUCCESS = 1;

    private final AtomicInteger tokens = new AtomicInteger(FULL);

    /** Pays for one repeat; false if that cannot be afforded. */
    boolean pay(int cost) {
        return tokens.getAndUpdate(left -> left >= cost ? left - cost : left) >= cost;
    }

    /** Gives back what a call has paid in all, now that it has succeeded; a little if it has paid nothing. */
    void refund(int paid) {
        tokens.updateAndGet(left -> Math.min(FULL, left + Math.max(PLAIN_SUCCESS, paid)));
    }

    boolean isFull() {
        return tokens.get() == FULL;
    }
}
