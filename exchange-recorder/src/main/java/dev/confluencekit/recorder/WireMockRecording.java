package dev.confluencekit.recorder;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes down what a WireMock server is asked; its answers are the tests' own. */
public final class WireMockRecording implements ServeEventListener {

    /** Makes a listener for one server. */
    public WireMockRecording() {}

    @Override
    public String getName() {
        return "exchange-recorder";
    }

    @Override
    public void beforeMatch(ServeEvent event, Parameters parameters) {
        LoggedRequest request = event.getRequest();
        Map<String, List<String>> headers =
                request.getHeaders().all().stream().collect(Collectors.toMap(HttpHeader::key, HttpHeader::values));
        ExchangeRecorder.ofThisJvm()
                .record(RecordedExchange.request(
                        request.getMethod().getName(), request.getUrl(), headers, request.getBodyAsString()));
    }
}
