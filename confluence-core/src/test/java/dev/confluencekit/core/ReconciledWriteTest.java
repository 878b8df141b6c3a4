package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A write whose answer was lost is looked for, and neither done twice nor lost. */
@Timeout(20)
class ReconciledWriteTest {
    private static final String PAGE = "{\"id\":\"42\",\"title\":\"Returns\"}";
    private static final String TITLE_EXISTS =
            "{\"errors\":[{\"status\":400,\"code\":\"BAD_REQUEST\",\"title\":\"A page with"
                    + " this title already exists: A page already exists with the same TITLE in this space\",\"detail\":null}]}";
    private static final ApiRequest LOOK = ApiRequest.get("getPages", "/wiki/api/v2/pages")
            .query("space-id", "98304")
            .query("title", "Returns")
            .build();
    private static final ApiRequest DELETE = ApiRequest.of("DELETE", "deletePage", "/wiki/api/v2/pages/{id}")
            .path("id", "42")
            .build();

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build();
    private final List<String> log = new ArrayList<>();

    /** What the server does with each request in turn; after that it answers as usual. */
    private final List<Turn> turns = new ArrayList<>();

    private final RawServer server = RawServer.playing(this::play);
    private final ConfluenceConnection connection = Calls.connect(runtime, server);
    private final AtomicInteger stored = new AtomicInteger();

    @AfterEach
    void close() {
        runtime.close();
        server.close();
    }

    /** One request, from its arrival to the answer or what there is instead of one. */
    private enum Turn {
        STORE_AND_RESET,
        RESET_ONLY,
        STORE_AND_FAIL,
        TITLE_EXISTS,
        CONFLICT,
        THROTTLE,
        REFUSE,
        USUAL
    }

    private void play(RawServer.Peer peer) throws IOException {
        Received request = peer.readRequest();
        if (request == null) {
            return;
        }
        Turn turn;
        synchronized (this) {
            turn = turns.isEmpty() ? Turn.USUAL : turns.remove(0);
            log.add(request.method());
        }
        boolean writes = !request.method().equals("GET");
        if (writes && (turn == Turn.STORE_AND_RESET || turn == Turn.STORE_AND_FAIL || turn == Turn.USUAL)) {
            stored.incrementAndGet();
        }
        switch (turn) {
            case STORE_AND_RESET, RESET_ONLY -> peer.reset();
            case STORE_AND_FAIL -> answer(peer, 504, "{}");
            case TITLE_EXISTS -> answer(peer, 400, TITLE_EXISTS);
            case CONFLICT -> answer(peer, 409, "{\"message\":\"Version must be incremented\"}");
            case THROTTLE -> answer(peer, 429, "{}");
            case REFUSE -> answer(peer, 400, "{\"message\":\"no\"}");
            case USUAL -> usual(peer, request);
        }
    }

    private void usual(RawServer.Peer peer, Received request) throws IOException {
        if (request.method().equals("DELETE")) {
            peer.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        } else if (request.method().equals("GET")) {
            answer(peer, 200, "{\"results\":[" + (stored.get() > 0 ? PAGE : "") + "]}");
        } else {
            answer(peer, 200, PAGE);
        }
    }

    private static void answer(RawServer.Peer peer, int status, String json) throws IOException {
        peer.send("HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: " + json.length() + "\r\n\r\n" + json);
    }

    private static Finding<Map<?, ?>> look(ConfluenceConnection through) {
        Map<?, ?> listing = through.fetch(LOOK, Map.class);
        return Finding.of(((List<?>) Optional.ofNullable(listing.get("results")).orElseThrow())
                .stream().findFirst().map(row -> (Map<?, ?>) row));
    }

    private Map<?, ?> create(Reconciler<Map<?, ?>> reconciler) {
        return connection.write(through -> through.fetch(Calls.POST, Map.class), reconciler);
    }

    private Map<?, ?> create() {
        return create(ReconciledWriteTest::look);
    }

    @Test
    void a_write_that_is_answered_is_not_looked_for() {
        assertThat(create()).hasToString("{id=42, title=Returns}");
        assertThat(log).containsExactly("POST");
    }

    @Test
    void a_stored_write_with_a_lost_answer_is_adopted() {
        turns.add(Turn.STORE_AND_RESET);

        assertThat(create()).hasToString("{id=42, title=Returns}");
        assertThat(log).containsExactly("POST", "GET");
        assertThat(stored).hasValue(1);
    }

    @Test
    void a_stored_write_with_an_error_for_an_answer_is_adopted() {
        turns.add(Turn.STORE_AND_FAIL);

        assertThat(create()).hasToString("{id=42, title=Returns}");
        assertThat(stored).hasValue(1);
    }

    @Test
    void a_lost_write_that_was_not_stored_is_sent_again() {
        turns.add(Turn.RESET_ONLY);

        assertThat(create()).hasToString("{id=42, title=Returns}");
        assertThat(log).containsExactly("POST", "GET", "POST");
        assertThat(stored).hasValue(1);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void a_write_is_sent_three_times_at_most() {
        turns.addAll(List.of(Turn.RESET_ONLY, Turn.USUAL, Turn.RESET_ONLY, Turn.USUAL, Turn.RESET_ONLY, Turn.USUAL));

        assertThatThrownBy(this::create).isInstanceOf(ConfluenceTransportException.class);
        assertThat(log).containsExactly("POST", "GET", "POST", "GET", "POST", "GET");
        assertThat(stored).hasValue(0);
    }

    @Test
    void without_retry_a_write_is_looked_for_and_sent_once() {
        turns.add(Turn.RESET_ONLY);

        assertThatThrownBy(() -> connection
                        .with(CallOptions.defaults().withoutRetry())
                        .<Map<?, ?>>write(through -> through.fetch(Calls.POST, Map.class), ReconciledWriteTest::look))
                .isInstanceOf(ConfluenceTransportException.class);
        assertThat(log).containsExactly("POST", "GET");
    }

    @Test
    void a_refusal_is_a_refusal_and_nobody_looks() {
        turns.add(Turn.REFUSE);

        assertThatThrownBy(this::create).isInstanceOf(BadRequestException.class);
        assertThat(log).containsExactly("POST");
    }

    @Test
    void a_conflict_is_never_repeated() {
        turns.add(Turn.CONFLICT);

        assertThatThrownBy(this::create).isInstanceOf(ConflictException.class);
        assertThat(log).containsExactly("POST");
    }

    @Test
    void a_throttled_write_is_repeated_without_a_look() {
        turns.add(Turn.THROTTLE);

        create();

        assertThat(log).containsExactly("POST", "POST");
    }

    @Test
    void a_title_that_exists_on_the_second_sending_may_be_our_own() {
        // The listing did not show it yet when it was first looked for.
        turns.add(Turn.STORE_AND_RESET);
        turns.add(Turn.USUAL);
        turns.add(Turn.TITLE_EXISTS);
        List<Integer> looks = new ArrayList<>();

        Map<?, ?> page = create(through -> {
            looks.add(1);
            Finding<Map<?, ?>> seen = look(through);
            return looks.size() == 1 ? Finding.noTrace() : seen;
        });

        assertThat(page).hasToString("{id=42, title=Returns}");
        assertThat(log).containsExactly("POST", "GET", "POST", "GET");
        assertThat(stored).hasValue(1);
    }

    @Test
    void a_refusal_of_the_second_sending_stands_where_nothing_of_ours_is_found() {
        turns.addAll(List.of(Turn.RESET_ONLY, Turn.USUAL, Turn.TITLE_EXISTS));

        assertThatThrownBy(this::create).isInstanceOf(DuplicateTitleException.class);
        assertThat(log).containsExactly("POST", "GET", "POST", "GET");
    }

    @Test
    void a_throttled_second_sending_is_told_as_such() {
        turns.addAll(List.of(Turn.RESET_ONLY, Turn.USUAL));
        turns.addAll(List.of(Turn.THROTTLE, Turn.THROTTLE, Turn.THROTTLE, Turn.THROTTLE));

        assertThatThrownBy(this::create).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void what_somebody_else_wrote_is_told_as_the_reconciler_says() {
        turns.add(Turn.STORE_AND_RESET);
        turns.add(Turn.USUAL);
        turns.add(Turn.TITLE_EXISTS);
        DuplicateTitleException others = Failures.of(
                DuplicateTitleException.class,
                () -> create(through -> {
                    DuplicateTitleException taken = Failures.of(DuplicateTitleException.class, () -> {
                        look(through);
                        through.send(Calls.POST);
                    });
                    return Finding.overtaken(taken);
                }));

        assertThat(others.getSuppressed()).hasAtLeastOneElementOfType(ConfluenceTransportException.class);
    }

    @Test
    void an_undecided_look_is_an_unknown_outcome_with_its_hint() {
        turns.add(Turn.STORE_AND_RESET);

        OutcomeUnknownException unknown = Failures.of(
                OutcomeUnknownException.class, () -> create(through -> Finding.undecided("Compare page 42 by hand.")));

        assertThat(unknown.hint()).isEqualTo("Compare page 42 by hand.");
        assertThat(unknown)
                .hasMessageContaining("may or may not have taken effect")
                .hasMessageContaining("by hand");
        assertThat(unknown.call().method()).isEqualTo("POST");
        assertThat(unknown.call().outcomeUnknown()).isTrue();
        assertThat(unknown).hasCauseInstanceOf(ConfluenceTransportException.class);
    }

    @Test
    void a_look_that_fails_too_is_an_unknown_outcome() {
        turns.add(Turn.STORE_AND_RESET);
        turns.addAll(Collections.nCopies(4, Turn.STORE_AND_FAIL));

        OutcomeUnknownException unknown = Failures.of(OutcomeUnknownException.class, this::create);

        assertThat(unknown.getSuppressed()).singleElement().isInstanceOf(ServerErrorException.class);
        assertThat(unknown.hint()).isNotEmpty();
        assertThat(stored).hasValue(1);
    }

    @Test
    void no_trace_is_believed_only_after_the_reconcilers_patience() {
        turns.add(Turn.STORE_AND_RESET);
        List<Duration> looks = new ArrayList<>();

        Map<?, ?> page = create(new Reconciler<Map<?, ?>>() {
            @Override
            public Finding<Map<?, ?>> look(ConfluenceConnection through) {
                looks.add(Duration.between(ManualTime.START, through.time().now()));
                return looks.size() == 1 ? Finding.noTrace() : ReconciledWriteTest.look(through);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }
        });

        assertThat(page).hasToString("{id=42, title=Returns}");
        assertThat(looks).containsExactly(Duration.ZERO, Duration.ofSeconds(5));
        assertThat(log).containsExactly("POST", "GET");
    }

    @Test
    void time_that_runs_out_while_looking_is_an_unknown_outcome() {
        turns.add(Turn.STORE_AND_RESET);

        OutcomeUnknownException unknown = Failures.of(
                OutcomeUnknownException.class,
                () -> connection
                        .with(CallOptions.defaults().timeout(Duration.ofSeconds(10)))
                        .<Map<?, ?>>write(through -> through.fetch(Calls.POST, Map.class), through -> {
                            time.advance(Duration.ofSeconds(11));
                            return Finding.noTrace();
                        }));

        assertThat(unknown.call().method()).isEqualTo("POST");
        assertThat(log).containsExactly("POST");
    }

    @Test
    void patience_beyond_the_time_limit_is_not_waited_for() {
        turns.add(Turn.STORE_AND_RESET);

        assertThatThrownBy(() -> create(new Reconciler<Map<?, ?>>() {
                    @Override
                    public Finding<Map<?, ?>> look(ConfluenceConnection through) {
                        return Finding.noTrace();
                    }

                    @Override
                    public Duration patience() {
                        return Duration.ofHours(1);
                    }
                }))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void a_deletion_that_is_gone_on_the_second_look_is_done() {
        turns.addAll(List.of(Turn.RESET_ONLY, Turn.USUAL));
        List<Integer> looks = new ArrayList<>();

        boolean deleted = connection.write(
                through -> {
                    through.send(DELETE);
                    return true;
                },
                through -> {
                    looks.add(1);
                    return Finding.<Boolean>noTrace();
                });

        assertThat(deleted).isTrue();
        assertThat(log).containsExactly("DELETE", "DELETE");
        assertThat(looks).hasSize(1);
    }

    @Test
    void a_deletion_whose_second_sending_finds_nothing_is_adopted() {
        RawServer gone = RawServer.playing(new RawServer.Script() {
            private int requests;

            @Override
            public void play(RawServer.Peer peer) throws IOException {
                peer.readRequest();
                if (requests++ == 0) {
                    peer.reset();
                } else {
                    answer(peer, 404, "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Not Found\"}]}");
                }
            }
        });
        try (gone) {
            List<Integer> looks = new ArrayList<>();
            boolean deleted = Calls.connect(runtime, gone)
                    .write(
                            through -> {
                                through.send(DELETE);
                                return true;
                            },
                            through -> {
                                looks.add(1);
                                return looks.size() == 1 ? Finding.noTrace() : isGone(through);
                            });
            assertThat(deleted).isTrue();
            assertThat(gone.requests()).extracting(Received::method).containsExactly("DELETE", "DELETE", "GET");
        }
    }

    private static Finding<Boolean> isGone(ConfluenceConnection through) {
        try {
            through.fetch(Calls.GET, Object.class);
            return Finding.noTrace();
        } catch (NotFoundException e) {
            return Finding.tookEffect(true);
        }
    }

    @Test
    void an_interrupt_while_looking_ends_it_as_an_interrupt() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        RawServer silent = RawServer.playing(peer -> {
            Received request = peer.readRequest();
            if (request != null && request.method().equals("POST")) {
                peer.reset();
            } else {
                looking.countDown();
                peer.awaitEnd();
            }
        });
        try (silent;
                ConfluenceRuntime real = ConfluenceRuntime.create()) {
            ConfluenceConnection through = Calls.connect(real, silent);
            Background call = Background.start(
                    () -> through.<Map<?, ?>>write(c -> c.fetch(Calls.POST, Map.class), ReconciledWriteTest::look));
            assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();

            call.interrupt();

            @Nullable Throwable failure = call.failure();
            assertThat(failure).isInstanceOf(ConfluenceInterruptedException.class);
            assertThat(failure)
                    .extracting(thrown -> thrown.getSuppressed()[0])
                    .isInstanceOf(ConfluenceTransportException.class);
            assertThat(call.endedInterrupted()).isTrue();
            assertThat(silent.awaitHangUp()).isTrue();
        }
    }
}
