package dev.confluencekit.core.testing;

import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import dev.confluencekit.recorder.ExchangeRecorder;
import dev.confluencekit.recorder.RecordedExchange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport without a network: answers as it is told and keeps the requests. */
public final class ScriptedTransport implements Transport {
    /** What becomes of a request. */
    @FunctionalInterface
    public interface Script {
        /** Answers or fails. */
        Reply answer(TransportRequest request) throws TransportFault, InterruptedException;
    }

    private final Script script;
    private final List<TransportRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private final boolean keeping;

    private ScriptedTransport(Script script, boolean keeping) {
        this.script = script;
        this.keeping = keeping;
    }

    /** Plays a script. */
    public static ScriptedTransport playing(Script script) {
        return new ScriptedTransport(script, true);
    }

    /** Plays a script and keeps nothing, for very many requests. */
    public static ScriptedTransport forgetting(Script script) {
        return new ScriptedTransport(script, false);
    }

    /** Gives the first request the first reply and so on; the last one repeats. */
    public static ScriptedTransport answering(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return playing(request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)]);
    }

    /** Fails every request. */
    public static ScriptedTransport failing(FaultKind kind) {
        return playing(request -> {
            throw new TransportFault(kind, "scripted " + kind, "", kind.mayHaveReachedServer() ? 1 : 0);
        });
    }

    @Override
    public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
        if (keeping) {
            keep(request);
        }
        return script.answer(request).response();
    }

    private void keep(TransportRequest request) {
        requests.add(request);
        if ("api.media.atlassian.com".equals(request.uri().getHost())) {
            // No specification describes what a media host is asked.
            return;
        }
        String query = request.uri().getRawQuery();
        ExchangeRecorder.ofThisJvm()
                .record(RecordedExchange.request(
                        request.method(),
                        request.uri().getRawPath() + (query == null ? "" : "?" + query),
                        RecordedExchange.lists(request.headers()),
                        BodyText.of(request.body())));
    }

    /** The requests so far. */
    public List<TransportRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests so far, each as method and address. */
    public List<String> calls() {
        return requests.stream().map(r -> r.method() + " " + r.uri()).toList();
    }

    /** Whether it has been closed. */
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
