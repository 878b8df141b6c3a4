package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.render.UnrenderedBody;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renderers that are shown bodies together before they render them. */
class MirrorRenderersTest {
    private final MirroredSite site = new MirroredSite();
    private final Asking renderer = new Asking();
    private String page = "";
    private String another = "";

    @BeforeEach
    void fill() {
        site.space("DOCS");
        page = site.page("DOCS", "Page");
        another = site.page("DOCS", "Another");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void bodies_that_are_fetched_together_are_shown_together_and_rendered_by_what_was_made_for_them() {
        site.mirror().renderedBy(renderer).build().run();

        assertThat(renderer.batches).hasSize(1);
        assertThat(renderer.batches.get(0))
                .extracting(UnrenderedBody::item)
                .containsExactlyInAnyOrder(new ItemKey(ItemKind.PAGE, page), new ItemKey(ItemKind.PAGE, another));
        assertThat(renderer.batches.get(0)).extracting(UnrenderedBody::text).allMatch(text -> text.startsWith("<p>"));
        assertThat(site.body(page)).startsWith("known: <p>");
        assertThat(site.body(another)).startsWith("known: <p>");
    }

    @Test
    void what_a_renderer_asks_the_site_is_counted() {
        site.simulator().clearRequests();

        MirrorReport report = site.mirror().renderedBy(renderer).build().run();

        assertThat(report.traffic().requests())
                .isEqualTo(site.simulator().requests().size());
    }

    @Test
    void comments_are_shown_with_the_page_that_they_belong_to() {
        String who = site.simulator().account(MirroredSite.EMAIL).accountId();
        site.simulator().community().comment(page, who, "<p>said</p>");

        site.mirror()
                .scope(MirrorScope.allSpaces().withComments())
                .renderedBy(renderer)
                .build()
                .run();

        assertThat(renderer.batches.stream()
                        .flatMap(List::stream)
                        .filter(body -> body.item().kind() == ItemKind.FOOTER_COMMENT))
                .singleElement()
                .satisfies(body -> {
                    assertThat(body.owner()).isEqualTo(new ItemKey(ItemKind.PAGE, page));
                    assertThat(body.text()).isEqualTo("<p>said</p>");
                });
    }

    @Test
    void where_nothing_could_be_found_out_the_bodies_are_skipped_and_tried_again() {
        Mirror mirror = site.mirror().renderedBy(renderer).build();
        renderer.refuses = true;

        MirrorReport first = mirror.run();
        renderer.refuses = false;
        MirrorReport second = mirror.run();

        assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(first.skipped()).hasSize(2).allSatisfy(skipped -> {
            assertThat(skipped.reason()).isEqualTo(Reason.NOT_RENDERED);
            assertThat(skipped.detail()).contains("nobody answers");
        });
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.body(page)).startsWith("known: ");
    }

    /** Knows bodies that it was shown, and renders no others. */
    private static final class Asking implements BodyRenderer {
        private final List<List<UnrenderedBody>> batches = new ArrayList<>();
        private boolean refuses;

        @Override
        public BodyFormat source() {
            return BodyFormat.STORAGE;
        }

        @Override
        public String name() {
            return "asking";
        }

        @Override
        public BodyRenderer forBatch(List<UnrenderedBody> bodies, ConfluenceConnection connection) {
            if (refuses) {
                throw new IllegalStateException("nobody answers");
            }
            SpacesClient.over(connection).list().first();
            batches.add(bodies);
            Set<String> known = new HashSet<>();
            bodies.forEach(body -> known.add(body.text()));
            return new Knowing(known);
        }

        @Override
        public ItemBody render(ItemState state, ItemDetails details, String body) {
            throw new IllegalStateException("was not asked for a batch");
        }
    }

    private record Knowing(Set<String> known) implements BodyRenderer {
        @Override
        public BodyFormat source() {
            return BodyFormat.STORAGE;
        }

        @Override
        public String name() {
            return "asking";
        }

        @Override
        public ItemBody render(ItemState state, ItemDetails details, String body) {
            return new ItemBody((known.contains(body) ? "known: " : "unknown: ") + body, "text/plain", "txt");
        }
    }
}
