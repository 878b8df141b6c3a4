package dev.confluencekit.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.ReceivedBody;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.memory.InMemoryTarget;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.SimulatedClock;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.SpaceSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/** A simulated site and a mirror of it in memory, in one thread, on a clock that nobody waits for. */
public final class MirroredSite implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    public static final String EMAIL = "kb-bot@acme.example";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SimulatedClock clock = SimulatedClock.standingAt(START);
    private final ConfluenceSimulator simulator;
    private final ConfluenceRuntime runtime;
    private final ConfluenceConnection connection;
    private final InMemoryTarget target = new InMemoryTarget();
    private volatile String key = "a-key";
    private Runnable beforeRequest = () -> {};
    private BiFunction<TransportRequest, SimulatedResponse, SimulatedResponse> answers = (asked, answer) -> answer;
    private double mischief;
    private Random dice = new Random(0);

    public MirroredSite() {
        this(0);
    }

    /** With a seed for the waits of the library. */
    public MirroredSite(long seed) {
        simulator = ConfluenceSimulator.builder()
                .clock(clock)
                .account(EMAIL, "a-key")
                .inProcess();
        simulator.account(EMAIL).administrator(true);
        runtime = ConfluenceRuntime.builder()
                .transport(new InProcess())
                .time(new VirtualTime())
                .random(new Random(seed))
                .executor(Runnable::run)
                .build();
        connection = runtime.connect(
                ConfluenceSite.parse("acme.atlassian.net"), () -> Authorization.basic(EMAIL, Secret.of(key)), null);
    }

    public ConfluenceSimulator simulator() {
        return simulator;
    }

    public SimulatedClock clock() {
        return clock;
    }

    public ConfluenceConnection connection() {
        return connection;
    }

    public InMemoryTarget target() {
        return target;
    }

    /** The key that calls are made with from now on. */
    public void useKey(String other) {
        key = other;
    }

    /** Is run before each request reaches the site. */
    public void beforeRequest(Runnable action) {
        beforeRequest = action;
    }

    /** What the site answers may be another thing than it would have answered. */
    public void answers(BiFunction<TransportRequest, SimulatedResponse, SimulatedResponse> change) {
        answers = change;
    }

    /** Listings lose or repeat a row with this probability, as they do while rows move. */
    public void loseOrRepeatRows(double probability, Random random) {
        mischief = probability;
        dice = random;
    }

    /** A mirror of everything into {@link #target()}, to be changed. */
    public Mirror.Builder mirror() {
        return Mirror.of(connection).into(target);
    }

    /** Makes a space and gives its id. */
    public String space(String spaceKey) {
        return simulator.addSpace(SpaceSeed.of(spaceKey, spaceKey + " knowledge"));
    }

    /** Makes a page and gives its id. */
    public String page(String spaceKey, String title) {
        return simulator.addPage(PageSeed.of(spaceKey, title, "<p>" + title + " as it was</p>"));
    }

    /** Somebody changes something by the service's own interface. */
    public String write(String method, String target, String body) {
        return write(method, target, "application/json", body);
    }

    /** Somebody changes something with a body of another type. */
    public String write(String method, String target, String mediaType, String body) {
        try {
            SimulatedResponse answer = simulator.exchange(SimulatedRequest.of(method, target)
                    .withHeader("Content-Type", mediaType)
                    .withHeader("X-Atlassian-Token", "no-check")
                    .withBasicAuth(EMAIL, key)
                    .withBody(body.getBytes(StandardCharsets.UTF_8)));
            if (answer.status() >= 300) {
                throw new AssertionError(
                        method + " " + target + " was answered with " + answer.status() + " " + answer.bodyText());
            }
            return answer.bodyText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes many pages. */
    public void pages(String spaceKey, int count) {
        for (int i = 0; i < count; i++) {
            page(spaceKey, "Page " + i);
        }
    }

    /** The mirrored page. */
    public MirrorItem mirrored(String pageId) {
        return target.find(new ItemKey(ItemKind.PAGE, pageId))
                .orElseThrow(() -> new AssertionError("page " + pageId + " is not in the mirror"));
    }

    /** The body of a mirrored page. */
    public String body(String pageId) {
        ItemBody body = mirrored(pageId).body();
        if (body == null) {
            throw new AssertionError("page " + pageId + " is mirrored without a body");
        }
        return body.text();
    }

    /** Titles of the mirrored items of a kind by id. */
    public Map<String, String> titles(ItemKind kind) {
        Map<String, String> titles = new TreeMap<>();
        target.items().forEach((key, item) -> {
            if (key.kind() == kind) {
                titles.put(key.id(), item.state().title());
            }
        });
        return titles;
    }

    @Override
    public void close() {
        connection.close();
        runtime.close();
        simulator.close();
    }

    /** The transport port over the simulator. */
    private final class InProcess implements Transport {
        @Override
        public TransportResponse exchange(TransportRequest request) throws TransportFault {
            beforeRequest.run();
            String query = request.uri().getRawQuery();
            SimulatedRequest asked = SimulatedRequest.of(
                    request.method(), request.uri().getRawPath() + (query == null ? "" : "?" + query));
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                asked = asked.withHeader(header.getKey(), header.getValue());
            }
            try {
                SimulatedResponse answer = answers.apply(request, answer(request, asked));
                return new TransportResponse(
                        answer.status(),
                        HttpHeaders.of(answer.headers(), (name, value) -> true),
                        ReceivedBody.of(shuffled(request, answer)));
            } catch (IOException e) {
                throw new TransportFault(FaultKind.CONNECTION_LOST, "the simulator hung up", "", 1);
            }
        }

        private SimulatedResponse answer(TransportRequest request, SimulatedRequest asked) throws IOException {
            boolean ofMedia =
                    request.uri().getAuthority().equals(simulator.media().uri().getAuthority());
            return ofMedia ? simulator.media().exchange(asked) : simulator.exchange(asked);
        }

        private byte[] shuffled(TransportRequest request, SimulatedResponse answer) throws IOException {
            String query = request.uri().getRawQuery();
            boolean listing =
                    query != null && query.contains("limit=") && !query.contains("&id=") && !query.startsWith("id=");
            if (mischief == 0 || answer.status() != 200 || !listing) {
                return answer.body();
            }
            JsonNode body = JSON.readTree(answer.body());
            if (!(body.path("results") instanceof ArrayNode rows)) {
                return answer.body();
            }
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (dice.nextDouble() < mischief) {
                    if (dice.nextBoolean()) {
                        rows.remove(i);
                    } else {
                        rows.add(rows.get(i).deepCopy());
                    }
                }
            }
            return JSON.writeValueAsBytes(body);
        }

        @Override
        public void close() {}
    }

    /** Waiting moves the clock and takes no time. */
    private final class VirtualTime implements TimeSource {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return Duration.between(START, clock.instant()).toNanos();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) {
            clock.advance(duration);
            return wakeUp.getCount() == 0;
        }
    }
}
