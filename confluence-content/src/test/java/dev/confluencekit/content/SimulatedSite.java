package dev.confluencekit.content;

import dev.confluencekit.content.longtask.LongTasksClient;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.observe.CallObserver;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.SimulatedClock;
import dev.confluencekit.testkit.SpaceSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A simulated site with the space DOCS (id 100), its home page 201 and a page 202 below it, and clients whose waits move the
 * site's clock instead of taking time. Each call is held against {@code operations.tsv}.
 */
public final class SimulatedSite implements AutoCloseable {
    public static final String EMAIL = "kb-bot@northwind-cycles.example";
    public static final SpaceId DOCS = SpaceId.of("100");
    public static final PageId HOME = PageId.of("201");
    public static final PageId GUIDE = PageId.of("202");

    private static final String KEY = "key-8f2b1c-unscoped";
    private static final Transport TRANSPORT = JdkTransport.create(Duration.ofSeconds(10), null, null);

    private final SimulatedClock clock;
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Set<CallObserver.CallInfo> calls = ConcurrentHashMap.newKeySet();
    private final ConfluenceSimulator simulator;
    private final ConfluenceRuntime runtime;
    private final ConfluenceConnection connection;
    private final SpacesClient spaces;
    private final PagesClient pages;

    /** Starts a site whose time stands still but for waits. */
    public SimulatedSite() {
        this(SimulatedClock.standingAt(Instant.parse("2026-11-24T12:00:00Z")), false);
    }

    /** Starts a site for many threads at once, in real time. */
    public static SimulatedSite forManyThreads() {
        return new SimulatedSite(SimulatedClock.ticking(), true);
    }

    private SimulatedSite(SimulatedClock clock, boolean realTime) {
        this.clock = clock;
        simulator =
                ConfluenceSimulator.builder().clock(clock).account(EMAIL, KEY).start();
        simulator.account(EMAIL).administrator(true);
        simulator.addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        simulator.addPage(PageSeed.builder("DOCS", "Home").id("201").build());
        simulator.addPage(PageSeed.builder("DOCS", "Guide")
                .id("202")
                .parentId("201")
                .storage("<p>One</p>")
                .build());
        runtime = ConfluenceRuntime.builder()
                .transport(TRANSPORT)
                .random(() -> 0)
                .time(realTime ? TimeSource.system() : new SiteTime())
                .observer(new CallObserver() {
                    @Override
                    public void callStarted(CallInfo call) {
                        calls.add(call);
                    }
                })
                .build();
        connection = runtime.connect(
                ConfluenceSite.loopback(simulator.baseUri().toString()),
                () -> Authorization.basic(EMAIL, Secret.of(KEY)),
                null);
        spaces = SpacesClient.over(connection);
        pages = PagesClient.over(connection, new SpaceKeys(spaces));
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

    public SpacesClient spaces() {
        return spaces;
    }

    public PagesClient pages() {
        return pages;
    }

    public LongTasksClient longTasks() {
        return LongTasksClient.over(connection);
    }

    /** How long was waited, by everybody. */
    public List<Duration> waits() {
        return waits;
    }

    /** How many writes reached the site. */
    public long writes() {
        return simulator.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    @Override
    public void close() {
        connection.close();
        runtime.close();
        simulator.close();
        calls.forEach(call -> OperationsTable.of(call.operation(), call.method(), call.pathTemplate()));
    }

    /** The site's time; who waits moves it. */
    private final class SiteTime implements TimeSource {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            waits.add(duration);
            if (wakeUp.getCount() == 0) {
                return true;
            }
            clock.advance(duration);
            return false;
        }
    }
}
