package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.MirrorListener;
import dev.confluencekit.sync.report.MirrorPlan;
import dev.confluencekit.sync.report.MirrorProgress;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.NobodyException;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.TargetMismatchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans, schedules, listeners, and what a mirror is bound to. */
@Timeout(60)
class MirrorLifeTest {
    private final MirroredSite site = new MirroredSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_plan_of_a_first_run_tells_what_it_costs_and_changes_nothing() {
        site.space("DOCS");
        site.pages("DOCS", 1_000);
        Mirror mirror = site.mirror().build();

        MirrorPlan plan = mirror.plan();
        int storedByPlan = site.target().items().size();
        MirrorReport report = mirror.run();

        assertThat(plan.kind()).isEqualTo(RunKind.FIRST);
        assertThat(plan.items()).isEqualTo(1_000);
        assertThat(plan.requests())
                .isBetween(report.traffic().requests() - 2, report.traffic().requests() + 2);
        assertThat(storedByPlan).isZero();
    }

    @Test
    void the_plan_of_a_later_run_tells_of_which_kind_it_is() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        site.clock().advance(Duration.ofHours(1));
        Mirror mirror = site.mirror().build();
        mirror.run();

        MirrorPlan soon = mirror.plan();
        site.clock().advance(Duration.ofHours(25));
        MirrorPlan due = mirror.plan();
        MirrorReport report = mirror.run();

        assertThat(soon.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(soon.requests()).isLessThanOrEqualTo(10);
        assertThat(due.kind()).isEqualTo(RunKind.RECONCILING).isEqualTo(report.kind());
        assertThat(report.traffic().requests()).isBetween(due.requests() - 4, due.requests() + 4);
    }

    @Test
    void nobody_gets_no_plan() {
        site.space("DOCS");
        site.simulator().anonymousAccess(true);
        var key = site.simulator().account(MirroredSite.EMAIL).issueKey();
        site.useKey(key.secret());
        key.revoke();

        assertThatThrownBy(() -> site.mirror().build().plan()).isInstanceOf(NobodyException.class);
    }

    @Test
    void listeners_hear_of_progress_and_of_the_end_of_each_space() {
        site.space("DOCS");
        site.space("TEAM");
        site.pages("DOCS", 700);
        site.pages("TEAM", 10);
        List<MirrorProgress> heard = new ArrayList<>();
        List<SpaceOutcome> spaces = new ArrayList<>();
        Mirror mirror = site.mirror()
                .listener(new MirrorListener() {
                    @Override
                    public void progressed(MirrorProgress progress) {
                        heard.add(progress);
                    }

                    @Override
                    public void spaceEnded(SpaceOutcome space) {
                        spaces.add(space);
                    }
                })
                .build();

        mirror.run();

        assertThat(spaces).extracting(SpaceOutcome::key).containsExactlyInAnyOrder("DOCS", "TEAM");
        assertThat(spaces).extracting(SpaceOutcome::result).containsOnly(SpaceOutcome.Result.READ);
        assertThat(heard).extracting(MirrorProgress::stored).isSorted().last().isEqualTo(710L);
        assertThat(heard).last().satisfies(last -> {
            assertThat(last.spaces()).isEqualTo(2);
            assertThat(last.listed()).isEqualTo(710);
        });
    }

    @Test
    void a_listener_that_throws_does_not_harm_the_run() {
        site.space("DOCS");
        site.pages("DOCS", 3);

        MirrorReport report = site.mirror()
                .listener(new MirrorListener() {
                    @Override
                    public void progressed(MirrorProgress progress) {
                        throw new IllegalStateException("no display");
                    }
                })
                .build()
                .run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(3);
    }

    @Test
    void a_schedule_runs_at_once_and_again_after_trouble_until_it_is_closed() throws Exception {
        site.space("DOCS");
        site.page("DOCS", "Page");
        BlockingQueue<MirrorReport> reports = new LinkedBlockingQueue<>();

        MirrorSchedule schedule = site.mirror().build().schedule(Duration.ofMillis(1), report -> {
            reports.add(report);
            throw new IllegalStateException("the host's own trouble");
        });
        MirrorReport first = reports.take();
        MirrorReport second = reports.take();
        schedule.close();

        assertThat(first.kind()).isEqualTo(RunKind.FIRST);
        assertThat(second.kind()).isEqualTo(RunKind.RECONCILING);
    }

    @Test
    void the_schedulers_of_hosts_stay_open() throws Exception {
        site.space("DOCS");
        ScheduledExecutorService hosts = Executors.newSingleThreadScheduledExecutor();
        try {
            BlockingQueue<MirrorReport> reports = new LinkedBlockingQueue<>();
            MirrorSchedule schedule = site.mirror().build().schedule(Duration.ofHours(1), reports::add, hosts);
            reports.take();

            schedule.close();

            CountDownLatch still = new CountDownLatch(1);
            hosts.execute(still::countDown);
            still.await();
            assertThat(hosts.isShutdown()).isFalse();
        } finally {
            hosts.shutdownNow();
        }
    }

    @Test
    void an_interval_of_nothing_is_refused() {
        Mirror mirror = site.mirror().build();

        assertThatThrownBy(() -> mirror.schedule(Duration.ZERO, report -> {}))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("interval");
    }

    @Test
    void a_mirror_of_one_scope_does_not_become_one_of_another_unnoticed() {
        site.space("DOCS");
        site.page("DOCS", "Page");
        site.mirror().build().run();

        assertThatThrownBy(() ->
                        site.mirror().scope(MirrorScope.spaces("DOCS")).build().run())
                .isInstanceOf(TargetMismatchException.class)
                .hasMessageContaining("scope");
        assertThat(site.titles(ItemKind.PAGE)).hasSize(1);
    }

    @Test
    void a_mirror_without_a_target_is_refused() {
        assertThatThrownBy(() -> Mirror.of(site.connection()).build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("target");
    }
}
