package dev.confluencekit.markup.adf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.CommentMark;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TextColour;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdfMarksTest {
    private static final Text X = Text.of("x");

    private static Conversion<Document> read(String content) {
        return AdfReader.create().read(("{'type':'doc','content':[" + content + "]}").replace('\'', '"'));
    }

    private static String text(String text, String... marks) {
        return "{'type':'text','text':'" + text + "','marks':[" + String.join(",", marks) + "]}";
    }

    private static String paragraph(String... content) {
        return "{'type':'paragraph','content':[" + String.join(",", content) + "]}";
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                arguments("{'type':'strong'}", Marked.of(Style.STRONG, X)),
                arguments("{'type':'em'}", Marked.of(Style.EMPHASIS, X)),
                arguments("{'type':'strike'}", Marked.of(Style.STRIKE, X)),
                arguments("{'type':'underline'}", Marked.of(Style.UNDERLINE, X)),
                arguments("{'type':'code'}", Marked.of(Style.CODE, X)),
                arguments("{'type':'subsup','attrs':{'type':'sub'}}", Marked.of(Style.SUBSCRIPT, X)),
                arguments("{'type':'subsup','attrs':{'type':'sup'}}", Marked.of(Style.SUPERSCRIPT, X)),
                arguments("{'type':'fontSize','attrs':{'fontSize':'small'}}", Marked.of(Style.SMALL, X)),
                arguments("{'type':'textColor','attrs':{'color':'#ff5630'}}", Marked.of(new TextColour("#ff5630"), X)),
                arguments(
                        "{'type':'backgroundColor','attrs':{'color':'#fedec8'}}",
                        Marked.of(new BackgroundColour("#fedec8"), X)),
                arguments(
                        "{'type':'annotation','attrs':{'id':'c-1','annotationType':'inlineComment'}}",
                        Marked.of(new CommentMark("c-1"), X)),
                arguments(
                        "{'type':'confluenceInlineComment','attrs':{'reference':'c-2'}}",
                        Marked.of(new CommentMark("c-2"), X)),
                arguments(
                        "{'type':'link','attrs':{'href':'https://x.test'}}",
                        Link.of(new WebTarget("https://x.test"), X)),
                arguments(
                        "{'type':'link','attrs':{'href':'https://x.test','title':'T'}}",
                        new Link(
                                new WebTarget("https://x.test"),
                                null,
                                List.of(X),
                                LinkLook.TEXT,
                                Attributes.of("title", "T"))),
                arguments(
                        "{'type':'link','attrs':{'href':'#The%20end+more'}}",
                        new Link(new ThisPage(), "The end+more", List.of(X), LinkLook.TEXT, Attributes.NONE)),
                arguments(
                        "{'type':'link','attrs':{'href':'#50%'}}",
                        new Link(new ThisPage(), "50%", List.of(X), LinkLook.TEXT, Attributes.NONE)),
                arguments(
                        "{'type':'link','attrs':{'id':'f','collection':'c'}}",
                        Link.of(new MediaTarget("f", "c", null), X)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("marks")
    void a_mark_is_put_around_its_text_and_nothing_is_to_be_reported(String mark, Inline expected) {
        Conversion<Document> read = read(paragraph(text("x", mark)));

        assertThat(read.output()).isEqualTo(Document.of(Paragraph.of(expected)));
        assertThat(read.report().isEmpty()).as(read.report().toString()).isTrue();
    }

    @Test
    void marks_are_nested_in_one_order_whatever_the_source_has() {
        Document expected = Document.of(Paragraph.of(Link.of(
                new WebTarget("/u"),
                Marked.of(
                        Style.STRONG,
                        Marked.of(
                                Style.EMPHASIS,
                                Marked.of(Style.STRIKE, Marked.of(Style.SUPERSCRIPT, Marked.of(Style.CODE, X))))))));
        String link = "{'type':'link','attrs':{'href':'/u'}}";
        String strong = "{'type':'strong'}";
        String em = "{'type':'em'}";
        String strike = "{'type':'strike'}";
        String sup = "{'type':'subsup','attrs':{'type':'sup'}}";
        String code = "{'type':'code'}";

        assertThat(read(paragraph(text("x", code, sup, strike, em, strong, link)))
                        .output())
                .isEqualTo(expected);
        assertThat(read(paragraph(text("x", em, link, code, strong, strike, sup, em)))
                        .output())
                .isEqualTo(expected);
    }

    @Test
    void what_is_around_neighbours_is_put_around_them_once() {
        String strong = "{'type':'strong'}";
        String em = "{'type':'em'}";

        assertThat(read(paragraph(
                                text("a", strong),
                                text("b", strong),
                                text("c", em, strong),
                                "{'type':'hardBreak','marks':[" + strong + "]}",
                                text("d"),
                                text("e")))
                        .output())
                .isEqualTo(Document.of(Paragraph.of(
                        Marked.of(
                                Style.STRONG,
                                Text.of("ab"),
                                Marked.of(Style.EMPHASIS, Text.of("c")),
                                new dev.confluencekit.markup.tree.LineBreak()),
                        Text.of("de"))));
    }

    @Test
    void a_comment_that_runs_over_a_link_stays_around_all_that_was_commented_on() {
        String comment = "{'type':'annotation','attrs':{'id':'c','annotationType':'inlineComment'}}";
        String link = "{'type':'link','attrs':{'href':'/u'}}";

        assertThat(read(paragraph(text("a", comment), text("b", link, comment))).output())
                .isEqualTo(Document.of(Paragraph.of(
                        Marked.of(new CommentMark("c"), Text.of("a")),
                        Link.of(new WebTarget("/u"), Marked.of(new CommentMark("c"), Text.of("b"))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'type':'alignment','attrs':{'align':'center'}}                                            | text-align: center;
            {'type':'alignment','attrs':{'align':'end'}}                                               | text-align: right;
            {'type':'indentation','attrs':{'level':2}}                                                 | margin-left: 60.0px;
            {'type':'alignment','attrs':{'align':'end'}},{'type':'indentation','attrs':{'level':1}}    | text-align: right;margin-left: 30.0px;
            """)
    void where_a_line_stands_is_said_as_in_the_storage_format(String mark, String style) {
        Conversion<Document> read = read("{'type':'paragraph','marks':[" + mark + "],'content':[" + text("x") + "]},"
                + "{'type':'heading','attrs':{'level':2},'marks':[" + mark + "],'content':[" + text("x") + "]}");

        assertThat(read.output())
                .isEqualTo(Document.of(
                        new Paragraph(List.of(X), Attributes.of("style", style)),
                        new Heading(2, List.of(X), Attributes.of("style", style))));
        assertThat(read.report().isEmpty()).isTrue();
    }

    @Test
    void a_small_paragraph_is_a_paragraph_of_small_text() {
        assertThat(read("{'type':'paragraph','marks':[{'type':'fontSize','attrs':{'fontSize':'small'}}],'content':["
                                + text("x") + "]}")
                        .output())
                .isEqualTo(Document.of(Paragraph.of(Marked.of(Style.SMALL, X))));
    }

    @ParameterizedTest
    @CsvSource({"dataConsumer,LEFT_OUT", "fragment,LEFT_OUT", "typeAheadQuery,LEFT_OUT", "sparkle,UNKNOWN_ELEMENT"})
    void a_mark_that_leaves_nothing_behind_is_reported_on_text_and_on_blocks(String mark, FindingKind kind) {
        Conversion<Document> onText = read(paragraph(text("x", "{'type':'" + mark + "','attrs':{'sources':['a']}}")));
        Conversion<Document> onBlock = read("{'type':'rule','marks':[{'type':'" + mark + "'}]}");

        assertThat(onText.output()).isEqualTo(Document.of(Paragraph.of(X)));
        assertThat(onText.report().findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(onBlock.report().of(kind)).extracting(Finding::subject).containsExactly(mark);
    }

    @ParameterizedTest
    @CsvSource({"link", "textColor", "backgroundColor", "annotation", "confluenceInlineComment"})
    void a_mark_that_does_not_say_what_it_must_leaves_its_text_and_is_reported(String mark) {
        Conversion<Document> read = read(paragraph(text("x", "{'type':'" + mark + "'}")));

        assertThat(read.output()).isEqualTo(Document.of(Paragraph.of(X)));
        assertThat(read.report().of(FindingKind.SIMPLIFIED))
                .extracting(Finding::subject)
                .containsExactly(mark);
    }
}
