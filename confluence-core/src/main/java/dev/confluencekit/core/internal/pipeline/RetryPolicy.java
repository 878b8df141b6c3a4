package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Whether and after how long an attempt is made again. resilience4j counts and decides; the waiting is done by the
 * pipeline, since resilience4j's own wait can be neither interrupted cleanly nor bounded by a deadline nor given a clock.
 */
final class RetryPolicy {
    /** Requests per call, the first one included, and those that the JDK client repeats by itself. */
    static final int MAX_REQUESTS = 4;

    private static final Duration TRANSIENT_BASE = Duration.ofMillis(200);
    private static final Duration TRANSIENT_CAP = Duration.ofSeconds(20);
    private final RandomGenerator random;
    private final Retry retry;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(MAX_REQUESTS)
                .retryOnException(RetryPolicy::isWorthRetrying)
                .intervalBiFunction(this::interval)
                .build();
        this.retry = Retry.of("confluencekit", config);
    }

    /** Starts counting for one call: each failure is given to {@code onError}, which answers a wait in ms or -1. */
    Retry.AsyncContext<Object> start() {
        return retry.asyncContext();
    }

    /** Whatever is not an attempt's own failure (an interrupt, a closing, an error of the JVM) is never retried. */
    private static boolean isWorthRetrying(Throwable thrown) {
        return thrown instanceof AttemptFailure failure && failure.remedy() != Remedy.NONE;
    }

    private long interval(int failures, Either<Throwable, Object> outcome) {
        if (!(outcome.getLeft() instanceof AttemptFailure failure) || failure.requestsSoFar() >= MAX_REQUESTS) {
            return -1;
        }
        if (failure.remedy() == Remedy.RETRY_WHEN_ALLOWED) {
            // The gate knows when.
            return 0;
        }
        return waitAfter(failure, failures).toMillis();
    }

    /** The wait after a passing failure: a random one, but no shorter than was asked for. */
    Duration waitAfter(AttemptFailure failure, int failures) {
        long own = (long) (random.nextDouble() * doubled(TRANSIENT_BASE, failures, TRANSIENT_CAP));
        return Duration.ofMillis(
                Math.max(failure.askedWait().orElse(Duration.ZERO).toMillis(), own));
    }

    private static long doubled(Duration base, int failures, Duration cap) {
        return Math.min(cap.toMillis(), base.toMillis() << Math.min(failures - 1, 20));
    }
}
