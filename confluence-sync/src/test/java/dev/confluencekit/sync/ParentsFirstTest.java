package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.testkit.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that want parents before children. */
class ParentsFirstTest {
    private final MirroredSite site = new MirroredSite();
    private final WatchedTarget target = new WatchedTarget(site.target());
    private final Set<String> stored = new HashSet<>();
    private final List<String> orphans = new ArrayList<>();

    @BeforeEach
    void watch() {
        target.parentsFirst();
        target.beforeBatch(batch -> {
            for (MirrorItem item : batch.put()) {
                String parent = item.state().parentId();
                if (item.key().kind() == ItemKind.PAGE && parent != null && !stored.contains(parent)) {
                    orphans.add(item.state().title());
                }
                stored.add(item.key().id());
            }
        });
        site.space("DOCS");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> pages(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(site.page("DOCS", "Page " + i));
        }
        return ids;
    }

    @Test
    void no_child_comes_before_its_parent_however_deep_and_however_listed() {
        List<String> ids = pages(700);
        Collections.shuffle(ids, new Random(7));
        // A chain of 100 and bushes below it, in an order that has nothing to do with that of the listing.
        for (int i = 1; i < ids.size(); i++) {
            site.simulator().movePage(ids.get(i), ids.get(i < 100 ? i - 1 : i % 100));
        }

        MirrorReport report = site.mirror().into(target).build().run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(orphans).isEmpty();
        assertThat(site.titles(ItemKind.PAGE)).hasSize(700);
    }

    @Test
    void a_page_that_moves_below_a_new_one_comes_after_it() {
        List<String> ids = pages(3);
        Mirror mirror = site.mirror().into(target).build();
        mirror.run();
        site.clock().advance(Duration.ofHours(1));
        String added = site.page("DOCS", "Added");
        site.simulator().movePage(ids.get(0), added);

        mirror.run();

        assertThat(orphans).isEmpty();
        assertThat(site.mirrored(ids.get(0)).state().parentId()).isEqualTo(added);
    }

    @Test
    void pages_whose_parent_cannot_be_had_come_all_the_same() {
        List<String> ids = pages(3);
        site.simulator().movePage(ids.get(0), ids.get(1));
        site.answers((request, answer) -> {
            String query = String.valueOf(request.uri().getRawQuery());
            boolean bodies = query.contains("body-format");
            String without = answer.bodyText().replace("\"" + ids.get(1) + "\",\"status\"", "\"999\",\"status\"");
            return bodies
                    ? SimulatedResponse.of(200, "application/json", without.getBytes(StandardCharsets.UTF_8))
                    : answer;
        });

        MirrorReport report = site.mirror().into(target).build().run();

        assertThat(site.titles(ItemKind.PAGE))
                .containsKeys(ids.get(0), ids.get(2))
                .doesNotContainKey(ids.get(1));
        assertThat(orphans).containsExactly("Page 0");
        assertThat(report.counts().added()).isEqualTo(2);
    }

    @Test
    void pages_that_stand_below_each_other_end_nothing_in_waiting() {
        List<String> ids = pages(2);
        site.answers((request, answer) -> SimulatedResponse.of(
                answer.status(),
                "application/json",
                answer.bodyText()
                        .replaceAll("(\"id\":\"" + ids.get(0) + "\".*?\"parentId\":)null", "$1\"" + ids.get(1) + "\"")
                        .replaceAll("(\"id\":\"" + ids.get(1) + "\".*?\"parentId\":)null", "$1\"" + ids.get(0) + "\"")
                        .getBytes(StandardCharsets.UTF_8)));

        MirrorReport report = site.mirror().into(target).build().run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).hasSize(2);
        assertThat(site.mirrored(ids.get(0)).state().parentId()).isEqualTo(ids.get(1));
        assertThat(site.mirrored(ids.get(1)).state().parentId()).isEqualTo(ids.get(0));
    }
}
