package dev.confluencekit.markup.site;

import static dev.confluencekit.markup.site.SimulatedKnowledge.image;
import static dev.confluencekit.markup.site.SimulatedKnowledge.pageLink;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.report.Report;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.directory.DirectoryTarget;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.render.UnrenderedBody;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.TargetMismatchException;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.PageSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a mirror keeps of a simulated site's pages as Markdown. */
class MarkdownRendererTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

    private final SimulatedKnowledge site = new SimulatedKnowledge();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        site.close();
    }

    private MirrorReport mirror(MirrorScope scope, MarkdownRenderer renderer) {
        return Mirror.of(site.connection())
                .scope(scope)
                .renderedBy(renderer)
                .into(DirectoryTarget.at(directory))
                .build()
                .run();
    }

    private MirrorReport mirror() {
        return mirror(MirrorScope.allSpaces(), MarkdownRenderer.create());
    }

    private Path file(String page) {
        return directory.resolve("spaces/" + site.docs().value() + "/pages/" + page + ".md");
    }

    private String markdown(String page) throws IOException {
        String text = Files.readString(file(page), UTF_8);
        return text.substring(text.indexOf("\n---\n\n") + 6);
    }

    private Map<String, Object> frontMatter(String page) throws IOException {
        String text = Files.readString(file(page), UTF_8);
        assertThat(text).startsWith("---\n");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text.substring(4, text.indexOf("\n---\n\n")));
    }

    @Test
    void a_page_has_its_title_as_heading_and_its_body_below() throws IOException {
        String page = site.page("DOCS", "Returns *and* refunds", "<h2>Who</h2><p>Everybody.</p>");

        mirror();

        assertThat(markdown(page)).isEqualTo("# Returns \\*and\\* refunds\n\n## Who\n\nEverybody.\n");
    }

    @Test
    void a_heading_that_says_the_title_is_not_said_twice() throws IOException {
        String page = site.page("DOCS", "Returns", "<h1>Returns</h1><p>x</p>");

        mirror();

        assertThat(markdown(page)).isEqualTo("# Returns\n\nx\n");
    }

    @Test
    void front_matter_tells_what_is_known_of_the_page() throws IOException {
        String parent = site.page("DOCS", "Parent", "<p>x</p>");
        String page = site.simulator()
                .addPage(PageSeed.builder("DOCS", "Plan: \"A\" \\ 50 % # done?")
                        .storage("<p>x</p>")
                        .parentId(parent)
                        .labels("howto", "yes")
                        .createdAt(Instant.parse("2026-01-02T03:04:05Z"))
                        .build());

        mirror(MirrorScope.allSpaces().withLabels(), MarkdownRenderer.create());

        assertThat(frontMatter(page))
                .containsEntry("title", "Plan: \"A\" \\ 50 % # done?")
                .containsEntry("type", "page")
                .containsEntry("id", page)
                .containsEntry("space", site.docs().value())
                .containsEntry("parent", parent)
                .containsEntry("status", "current")
                .containsEntry("version", 1)
                .containsEntry("labels", List.of("howto", "yes"))
                .containsKeys("created", "modified", "author")
                .hasEntrySatisfying(
                        "url", url -> assertThat(url.toString()).startsWith(site.web("/spaces/DOCS/pages/")));
    }

    @Test
    void titles_come_back_from_front_matter_exactly() throws IOException {
        String title =
                "tab\there, bell\u0007, next line\u0085, nel, zero\u200bwidth, e\u0301, 😀, no: yes - [x] {y} & *z !t %u @v `w";
        String page = site.page("DOCS", title, "<p>x</p>");

        mirror();

        assertThat(frontMatter(page)).containsEntry("title", title);
    }

    @Test
    void page_properties_are_in_the_front_matter() throws IOException {
        String page = site.page(
                "DOCS",
                "Service",
                "<ac:structured-macro ac:name=\"details\"><ac:rich-text-body><table><tbody><tr><th>Owner</th><td>Team A</td></tr>"
                        + "<tr><th>On call</th><td>yes</td></tr></tbody></table></ac:rich-text-body></ac:structured-macro>");

        mirror();

        assertThat(frontMatter(page)).containsEntry("page-properties", Map.of("Owner", "Team A", "On call", "yes"));
    }

    @Test
    void links_lead_to_the_site_and_people_have_names_where_it_is_asked() throws IOException {
        String there = site.page("DOCS", "There", "<p>x</p>");
        String page = site.page(
                "DOCS",
                "Here",
                "<p>" + pageLink("There", "") + " <ac:link><ri:user ri:account-id=\"" + site.accountId()
                        + "\" /></ac:link></p>");

        MirrorReport report =
                mirror(MirrorScope.allSpaces(), MarkdownRenderer.create().linkingSite());

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(markdown(page))
                .contains("[There](" + site.web("/spaces/DOCS/pages/" + there))
                .contains("@" + site.displayName());
    }

    @Test
    void links_lead_from_file_to_file_where_that_is_wanted() throws IOException {
        String there = site.page("DOCS", "There", "<h2>Step two!</h2>");
        String other = site.page("TEAM", "Other", "<p>x</p>");
        String page = site.page(
                "DOCS",
                "Here",
                "<p>" + pageLink("There", "") + pageLink("Other", "TEAM") + image("a b.png")
                        + "<ac:link ac:anchor=\"Step two!\"><ri:page ri:content-title=\"There\" /></ac:link></p>");
        String file = site.file(page, "a b.png");
        MirrorScope scope = MirrorScope.allSpaces().withAttachments();

        mirror(scope, MarkdownRenderer.create().linkingFiles(scope));

        assertThat(markdown(page))
                .contains("[There](" + there + ".md)")
                .contains("[Other](../../" + site.team().value() + "/pages/" + other + ".md)")
                .contains("![a b.png](../attachments/" + file + ".png)")
                .contains("(" + there + ".md#step-two)");
        Matcher link = LINK.matcher(markdown(page));
        while (link.find()) {
            String path = link.group(1).replaceAll("#.*", "");
            assertThat(file(page).resolveSibling(path).normalize()).exists();
        }
    }

    @Test
    void what_is_not_mirrored_is_linked_at_the_site() throws IOException {
        String other = site.page("TEAM", "Other", "<p>x</p>");
        String old = site.page("DOCS", "Old", "<p>x</p>");
        site.simulator().archivePage(old);
        String page = site.page(
                "DOCS", "Here", "<p>" + pageLink("Other", "TEAM") + pageLink("Old", "") + image("a.png") + "</p>");
        site.file(page, "a.png");
        MirrorScope scope = MirrorScope.spaces("DOCS");

        mirror(scope, MarkdownRenderer.create().linkingFiles(scope));

        assertThat(markdown(page))
                .contains("(" + site.web("/spaces/TEAM/pages/" + other))
                .doesNotContain(old + ".md")
                .containsPattern("\\[Old\\]\\(http[^)]*" + old)
                .contains("(" + site.web("/download/attachments/" + page + "/a.png"));
    }

    @Test
    void comments_name_the_files_of_their_page() throws IOException {
        String page = site.page("DOCS", "Here", "<p>x</p>");
        String file = site.file(page, "a.png");
        String comment =
                site.simulator().community().comment(page, site.accountId(), "<p>see " + image("a.png") + "</p>");
        MirrorScope scope = MirrorScope.spaces("DOCS").withAttachments().withComments();

        mirror(scope, MarkdownRenderer.create().linkingFiles(scope));

        assertThat(Files.readString(
                        directory.resolve("spaces/" + site.docs().value() + "/footer-comments/" + comment + ".md"),
                        UTF_8))
                .contains("type: \"footer-comment\"\n")
                .contains("on: \"" + page + "\"\n")
                .endsWith("---\n\nsee ![a.png](../attachments/" + file + ".png)\n");
    }

    @Test
    void a_body_that_is_empty_in_storage_format_is_read_in_document_format() {
        String page = site.page("DOCS", "Here", "<p>kept</p>");
        ItemKey key = new ItemKey(ItemKind.PAGE, page);
        String space = site.docs().value();
        UnrenderedBody empty = new UnrenderedBody(key, space, null, " ");
        ItemState state = new ItemState(key, space, null, null, "Here", "current", 1, "", null);
        ItemDetails details = new ItemDetails(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeSet<>(),
                new TreeMap<>(),
                null);

        String rendered = MarkdownRenderer.create()
                .linkingSite()
                .forBatch(List.of(empty), site.connection())
                .render(state, details, " ")
                .text();

        assertThat(rendered).endsWith("# Here\n\nkept\n");
        assertThat(MarkdownRenderer.create().render(state, details, " ").text()).endsWith("# Here\n");
    }

    @Test
    void what_the_site_cannot_tell_for_now_is_tried_again_and_not_written_down() throws IOException {
        String page = site.page(
                "DOCS", "Here", "<p><ac:link><ri:user ri:account-id=\"" + site.accountId() + "\" /></ac:link></p>");
        MarkdownRenderer renderer = MarkdownRenderer.create().linkingSite();
        site.simulator().fail("/wiki/api/v2/users-bulk", 99, Failure.status(500));

        MirrorReport first = mirror(MirrorScope.spaces("DOCS"), renderer);
        site.simulator().clearFailures();
        MirrorReport second = mirror(MirrorScope.spaces("DOCS"), renderer);

        assertThat(first.skipped()).extracting(SkippedItem::reason).isNotEmpty().containsOnly(Reason.NOT_RENDERED);
        assertThat(second.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(markdown(page)).endsWith("@" + site.displayName() + "\n");
    }

    @Test
    void resolvers_of_one_s_own_come_first() throws IOException {
        site.page("DOCS", "There", "<p>x</p>");
        String page = site.page("DOCS", "Here", "<p>" + pageLink("There", "") + pageLink("Nowhere", "") + "</p>");
        MarkdownOptions options = MarkdownOptions.defaults()
                .resolvers(Resolvers.none()
                        .links((target, anchor) -> target.toString().contains("Nowhere")
                                ? Optional.of(ResolvedLink.of("https://mine.example"))
                                : Optional.empty()));

        mirror(MirrorScope.allSpaces(), MarkdownRenderer.create().linkingSite().options(options));

        assertThat(markdown(page)).contains("[Nowhere](https://mine.example)").contains("/wiki/spaces/DOCS/pages/");
    }

    @Test
    void what_could_not_be_carried_over_is_told() {
        String page = site.page(
                "DOCS", "Here", "<p>" + pageLink("Nowhere", "") + "</p><ac:structured-macro ac:name=\"own-thing\" />");
        Map<ItemKey, Report> told = new ConcurrentHashMap<>();

        mirror(MirrorScope.allSpaces(), MarkdownRenderer.create().linkingSite().reportingTo(told::put));

        assertThat(told).containsOnlyKeys(new ItemKey(ItemKind.PAGE, page));
        Report report = told.values().iterator().next();
        assertThat(report.of(FindingKind.UNRESOLVED_REFERENCE)).hasSize(1);
        assertThat(report.of(FindingKind.UNKNOWN_MACRO)).hasSize(1);
    }

    @Test
    void a_mirror_does_not_mix_what_renderers_of_other_options_make() {
        site.page("DOCS", "Here", "<p>x</p>");
        mirror();

        assertThatThrownBy(() -> mirror(
                        MirrorScope.allSpaces(),
                        MarkdownRenderer.create()
                                .options(MarkdownOptions.defaults().headingShift(1))))
                .isInstanceOf(TargetMismatchException.class);
    }
}
