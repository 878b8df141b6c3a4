package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.internal.pipeline.TenantGate.Refusal;
import dev.confluencekit.core.internal.pipeline.TenantGate.Refusal.Reason;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.VirtualTime;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who passes a site's gate, in which order, and who is turned away. */
@Timeout(30)
class TenantGateTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final List<Duration> told = new CopyOnWriteArrayList<>();
    private final Lifeline open = new Lifeline("test");

    private TenantGate gate(TimeSource source, int places, int longestLine) {
        return new TenantGate(source, new Allowance(places, places, new FixedRandom(0)), longestLine);
    }

    private Pass enter(TenantGate gate, Duration atMost) throws Refusal, InterruptedException {
        return gate.enter(gate.ticket(), new Deadline(time, atMost), open, told::add);
    }

    /** Lets checked exceptions out of a thread's work, where they fail the test. */
    private interface Step {
        void take() throws Exception;
    }

    private static Runnable doing(Step step) {
        return () -> {
            try {
                step.take();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    private static <E extends Exception> E thrown(Class<E> type, Step step) {
        return assertThatExceptionOfType(type).isThrownBy(step::take).actual();
    }

    private void rest(Duration duration) throws InterruptedException {
        time.await(duration, new CountDownLatch(1));
    }

    @Test
    void callers_pass_in_the_order_in_which_their_calls_began() throws Exception {
        TenantGate gate = gate(time, 1, 100);
        List<Integer> passed = new CopyOnWriteArrayList<>();
        List<Runnable> callers = new ArrayList<>();
        List<Long> tickets = IntStream.range(0, 20).mapToObj(i -> gate.ticket()).toList();
        for (int i = 0; i < 20; i++) {
            int number = i;
            callers.add(doing(() -> {
                // The first holds the only place until all the others stand in line, the last of them first.
                rest(Duration.ofMillis(number == 0 ? 0 : 100 - number));
                Pass pass = gate.enter(tickets.get(number), new Deadline(time, MINUTE), open, told::add);
                passed.add(number);
                rest(Duration.ofMillis(200));
                gate.leave(pass);
            }));
        }
        time.run(callers);
        assertThat(passed)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void after_a_pause_one_goes_first_and_then_two_and_four() throws Exception {
        TenantGate gate = gate(time, 8, 100);
        List<Long> departures = Collections.synchronizedList(new ArrayList<>());
        List<Pass> crowd = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            crowd.add(enter(gate, MINUTE));
        }
        crowd.forEach(pass -> gate.throttled(pass, Duration.ofSeconds(10)));
        time.run(Collections.nCopies(8, doing(() -> {
            Pass pass = enter(gate, MINUTE);
            departures.add(Duration.ofNanos(time.nanoTime()).toMillis());
            rest(Duration.ofMillis(100));
            gate.answered(pass, false);
        })));
        // Two answers at 10.2 s open four places; the eighth caller leaves when one of the four is back.
        assertThat(departures).containsExactly(10_000L, 10_100L, 10_100L, 10_200L, 10_200L, 10_200L, 10_200L, 10_300L);
    }

    @Test
    void a_probe_that_gets_no_answer_is_followed_by_another() throws Exception {
        TenantGate gate = gate(time, 2, 100);
        gate.throttled(enter(gate, MINUTE), Duration.ofSeconds(10));
        List<Long> departures = Collections.synchronizedList(new ArrayList<>());
        time.run(Collections.nCopies(2, doing(() -> {
            Pass pass = enter(gate, MINUTE);
            departures.add(Duration.ofNanos(time.nanoTime()).toSeconds());
            rest(Duration.ofSeconds(5));
            gate.leave(pass);
        })));
        assertThat(departures).containsExactly(10L, 15L);
    }

    @Test
    void who_waits_is_told_of_each_pause_once() throws Exception {
        TenantGate gate = gate(time, 1, 100);
        gate.throttled(enter(gate, MINUTE), Duration.ofSeconds(10));
        time.run(List.of(
                doing(() -> gate.leave(gate.enter(gate.ticket(), new Deadline(time, MINUTE), open, told::add)))));
        assertThat(told).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void who_stands_in_line_when_a_pause_outlasts_its_time_is_told_at_once() throws Exception {
        TenantGate gate = gate(time, 1, 100);
        Pass holder = enter(gate, MINUTE);
        List<Duration> turnedAwayAfter = new CopyOnWriteArrayList<>();
        time.run(List.of(
                doing(() -> {
                    Refusal refusal = thrown(Refusal.class, () -> enter(gate, Duration.ofSeconds(20)));
                    assertThat(refusal.reason()).isEqualTo(Reason.PAUSED);
                    turnedAwayAfter.add(Duration.ofNanos(time.nanoTime()));
                }),
                doing(() -> {
                    rest(Duration.ofSeconds(3));
                    gate.throttled(holder, Duration.ofSeconds(60));
                })));
        assertThat(turnedAwayAfter).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void who_gets_no_place_in_its_time_is_turned_away_then() throws Exception {
        TenantGate gate = gate(time, 1, 100);
        enter(gate, MINUTE);
        time.run(List.of(doing(() -> {
            Refusal refusal = thrown(Refusal.class, () -> enter(gate, Duration.ofSeconds(20)));
            assertThat(refusal.reason()).isEqualTo(Reason.OUT_OF_TIME);
        })));
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(20).toNanos());
    }

    @Test
    void who_finds_the_line_full_is_turned_away_at_once() throws Exception {
        TenantGate gate = gate(time, 1, 3);
        Pass holder = enter(gate, MINUTE);
        List<Reason> reasons = new CopyOnWriteArrayList<>();
        List<Runnable> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            callers.add(doing(() -> gate.leave(enter(gate, MINUTE))));
        }
        callers.add(doing(() -> {
            rest(Duration.ofMillis(1));
            reasons.add(thrown(Refusal.class, () -> enter(gate, MINUTE)).reason());
            gate.leave(holder);
        }));
        time.run(callers);
        assertThat(reasons).containsExactly(Reason.FULL);
    }

    @Test
    void who_left_the_line_does_not_block_those_behind() throws Exception {
        TenantGate gate = gate(time, 1, 100);
        Pass holder = enter(gate, MINUTE);
        time.run(List.of(
                doing(() -> thrown(Refusal.class, () -> enter(gate, Duration.ofSeconds(1)))),
                doing(() -> {
                    rest(Duration.ofMillis(1));
                    gate.leave(enter(gate, MINUTE));
                }),
                doing(() -> {
                    rest(Duration.ofSeconds(2));
                    gate.leave(holder);
                })));
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void an_interrupt_calls_out_of_the_line_and_out_of_a_pause() throws Exception {
        TimeSource real = TimeSource.system();
        for (boolean paused : new boolean[] {false, true}) {
            TenantGate gate = gate(real, 1, 100);
            Pass holder = gate.enter(gate.ticket(), new Deadline(real, MINUTE), open, told::add);
            if (paused) {
                gate.throttled(holder, Duration.ofSeconds(50));
            }
            Background waiting = Background.start(doing(() -> thrown(
                            InterruptedException.class,
                            () -> gate.enter(gate.ticket(), new Deadline(real, MINUTE), open, told::add))))
                    .awaitWaiting();
            waiting.interrupt();
            assertThat(waiting.failure()).isNull();
        }
    }

    @Test
    void closing_calls_out_of_a_pause() throws Exception {
        TimeSource real = TimeSource.system();
        TenantGate gate = gate(real, 1, 100);
        gate.throttled(gate.enter(gate.ticket(), new Deadline(real, MINUTE), open, told::add), Duration.ofSeconds(50));
        Background waiting = Background.start(doing(() -> {
                    Refusal refusal = thrown(
                            Refusal.class,
                            () -> gate.enter(gate.ticket(), new Deadline(real, MINUTE), open, told::add));
                    assertThat(refusal.reason()).isEqualTo(Reason.CLOSED);
                }))
                .awaitWaiting();
        open.close();
        assertThat(waiting.failure()).isNull();
    }
}
