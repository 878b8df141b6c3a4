package dev.confluencekit.markup.site;

import static dev.confluencekit.markup.site.SimulatedKnowledge.image;
import static dev.confluencekit.markup.site.SimulatedKnowledge.macro;
import static dev.confluencekit.markup.site.SimulatedKnowledge.pageLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.blogpost.NewBlogPost;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.testkit.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What bodies name, found out from a simulated site over HTTP. */
class SiteResolversTest {
    private final SimulatedKnowledge site = new SimulatedKnowledge();
    private final SiteResolvers asking = SiteResolvers.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    private SiteBody body(String page, String storage) {
        return new SiteBody(
                ContentOwner.page(PageId.of(page)),
                site.docs(),
                Markup.storage(storage).document());
    }

    private Conversion<String> markdown(String page, String storage) {
        return Markup.storage(storage)
                .toMarkdown(MarkdownOptions.defaults().resolvers(asking.resolvers(body(page, storage))));
    }

    private String webPath(String page) {
        return site.connection().site().webAddress("/spaces/DOCS/pages/" + page).toString();
    }

    @Test
    void a_page_of_the_same_space_is_found_by_its_title() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String there = site.page("DOCS", "There & back", "<p>x</p>");

        Conversion<String> written = markdown(here, "<p>" + pageLink("There &amp; back", "") + "</p>");

        assertThat(written.output()).startsWith("[There & back](" + webPath(there));
        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void a_page_of_another_space_is_found_in_that_space() {
        String here = site.page("DOCS", "Home of things", "<p>x</p>");
        site.page("DOCS", "Plan", "<p>x</p>");
        String other = site.page("TEAM", "Plan", "<p>x</p>");

        assertThat(markdown(here, "<p>" + pageLink("Plan", "TEAM") + "</p>").output())
                .contains("/spaces/TEAM/pages/" + other);
    }

    @Test
    void a_place_in_a_page_is_part_of_the_address() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        site.page("DOCS", "There", "<p>x</p>");

        assertThat(markdown(
                                here,
                                "<p><ac:link ac:anchor=\"Step two\"><ri:page ri:content-title=\"There\" /></ac:link></p>")
                        .output())
                .endsWith("#Step-two)\n");
    }

    @Test
    void files_of_this_page_and_of_others_are_found() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String other = site.page("DOCS", "Other", "<p>x</p>");
        site.file(here, "a.png");
        site.file(other, "b c.png");

        Conversion<String> written = markdown(
                here,
                "<p>" + image("a.png") + " <ac:link><ri:attachment ri:filename=\"b c.png\">"
                        + "<ri:page ri:content-title=\"Other\" /></ri:attachment></ac:link> " + image("none.png")
                        + "</p>");

        assertThat(written.output())
                .contains("![a.png](" + site.web("/download/attachments/" + here + "/a.png"))
                .contains("[b c.png](" + site.web("/download/attachments/" + other + "/b c.png"))
                .contains("![none.png](none.png)");
        assertThat(written.report().of(FindingKind.UNRESOLVED_REFERENCE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("none.png"));
    }

    @Test
    void people_have_their_names() {
        String here = site.page("DOCS", "Here", "<p>x</p>");

        assertThat(markdown(
                                here,
                                "<p><ac:link><ri:user ri:account-id=\"" + site.accountId()
                                        + "\" /></ac:link> <ac:link><ri:user ri:account-id=\"5b10ac8d82e05b22cc7d4ef5\" /></ac:link></p>")
                        .output())
                .isEqualTo("@" + site.displayName() + " @unknown\n");
    }

    @Test
    void spaces_and_content_by_id_are_found() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String other = site.page("TEAM", "Other", "<p>x</p>");

        Conversion<String> written = markdown(
                here,
                "<p><ac:link><ri:space ri:space-key=\"TEAM\" /></ac:link> <ac:link><ri:content-entity ri:content-id=\""
                        + other + "\" /></ac:link></p>");

        assertThat(written.output())
                .contains("[The team](" + site.web("/spaces/TEAM"))
                .contains("[Other](" + site.web("/spaces/TEAM/pages/" + other));
    }

    @Test
    void a_blog_post_is_found_by_title() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        ContentId post = BlogPostsClient.over(site.connection(), new SpaceKeys(SpacesClient.over(site.connection())))
                .create(NewBlogPost.inSpace(site.docs(), "News").storage("<p>n</p>"))
                .id();

        assertThat(markdown(here, "<p><ac:link><ri:blog-post ri:content-title=\"News\" /></ac:link></p>")
                        .output())
                .contains(post.value());
    }

    @Test
    void what_is_included_is_there_with_its_own_links_and_files() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String third = site.page("DOCS", "Third", "<p>x</p>");
        String part = site.page(
                "DOCS",
                "Part",
                "<p>see " + pageLink("Third", "") + " " + image("p.png") + "</p>" + macro("include", "Deep"));
        site.file(part, "p.png");
        site.page("DOCS", "Deep", "<p>deep</p>");

        Conversion<String> written = markdown(here, macro("include", "Part"));

        assertThat(written.output())
                .startsWith("see [Third](" + webPath(third))
                .contains("![p.png](" + site.web("/download/attachments/" + part + "/p.png"))
                .endsWith("\n\ndeep\n");
        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void archived_pages_are_found_by_title_and_by_id_and_included() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String old = site.page("DOCS", "Old", "<p>kept</p>");
        site.simulator().archivePage(old);

        Conversion<String> written = markdown(
                here,
                "<p>" + pageLink("Old", "") + " <ac:link><ri:content-entity ri:content-id=\"" + old
                        + "\" /></ac:link></p>" + macro("include", "Old"));

        assertThat(written.report().isEmpty()).isTrue();
        assertThat(written.output()).containsPattern("(?s)\\[Old\\]\\(http.*\\[Old\\]\\(http.*kept");
    }

    @Test
    void an_excerpt_is_what_the_page_gives_and_no_more() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        site.page(
                "DOCS",
                "Part",
                "<p>before</p><ac:structured-macro ac:name=\"excerpt\"><ac:parameter ac:name=\"hidden\">true</ac:parameter>"
                        + "<ac:rich-text-body><p>kernel</p></ac:rich-text-body></ac:structured-macro><p>after</p>");

        assertThat(markdown(here, macro("excerpt-include", "Part")).output()).isEqualTo("kernel\n");
    }

    @Test
    void many_titles_are_searched_for_together() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        IntStream.range(0, 60).forEach(i -> site.page("DOCS", "Page \"" + i + "\"", "<p>x</p>"));
        String links = IntStream.range(0, 60)
                .mapToObj(i -> pageLink("Page &quot;" + i + "&quot;", ""))
                .collect(Collectors.joining(" ", "<p>", "</p>"));
        site.asked();

        Conversion<String> written = markdown(here, links);

        assertThat(written.report().isEmpty()).isTrue();
        assertThat(site.asked()).hasSizeLessThanOrEqualTo(5); // the space, three searches, the pages by their ids
    }

    @Test
    void a_title_that_the_search_does_not_find_is_asked_for() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        List<String> titles = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> titles.add("Page " + i));
        titles.forEach(title -> site.page("DOCS", title, "<p>x</p>"));
        site.simulator().fail("/wiki/rest/api/content/search", 9, Failure.status(400));

        Conversion<String> written = markdown(
                here,
                titles.stream().map(title -> pageLink(title, "")).collect(Collectors.joining(" ", "<p>", "</p>")));

        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void what_many_bodies_name_is_asked_once() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        site.page("DOCS", "There", "<p>x</p>");
        String mention = "<ac:link><ri:user ri:account-id=\"" + site.accountId() + "\" /></ac:link>";
        List<SiteBody> bodies = IntStream.range(0, 50)
                .mapToObj(i -> body(here, "<p>" + i + pageLink("There", "") + mention + "</p>"))
                .toList();
        site.asked();

        List<Resolvers> resolvers = asking.resolvers(bodies);

        assertThat(resolvers).hasSize(50);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void a_body_that_names_nothing_costs_nothing() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        site.asked();

        markdown(here, "<p>plain <a href=\"https://e.example\">link</a></p>");

        assertThat(site.asked()).isEmpty();
    }

    @Test
    void what_may_not_be_asked_stays_unresolved_and_what_fails_for_now_is_thrown() {
        String here = site.page("DOCS", "Here", "<p>x</p>");
        String mention = "<p><ac:link><ri:user ri:account-id=\"" + site.accountId() + "\" /></ac:link></p>";
        site.simulator().fail("/wiki/api/v2/users-bulk", 99, Failure.status(404));

        assertThat(markdown(here, mention).output()).isEqualTo("@unknown\n");

        site.simulator().clearFailures();
        site.simulator().fail("/wiki/api/v2/users-bulk", 99, Failure.status(500));
        assertThatThrownBy(() -> markdown(here, mention)).isInstanceOf(ConfluenceException.class);
    }
}
