package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.NobodyException;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.TargetMismatchException;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not cost the mirror anything. */
class MirrorSafetyTest {
    private final MirroredSite site = new MirroredSite();
    private final Mirror mirror =
            site.mirror().reconcileEvery(Duration.ZERO).mostRemoved(1).build();
    private Map<String, String> before = Map.of();

    @BeforeEach
    void fill() {
        site.space("DOCS");
        site.space("TEAM");
        site.pages("DOCS", 5_000);
        site.pages("TEAM", 30);
        assertThat(mirror.run().complete()).isTrue();
        before = site.titles(ItemKind.PAGE);
        assertThat(before).hasSize(5_030);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void assertNothingIsMissing() {
        assertThat(site.titles(ItemKind.PAGE)).isEqualTo(before);
    }

    @Test
    void the_seventh_of_twenty_responses_fails_for_good() {
        AtomicInteger asked = new AtomicInteger();
        site.beforeRequest(() -> {
            if (site.simulator().requestCount("/wiki/api/v2/pages") % 30 >= 6 && asked.incrementAndGet() > 0) {
                site.simulator().fail("/wiki/api/v2/pages", 1, Failure.status(500));
            }
        });

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isIn(Outcome.PARTIAL, Outcome.STOPPED);
        assertThat(asked).hasPositiveValue();
        assertThat(report.counts().removed()).isZero();
        assertThat(report.counts().unreachable()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void the_key_expires_half_way_and_answers_turn_anonymous() {
        site.simulator().anonymousAccess(true);
        ApiKey key = site.simulator().account(MirroredSite.EMAIL).issueKey();
        site.useKey(key.secret());
        AtomicInteger requests = new AtomicInteger();
        site.beforeRequest(() -> {
            if (requests.incrementAndGet() == 9) {
                key.revoke();
            }
        });

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.problem()).containsInstanceOf(NobodyException.class);
        assertThat(report.unreachableInAll()).isZero();
        assertNothingIsMissing();
        assertThatThrownBy(report::orThrow).isInstanceOf(NobodyException.class);
    }

    @Test
    void the_key_is_refused_half_way() {
        ApiKey key = site.simulator().account(MirroredSite.EMAIL).issueKey();
        site.useKey(key.secret());
        AtomicInteger requests = new AtomicInteger();
        site.beforeRequest(() -> {
            if (requests.incrementAndGet() == 9) {
                key.revoke();
            }
        });

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.problem()).containsInstanceOf(AuthenticationException.class);
        assertNothingIsMissing();
    }

    @Test
    void the_listing_of_a_space_ends_early() {
        SimulatedResponse empty = SimulatedResponse.of(
                200, "application/json", "{\"results\":[],\"_links\":{}}".getBytes(StandardCharsets.UTF_8));
        AtomicInteger cut = new AtomicInteger();
        site.beforeRequest(() -> {
            if (site.simulator().requestCount("/wiki/api/v2/pages") % 50 == 45) {
                cut.incrementAndGet();
                site.simulator().fail("/wiki/api/v2/pages", 1, Failure.answer(empty));
            }
        });

        MirrorReport report = mirror.run();

        assertThat(cut).hasPositiveValue();
        assertThat(report.counts().removed()).isZero();
        assertThat(report.counts().unreachable()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void the_site_answers_not_found_for_a_minute() {
        site.simulator().fail("/wiki/api/v2/pages", 200, Failure.status(404));

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.counts().removed()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void the_site_answers_forbidden_for_a_minute() {
        site.simulator().fail("/wiki/api/v2/**", 200, Failure.status(403));

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isIn(Outcome.PARTIAL, Outcome.STOPPED);
        assertThat(report.counts().removed()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void a_space_that_is_not_there_any_more_stays_and_is_reported() {
        // Deleted, or not to be seen any more: the answers are the same.
        SimulatedResponse others = SimulatedResponse.of(
                200, "application/json", "{\"results\":[],\"_links\":{}}".getBytes(StandardCharsets.UTF_8));
        site.simulator().fail("/wiki/api/v2/spaces", 10, Failure.answer(others));
        site.simulator().fail("/wiki/api/v2/spaces/*", 10, Failure.status(404));

        MirrorReport first = mirror.run();
        site.clock().advance(Duration.ofHours(1));
        MirrorReport second = mirror.run();

        assertThat(first.spaces()).extracting(SpaceOutcome::result).containsOnly(SpaceOutcome.Result.LOST);
        assertThat(second.counts().removed()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void a_space_is_taken_from_sight_and_stays_so() {
        site.simulator().access().takeSpace("TEAM", MirroredSite.EMAIL);

        MirrorReport first = mirror.run();
        site.clock().advance(Duration.ofHours(1));
        MirrorReport second = mirror.run();

        assertThat(first.spaces())
                .filteredOn(space -> space.result() == SpaceOutcome.Result.LOST)
                .hasSize(1);
        assertThat(second.counts().removed()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void a_space_is_taken_from_sight_while_it_is_read_and_again_later() {
        for (int round = 0; round < 2; round++) {
            AtomicInteger requests = new AtomicInteger();
            site.beforeRequest(() -> {
                if (requests.incrementAndGet() == 3) {
                    site.simulator().access().takeSpace("TEAM", MirroredSite.EMAIL);
                }
            });

            MirrorReport report = mirror.run();

            assertThat(requests).hasValueGreaterThan(3);
            assertThat(report.counts().unreachable()).isZero();
            assertThat(report.counts().removed()).isZero();
            assertNothingIsMissing();
            site.simulator().access().giveSpace("TEAM", MirroredSite.EMAIL);
            site.clock().advance(Duration.ofMinutes(10));
        }
    }

    @Test
    void too_much_is_missing_at_once() {
        Mirror careful = site.mirror().reconcileEvery(Duration.ZERO).build();
        before.keySet().stream().limit(2_000).forEach(site.simulator()::trashPage);

        MirrorReport report = careful.run();

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.heldBack()).isEqualTo(2_000);
        assertThat(report.counts().removed()).isZero();
        assertNothingIsMissing();
    }

    @Test
    void another_scope_is_refused() {
        Mirror other = site.mirror().scope(MirrorScope.spaces("DOCS")).build();

        assertThatThrownBy(other::run)
                .isInstanceOf(TargetMismatchException.class)
                .hasMessageContaining("spaces [DOCS]");
        assertNothingIsMissing();
    }
}
