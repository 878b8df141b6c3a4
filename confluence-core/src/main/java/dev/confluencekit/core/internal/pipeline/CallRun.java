package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.FailedCall;
import dev.confluencekit.core.observe.CallObserver.Attempt;
import dev.confluencekit.core.observe.CallObserver.CallInfo;
import dev.confluencekit.core.observe.CallObserver.CallResult;
import dev.confluencekit.core.observe.CallObserver.Wait;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.site.SiteRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call under way: its time, what it has tried, and who is told. For one thread. */
final class CallRun {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.calls");

    private final CallTarget target;
    private final TenantGate gate;
    private final long ticket;
    private final ApiRequest request;
    private final Deadline deadline;
    private final Observers observers;
    private final CallInfo info;
    private final List<ConfluenceException> earlier = new ArrayList<>();
    private int requests;
    private int paidForRepeats;
    private boolean rereadCredential;
    private boolean triedGateway;
    private boolean inDoubt;
    private @Nullable SiteRoute forcedRoute;
    private @Nullable Attempt untold;

    CallRun(CallTarget target, TenantGate gate, ApiRequest request, Deadline deadline, Observers observers) {
        this.target = target;
        this.gate = gate;
        this.ticket = gate.ticket();
        this.request = request;
        this.deadline = deadline;
        this.observers = observers;
        this.info = new CallInfo(target.site().host(), request.operation(), request.method(), request.pathTemplate());
    }

    CallTarget target() {
        return target;
    }

    TenantGate gate() {
        return gate;
    }

    /** Where it stands among the calls of its site. */
    long ticket() {
        return ticket;
    }

    ApiRequest request() {
        return request;
    }

    Deadline deadline() {
        return deadline;
    }

    int requests() {
        return requests;
    }

    void started() {
        observers.tell(observer -> observer.callStarted(info));
    }

    void sent(int more) {
        requests += more;
    }

    void attempted(@Nullable Integer status, long bytes, Duration took, @Nullable String problem) {
        untold = new Attempt(requests, status, bytes, took, problem);
    }

    /** Tells of the attempt, if one was made: no sooner than its place at the gate is free, since observers may block. */
    void tellAttempt() {
        Attempt attempt = untold;
        untold = null;
        if (attempt != null) {
            observers.tell(observer -> observer.attemptFinished(info, attempt));
        }
    }

    void waiting(Wait wait) {
        LOG.debug("{} waits {} ms: {}", request, wait.duration().toMillis(), wait.reason());
        observers.tell(observer -> observer.waiting(info, wait));
    }

    /** Whether the site may be troubled with a repeat. */
    boolean payForRepeat(int cost) {
        boolean paid = gate.budget().pay(cost);
        paidForRepeats += paid ? cost : 0;
        return paid;
    }

    void succeeded() {
        gate.budget().refund(paidForRepeats);
        finished(null);
    }

    ConfluenceException failed(ConfluenceException failure) {
        earlier.forEach(failure::addSuppressed);
        finished(failure.getClass().getSimpleName());
        return failure;
    }

    /** Something threw that is not the library's own: the host's authenticator, or a defect. */
    void broken(Throwable thrown) {
        finished(thrown.getClass().getSimpleName());
    }

    private void finished(@Nullable String error) {
        Duration took = deadline.elapsed();
        LOG.debug(
                "{} at {}: {} after {} requests, {} ms",
                request,
                info.site(),
                error == null ? "done" : error,
                requests,
                took.toMillis());
        observers.tell(observer -> observer.callFinished(info, new CallResult(error == null, requests, took, error)));
    }

    /** Keeps a failure that was followed by another attempt, for the exception if that one fails too. */
    void remember(AttemptFailure failure) {
        earlier.add(failure.toException(describe(failure), null));
        inDoubt |= failure.outcomeUnknown();
    }

    FailedCall describe(AttemptFailure failure) {
        return new FailedCall(
                request.operation(),
                request.method(),
                request.path(),
                requests,
                deadline.elapsed(),
                inDoubt || failure.outcomeUnknown());
    }

    /** True once: whether the credential may be read again after a refusal. */
    boolean mayRereadCredential() {
        boolean may = !rereadCredential;
        rereadCredential = true;
        return may;
    }

    /** True once: whether the gateway may be tried after a refusal at the site. */
    boolean mayTryGateway() {
        boolean may = !triedGateway;
        triedGateway = true;
        return may;
    }

    void forceRoute(@Nullable SiteRoute route) {
        forcedRoute = route;
    }

    @Nullable
    SiteRoute forcedRoute() {
        return forcedRoute;
    }
}
