package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the callers of one site share: a pause that the service asked for, and the places for requests under way. */
@Timeout(20)
class SiteGateTest {
    private static final Reply PAUSE = Reply.status(429).header("Retry-After", "30");
    private static final Reply OK = Reply.ok("{}");

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(time)
            .random(new FixedRandom(0))
            .concurrency(2)
            .build();

    @AfterEach
    void close() {
        runtime.close();
        crowded.close();
    }

    /** Waits for a place are real waits, so they need real time. */
    private final ConfluenceRuntime crowded =
            ConfluenceRuntime.builder().time(TimeSource.system()).concurrency(2).build();

    private static Object fetch(ConfluenceConnection connection) {
        return connection.fetch(Calls.GET, Object.class);
    }

    private void throttleOnce(RawServer server) {
        ConfluenceConnection once =
                Calls.connect(runtime, server).with(CallOptions.defaults().withoutRetry());
        Failures.of(RateLimitedException.class, () -> fetch(once));
    }

    @Test
    void a_429_pauses_the_other_callers_of_its_site() {
        try (RawServer server = RawServer.answering(PAUSE, OK)) {
            throttleOnce(server);
            fetch(Calls.connect(runtime, server));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(30));
        }
    }

    @Test
    void a_429_does_not_pause_the_callers_of_another_site() {
        try (RawServer server = RawServer.answering(PAUSE);
                RawServer other = RawServer.answering(OK)) {
            throttleOnce(server);
            fetch(Calls.connect(runtime, other));
            assertThat(time.waits()).isEmpty();
        }
    }

    @Test
    void a_pause_beyond_a_calls_time_fails_it_without_a_request() {
        try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", "200"), OK)) {
            Failures.of(RateLimitedException.class, () -> fetch(Calls.connect(runtime, server)));
            RateLimitedException second =
                    Failures.of(RateLimitedException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(second).hasMessageContaining("was not sent").hasMessageContaining("0 attempts");
            assertThat(second.retryAt()).contains(ManualTime.START.plusSeconds(200));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_pause_that_is_over_is_over() {
        try (RawServer server = RawServer.answering(PAUSE, OK)) {
            throttleOnce(server);
            time.advance(Duration.ofSeconds(30));
            fetch(Calls.connect(runtime, server));
            assertThat(time.waits()).isEmpty();
        }
    }

    @Test
    void no_more_requests_are_under_way_than_there_are_places() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch crowd = new CountDownLatch(6);
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            crowd.countDown();
            // Without the gate all six would meet here at once.
            crowd.await(150, TimeUnit.MILLISECONDS);
            underWay.decrementAndGet();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        })) {
            List<Background> calls = IntStream.range(0, 6)
                    .mapToObj(i -> Background.start(() -> fetch(Calls.connect(crowded, server))))
                    .toList();
            for (Background call : calls) {
                assertThat(call.failure()).isNull();
            }
            assertThat(most).hasValue(2);
        }
    }

    @Test
    void places_come_back_after_failures_of_every_kind() {
        try (RawServer server = RawServer.answering(
                Reply.status(404), Reply.raw("garbage"), Reply.ok("[}"), Reply.status(302), Reply.status(401))) {
            for (int i = 0; i < 12; i++) {
                Failures.of(() -> fetch(Calls.connect(runtime, server)));
            }
        }
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(fetch(Calls.connect(runtime, server))).isNotNull();
        }
    }

    @Test
    void a_call_that_gets_no_place_in_its_time_was_not_sent() throws InterruptedException {
        try (RawServer server = holding()) {
            occupyBothPlaces(server);
            ConfluenceConnection hurried =
                    Calls.connect(crowded, server).with(CallOptions.defaults().timeout(Duration.ofMillis(200)));
            ConfluenceTransportException failure =
                    Failures.of(ConfluenceTransportException.class, () -> fetch(hurried));
            assertThat(failure.kind()).isEqualTo(FaultKind.NOT_SENT_IN_TIME);
            assertThat(failure.call().attempts()).isZero();
        }
    }

    @Test
    void a_call_in_line_can_be_interrupted() throws InterruptedException {
        try (RawServer server = holding()) {
            occupyBothPlaces(server);
            Background third = Background.start(() -> fetch(Calls.connect(crowded, server)))
                    .awaitWaiting();
            third.interrupt();
            assertThat(third.failure()).hasMessageContaining("was interrupted");
            assertThat(third.endedInterrupted()).isTrue();
        }
    }

    @Test
    void closing_a_connection_calls_its_callers_out_of_the_line() throws InterruptedException {
        try (RawServer server = holding()) {
            occupyBothPlaces(server);
            ConfluenceConnection closing = Calls.connect(crowded, server);
            Background third = Background.start(() -> fetch(closing)).awaitWaiting();
            closing.close();
            assertThat(third.failure()).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    private static RawServer holding() {
        return RawServer.playing(peer -> {
            peer.readRequest();
            peer.awaitEnd();
        });
    }

    private void occupyBothPlaces(RawServer server) throws InterruptedException {
        Background.start(() -> fetch(Calls.connect(crowded, server)));
        Background.start(() -> fetch(Calls.connect(crowded, server)));
        assertThat(server.awaitRequest()).isTrue();
        assertThat(server.awaitRequest()).isTrue();
    }
}
