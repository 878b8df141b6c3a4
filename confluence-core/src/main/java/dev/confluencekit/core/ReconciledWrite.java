package dev.confluencekit.core;

import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FailedCall;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One write that is looked for where its answer is lost. For one call; the contract is with {@link Reconciler}. */
final class ReconciledWrite<T> {
    private static final int MOST_SENDINGS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final ConfluenceConnection connection;
    private final CallOptions options;
    private final Duration limit;
    private final TimeSource time;
    private final Consumer<Duration> wait;
    /** The first failure that left the outcome open, and when it came. */
    private @Nullable Doubt doubt;

    ReconciledWrite(
            ConfluenceConnection connection,
            CallOptions options,
            Duration limit,
            TimeSource time,
            Consumer<Duration> wait) {
        this.connection = connection;
        this.options = options;
        this.limit = limit;
        this.time = time;
        this.wait = wait;
    }

    private record Doubt(FailedCall call, ConfluenceException failure, long since) {}

    T make(Function<? super ConfluenceConnection, ? extends T> write, Reconciler<T> reconciler) {
        ConfluenceConnection through = connection;
        for (int sendings = 1; true; sendings++) {
            ConfluenceException failure;
            boolean open;
            try {
                return write.apply(through);
            } catch (ConfluenceException e) {
                failure = e;
                Optional<FailedCall> call = callOf(e).filter(FailedCall::outcomeUnknown);
                open = call.isPresent();
                if (doubt == null && open) {
                    doubt = new Doubt(call.get(), e, time.nanoTime());
                }
            }
            Doubt first = doubt;
            if (first == null || !open && !mayBeDueToTheFirst(failure)) {
                throw failure;
            }
            Finding<T> finding = look(reconciler, first);
            T found = finding.value();
            if (found != null) {
                return found;
            }
            requireNoTrace(finding, first);
            if (!open || sendings == MOST_SENDINGS || !options.retries()) {
                throw failure;
            }
            pause(PAUSE.multipliedBy(sendings), first, reconciler);
            through = inTimeLeft(first, reconciler);
        }
    }

    /** A refusal that a write meets if it has been carried out before. */
    private static boolean mayBeDueToTheFirst(ConfluenceException failure) {
        return failure instanceof ConfluenceApiException refusal
                && !refusal.isPassing()
                && refusal.status() >= 400
                && refusal.status() < 500
                && refusal.status() != 401;
    }

    private Finding<T> look(Reconciler<T> reconciler, Doubt first) {
        while (true) {
            Duration age = age(first);
            Finding<T> finding;
            try {
                finding = reconciler.look(inTimeLeft(first, reconciler));
            } catch (ConfluenceInterruptedException | ConfluenceClosedException e) {
                e.addSuppressed(first.failure());
                throw e;
            } catch (OutcomeUnknownException e) {
                throw e;
            } catch (ConfluenceException e) {
                throw unknown(first, reconciler.hint(), e);
            }
            Duration early = reconciler.patience().minus(age);
            if (!finding.isNoTrace() || early.isNegative() || early.isZero()) {
                return finding;
            }
            pause(early, first, reconciler);
        }
    }

    private void requireNoTrace(Finding<T> finding, Doubt first) {
        ConfluenceException outcome = finding.outcome();
        if (outcome != null) {
            outcome.addSuppressed(first.failure());
            throw outcome;
        }
        String hint = finding.hint();
        if (hint != null) {
            throw unknown(first, hint, null);
        }
    }

    private void pause(Duration pause, Doubt first, Reconciler<T> reconciler) {
        if (pause.compareTo(left(first)) >= 0) {
            throw unknown(first, reconciler.hint(), null);
        }
        wait.accept(pause);
    }

    private ConfluenceConnection inTimeLeft(Doubt first, Reconciler<T> reconciler) {
        Duration left = left(first);
        if (left.compareTo(SHORTEST) < 0) {
            throw unknown(first, reconciler.hint(), null);
        }
        return connection.with(options.timeout(left));
    }

    private Duration age(Doubt first) {
        return Duration.ofNanos(time.nanoTime() - first.since());
    }

    private Duration left(Doubt first) {
        return limit.minus(age(first));
    }

    private static OutcomeUnknownException unknown(Doubt first, String hint, @Nullable ConfluenceException ofLook) {
        OutcomeUnknownException unknown = new OutcomeUnknownException(first.call(), first.failure(), hint);
        if (ofLook != null) {
            unknown.addSuppressed(ofLook);
        }
        return unknown;
    }

    private static Optional<FailedCall> callOf(ConfluenceException failure) {
        if (failure instanceof ConfluenceApiException refused) {
            return Optional.of(refused.call());
        }
        if (failure instanceof ConfluenceTransportException lost) {
            return Optional.of(lost.call());
        }
        return failure instanceof ConfluenceProtocolException strange ? Optional.of(strange.call()) : Optional.empty();
    }
}
