package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run makes of answers that are old, spoilt or refused, and of being told to end. */
class MirrorTroubleTest {
    private final MirroredSite site = new MirroredSite();
    private final WatchedTarget watched = new WatchedTarget(site.target());

    @AfterEach
    void close() {
        site.close();
    }

    private static boolean asksFor(TransportRequest request, String id) {
        String query = request.uri().getRawQuery();
        return query != null
                && query.contains("body-format")
                && query.matches(".*\\bid=([0-9%C,]*[,C])?" + id + "\\b.*");
    }

    private static boolean goesOn(TransportRequest request) {
        String query = request.uri().getRawQuery();
        return query != null && query.contains("cursor=");
    }

    private static SimulatedResponse json(int status, String body) {
        return SimulatedResponse.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static SimulatedResponse older(SimulatedResponse answer) {
        return json(200, answer.bodyText().replace("\"number\":2", "\"number\":1"));
    }

    @Test
    void a_page_that_comes_older_than_it_is_listed_is_fetched_again() {
        site.space("DOCS");
        String page = site.page("DOCS", "Page");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.simulator().updatePage(page, "<p>new</p>");
        AtomicInteger old = new AtomicInteger();
        site.answers((asked, answer) -> asksFor(asked, page) && old.incrementAndGet() <= 2 ? older(answer) : answer);

        MirrorReport report = mirror.run();

        assertThat(old).hasValue(3);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.mirrored(page).state().version()).isEqualTo(2);
        assertThat(site.body(page)).isEqualTo("<p>new</p>");
    }

    @Test
    void a_page_that_stays_older_than_it_is_listed_is_reported_and_left_for_the_next_run() {
        site.space("DOCS");
        String page = site.page("DOCS", "Page");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.simulator().updatePage(page, "<p>new</p>");
        site.answers((asked, answer) -> asksFor(asked, page) ? older(answer) : answer);

        MirrorReport first = mirror.run();
        int versionAfterFirst = site.mirrored(page).state().version();
        site.answers((asked, answer) -> answer);
        MirrorReport second = mirror.run();

        assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(first.skipped()).extracting(SkippedItem::reason).containsExactly(Reason.STALE);
        assertThat(versionAfterFirst).isEqualTo(1);
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.mirrored(page).state().version()).isEqualTo(2);
    }

    @Test
    void one_page_that_the_site_cannot_give_does_not_keep_the_others_away() {
        site.space("DOCS");
        site.pages("DOCS", 300);
        String poison = site.page("DOCS", "Poison");
        site.answers((asked, answer) -> asksFor(asked, poison) ? json(500, "{}") : answer);
        Mirror mirror = site.mirror().build();

        MirrorReport first = mirror.run();
        site.answers((asked, answer) -> answer);
        MirrorReport second = mirror.run();

        assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(first.skipped()).extracting(SkippedItem::key).containsExactly(new ItemKey(ItemKind.PAGE, poison));
        assertThat(first.counts().added()).isEqualTo(300);
        assertThat(second.counts().added()).isEqualTo(1);
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void a_skipped_page_is_tried_again_by_an_incremental_run_too() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        String poison = site.page("DOCS", "Poison");
        site.clock().advance(Duration.ofHours(1));
        site.answers((asked, answer) -> asksFor(asked, poison) ? json(500, "{}") : answer);
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.answers((asked, answer) -> answer);
        site.clock().advance(Duration.ofHours(1));

        MirrorReport second = mirror.run();
        MirrorReport third = mirror.run();

        assertThat(second.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(second.counts().added()).isEqualTo(1);
        assertThat(third.traffic().requests()).isLessThan(second.traffic().requests());
    }

    @Test
    void a_refused_cursor_begins_its_listing_anew_and_brings_nothing_twice() {
        site.space("DOCS");
        site.pages("DOCS", 1_200);
        AtomicInteger asked = new AtomicInteger();
        site.answers((request, answer) ->
                goesOn(request) && asked.incrementAndGet() == 3 ? json(400, "{\"errors\":[]}") : answer);

        MirrorReport report = site.mirror().build().run();

        assertThat(asked).hasValueGreaterThan(5);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(report.counts().added()).isEqualTo(1_200);
        assertThat(report.counts().updated()).isZero();
        assertThat(site.titles(ItemKind.PAGE)).hasSize(1_200);
    }

    @Test
    void a_listing_whose_cursors_are_always_refused_is_reported() {
        site.space("DOCS");
        site.pages("DOCS", 600);
        site.answers((request, answer) -> goesOn(request) ? json(400, "{\"errors\":[]}") : answer);

        MirrorReport report = site.mirror().build().run();

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.spaces()).extracting(SpaceOutcome::result).containsExactly(SpaceOutcome.Result.INCOMPLETE);
    }

    @Test
    void a_space_that_was_read_in_part_is_read_to_its_end_by_the_next_run() {
        site.space("DOCS");
        site.pages("DOCS", 600);
        site.answers((request, answer) -> goesOn(request) ? json(400, "{\"errors\":[]}") : answer);
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.answers((request, answer) -> answer);

        MirrorReport second = mirror.run();

        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(600);
    }

    @Test
    void a_space_that_a_reconciling_run_could_not_list_is_listed_by_the_next_run_though_none_is_due() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        site.clock().advance(Duration.ofHours(1));
        Mirror always = site.mirror().reconcileEvery(Duration.ZERO).build();
        always.run();
        String lost = site.titles(ItemKind.PAGE).keySet().iterator().next();
        site.simulator().trashPage(lost);
        site.clock().advance(Duration.ofHours(1));
        site.answers((request, answer) -> goesOn(request) ? json(400, "{\"errors\":[]}") : answer);
        MirrorReport failed = always.run();
        site.answers((request, answer) -> answer);
        site.clock().advance(Duration.ofHours(1));

        MirrorReport next = site.mirror().build().run();

        assertThat(failed.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(failed.counts().removed()).isZero();
        assertThat(next.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(next.counts().removed()).isEqualTo(1);
        assertThat(site.titles(ItemKind.PAGE)).doesNotContainKey(lost);
    }

    @Test
    void what_changed_is_not_taken_for_read_while_the_listing_of_changes_fails() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        site.clock().advance(Duration.ofHours(1));
        Mirror mirror = site.mirror().build();
        mirror.run();
        String page = site.titles(ItemKind.PAGE).keySet().iterator().next();
        site.clock().advance(Duration.ofHours(1));
        site.simulator().updatePage(page, "<p>new</p>");
        site.simulator().fail("/wiki/api/v2/pages", 4, Failure.status(500));
        MirrorReport failed = mirror.run();
        site.simulator().clearFailures();
        site.clock().advance(Duration.ofHours(2));

        MirrorReport next = mirror.run();

        assertThat(failed.outcome()).isNotEqualTo(Outcome.COMPLETE);
        assertThat(next.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(site.body(page)).isEqualTo("<p>new</p>");
    }

    @Test
    void a_page_that_is_back_is_not_unreachable_any_more() {
        site.space("DOCS");
        String page = site.page("DOCS", "Page");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.answers((request, answer) ->
                request.uri().getRawPath().endsWith("/pages") ? json(200, "{\"results\":[],\"_links\":{}}") : answer);
        MirrorReport marked = mirror.run();
        Instant since = site.mirrored(page).state().unreachableSince();
        site.answers((request, answer) -> answer);

        MirrorReport back = mirror.run();

        assertThat(marked.unreachableInAll()).isEqualTo(1);
        assertThat(since).isNotNull();
        assertThat(back.unreachableInAll()).isZero();
        assertThat(back.counts().updated()).isZero();
        assertThat(site.mirrored(page).state().unreachableSince()).isNull();
    }

    @Test
    void a_page_that_goes_while_it_is_read_is_told_and_forgotten() {
        site.space("DOCS");
        String page = site.page("DOCS", "Short-lived");
        site.answers((request, answer) -> {
            if (request.uri().getRawPath().endsWith("/pages")
                    && answer.bodyText().contains("Short-lived")
                    && !asksFor(request, page)) {
                site.simulator().removePage(page);
            }
            return answer;
        });
        Mirror mirror = site.mirror().build();

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(report.skipped()).extracting(SkippedItem::reason).containsExactly(Reason.GONE_WHILE_READING);
        assertThat(site.titles(ItemKind.PAGE)).isEmpty();
    }

    @Test
    void what_the_target_has_lost_is_fetched_again_without_looking_at_the_rest() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        site.clock().advance(Duration.ofHours(1));
        Mirror mirror = site.mirror().into(watched).build();
        mirror.run();
        site.clock().advance(Duration.ofHours(1));
        ItemKey lost = site.target().items().keySet().stream()
                .filter(key -> key.kind() == ItemKind.PAGE)
                .findFirst()
                .orElseThrow();
        watched.lose(lost);
        AtomicInteger stored = new AtomicInteger();
        watched.beforeBatch(batch -> stored.addAndGet((int)
                batch.put().stream().filter(item -> item.key().equals(lost)).count()));

        MirrorReport report = mirror.run();

        assertThat(report.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(report.traffic().requests()).isLessThan(10);
        assertThat(stored).hasValue(1);
    }

    @Test
    void a_damaged_checkpoint_is_never_taken_for_a_new_mirror() {
        site.space("DOCS");
        site.page("DOCS", "Page");
        Mirror mirror = site.mirror().into(watched).build();
        mirror.run();
        watched.spoilsCheckpoint(text -> text.substring(0, text.length() - 3) + "\"}}");

        assertThatThrownBy(mirror::run)
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("Nothing was changed");
        assertThat(site.titles(ItemKind.PAGE)).hasSize(1);
    }

    @Test
    void a_target_that_fails_ends_the_run_and_the_next_goes_on() {
        site.space("DOCS");
        site.pages("DOCS", 1_000);
        AtomicInteger batches = new AtomicInteger();
        watched.beforeBatch(batch -> {
            if (batches.incrementAndGet() == 3) {
                throw new TargetException("The disk is full", null);
            }
        });
        Mirror mirror = site.mirror().into(watched).build();

        assertThatThrownBy(mirror::run).isInstanceOf(TargetException.class).hasMessage("The disk is full");
        int stored = site.titles(ItemKind.PAGE).size();
        MirrorReport next = mirror.run();

        assertThat(stored).isBetween(1, 999);
        assertThat(next.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(next.counts().added()).isEqualTo(1_000 - stored);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(1_000);
    }

    @Test
    void a_second_run_on_a_target_in_use_is_refused() {
        site.space("DOCS");
        site.page("DOCS", "Page");
        Mirror mirror = site.mirror().build();
        AtomicInteger refused = new AtomicInteger();
        site.beforeRequest(() -> {
            site.beforeRequest(() -> {});
            assertThatThrownBy(mirror::run).isInstanceOf(TargetBusyException.class);
            refused.incrementAndGet();
        });

        MirrorReport report = mirror.run();

        assertThat(refused).hasValue(1);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void a_run_can_be_cancelled_and_the_next_goes_on() {
        site.space("DOCS");
        site.pages("DOCS", 1_000);
        Mirror mirror = site.mirror().build();
        AtomicInteger requests = new AtomicInteger();
        site.beforeRequest(() -> {
            if (requests.incrementAndGet() == 7) {
                mirror.cancel();
            }
        });

        MirrorReport cancelled = mirror.run();
        MirrorReport next = mirror.run();

        assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(cancelled.counts().added()).isLessThan(1_000);
        assertThat(next.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(1_000);
    }

    @Test
    void an_interrupted_run_throws_keeps_the_flag_and_leaves_the_target_to_the_next() {
        site.space("DOCS");
        site.pages("DOCS", 600);
        Mirror mirror = site.mirror().build();
        AtomicInteger requests = new AtomicInteger();
        site.beforeRequest(() -> {
            if (requests.incrementAndGet() == 4) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(mirror::run).isInstanceOf(ConfluenceInterruptedException.class);
        boolean flag = Thread.interrupted();

        assertThat(flag).isTrue();
        assertThat(mirror.run().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(600);
    }

    @Test
    void a_long_pause_ends_the_run_and_tells_when_to_come_back() {
        site.space("DOCS");
        site.pages("DOCS", 600);
        Mirror mirror = site.mirror().build();
        site.simulator().fail("/wiki/api/v2/pages", 1, Failure.rateLimited(Duration.ofHours(1)));
        Instant asked = site.clock().instant();

        MirrorReport report = mirror.run();

        assertThat(report.outcome()).isEqualTo(Outcome.PAUSED);
        assertThat(report.problem()).containsInstanceOf(RateLimitedException.class);
        assertThat(report.resumeAt())
                .isNotNull()
                .isBetween(asked.plus(Duration.ofMinutes(60)), asked.plus(Duration.ofMinutes(90)));
    }

    @Test
    void an_executor_that_takes_nothing_makes_the_run_slower_and_no_worse() {
        site.space("DOCS");
        site.pages("DOCS", 600);

        MirrorReport report = site.mirror()
                .executor(work -> {
                    throw new RejectedExecutionException("full");
                })
                .build()
                .run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(600);
    }

    @Test
    void a_mirror_of_some_spaces_keeps_out_the_others_and_misses_none_silently() {
        site.space("DOCS");
        site.space("TEAM");
        site.page("DOCS", "Here");
        site.page("TEAM", "There");

        MirrorReport report =
                site.mirror().scope(MirrorScope.spaces("DOCS", "NONE")).build().run();

        assertThat(site.titles(ItemKind.PAGE)).containsValue("Here").hasSize(1);
        assertThat(report.spaces())
                .filteredOn(space -> space.result() == SpaceOutcome.Result.LOST)
                .extracting(SpaceOutcome::key)
                .containsExactly("NONE");
    }

    @Test
    void a_page_that_no_longer_fits_the_scope_leaves() {
        site.space("DOCS");
        String page = site.page("DOCS", "Public");
        Mirror mirror = site.mirror()
                .scope(MirrorScope.allSpaces()
                        .only("public", (state, details) -> state.title().startsWith("Public")))
                .build();
        mirror.run();
        site.simulator().renamePage(page, "Secret");

        MirrorReport report = mirror.run();

        assertThat(report.counts().removed()).isEqualTo(1);
        assertThat(site.titles(ItemKind.PAGE)).isEmpty();
    }
}
