package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.storage.StorageWriter;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.UserTarget;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Markdown becomes in the storage format. */
class MarkdownToStorageTest {
    private static Conversion<Document> read(String markdown) {
        return MarkdownReader.create().read(markdown);
    }

    private static String storage(MarkdownReader reader, String markdown) {
        return StorageWriter.create().write(reader.read(markdown).output()).output();
    }

    private static String storage(String markdown) {
        return storage(MarkdownReader.create(), markdown);
    }

    private static String macro(String name, String inside) {
        return "<ac:structured-macro ac:name=\"" + name + "\" ac:schema-version=\"1\""
                + (inside.isEmpty() ? " />" : ">" + inside + "</ac:structured-macro>");
    }

    private static String panel(String name, String body) {
        return macro(name, "<ac:rich-text-body>" + body + "</ac:rich-text-body>");
    }

    private static String code(String language, String text) {
        String parameter =
                language.isEmpty() ? "" : "<ac:parameter ac:name=\"language\">" + language + "</ac:parameter>";
        return macro("code", parameter + "<ac:plain-text-body><![CDATA[" + text + "]]></ac:plain-text-body>");
    }

    private static String task(int id, String status, String body) {
        return "<ac:task><ac:task-id>" + id + "</ac:task-id><ac:task-status>" + status
                + "</ac:task-status><ac:task-body><span>" + body.replaceFirst("(?=<)|$", "</span>")
                + "</ac:task-body></ac:task>";
    }

    private static String anchor(String name) {
        return macro("anchor", "<ac:parameter ac:name=\"\">" + name + "</ac:parameter>");
    }

    private static String toAnchor(String anchor, String text) {
        return "<ac:link ac:anchor=\"" + anchor + "\"><ac:plain-text-link-body><![CDATA[" + text
                + "]]></ac:plain-text-link-body></ac:link>";
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("heading", "# A\n\n###### B\n", "<h1>A</h1><h6>B</h6>"),
                arguments("fence", "```java\nint a;\n\n  b();\n```\n", code("java", "int a;\n\n  b();")),
                arguments("fence without language", "~~~\na\n~~~\n", code("", "a")),
                arguments("fence with more than a language", "```js title=x\na\n```\n", code("js", "a")),
                arguments("indented code", "    a\n      b\n", code("", "a\n  b")),
                arguments(
                        "CDATA in code (go-markdown2confluence#80)",
                        "```\na]]>b\n```\n",
                        code("", "a]]]]><![CDATA[>b")),
                arguments("inline code (acon#6)", "`a<b> & c`", "<p><code>a&lt;b&gt; &amp; c</code></p>"),
                arguments("tight list", "- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"),
                arguments("loose list", "- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
                arguments("numbers from 3", "3. a\n4. b\n", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
                arguments(
                        "nested lists (md2conf#150)",
                        "- a\n  - b\n    1. c\n",
                        "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>"),
                arguments(
                        "code in a numbered item keeps the numbering (mark#117)",
                        "1. a\n\n   ```\n   x\n   ```\n2. b\n",
                        "<ol><li><p>a</p>" + code("", "x") + "</li><li><p>b</p></li></ol>"),
                arguments(
                        "tasks (mark#276)",
                        "- [ ] a\n- [x] b\n  - [X] c\n",
                        "<ac:task-list>"
                                + task(1, "incomplete", "a")
                                + task(2, "complete", "b<ac:task-list>" + task(3, "complete", "c") + "</ac:task-list>")
                                + "</ac:task-list>"),
                arguments("tasks among other items", "- [x] a\n- b\n", "<ul><li>[x] a</li><li>b</li></ul>"),
                arguments("numbered tasks", "1. [ ] a\n", "<ol><li>[ ] a</li></ol>"),
                arguments(
                        "table",
                        "| a | b | c |\n|---|:-:|--:|\n| 1 | **2** | |\n",
                        "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: center;\">b</p></th>"
                                + "<th><p style=\"text-align: right;\">c</p></th></tr>"
                                + "<tr><td><p>1</p></td><td><p style=\"text-align: center;\"><strong>2</strong></p></td>"
                                + "<td><p style=\"text-align: right;\" /></td></tr></tbody></table>"),
                arguments(
                        "table without header words, with pipes and breaks",
                        "|  |  |\n|---|---|\n| `a\\|b` | x<br>y |\n",
                        "<table><tbody><tr><td><p><code>a|b</code></p></td><td><p>x<br />y</p></td></tr></tbody></table>"),
                arguments("quote", "> a\n> b\n", "<blockquote><p>a b</p></blockquote>"),
                arguments("alert note", "> [!NOTE]\n> a\n", panel("info", "<p>a</p>")),
                arguments("alert tip", "> [!tip]\n> a\n>\n> - b\n", panel("tip", "<p>a</p><ul><li>b</li></ul>")),
                arguments("alert warning", "> [!WARNING]\n>\n> a\n", panel("note", "<p>a</p>")),
                arguments("alert caution", "> [!CAUTION]\n> a\n", panel("warning", "<p>a</p>")),
                arguments("no alert", "> [!NOTE] a\n", "<blockquote><p>[!NOTE] a</p></blockquote>"),
                arguments(
                        "link",
                        "[a & b](https://x.test/?a=1&b=2 \"T\")",
                        "<p><a href=\"https://x.test/?a=1&amp;b=2\" title=\"T\">a &amp; b</a></p>"),
                arguments(
                        "bare address and mailbox",
                        "https://x.test and <me@x.test>",
                        "<p><a href=\"https://x.test\">https://x.test</a> and <a href=\"mailto:me@x.test\">me@x.test</a></p>"),
                arguments(
                        "link to a heading, which alone gets an anchor (mark#963)",
                        "# One two!\n\n## Other\n\n[a](#one-two)\n",
                        "<h1>" + anchor("one-two") + "One two!</h1><h2>Other</h2><p>" + toAnchor("one-two", "a")
                                + "</p>"),
                arguments(
                        "image of the web",
                        "![A](https://x.test/a.png)",
                        "<ac:image ac:alt=\"A\"><ri:url ri:value=\"https://x.test/a.png\" /></ac:image>"),
                arguments(
                        "image beside the Markdown (mcp-atlassian#1175, docToolchain#410)",
                        "See ![A](img/b%20%C3%A4.png?raw \"T\")",
                        "<p>See <ac:image ac:alt=\"A\" ac:title=\"T\"><ri:attachment ri:filename=\"b ä.png\" /></ac:image></p>"),
                arguments("rule", "a\n\n---\n", "<p>a</p><hr />"),
                arguments("hard break", "a  \nb\\\nc", "<p>a<br />b<br />c</p>"),
                arguments("soft break (mark#61)", "a\nb", "<p>a b</p>"),
                arguments("marks", "*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <s>c</s></p>"),
                arguments(
                        "sub and sup",
                        "H<sub>2</sub>O x<sup>*2*</sup>",
                        "<p>H<sub>2</sub>O x<sup><em>2</em></sup></p>"),
                arguments(
                        "footnote, named twice",
                        "a[^x] b[^x]\n\n[^x]: *Note*\n",
                        "<p>a<sup>" + anchor("footnote-ref-1") + toAnchor("footnote-1", "1") + "</sup> b<sup>"
                                + toAnchor("footnote-1", "1") + "</sup></p><hr /><p>" + anchor("footnote-1")
                                + "<sup>1</sup> <em>Note</em> " + toAnchor("footnote-ref-1", "↩") + "</p>"),
                arguments("table of contents", "[TOC]\n\na", macro("toc", "") + "<p>a</p>"),
                arguments("table of contents of GitLab", "[[_TOC_]]", macro("toc", "")),
                arguments(
                        "details",
                        "<details>\n<summary>Mo<b>re</b></summary>\n\n- a\n\n</details>\n\nb",
                        macro(
                                        "expand",
                                        "<ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body>"
                                                + "<ul><li>a</li></ul></ac:rich-text-body>")
                                + "<p>b</p>"),
                arguments(
                        "coloured span",
                        "<span style=\"color: red; font-size: 99px\" onclick=\"x()\">a</span>",
                        "<p><span style=\"color: red;\">a</span></p>"),
                arguments(
                        "table of HTML",
                        "<table><tr><th colspan=2>a<td rowspan=0>b</table>",
                        "<table><tbody><tr><th colspan=\"2\">a</th><td>b</td></tr></tbody></table>"),
                arguments(
                        "list of HTML",
                        "<ol start=4><li>a<li>b <i>c</i></ol>",
                        "<ol start=\"4\"><li>a</li><li>b <em>c</em></li></ol>"),
                arguments(
                        "link of HTML to a heading, and an anchor that is there already",
                        "# One\n\n# <a id=\"two\"></a>Two\n\n<a href=\"#one\">a</a> [b](#two)\n",
                        "<h1>" + anchor("one") + "One</h1><h1>" + anchor("two") + "Two</h1><p>" + toAnchor("one", "a")
                                + " " + toAnchor("two", "b") + "</p>"),
                arguments("anchor of HTML", "<a id=\"x\"></a>a", "<p>" + anchor("x") + "a</p>"),
                arguments(
                        "comment between lists", "- a\n\n<!-- -->\n\n- b\n", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
                arguments("entities", "&uuml;&nbsp;&lt;", "<p>ü\u00a0&lt;</p>"),
                arguments("br that is closed (mark#54)", "a</br>b<br/>c", "<p>a<br />b<br />c</p>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void markdown_becomes_storage_and_nothing_is_to_be_reported(String name, String markdown, String storage) {
        assertThat(storage(markdown)).as(name).isEqualTo(storage);
        assertThat(read(markdown).report().findings()).isEmpty();
    }

    /** The new editor has a purple panel, which the storage format has no macro for. */
    @Test
    void what_is_important_becomes_the_purple_panel() {
        assertThat(storage("> [!IMPORTANT]\n> a\n"))
                .contains("<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>")
                .contains("<ac:adf-content><p>a</p></ac:adf-content>");
    }

    @Test
    void a_first_heading_that_says_the_title_is_left_out_and_levels_are_shifted() {
        MarkdownReader reader =
                MarkdownReader.create().withoutTitle("My *page*").headingShift(-1);

        assertThat(storage(reader, "# My \\*page\\*\n\n## A\n\n# My \\*page\\*\n"))
                .isEqualTo("<h1>A</h1><h1>My *page*</h1>");
        assertThat(storage(MarkdownReader.create().headingShift(4), "# A\n\n#### B\n\n<h1>C</h1>\n"))
                .isEqualTo("<h5>A</h5><h6>B</h6><h5>C</h5>");
    }

    @Test
    void a_link_to_a_place_that_is_nowhere_is_reported() {
        assertThat(read("# One\n\n[a](#one) [b](#two)\n").report().findings())
                .singleElement()
                .hasToString("UNRESOLVED_REFERENCE The link to #two leads to no heading and no anchor of this text.");
    }

    @Test
    void a_resolver_makes_links_to_pages() {
        MarkdownReader reader = MarkdownReader.create()
                .links(address -> address.startsWith("guide.md")
                        ? Optional.of(new PageTarget("Guide", "DOCS"))
                        : Optional.empty());

        assertThat(storage(reader, "[g](guide.md#Set%20up)"))
                .isEqualTo(
                        "<p><ac:link ac:anchor=\"Set up\"><ri:page ri:space-key=\"DOCS\" ri:content-title=\"Guide\" />"
                                + "<ac:plain-text-link-body><![CDATA[g]]></ac:plain-text-link-body></ac:link></p>");
    }

    @Test
    void a_resolver_makes_mentions() {
        MarkdownReader reader = MarkdownReader.create()
                .people(name -> name.equals("ada.l") ? Optional.of(UserTarget.ofAccount("5b1")) : Optional.empty());

        assertThat(storage(reader, "Ask @ada.l, @bob or me@ada.l."))
                .isEqualTo("<p>Ask <ac:link><ri:user ri:account-id=\"5b1\" /></ac:link>, @bob or "
                        + "<a href=\"mailto:me@ada.l\">me@ada.l</a>.</p>");
    }

    @Test
    void a_diagram_becomes_the_macro_of_the_app_that_draws_it() {
        assertThat(storage(MarkdownReader.create().diagram("mermaid", "mermaid-cloud"), "```mermaid\ngraph\n```"))
                .isEqualTo(macro("mermaid-cloud", "<ac:plain-text-body><![CDATA[graph]]></ac:plain-text-body>"));
    }

    @Test
    void storage_in_fences_is_code_unless_it_is_trusted() {
        String markdown = "```csf\n<p>a<ac:emoticon ac:name=\"tick\" /></p>\n```";

        assertThat(storage(markdown)).startsWith("<ac:structured-macro ac:name=\"code\"");
        assertThat(storage(MarkdownReader.create().trustingStorageFences(), markdown))
                .isEqualTo("<p>a<ac:emoticon ac:name=\"tick\" /></p>");
    }
}
