package dev.confluencekit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.testkit.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels, properties, comments and files of mirrored pages. */
class MirrorPartsTest {
    private final MirroredSite site = new MirroredSite();
    private final WatchedTarget watched = new WatchedTarget(site.target());
    private String page = "";

    @BeforeEach
    void fill() {
        site.space("DOCS");
        page = site.page("DOCS", "Page");
        site.page("DOCS", "Another");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Mirror mirror(MirrorScope scope) {
        return site.mirror().into(watched).scope(scope).build();
    }

    private String comment(String storage) {
        String who = site.simulator().account(MirroredSite.EMAIL).accountId();
        return site.simulator().community().comment(page, who, storage);
    }

    private String attach(String name, String content) {
        return site.simulator().addAttachment(page, name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> bodies(ItemKind kind) {
        return site.target().items().values().stream()
                .filter(item -> item.key().kind() == kind)
                .map(MirrorItem::body)
                .map(body -> body == null ? "" : body.text())
                .sorted()
                .toList();
    }

    @Test
    void a_label_is_found_though_it_raises_no_version() {
        Mirror mirror = mirror(MirrorScope.allSpaces().withLabels());
        mirror.run();
        site.simulator().labelPage(page, "howto", "billing");

        MirrorReport report = mirror.run();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(site.mirrored(page).details().labels()).containsExactly("billing", "howto");
        assertThat(site.mirrored(page).state().version()).isEqualTo(1);
    }

    @Test
    void labels_stay_out_of_a_scope_without_them() {
        site.simulator().labelPage(page, "howto");

        mirror(MirrorScope.allSpaces()).run();

        assertThat(site.mirrored(page).details().labels()).isEmpty();
    }

    @Test
    void properties_come_as_they_are() {
        site.write("POST", "/wiki/api/v2/pages/" + page + "/properties", "{\"key\":\"owner\",\"value\":{\"team\":7}}");

        mirror(MirrorScope.allSpaces().withProperties()).run();

        assertThat(site.mirrored(page).details().properties()).isEqualTo(Map.of("owner", "{\"team\":7}"));
    }

    @Test
    void comments_come_with_their_replies() {
        String first = comment("<p>first</p>");
        site.write(
                "POST",
                "/wiki/api/v2/footer-comments",
                "{\"parentCommentId\":\"" + first
                        + "\",\"body\":{\"representation\":\"storage\",\"value\":\"<p>reply</p>\"}}");

        MirrorReport report = mirror(MirrorScope.allSpaces().withComments()).run();

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(bodies(ItemKind.FOOTER_COMMENT)).containsExactly("<p>first</p>", "<p>reply</p>");
        assertThat(site.target().items().values())
                .filteredOn(item -> item.key().kind() == ItemKind.FOOTER_COMMENT)
                .allSatisfy(item -> assertThat(item.state().owner()).isEqualTo(new ItemKey(ItemKind.PAGE, page)));
    }

    @Test
    void a_comment_that_is_deleted_leaves_the_mirror_and_the_others_stay() {
        String doomed = comment("<p>doomed</p>");
        comment("<p>kept</p>");
        Mirror mirror = mirror(MirrorScope.allSpaces().withComments());
        mirror.run();
        site.write("DELETE", "/wiki/api/v2/footer-comments/" + doomed, "");

        mirror.run();
        site.clock().advance(Duration.ofMinutes(5));
        mirror.run();

        assertThat(bodies(ItemKind.FOOTER_COMMENT)).containsExactly("<p>kept</p>");
    }

    @Test
    void what_belongs_to_a_page_that_is_hidden_is_unreachable_with_it_and_comes_back_with_it() {
        comment("<p>said</p>");
        Mirror mirror = mirror(MirrorScope.allSpaces().withComments());
        mirror.run();
        site.simulator().access().restrictPage(page, "colleague@acme.example");

        MirrorReport hidden = mirror.run();
        site.simulator().access().openPage(page);
        MirrorReport back = mirror.run();

        assertThat(hidden.unreachableInAll()).isEqualTo(2);
        assertThat(back.unreachableInAll()).isZero();
        assertThat(bodies(ItemKind.FOOTER_COMMENT)).containsExactly("<p>said</p>");
    }

    @Test
    void restrictions_of_a_page_come_with_it() {
        String me = site.simulator().account(MirroredSite.EMAIL).accountId();
        site.simulator().access().restrictPage(page, MirroredSite.EMAIL);

        mirror(MirrorScope.allSpaces().withRestrictions()).run();

        assertThat(site.mirrored(page).details().access())
                .isNotNull()
                .satisfies(access -> assertThat(access.readUsers()).containsExactly(me));
    }

    @Test
    void what_belongs_to_a_page_goes_with_it() {
        comment("<p>said</p>");
        attach("notes.txt", "noted");
        Mirror mirror = mirror(MirrorScope.allSpaces().withComments().withAttachments());
        mirror.run();
        site.simulator().trashPage(page);

        mirror.run();

        assertThat(site.target().items().keySet())
                .extracting(ItemKey::kind)
                .containsExactlyInAnyOrder(ItemKind.SPACE, ItemKind.PAGE);
    }

    @Test
    void an_incremental_run_reads_the_families_that_changed_and_no_other() {
        site.pages("DOCS", 100);
        site.clock().advance(Duration.ofHours(1));
        Mirror mirror = mirror(MirrorScope.allSpaces().withComments());
        mirror.run();
        site.clock().advance(Duration.ofHours(2));
        comment("<p>new</p>");

        MirrorReport report = mirror.run();

        assertThat(report.kind()).isEqualTo(RunKind.INCREMENTAL);
        assertThat(bodies(ItemKind.FOOTER_COMMENT)).containsExactly("<p>new</p>");
        // Twice who we are, the spaces, pages that changed, two listings of comments, two of the one page, one of
        // replies.
        assertThat(report.traffic().requests()).isBetween(8L, 12L);
    }

    @Test
    void files_come_with_their_bytes() {
        String file = attach("notes.txt", "first notes");
        Mirror mirror = mirror(MirrorScope.allSpaces().withAttachments());

        MirrorReport report = mirror.run();

        ItemKey key = new ItemKey(ItemKind.ATTACHMENT, file);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(watched.file(key)).asString(StandardCharsets.UTF_8).isEqualTo("first notes");
        assertThat(site.target().find(key)).hasValueSatisfying(item -> {
            assertThat(item.state().title()).isEqualTo("notes.txt");
            assertThat(item.state().owner()).isEqualTo(new ItemKey(ItemKind.PAGE, page));
        });
    }

    @Test
    void a_file_is_fetched_again_when_it_has_a_new_version_and_else_never() {
        String file = attach("notes.txt", "first notes");
        Mirror mirror = mirror(MirrorScope.allSpaces().withAttachments());
        mirror.run();
        int downloads = site.simulator().media().requests().size();
        mirror.run();
        int downloadsWithoutChange = site.simulator().media().requests().size();
        site.write(
                "POST",
                "/wiki/rest/api/content/" + page + "/child/attachment/" + file + "/data",
                "multipart/form-data; boundary=next",
                String.join(
                        "\r\n",
                        "--next",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"",
                        "Content-Type: text/plain",
                        "",
                        "second notes",
                        "--next--",
                        ""));

        mirror.run();

        assertThat(downloadsWithoutChange).isEqualTo(downloads);
        assertThat(watched.file(new ItemKey(ItemKind.ATTACHMENT, file)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("second notes");
    }

    @Test
    void a_file_that_cannot_be_fetched_is_reported_and_fetched_by_the_next_run() {
        String file = attach("notes.txt", "notes");
        Mirror mirror = mirror(MirrorScope.allSpaces().withAttachments());
        site.simulator().fail("/wiki/rest/api/content/*/child/attachment/*/download", 50, Failure.status(500));

        MirrorReport first = mirror.run();
        boolean thereAtOnce =
                site.target().find(new ItemKey(ItemKind.ATTACHMENT, file)).isPresent();
        site.simulator().clearFailures();
        MirrorReport second = mirror.run();

        assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(first.skipped()).extracting(SkippedItem::reason).containsExactly(Reason.UNREADABLE);
        assertThat(thereAtOnce).isFalse();
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(watched.file(new ItemKey(ItemKind.ATTACHMENT, file)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("notes");
    }

    @Test
    void no_temporary_file_is_left() throws Exception {
        attach("a.txt", "a");
        attach("b.txt", "b");
        try (Stream<Path> before = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> known = before.toList();

            mirror(MirrorScope.allSpaces().withAttachments()).run();

            try (Stream<Path> after = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(after.filter(path -> path.getFileName().toString().startsWith("confluencekit-files")))
                        .allMatch(known::contains);
            }
        }
    }

    @Test
    void a_renderer_makes_the_bodies_of_comments_too() {
        comment("<p>said</p>");
        Mirror mirror = site.mirror()
                .scope(MirrorScope.allSpaces().withComments())
                .renderedBy(new Shouting())
                .build();

        mirror.run();

        assertThat(bodies(ItemKind.FOOTER_COMMENT)).containsExactly("<P>SAID</P>");
        assertThat(site.body(page)).isEqualTo("<P>PAGE AS IT WAS</P>");
    }

    @Test
    void a_page_that_cannot_be_rendered_is_reported_and_tried_again() {
        Shouting renderer = new Shouting();
        renderer.refuses = "Another";
        Mirror mirror = site.mirror().renderedBy(renderer).build();

        MirrorReport first = mirror.run();
        renderer.refuses = "";
        MirrorReport second = mirror.run();

        assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(first.skipped()).extracting(SkippedItem::reason).containsExactly(Reason.NOT_RENDERED);
        assertThat(first.counts().added()).isEqualTo(1);
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(site.titles(ItemKind.PAGE)).containsValues("Page", "Another");
    }

    private static final class Shouting implements BodyRenderer {
        private String refuses = "";

        @Override
        public BodyFormat source() {
            return BodyFormat.STORAGE;
        }

        @Override
        public String name() {
            return "shouting";
        }

        @Override
        public ItemBody render(ItemState state, ItemDetails details, String body) {
            if (state.title().equals(refuses)) {
                throw new IllegalArgumentException("cannot shout " + state.title());
            }
            return new ItemBody(body.toUpperCase(Locale.ROOT), "text/plain", "txt");
        }
    }
}
