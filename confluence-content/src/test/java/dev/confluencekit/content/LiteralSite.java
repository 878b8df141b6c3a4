package dev.confluencekit.content;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.observe.CallObserver;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.recorder.WireMockRecording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A connection to a site that gives literal answers, to any method. Register it as a field of the test class. After each
 * test, every call that was made must stand in {@code operations.tsv} under its name, method and path.
 */
public final class LiteralSite implements BeforeEachCallback, AfterEachCallback {
    public static final String V2 = "/wiki/api/v2";
    public static final String V1 = "/wiki/rest/api";

    private static final WireMockServer SERVER = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()));
    private static final Transport TRANSPORT = JdkTransport.create(Duration.ofSeconds(10), null, null);

    private final List<CallObserver.CallInfo> calls = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final ConfluenceRuntime runtime;
    private final ConfluenceConnection connection;
    private int scenarios;

    /** Starts the site with the first test that wants it; it is one for all tests. */
    public LiteralSite() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        runtime = ConfluenceRuntime.builder()
                .transport(TRANSPORT)
                .random(() -> 0)
                .time(new NoWaits())
                .observer(new CallObserver() {
                    @Override
                    public void callStarted(CallInfo call) {
                        calls.add(call);
                    }
                })
                .build();
        connection = runtime.connect(
                ConfluenceSite.loopback("http://127.0.0.1:" + SERVER.port()),
                () -> Authorization.basic("kb-bot@acme.example", Secret.of("ATATT3xLiteralKey")),
                null);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SERVER.resetAll();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        connection.close();
        runtime.close();
        calls.forEach(call -> OperationsTable.of(call.operation(), call.method(), call.pathTemplate()));
    }

    public ConfluenceConnection connection() {
        return connection;
    }

    /** Gives answers to a method and a path, such as {@code GET /wiki/api/v2/labels}, one after the other; the last stays. */
    public LiteralSite on(String methodAndPath, Answer... answers) {
        String method = methodAndPath.substring(0, methodAndPath.indexOf(' '));
        String path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
        String scenario = "answers " + ++scenarios;
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(request(method, urlPathEqualTo(path))
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i].response()));
            if (answers.length == 1) {
                SERVER.stubFor(request(method, urlPathEqualTo(path)).willReturn(answers[i].response()));
            }
        }
        return this;
    }

    /** One answer of the site's. */
    public record Answer(int status, String json, boolean edge) {
        ResponseDefinitionBuilder response() {
            ResponseDefinitionBuilder answer =
                    json.isEmpty() ? aResponse().withStatus(status) : jsonResponse(json, status);
            return edge ? answer.withHeader("x-cache", "Error from cloudfront") : answer;
        }
    }

    /** An answer with a body. */
    public static Answer json(int status, String json) {
        return new Answer(status, json, false);
    }

    /** A 200 with a body. */
    public static Answer ok(String json) {
        return new Answer(200, json, false);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, "", false);
    }

    /** An error as v2 words it. */
    public static Answer refused(int status, String code, String title) {
        return new Answer(
                status,
                "{\"errors\":[{\"status\":" + status + ",\"code\":\"" + code + "\",\"title\":\"" + title
                        + "\",\"detail\":null}]}",
                false);
    }

    /** A 404 as v2 words it. */
    public static Answer notFound() {
        return refused(404, "NOT_FOUND", "Not Found");
    }

    /** A 404 that the edge makes up under load. */
    public static Answer notFoundByTheEdge() {
        return new Answer(404, notFound().json(), true);
    }

    /** Method, path and decoded query of each request. */
    public List<String> asked() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).stream()
                .map(r -> r.getMethod() + " " + URLDecoder.decode(r.getUrl(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Method and undecoded address of each request. */
    public List<String> askedAsSent() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).stream()
                .map(r -> r.getMethod() + " " + r.getUrl())
                .toList();
    }

    /** The body of the last request. */
    public String lastBody() {
        List<LoggedRequest> all = SERVER.findAll(anyRequestedFor(anyUrl()));
        return all.get(all.size() - 1).getBodyAsString();
    }

    /** The body of the last request, as maps. */
    public Map<?, ?> lastJson() {
        return LiteralContent.read(lastBody(), Map.class);
    }

    /** How long was waited, by everybody. */
    public List<Duration> waits() {
        return waits;
    }

    /** Time that goes on by itself, without anybody waiting. */
    private final class NoWaits implements TimeSource {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) {
            waits.add(duration);
            return false;
        }
    }
}
