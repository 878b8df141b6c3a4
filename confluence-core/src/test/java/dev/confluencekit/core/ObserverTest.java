package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.observe.CallObserver;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an observer is told, and that it cannot break a call. */
@Timeout(20)
class ObserverTest {
    private static final String CALL =
            "CallInfo[site=127.0.0.1, operation=getPageById, method=GET, pathTemplate=/wiki/api/v2/pages/{id}]";

    private final List<String> events = new ArrayList<>();
    private Optional<ConfluenceConnection> connection = Optional.empty();
    private Optional<ConfluenceRuntime> closeable = Optional.empty();

    private final CallObserver recorder = new CallObserver() {
        @Override
        public void callStarted(CallInfo call) {
            events.add("started " + call);
        }

        @Override
        public void attemptFinished(CallInfo call, Attempt attempt) {
            events.add(attempt.number() + ": " + attempt.status() + ", " + attempt.bytes() + " bytes, "
                    + attempt.problem());
        }

        @Override
        public void waiting(CallInfo call, Wait wait) {
            events.add("waiting " + wait.duration().toMillis() + " ms, " + wait.reason());
        }

        @Override
        public void callFinished(CallInfo call, CallResult result) {
            events.add("finished " + result.succeeded() + " after " + result.attempts() + " and "
                    + result.took().toMillis() + " ms, " + result.error());
        }
    };

    private static ConfluenceRuntime runtime(CallObserver... observers) {
        ConfluenceRuntime.Builder builder =
                ConfluenceRuntime.builder().time(new ManualTime()).random(new FixedRandom(0.5));
        List.of(observers).forEach(builder::observer);
        return builder.build();
    }

    @Test
    void a_call_is_told_from_its_start_to_its_end() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = runtime(recorder)) {
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
        assertThat(events)
                .containsExactly("started " + CALL, "1: 200, 8 bytes, null", "finished true after 1 and 0 ms, null");
    }

    @Test
    void attempts_and_waits_are_told_in_order() {
        try (RawServer server = RawServer.answering(Reply.status(503), Reply.raw("garbage\r\n\r\n"), Reply.ok("{}"));
                ConfluenceRuntime runtime = runtime(recorder)) {
            Failures.of(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
        }
        assertThat(events)
                .containsExactly(
                        "started " + CALL,
                        "1: 503, 0 bytes, null",
                        "waiting 100 ms, RETRY",
                        "2: null, 0 bytes, PROTOCOL",
                        "finished false after 2 and 100 ms, ConfluenceTransportException");
    }

    @Test
    void a_pause_is_told_from_a_retry() {
        try (RawServer server = RawServer.answering(Reply.status(429), Reply.ok("{}"));
                ConfluenceRuntime runtime = runtime(recorder)) {
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
        assertThat(events).contains("waiting 2300 ms, THROTTLED");
    }

    @Test
    void what_is_told_holds_neither_key_nor_query() {
        try (RawServer server = RawServer.answering(Reply.status(503).json("{\"message\":\"" + Calls.TOKEN + "\"}"));
                ConfluenceRuntime runtime = runtime(recorder)) {
            Failures.of(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
        }
        assertThat(events)
                .isNotEmpty()
                .noneMatch(event -> event.contains(Calls.TOKEN))
                .noneMatch(event -> event.contains("query-value"));
    }

    @Test
    void a_call_that_the_hosts_authenticator_breaks_is_told_to_have_ended() {
        try (ConfluenceRuntime runtime = runtime(recorder)) {
            ConfluenceConnection broken = runtime.connect(
                    ConfluenceSite.parse("acme"),
                    () -> {
                        throw new IllegalStateException("vault is sealed");
                    },
                    null);
            assertThatThrownBy(() -> broken.fetch(Calls.GET, Object.class)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(events).last().isEqualTo("finished false after 0 and 0 ms, IllegalStateException");
    }

    @Test
    void an_observer_that_throws_does_not_break_the_call() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = runtime(new Throwing())) {
            assertThat(Calls.connect(runtime, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
    }

    @Test
    void an_observer_that_throws_is_not_asked_again() {
        Throwing throwing = new Throwing();
        try (RawServer server = RawServer.answering(Reply.ok("{}"));
                ConfluenceRuntime runtime = runtime(throwing)) {
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
        assertThat(throwing.asked).isEqualTo(1);
    }

    @Test
    void an_observer_that_throws_does_not_silence_the_others() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"));
                ConfluenceRuntime runtime = runtime(new Throwing(), recorder)) {
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
        assertThat(events).hasSize(3);
    }

    @Test
    void an_observer_that_throws_an_error_does_not_break_the_call() {
        CallObserver overflowing = new CallObserver() {
            @Override
            public void callStarted(CallInfo call) {
                throw new StackOverflowError("an observer's own fault");
            }
        };
        CallObserver unlinked = new CallObserver() {
            @Override
            public void attemptFinished(CallInfo call, Attempt attempt) {
                throw new NoClassDefFoundError("an observer's own fault");
            }
        };
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = runtime(overflowing, unlinked, recorder)) {
            assertThat(Calls.connect(runtime, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
        assertThat(events).hasSize(3);
    }

    @Test
    void an_observer_that_makes_calls_is_not_told_of_them() {
        CallObserver asking = new CallObserver() {
            private int told;

            @Override
            public void attemptFinished(CallInfo call, Attempt attempt) {
                told++;
                events.add("told " + told + ", read " + connection.orElseThrow().fetch(Calls.GET, Object.class));
            }
        };
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .concurrency(1)
                        .callTimeout(Duration.ofSeconds(5))
                        .observer(asking)
                        .build()) {
            connection = Optional.of(Calls.connect(runtime, server));
            connection.orElseThrow().fetch(Calls.GET, Object.class);
            assertThat(server.requests()).hasSize(2);
        }
        assertThat(events).containsExactly("told 1, read {id=1}");
    }

    @Test
    void an_observer_that_blocks_holds_up_its_own_call_only() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CallObserver blocking = new CallObserver() {
            @Override
            public void attemptFinished(CallInfo call, Attempt attempt) {
                if (call.method().equals("POST")) {
                    blocked.countDown();
                    awaitQuietly(release);
                }
            }
        };
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .concurrency(1)
                        .callTimeout(Duration.ofSeconds(5))
                        .observer(blocking)
                        .build()) {
            ConfluenceConnection shared = Calls.connect(runtime, server);
            Background held = Background.start(() -> shared.fetch(Calls.POST, Object.class));
            blocked.await();
            assertThat(shared.fetch(Calls.GET, Object.class)).hasToString("{id=1}");
            release.countDown();
            assertThat(held.failure()).isNull();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_runtime_that_an_observer_closes_ends_the_call_as_closed() {
        CallObserver closing = new CallObserver() {
            @Override
            public void callStarted(CallInfo call) {
                closeable.orElseThrow().close();
            }
        };
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime runtime = runtime(closing)) {
            closeable = Optional.of(runtime);
            ConfluenceConnection open = Calls.connect(runtime, server);
            assertThatThrownBy(() -> open.fetch(Calls.GET, Object.class)).isInstanceOf(ConfluenceClosedException.class);
            assertThat(server.connections()).isZero();
        }
    }

    private static final class Throwing implements CallObserver {
        private int asked;

        @Override
        public void callStarted(CallInfo call) {
            asked++;
            throw new IllegalStateException("an observer's own fault");
        }

        @Override
        public void callFinished(CallInfo call, CallResult result) {
            asked++;
        }
    }
}
