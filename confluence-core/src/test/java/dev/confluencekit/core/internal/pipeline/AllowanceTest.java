package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.testing.FixedRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many requests of a site may be under way, and what its answers change about that. */
class AllowanceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Allowance allowance = new Allowance(5, 8, new FixedRandom(0));
    private long now = 100 * SECOND;

    private List<Pass> takeAll() {
        List<Pass> passes = new ArrayList<>();
        while (allowance.hasRoom(now)) {
            passes.add(allowance.take());
        }
        return passes;
    }

    private int room() {
        List<Pass> passes = takeAll();
        passes.forEach(allowance::giveBack);
        return passes.size();
    }

    private void answerAFullHouse() {
        takeAll().forEach(pass -> allowance.answered(pass, false));
    }

    private void throttle(Duration asked) {
        allowance.throttled(allowance.take(), asked, now);
    }

    @Test
    void begins_with_its_start() {
        assertThat(room()).isEqualTo(5);
    }

    @Test
    void grows_by_one_for_each_house_full_of_answers_up_to_its_limit() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answerAFullHouse();
            sizes.add(room());
        }
        assertThat(sizes.get(0)).isLessThanOrEqualTo(6);
        assertThat(sizes).isSorted().endsWith(8);
        assertThat(sizes).doesNotContain(9);
    }

    @Test
    void does_not_grow_while_fewer_are_under_way_than_may_be() {
        for (int i = 0; i < 100; i++) {
            allowance.answered(allowance.take(), false);
        }
        assertThat(room()).isEqualTo(5);
    }

    @Test
    void a_warning_halves_it() {
        allowance.answered(allowance.take(), true);
        assertThat(room()).isEqualTo(2);
    }

    @Test
    void warnings_on_requests_that_left_before_the_cut_cut_no_further() {
        takeAll().forEach(pass -> allowance.answered(pass, true));
        assertThat(room()).isEqualTo(2);
    }

    @Test
    void goes_down_to_one_and_no_further() {
        for (int i = 0; i < 10; i++) {
            allowance.answered(allowance.take(), true);
        }
        assertThat(room()).isEqualTo(1);
    }

    @Test
    void recovers_after_warnings_have_ended() {
        allowance.answered(allowance.take(), true);
        for (int i = 0; i < 100; i++) {
            answerAFullHouse();
        }
        assertThat(room()).isEqualTo(8);
    }

    @Test
    void throttling_shuts_it_for_as_long_as_asked() {
        throttle(Duration.ofSeconds(30));
        assertThat(allowance.shutFor(now)).isEqualTo(30 * SECOND);
        now += 30 * SECOND - 1;
        assertThat(room()).isZero();
        now++;
        assertThat(room()).isPositive();
    }

    @Test
    void after_the_pause_one_goes_first_and_each_answer_doubles_up_to_half_of_what_was_too_much() {
        for (int i = 0; i < 60; i++) {
            answerAFullHouse();
        }
        throttle(Duration.ofSeconds(1));
        now += 10 * SECOND;
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sizes.add(room());
            allowance.answered(allowance.take(), false);
        }
        sizes.add(room());
        assertThat(sizes).containsExactly(1, 2, 4, 4);
    }

    @Test
    void a_probe_without_an_answer_proves_nothing() {
        throttle(Duration.ofSeconds(1));
        now += 10 * SECOND;
        allowance.giveBack(allowance.take());
        assertThat(room()).isEqualTo(1);
    }

    @Test
    void waits_double_while_refusals_follow_each_other_and_stop_at_half_a_minute() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            throttle(Duration.ZERO);
            waits.add(allowance.shutFor(now) / SECOND);
            now += allowance.shutFor(now);
        }
        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void an_answer_ends_the_doubling() {
        throttle(Duration.ZERO);
        now += 2 * SECOND;
        allowance.answered(allowance.take(), false);
        throttle(Duration.ZERO);
        assertThat(allowance.shutFor(now)).isEqualTo(2 * SECOND);
    }

    @Test
    void refusals_of_one_house_count_once() {
        takeAll().forEach(pass -> allowance.throttled(pass, Duration.ZERO, now));
        assertThat(allowance.shutFor(now)).isEqualTo(2 * SECOND);
    }

    @Test
    void a_pause_stands_when_a_later_answer_names_a_shorter_one() {
        Pass other = allowance.take();
        throttle(Duration.ofSeconds(60));
        allowance.throttled(other, Duration.ofSeconds(5), now);
        assertThat(allowance.shutFor(now)).isEqualTo(60 * SECOND);
    }

    @Test
    void a_later_answer_that_names_a_longer_pause_prolongs_it() {
        Pass other = allowance.take();
        throttle(Duration.ofSeconds(5));
        allowance.throttled(other, Duration.ofSeconds(60), now);
        assertThat(allowance.shutFor(now)).isEqualTo(60 * SECOND);
    }

    @Test
    void a_pause_of_ages_does_not_overflow() {
        throttle(Duration.ofDays(36_500_000));
        assertThat(allowance.shutFor(now)).isGreaterThan(Duration.ofDays(36_500).toNanos());
    }

    @Test
    void jitter_only_prolongs_and_by_less_than_a_third() {
        Allowance jittered = new Allowance(5, 8, new FixedRandom(0.999));
        jittered.throttled(jittered.take(), Duration.ofSeconds(100), now);
        assertThat(jittered.shutFor(now)).isBetween(129 * SECOND, 130 * SECOND);
    }

    @Test
    void answers_to_requests_that_left_before_a_refusal_do_not_open_it_wider() {
        Pass early = allowance.take();
        throttle(Duration.ofSeconds(1));
        now += 10 * SECOND;
        allowance.answered(early, false);
        assertThat(room()).isEqualTo(1);
    }

    @Test
    void a_place_is_given_back_once_only() {
        Pass pass = allowance.take();
        allowance.answered(pass, false);
        allowance.giveBack(pass);
        assertThat(room()).isEqualTo(5);
    }

    @Test
    void is_as_good_as_new_only_with_nothing_to_remember() {
        assertThat(allowance.isFresh(now)).isTrue();
        throttle(Duration.ofSeconds(1));
        assertThat(allowance.isFresh(now)).isFalse();
        now += 10 * SECOND;
        assertThat(allowance.isFresh(now)).isFalse();
    }
}
