package dev.confluencekit.markup.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageForm;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Style;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyBuilderTest {
    private static String storage(Consumer<BodyBuilder> body) {
        BodyBuilder builder = BodyBuilder.create();
        body.accept(builder);
        return Markup.of(builder.build()).toStorage().output();
    }

    private static String text(Consumer<TextBuilder> text) {
        String paragraph = storage(body -> body.paragraph(text));
        return paragraph.substring("<p>".length(), paragraph.length() - "</p>".length());
    }

    private static String macro(String name, String inside) {
        return "<ac:structured-macro ac:name=\"" + name + "\" ac:schema-version=\"1\""
                + (inside.isEmpty() ? " />" : ">" + inside + "</ac:structured-macro>");
    }

    private static String parameter(String name, String value) {
        return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
    }

    private static String rich(String body) {
        return "<ac:rich-text-body>" + body + "</ac:rich-text-body>";
    }

    private static String words(String text) {
        return "<ac:plain-text-link-body><![CDATA[" + text + "]]></ac:plain-text-link-body>";
    }

    @Test
    void a_page_of_release_notes() {
        Document notes = BodyBuilder.create()
                .heading(1, "Release 2.4")
                .tableOfContents()
                .paragraph(p -> p.text("Shipped by ")
                        .mention("5b10ac8d")
                        .text(" on ")
                        .date(LocalDate.of(2026, 11, 24))
                        .text(": ")
                        .status("DONE", StatusColour.GREEN))
                .bullets(list ->
                        list.item("Faster start").item(p -> p.text("Needs ").page("OPS", "Java 17", "JDK 17")))
                .table(t -> t.header("Part", "Tests").row("Core", "812").row("Auth", "207"))
                .tasks(t -> t.done("Tag").open(p -> p.text("Tell ").mention("77f0")))
                .code("java", "int answer = 42;")
                .build();

        Conversion<String> storage = Markup.of(notes).toStorage();

        assertThat(storage.output())
                .isEqualTo("<h1>Release 2.4</h1>" + macro("toc", "")
                        + "<p>Shipped by <ac:link><ri:user ri:account-id=\"5b10ac8d\" /></ac:link> on "
                        + "<time datetime=\"2026-11-24\" />: "
                        + macro("status", parameter("title", "DONE") + parameter("colour", "Green")) + "</p>"
                        + "<ul><li><p>Faster start</p></li><li><p>Needs <ac:link><ri:page ri:space-key=\"OPS\" "
                        + "ri:content-title=\"Java 17\" />" + words("JDK 17") + "</ac:link></p></li></ul>"
                        + "<table><tbody><tr><th><p>Part</p></th><th><p>Tests</p></th></tr>"
                        + "<tr><td><p>Core</p></td><td><p>812</p></td></tr>"
                        + "<tr><td><p>Auth</p></td><td><p>207</p></td></tr></tbody></table>"
                        + "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>"
                        + "<ac:task-body><span>Tag</span></ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id>"
                        + "<ac:task-status>incomplete</ac:task-status><ac:task-body><span>Tell "
                        + "<ac:link><ri:user ri:account-id=\"77f0\" /></ac:link></span></ac:task-body></ac:task>"
                        + "</ac:task-list>"
                        + macro(
                                "code",
                                parameter("language", "java")
                                        + "<ac:plain-text-body><![CDATA[int answer = 42;]]></ac:plain-text-body>"));
        assertThat(storage.report().findings()).isEmpty();
        assertThat(Markup.storage(storage.output()).toText().output())
                .contains("Faster start", "Part | Tests", "[x] Tag");
    }

    static Stream<Arguments> pieces() {
        return Stream.of(
                arguments("text", (Consumer<TextBuilder>) p -> p.text("a <b> & \"c\""), "a &lt;b&gt; &amp; \"c\""),
                arguments(
                        "bold",
                        (Consumer<TextBuilder>) p -> p.bold("a").italic("b").code("c<"),
                        "<strong>a</strong><em>b</em><code>c&lt;</code>"),
                arguments(
                        "nested styles",
                        (Consumer<TextBuilder>) p ->
                                p.styled(Style.STRIKE, s -> s.text("a").styled(Style.SUBSCRIPT, "b")),
                        "<s>a<sub>b</sub></s>"),
                arguments(
                        "break",
                        (Consumer<TextBuilder>) p -> p.text("a").lineBreak().text("b"),
                        "a<br />b"),
                arguments(
                        "link",
                        (Consumer<TextBuilder>)
                                p -> p.link("https://x.test/?a=1&b=2", "x").link("mailto:a@b.c", ""),
                        "<a href=\"https://x.test/?a=1&amp;b=2\">x</a><a href=\"mailto:a@b.c\">mailto:a@b.c</a>"),
                arguments(
                        "card",
                        (Consumer<TextBuilder>) p -> p.card("https://x.test/"),
                        "<a href=\"https://x.test/\" data-card-appearance=\"inline\">https://x.test/</a>"),
                arguments(
                        "page of the space",
                        (Consumer<TextBuilder>) p -> p.page("R&D"),
                        "<ac:link><ri:page ri:content-title=\"R&amp;D\" /></ac:link>"),
                arguments(
                        "attachment",
                        (Consumer<TextBuilder>) p -> p.attachment("a ü.pdf", "the file"),
                        "<ac:link><ri:attachment ri:filename=\"a ü.pdf\" />" + words("the file") + "</ac:link>"),
                arguments(
                        "anchor",
                        (Consumer<TextBuilder>) p -> p.anchor("here").toAnchor("here", "up"),
                        macro("anchor", parameter("", "here")) + "<ac:link ac:anchor=\"here\">" + words("up")
                                + "</ac:link>"),
                arguments(
                        "images",
                        (Consumer<TextBuilder>) p -> p.image("a.png", "A").webImage("https://x.test/b.png", ""),
                        "<ac:image ac:alt=\"A\"><ri:attachment ri:filename=\"a.png\" /></ac:image>"
                                + "<ac:image><ri:url ri:value=\"https://x.test/b.png\" /></ac:image>"),
                arguments(
                        "macro",
                        (Consumer<TextBuilder>) p -> p.macro("Jira", m -> m.parameter("key", "A-1<")),
                        macro("jira", parameter("key", "A-1&lt;"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pieces")
    void pieces_of_text(String name, Consumer<TextBuilder> text, String storage) {
        assertThat(text(text)).as(name).isEqualTo(storage);
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                arguments(
                        "numbers",
                        (Consumer<BodyBuilder>) b ->
                                b.numbers(l -> l.itemOf(i -> i.paragraph("a").bullets(n -> n.item("b")))),
                        "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>"),
                arguments(
                        "panel",
                        (Consumer<BodyBuilder>) b -> b.panel(PanelKind.WARNING, "T", p -> p.paragraph("a")),
                        macro("note", parameter("title", "T") + rich("<p>a</p>"))),
                arguments(
                        "expand",
                        (Consumer<BodyBuilder>) b -> b.expand("More", e -> e.rule()),
                        macro("expand", parameter("title", "More") + rich("<hr />"))),
                arguments(
                        "quote",
                        (Consumer<BodyBuilder>) b -> b.quote(q -> q.paragraph("a")),
                        "<blockquote><p>a</p></blockquote>"),
                arguments(
                        "cells of all kinds",
                        (Consumer<BodyBuilder>) b -> b.table(t -> t.rowOf(r ->
                                r.header("a").cell("b").cell(p -> p.bold("c")).cellOf(c -> c.code("d")))),
                        "<table><tbody><tr><th><p>a</p></th><td><p>b</p></td><td><p><strong>c</strong></p></td><td>"
                                + macro("code", "<ac:plain-text-body><![CDATA[d]]></ac:plain-text-body>")
                                + "</td></tr></tbody></table>"),
                arguments(
                        "macro with resources",
                        (Consumer<BodyBuilder>) b -> b.macro(
                                "x",
                                m -> m.page("", "T")
                                        .page("p", "S", "T")
                                        .attachment("f", "a.pdf")
                                        .user("u", "5b")
                                        .body(c -> c.paragraph("a"))),
                        macro(
                                "x",
                                parameter("", "<ri:page ri:content-title=\"T\" />")
                                        + parameter("p", "<ri:page ri:space-key=\"S\" ri:content-title=\"T\" />")
                                        + parameter("f", "<ri:attachment ri:filename=\"a.pdf\" />")
                                        + parameter("u", "<ri:user ri:account-id=\"5b\" />")
                                        + rich("<p>a</p>"))),
                arguments(
                        "macro around plain text",
                        (Consumer<BodyBuilder>) b -> b.macro("html", m -> m.plainBody("]]>")),
                        macro("html", "<ac:plain-text-body><![CDATA[]]]]><![CDATA[>]]></ac:plain-text-body>")),
                arguments(
                        "Markdown in between",
                        (Consumer<BodyBuilder>)
                                b -> b.append(Markup.markdown("*a*").document()),
                        "<p><em>a</em></p>"),
                arguments(
                        "code whose language Confluence knows by another name",
                        (Consumer<BodyBuilder>) b -> b.code("golang", "a"),
                        macro(
                                "code",
                                parameter("language", "go")
                                        + "<ac:plain-text-body><![CDATA[a]]></ac:plain-text-body>")),
                arguments(
                        "code whose language it does not know",
                        (Consumer<BodyBuilder>) b -> b.code("klingon", "a"),
                        macro("code", "<ac:plain-text-body><![CDATA[a]]></ac:plain-text-body>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void blocks_of_all_kinds(String name, Consumer<BodyBuilder> body, String storage) {
        assertThat(storage(body)).as(name).isEqualTo(storage);
        assertThat(StorageForm.same(Markup.storage(storage).toStorage().output(), storage))
                .isTrue();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("level", (Consumer<BodyBuilder>) b -> b.heading(7, "a")),
                arguments("level", (Consumer<BodyBuilder>) b -> b.heading(0, "a")),
                arguments("text", (Consumer<BodyBuilder>) b -> b.heading(1, " ")),
                arguments("language", (Consumer<BodyBuilder>) b -> b.code(" ", "a")),
                arguments("url", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.link("javascript:x", "a"))),
                arguments("url", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.link("b.pdf", "a"))),
                arguments("url", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.card("https://x.test/a b"))),
                arguments("title", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.page("a".repeat(256)))),
                arguments("title", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.page("a\u0001"))),
                arguments("title", (Consumer<BodyBuilder>) b -> b.expand("", e -> e.rule())),
                arguments("fileName", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.image("a/b.png", ""))),
                arguments("accountId", (Consumer<BodyBuilder>) b -> b.paragraph(p -> p.mention("\ud800"))),
                arguments("name", (Consumer<BodyBuilder>) b -> b.macro("a\"b")),
                arguments("name", (Consumer<BodyBuilder>)
                        b -> b.macro("a", m -> m.parameter("x", "1").parameter("x", "2"))),
                arguments("row 2", (Consumer<BodyBuilder>)
                        b -> b.table(t -> t.row("a", "b").row("c"))),
                arguments("row 1", (Consumer<BodyBuilder>) b -> b.table(t -> t.header())),
                arguments("table", (Consumer<BodyBuilder>) b -> b.table(t -> {})),
                arguments("list", (Consumer<BodyBuilder>) b -> b.bullets(l -> {})),
                arguments("tasks", (Consumer<BodyBuilder>) b -> b.tasks(t -> {})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_Confluence_would_not_take_is_refused_at_once_by_name(String parameter, Consumer<BodyBuilder> body) {
        BodyBuilder builder = BodyBuilder.create();

        assertThatThrownBy(() -> body.accept(builder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(parameter);
        assertThat(builder.build().blocks()).isEmpty();
    }

    @Test
    void a_macro_has_one_body() {
        assertThatThrownBy(() ->
                        BodyBuilder.create().macro("a", m -> m.plainBody("x").body(b -> b.rule())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_is_refused_by_name() {
        assertThatThrownBy(() -> BodyBuilder.create().paragraph((String) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
        assertThatThrownBy(() -> BodyBuilder.create().macro(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name");
        assertThatThrownBy(() -> BodyBuilder.create().quote(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("content");
    }

    @Test
    void what_was_built_does_not_change() {
        BodyBuilder builder = BodyBuilder.create().rule();
        Document first = builder.build();
        builder.rule();

        assertThat(first.blocks()).hasSize(1);
        assertThat(builder.build().blocks()).hasSize(2);
    }

    @Test
    void characters_that_a_body_cannot_have_are_left_out_of_texts_and_reported() {
        Conversion<String> storage = Markup.of(BodyBuilder.create()
                        .paragraph("a\u0000b\ud800")
                        .code("c\u001bd")
                        .build())
                .toStorage();

        assertThat(storage.output()).startsWith("<p>ab</p>").contains("[cd]");
        assertThat(storage.report().of(FindingKind.SIMPLIFIED)).hasSize(1);
    }
}
