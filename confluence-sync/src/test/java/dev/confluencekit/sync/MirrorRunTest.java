package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.RunKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs bring into a mirror, and what they cost. */
class MirrorRunTest {
    private final MirroredSite site = new MirroredSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_first_run_brings_every_page_with_its_body() {
        site.space("DOCS");
        site.pages("DOCS", 600);

        MirrorReport report = site.mirror().build().run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(report.kind()).isEqualTo(RunKind.FIRST);
        assertThat(report.counts().added()).isEqualTo(600);
        assertThat(site.target().items().values())
                .filteredOn(item -> item.key().kind() == ItemKind.PAGE)
                .hasSize(600)
                .allSatisfy(item -> assertThat(item.body())
                        .isNotNull()
                        .extracting(body -> body.text())
                        .isEqualTo("<p>" + item.state().title() + " as it was</p>"));
    }

    @Test
    void the_first_run_costs_a_listing_and_a_bulk_read_of_bodies() {
        site.space("DOCS");
        site.pages("DOCS", 1_000);

        MirrorReport report = site.mirror().build().run();

        // Twice who we are, the spaces, four responses of the listing, five of bodies: the last are dealt out evenly.
        assertThat(report.traffic().requests()).isEqualTo(12);
    }

    @Test
    void an_edit_is_fetched_and_nothing_else() {
        site.space("DOCS");
        String first = site.page("DOCS", "First");
        site.page("DOCS", "Second");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.clock().advance(Duration.ofHours(1));
        site.simulator().updatePage(first, "<p>new</p>");

        MirrorReport report = mirror.run();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(report.counts().added()).isZero();
        assertThat(site.body(first)).isEqualTo("<p>new</p>");
        assertThat(site.mirrored(first).state().version()).isEqualTo(2);
    }

    @Test
    void a_move_is_found_though_it_raises_no_version() {
        site.space("DOCS");
        String parent = site.page("DOCS", "Parent");
        String child = site.page("DOCS", "Child");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.simulator().movePage(child, parent);

        MirrorReport report = mirror.run();

        assertThat(report.kind()).isEqualTo(RunKind.RECONCILING);
        assertThat(report.counts().moved()).isEqualTo(1);
        assertThat(site.mirrored(child).state().parentId()).isEqualTo(parent);
    }

    @Test
    void a_page_in_the_trash_leaves_the_mirror() {
        site.space("DOCS");
        String page = site.page("DOCS", "Old");
        site.page("DOCS", "Kept");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.simulator().trashPage(page);

        MirrorReport report = mirror.run();

        assertThat(report.counts().removed()).isEqualTo(1);
        assertThat(site.titles(ItemKind.PAGE)).containsValue("Kept").doesNotContainKey(page);
    }

    @Test
    void a_page_that_is_not_found_is_marked_first_and_leaves_after_five_minutes() {
        site.space("DOCS");
        String page = site.page("DOCS", "Purged");
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.simulator().removePage(page);

        MirrorReport marked = mirror.run();
        site.clock().advance(Duration.ofMinutes(4));
        MirrorReport early = mirror.run();
        boolean stillThere = site.titles(ItemKind.PAGE).containsKey(page);
        site.clock().advance(Duration.ofMinutes(1));
        MirrorReport settled = mirror.run();

        assertThat(marked.counts().unreachable()).isEqualTo(1);
        assertThat(early.counts().removed()).isZero();
        assertThat(early.unreachableInAll()).isEqualTo(1);
        assertThat(stillThere).isTrue();
        assertThat(settled.counts().removed()).isEqualTo(1);
        assertThat(site.titles(ItemKind.PAGE)).isEmpty();
    }

    @Test
    void a_large_mirror_asks_for_changes_only() {
        site.space("DOCS");
        site.pages("DOCS", 6_000);
        site.clock().advance(Duration.ofHours(1));
        Mirror mirror = site.mirror().build();
        mirror.run();
        site.clock().advance(Duration.ofHours(2));
        String changed = site.page("DOCS", "New");

        MirrorReport report = mirror.run();

        assertThat(report.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(report.counts().added()).isEqualTo(1);
        assertThat(site.mirrored(changed).state().title()).isEqualTo("New");
        // Twice who we are, the spaces, what changed last and a response more, one body.
        assertThat(report.traffic().requests()).isEqualTo(6);
    }
}
