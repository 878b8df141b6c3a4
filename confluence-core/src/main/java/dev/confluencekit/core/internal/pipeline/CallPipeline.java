package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.observe.CallObserver.Wait;
import dev.confluencekit.core.observe.CallObserver.WaitReason;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import dev.confluencekit.core.transport.Transport;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a call through its steps, again where that can help and the call's time allows it. */
public final class CallPipeline {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.calls");

    private final PipelineSettings settings;
    private final TimeSource time;
    private final RandomGenerator random;
    private final RetryPolicy retryPolicy;
    private final Observers observers;
    private final TenantGates gates;
    private final Attempts attempts;
    private final Downloads downloads;

    /** A pipeline for all the calls of a runtime. */
    public CallPipeline(
            PipelineSettings settings,
            Transport transport,
            TimeSource time,
            RandomGenerator random,
            JsonCodec codec,
            Observers observers,
            TenantGates gates) {
        AnswerReader reader = new AnswerReader(settings.maxResponseBytes());
        Classifier classifier = new Classifier(codec, reader, time);
        this.settings = settings;
        this.time = time;
        this.observers = observers;
        this.gates = gates;
        this.random = random;
        this.retryPolicy = new RetryPolicy(random);
        Exchange exchange = new Exchange(settings, transport, time, classifier, random);
        SiteQuestions questions = new SiteQuestions(this, codec);
        this.attempts = new Attempts(exchange, classifier, reader, questions);
        this.downloads =
                new Downloads(this, retryPolicy, new MediaExchange(settings, transport, time, classifier), time);
    }

    /** Makes a call whose answer is JSON. */
    public <T> T call(CallTarget target, ApiRequest request, CallOptions options, AnswerDecoder<T> decoder) {
        return call(target, request, options, Expectation.json(decoder));
    }

    /** Makes a call and returns its result, or throws what a {@link ConfluenceException} tells. */
    public <T> T call(CallTarget target, ApiRequest request, CallOptions options, Expectation<T> expected) {
        target.lifeline().ensureOpen();
        Deadline deadline = new Deadline(time, timeLimit(options));
        TenantGate gate = gates.acquire(target.site());
        try {
            return run(
                    new CallRun(target, gate, request, deadline, observers.and(options.observers())),
                    options,
                    expected);
        } finally {
            gates.release(target.site());
        }
    }

    private <T> T run(CallRun run, CallOptions options, Expectation<T> expected) {
        Retry.AsyncContext<Object> policy = retryPolicy.start();
        run.started();
        try {
            while (true) {
                try {
                    T result = attempts.make(run, expected);
                    policy.onComplete();
                    run.succeeded();
                    return result;
                } catch (AttemptFailure failure) {
                    prepareNext(run, policy, failure, options);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw run.failed(new ConfluenceInterruptedException(run.request() + " was interrupted"));
        } catch (ConfluenceException e) {
            throw run.failed(e);
        } catch (RuntimeException | Error e) {
            run.broken(e);
            throw e;
        }
    }

    /** Waits before the next attempt, or throws if there is to be none. */
    private void prepareNext(
            CallRun run, Retry.AsyncContext<Object> policy, AttemptFailure failure, CallOptions options)
            throws InterruptedException {
        run.target().lifeline().ensureOpen();
        long millis = policy.onError(failure.after(run.requests()));
        boolean throttled = failure.remedy() == Remedy.RETRY_WHEN_ALLOWED;
        if (millis < 0 || !options.retries()) {
            throw failure.toException(run.describe(failure), null);
        }
        Duration wait = throttled ? run.gate().pauseLeft() : Duration.ofMillis(millis);
        if (run.deadline().isCrossedBy(wait)) {
            throw failure.toException(run.describe(failure), time.now().plus(wait));
        }
        if (!run.payForRepeat(throttled ? RetryBudget.THROTTLED_COST : RetryBudget.TRANSIENT_COST)) {
            LOG.debug("{} is not repeated: too many calls of this site have failed lately", run.request());
            throw failure.toException(run.describe(failure), null);
        }
        run.remember(failure);
        if (throttled) {
            // It waits at the gate, with everybody else.
            return;
        }
        run.waiting(new Wait(wait, WaitReason.RETRY));
        if (time.await(wait, run.target().lifeline().wakeUp())) {
            run.target().lifeline().ensureOpen();
        }
    }

    /** Fetches a file from where the answer to a request redirects to. */
    public Downloaded download(CallTarget target, ApiRequest request, CallOptions options, Download download) {
        return downloads.fetch(target, request, options, download, timeLimit(options));
    }

    /** The time limit of a call. */
    public Duration timeLimit(CallOptions options) {
        return options.timeout().orElse(settings.callTimeout());
    }

    /** Waits on behalf of a target, until it is closed at most. */
    public void pause(CallTarget target, Duration wait, String purpose) {
        try {
            time.await(wait, target.lifeline().wakeUp());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException(purpose + " was interrupted");
        }
        target.lifeline().ensureOpen();
    }

    /** Waits on behalf of a target for a part of a time that chance decides. */
    public void pauseUpTo(CallTarget target, Duration most, String purpose) {
        pause(target, Duration.ofNanos((long) (most.toNanos() * random.nextDouble())), purpose);
    }

    /** Where calls get time from. */
    public TimeSource time() {
        return time;
    }

    /** What the answers to a target have told, and whether its site's gate is shut. */
    public SiteCondition condition(CallTarget target) {
        TenantGate gate = gates.acquire(target.site());
        try {
            return target.signs().with(gate.pauseLeft());
        } finally {
            gates.release(target.site());
        }
    }

    /** The cloud id of a target's site, asked once. */
    public String cloudId(CallTarget target, CallOptions options) {
        target.lifeline().ensureOpen();
        Deadline deadline = new Deadline(time, timeLimit(options));
        return attempts.questions().cloudId(target, options, deadline);
    }
}
