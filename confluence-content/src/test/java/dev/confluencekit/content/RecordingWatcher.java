package dev.confluencekit.content;

import dev.confluencekit.recorder.ExchangeRecorder;
import dev.confluencekit.recorder.RecordedExchange;
import dev.confluencekit.recorder.RecordedExchange.AnsweredBy;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.watch.ExchangeWatcher;
import java.nio.charset.StandardCharsets;

/** Writes down what simulators are asked and answer in these tests; a service of the testkit. */
public final class RecordingWatcher implements ExchangeWatcher {

    /** Called by the service loader. */
    public RecordingWatcher() {}

    @Override
    public void exchanged(SimulatedRequest request, SimulatedResponse response, boolean injected) {
        ExchangeRecorder.ofThisJvm()
                .record(new RecordedExchange(
                        injected ? AnsweredBy.INJECTED_FAILURE : AnsweredBy.SIMULATOR,
                        request.method(),
                        request.target(),
                        request.headers(),
                        new String(request.body(), StandardCharsets.UTF_8),
                        response.status(),
                        response.headers(),
                        response.bodyText()));
    }
}
