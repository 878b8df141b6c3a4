package dev.confluencekit.core.request;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.observe.CallObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How some calls differ from the runtime's settings. What is not set follows the runtime. Immutable. */
public final class CallOptions {
    private static final CallOptions DEFAULTS = new CallOptions(null, false, List.of());

    private final @Nullable Duration timeout;
    private final boolean once;
    private final List<CallObserver> observers;

    private CallOptions(@Nullable Duration timeout, boolean once, List<CallObserver> observers) {
        this.timeout = timeout;
        this.once = once;
        this.observers = observers;
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
        return new CallOptions(limit, once, observers);
    }

    /**
     * No retrying: whatever comes back first is the result.
     *
     * @return a copy without retries
     */
    public CallOptions withoutRetry() {
        return new CallOptions(timeout, true, observers);
    }

    /**
     * Tells one more observer of these calls, after those of the runtime.
     *
     * @param observer the observer
     * @return a copy that tells it too
     */
    public CallOptions observer(CallObserver observer) {
        List<CallObserver> all = new ArrayList<>(observers);
        all.add(observer);
        return new CallOptions(timeout, once, List.copyOf(all));
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

    /**
     * Who is told of these calls besides the observers of the runtime.
     *
     * @return an immutable list
     */
    public List<CallObserver> observers() {
        return observers;
    }
}
