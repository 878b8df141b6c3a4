package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.internal.pipeline.TenantGate.Refusal;
import dev.confluencekit.core.observe.CallObserver.Wait;
import dev.confluencekit.core.observe.CallObserver.WaitReason;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Passes the gate, adds the credential, sends one request and receives its answer. */
final class Exchange {
    private final PipelineSettings settings;
    private final Transport transport;
    private final TimeSource time;
    private final Classifier classifier;

    Exchange(PipelineSettings settings, Transport transport, TimeSource time, Classifier classifier) {
        this.settings = settings;
        this.transport = transport;
        this.time = time;
        this.classifier = classifier;
    }

    TransportResponse send(CallRun run, String base, @Nullable Authorization key)
            throws AttemptFailure, InterruptedException {
        Pass pass = passGate(run);
        try {
            run.target().lifeline().ensureOpen();
            TransportResponse answer = sendNow(run, base, key);
            // Before the place is free again, so that nobody slips through between the refusal and the pause.
            if (Classifier.isThrottling(answer)) {
                run.gate().throttled(pass, classifier.askedWait(answer).orElse(Duration.ZERO));
            } else {
                run.gate().answered(pass, AnswerSigns.isNearLimit(answer));
            }
            return answer;
        } finally {
            run.gate().leave(pass);
            run.tellAttempt();
        }
    }

    private Pass passGate(CallRun run) throws AttemptFailure, InterruptedException {
        try {
            return run.gate()
                    .enter(
                            run.ticket(),
                            run.deadline(),
                            run.target().lifeline(),
                            pause -> run.waiting(new Wait(pause, WaitReason.THROTTLED)));
        } catch (Refusal refusal) {
            throw switch (refusal.reason()) {
                case CLOSED -> {
                    throw run.target().lifeline().closedException();
                }
                case PAUSED -> Classifier.paused(time.now().plus(refusal.pauseLeft()));
                case OUT_OF_TIME -> unsent(FaultKind.NOT_SENT_IN_TIME, "no place became free at this site's gate");
                case FULL -> unsent(FaultKind.TOO_MANY_WAITING, "the line at this site's gate is full");
            };
        }
    }

    private TransportResponse sendNow(CallRun run, String base, @Nullable Authorization key)
            throws AttemptFailure, InterruptedException {
        Duration left = run.deadline().remaining();
        if (left.isZero()) {
            throw unsent(FaultKind.NOT_SENT_IN_TIME, "the call's time was used up");
        }
        Duration limit = left.compareTo(settings.attemptTimeout()) < 0 ? left : settings.attemptTimeout();
        ApiRequest request = run.request();
        TransportRequest wire = new TransportRequest(
                request.method(),
                URI.create(base + request.pathAndQuery()),
                headers(request, key),
                request.jsonBody() == null ? null : HttpRequest.BodyPublishers.ofString(request.jsonBody()),
                limit,
                settings.maxResponseBytes());
        long start = time.nanoTime();
        try {
            TransportResponse answer = transport.exchange(wire);
            run.target().signs().saw(answer, time.now());
            run.sent(1);
            run.attempted(answer.status(), answer.body().size(), since(start), null);
            return answer;
        } catch (TransportFault fault) {
            run.sent(Math.max(1, fault.requestsSent()));
            run.attempted(null, 0, since(start), fault.kind().name());
            run.target().lifeline().ensureOpen();
            throw classifier.ofFault(request, fault, redactor(key));
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private Map<String, String> headers(ApiRequest request, @Nullable Authorization key) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", settings.userAgent());
        if (request.jsonBody() != null) {
            headers.put("Content-Type", "application/json");
        }
        if (!"GET".equals(request.method()) && request.path().startsWith("/wiki/rest/")) {
            // v1 takes writes without it for forged ones.
            headers.put("X-Atlassian-Token", "no-check");
        }
        if (key != null) {
            headers.put("Authorization", key.headerValue());
        }
        return headers;
    }

    private static AttemptFailure unsent(FaultKind kind, String detail) {
        return new AttemptFailure(
                Remedy.NONE, null, false, (call, at) -> new ConfluenceTransportException(call, kind, detail));
    }

    static UnaryOperator<String> redactor(@Nullable Authorization key) {
        return key == null ? UnaryOperator.identity() : key::redact;
    }
}
