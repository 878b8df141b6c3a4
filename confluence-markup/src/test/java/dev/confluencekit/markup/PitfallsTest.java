package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.build.BodyBuilder;
import dev.confluencekit.markup.gfm.MarkdownReader;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageForm;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.PageTarget;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users of other tools ran into when they published, or wrote a page back. Each test names where they told of it. */
class PitfallsTest {
    private static String published(String markdown) {
        String storage = Markup.markdown(markdown).toStorage().output();
        StorageChecker.check(storage);
        return storage;
    }

    private static String writtenBack(String storage) {
        String written = Markup.storage(storage).toStorage().output();
        StorageChecker.check(written);
        return written;
    }

    private static String code(String body) {
        return "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body>" + body
                + "</ac:plain-text-body></ac:structured-macro>";
    }

    /** justmiles/go-markdown2confluence#80, docToolchain/docToolchain#44: a 400. */
    @Test
    void code_may_hold_what_ends_a_section() {
        assertThat(published("```\na[b[0]]>1; ]]>\n```"))
                .isEqualTo(code("<![CDATA[a[b[0]]]]><![CDATA[>1; ]]]]><![CDATA[>]]>"));
        assertThat(Markup.storage(published("```\na[b[0]]>1; ]]>\n```"))
                        .toText()
                        .output())
                .isEqualTo("a[b[0]]>1; ]]>\n");
    }

    /** sphinx-contrib/confluencebuilder#833: servers that refuse sections in a row hold the text escaped. */
    @Test
    void sections_are_parted_only_where_they_must_be_and_escaped_code_says_the_same() {
        assertThat(published("```\na ]] > b\n```")).isEqualTo(code("<![CDATA[a ]] > b]]>"));
        assertThat(StorageForm.same(code("<![CDATA[a]]]]><![CDATA[>b]]>"), code("a]]&gt;b")))
                .isTrue();
        assertThat(Markup.storage(code("a]]&gt;b")).toMarkdown().output()).isEqualTo("```\na]]>b\n```\n");
    }

    /** epam/dm.ai#501: all code was gone after an update. */
    @Test
    void code_is_in_a_page_that_is_written_back() {
        String page = "<p>a</p>" + code("<![CDATA[if (a < b && c) { \"<p>\" }]]>") + "<p>b</p>"
                + code("<![CDATA[  two\n\n]]>");

        assertThat(writtenBack(page)).isEqualTo(page);
    }

    /** hardisgroupcom/sfdx-hardis#2151: 40 of 846 pages were refused. */
    @Test
    void what_people_write_in_Markdown_is_never_refused() {
        String markdown = """
                a&nbsp;b List<String> &lt;T> `Map<K, V>` & &copy;

                | a \\|\\| b |
                |---|
                | `x \\|\\| y` |

                ```
                ]]>
                ```

                <details open>
                <summary>s</summary>

                <img src=a.png alt>
                </details>
                """;

        assertThat(published(markdown))
                .isEqualTo("<p>a\u00a0b List&lt;String&gt; &lt;T&gt; <code>Map&lt;K, V&gt;</code> &amp; ©</p>"
                        + "<table><tbody><tr><th><p>a || b</p></th></tr><tr><td><p><code>x || y</code></p></td></tr>"
                        + "</tbody></table>" + code("<![CDATA[]]]]><![CDATA[>]]>")
                        + "<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\">"
                        + "<ac:parameter ac:name=\"title\">s</ac:parameter><ac:rich-text-body>"
                        + "<ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image></ac:rich-text-body>"
                        + "</ac:structured-macro>");
    }

    /** hunyadi/md2conf#219 wants smart links on publish; pchuri/confluence-cli#122 lost their addresses. */
    @Test
    void smart_links_can_be_made_and_stay_when_a_page_is_written_back() {
        String made = Markup.of(BodyBuilder.create()
                        .paragraph(p -> p.card("https://x.test/a?b=1&c=2"))
                        .build())
                .toStorage()
                .output();

        assertThat(made)
                .isEqualTo("<p><a href=\"https://x.test/a?b=1&amp;c=2\" data-card-appearance=\"inline\">"
                        + "https://x.test/a?b=1&amp;c=2</a></p>");
        assertThat(writtenBack(made)).isEqualTo(made);
    }

    /** kovetskiy/mark#468, kovetskiy/mark#701: links without the path of the site, or with the host of the gateway. */
    @Test
    void links_to_pages_name_the_page_and_no_host_and_others_are_not_touched() {
        MarkdownReader reader = MarkdownReader.create()
                .links(address -> address.equals("b.md") ? Optional.of(new PageTarget("B", "S")) : Optional.empty());
        String storage = Markup.of(reader.read("[b](b.md) [c](https://x.atlassian.net/wiki/x/AQ) [d](/wiki/x/Ag)")
                        .output())
                .toStorage()
                .output();

        assertThat(storage)
                .isEqualTo("<p><ac:link><ri:page ri:space-key=\"S\" ri:content-title=\"B\" /><ac:plain-text-link-body>"
                        + "<![CDATA[b]]></ac:plain-text-link-body></ac:link> "
                        + "<a href=\"https://x.atlassian.net/wiki/x/AQ\">c</a> <a href=\"/wiki/x/Ag\">d</a></p>");
    }

    /** pchuri/confluence-cli#143, backstage/backstage#21736: titles with brackets made links of their own, or broke the page. */
    @Test
    void a_title_is_never_markup() {
        String title = "evil) [x](http://y \"<&]]>";
        String storage = Markup.of(BodyBuilder.create()
                        .paragraph(p -> p.page(title).page("S", title, title))
                        .build())
                .toStorage()
                .output();
        StorageChecker.check(storage);
        Resolvers resolvers =
                Resolvers.none().links((target, anchor) -> Optional.of(ResolvedLink.of("https://x.test/")));
        String markdown = Markup.storage(storage)
                .toMarkdown(MarkdownOptions.defaults().resolvers(resolvers))
                .output();

        assertThat(Markup.markdown(markdown)
                        .document()
                        .nodes()
                        .filter(Link.class::isInstance)
                        .map(node -> ((Link) node).target()))
                .hasSize(2)
                .allMatch(target -> target.toString().contains("https://x.test/"));
        assertThat(Markup.markdown(markdown).toText().output()).isEqualTo(title + title + "\n");
    }

    /** Spenhouet/confluence-markdown-exporter#98, #24 and #300: images by id or as HTML, links without anything to click. */
    @Test
    void images_are_attachments_or_addresses_and_no_link_is_empty() {
        assertThat(published("![A](a.png) <img src=\"b/c.png\"> ![](https://x.test/d.png) [](https://x.test/)"))
                .isEqualTo("<p><ac:image ac:alt=\"A\"><ri:attachment ri:filename=\"a.png\" /></ac:image> "
                        + "<ac:image><ri:attachment ri:filename=\"c.png\" /></ac:image> "
                        + "<ac:image><ri:url ri:value=\"https://x.test/d.png\" /></ac:image> "
                        + "<a href=\"https://x.test/\">https://x.test/</a></p>");
    }

    /**
     * Spenhouet/confluence-markdown-exporter#39, #181: all files were saved under one name. How a mirror names files is tested
     * there; here files that Markdown parts by their folders would be one attachment.
     */
    @Test
    void two_files_that_would_be_one_attachment_are_reported() {
        Conversion<String> storage = Markup.markdown("![](a/x.png) ![](b/x.png) ![](a/x.png?raw) ![](y.png)")
                .toStorage();

        assertThat(storage.output()).contains("\"x.png\"", "\"y.png\"");
        assertThat(storage.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.SIMPLIFIED);
            assertThat(finding.message()).contains("a/x.png", "b/x.png");
        });
    }

    /** docToolchain/docToolchain#410, confluence-publisher/confluence-publisher#328: names of files in other scripts. */
    @Test
    void names_of_files_are_decoded() {
        assertThat(published("![](%C3%9Cbersicht%20%E5%9B%BE%20%281%29%20%232%2050%25+1.png)"))
                .contains("ri:filename=\"Übersicht 图 (1) #2 50%+1.png\"");
        assertThat(published("![](50%.png) ![](a%2Fb.png)")).contains("\"50%.png\"", "\"a_b.png\"");
    }

    /** open-cli-collective/atlassian-cli#478: links to pages and marks on code are gone when ADF is written back. */
    @Test
    void marks_and_links_of_ADF_are_in_what_is_written() {
        String adf =
                "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"a\",\"marks\":[{\"type\":\"code\"},{\"type\":\"strong\"},{\"type\":\"link\",\"attrs\":"
                        + "{\"href\":\"https://x.atlassian.net/wiki/spaces/S/pages/1\"}}]}]}]}";
        String page = "<p><ac:link ac:anchor=\"x\"><ri:page ri:space-key=\"S\" ri:content-title=\"T\" /></ac:link>"
                + "<strong><code>a</code></strong></p>";

        assertThat(Markup.adf(adf).toStorage().output())
                .containsSubsequence("<a href=\"https://x.atlassian.net/wiki/spaces/S/pages/1\">", ">a<", "</a>")
                .contains("<strong>", "<code>");
        assertThat(writtenBack(page)).isEqualTo(page);
    }

    /** confluence-publisher/confluence-publisher#138: an error in place of code. */
    @Test
    void no_language_is_written_that_Confluence_does_not_know() {
        assertThat(published("```cobol-85\na\n```")).isEqualTo(code("<![CDATA[a]]>"));
    }

    /** markdown-confluence/markdown-confluence#333: boxes below boxes, and what is below a task. */
    @Test
    void boxes_are_tasks_with_what_is_below_them() {
        assertThat(published("* [ ] a\n\n  more\n* [x] b\n"))
                .isEqualTo(
                        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status>"
                                + "<ac:task-body><p>a</p><p>more</p></ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id>"
                                + "<ac:task-status>complete</ac:task-status><ac:task-body><p>b</p></ac:task-body></ac:task>"
                                + "</ac:task-list>");
    }

    /** markdown-confluence/markdown-confluence#63, atlassian/atlassian-mcp-server#54: comments were orphans after an update. */
    @Test
    void markers_of_inline_comments_stay_where_they_are() {
        String page = "<p>a <ac:inline-comment-marker ac:ref=\"9e1\">b <strong>c</strong></ac:inline-comment-marker> "
                + "<ac:inline-comment-marker ac:ref=\"7f2\">d</ac:inline-comment-marker></p>";

        assertThat(writtenBack(page)).isEqualTo(page);
    }

    /** jhy/jsoup#2591: declarations of name spaces in one another took all memory. */
    @Test
    @Timeout(60)
    void declarations_of_name_spaces_do_no_harm() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            page.append("<a xmlns:n").append(i).append("=\"u").append(i).append("\">");
        }

        assertThat(Markup.storage(page + "end").toText().output()).isEqualTo("end\n");
    }
}
