package dev.confluencekit.core.request;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How some calls differ from the runtime's settings. What is not set follows the runtime. Immutable. */
public final class CallOptions {
    private static final CallOptions DEFAULTS = new CallOptions(null, false);

    private final @Nullable Duration timeout;
    private final boolean once;

    private CallOptions(@Nullable Duration timeout, boolean once) {
        this.timeout = timeout;
        this.once = once;
    }

    /**
     * The runtime's settings.
     *
     * @return options that change nothing
     */
    public static CallOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Another time limit for a whole call, waits and retries included.
     *
     * @param limit the limit
     * @return a copy with the limit
     * @throws InvalidArgumentException if the limit is not positive
     */
    public CallOptions timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new InvalidArgumentException("timeout", "must be positive");
        }
        return new CallOptions(limit, once);
    }

    /**
     * No retrying: whatever comes back first is the result.
     *
     * @return a copy without retries
     */
    public CallOptions withoutRetry() {
        return new CallOptions(timeout, true);
    }

    /**
     * The time limit for a whole call.
     *
     * @return the limit, if it differs from the runtime's
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * Whether failed requests may be sent again.
     *
     * @return false after {@link #withoutRetry()}
     */
    public boolean retries() {
        return !once;
    }
}
