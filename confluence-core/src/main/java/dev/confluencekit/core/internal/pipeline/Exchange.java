package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.LocalContentException;
import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.internal.pipeline.TenantGate.Refusal;
import dev.confluencekit.core.observe.CallObserver.Wait;
import dev.confluencekit.core.observe.CallObserver.WaitReason;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transfer.Multipart;
import dev.confluencekit.core.transport.BodySink;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Passes the gate, adds the credential, sends one request and receives its answer. */
final class Exchange {
    private final PipelineSettings settings;
    private final Transport transport;
    private final TimeSource time;
    private final Classifier classifier;
    private final RandomGenerator random;

    Exchange(
            PipelineSettings settings,
            Transport transport,
            TimeSource time,
            Classifier classifier,
            RandomGenerator random) {
        this.random = random;
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
        Multipart file = run.request().multipart();
        return file == null ? sendInTime(run, base, key, left) : upload(run, base, key, file);
    }

    private TransportResponse sendInTime(CallRun run, String base, @Nullable Authorization key, Duration left)
            throws AttemptFailure, InterruptedException {
        Duration limit = left.compareTo(settings.attemptTimeout()) < 0 ? left : settings.attemptTimeout();
        String json = run.request().jsonBody();
        HttpRequest.BodyPublisher body = json == null ? null : HttpRequest.BodyPublishers.ofString(json);
        TransportRequest wire = wire(run.request(), base, headers(run.request(), key), body, limit);
        long start = time.nanoTime();
        try {
            return answered(run, transport.exchange(wire), start);
        } catch (TransportFault fault) {
            failed(run, fault, start);
            throw classifier.ofFault(run.request(), fault, redactor(key));
        }
    }

    private TransportResponse upload(CallRun run, String base, @Nullable Authorization key, Multipart file)
            throws AttemptFailure, InterruptedException {
        long start = time.nanoTime();
        try (MultipartBody body = new MultipartBody(file, random, run.target().lifeline())) {
            Map<String, String> headers = headers(run.request(), key);
            headers.put("Content-Type", body.contentType());
            TransportRequest wire = wire(run.request(), base, headers, body, settings.attemptTimeout());
            try {
                return answered(run, transport.transfer(wire, BodySink.none()), start);
            } catch (TransportFault fault) {
                failed(run, fault, start);
                throw ofUpload(run.request(), body, fault, redactor(key));
            } catch (IOException e) {
                throw new IllegalStateException("the transport failed to keep an answer that was its own to keep", e);
            }
        } finally {
            run.deadline().exclude(since(start));
        }
    }

    private AttemptFailure ofUpload(
            ApiRequest request, MultipartBody body, TransportFault fault, UnaryOperator<String> redact) {
        IOException ofSource = body.failure();
        if (ofSource != null) {
            return new AttemptFailure(
                    Remedy.NONE, null, false, (call, at) -> new LocalContentException(call, ofSource));
        }
        return body.isWhole()
                ? classifier.ofFault(request, fault, redact)
                : classifier.ofCutUpload(request, fault, redact);
    }

    private TransportRequest wire(
            ApiRequest request,
            String base,
            Map<String, String> headers,
            HttpRequest.@Nullable BodyPublisher body,
            Duration limit) {
        return new TransportRequest(
                request.method(),
                URI.create(base + request.pathAndQuery()),
                headers,
                body,
                limit,
                settings.maxResponseBytes());
    }

    private TransportResponse answered(CallRun run, TransportResponse answer, long start) {
        run.target().signs().saw(answer, time.now());
        run.sent(1);
        run.attempted(answer.status(), answer.body().size(), since(start), null);
        return answer;
    }

    private void failed(CallRun run, TransportFault fault, long start) {
        run.sent(Math.max(1, fault.requestsSent()));
        run.attempted(null, 0, since(start), fault.kind().name());
        run.target().lifeline().ensureOpen();
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
