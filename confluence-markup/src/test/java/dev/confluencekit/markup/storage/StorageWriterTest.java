package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.error.MalformedStorageException;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageWriterTest {
    private static String write(Block... blocks) {
        return Markup.of(Document.of(blocks)).toStorage().output();
    }

    @Test
    void texts_and_attributes_are_escaped_and_void_elements_closed() {
        assertThat(write(Paragraph.of(
                        Text.of("a < b & c > \"d\""),
                        new LineBreak(),
                        Link.of(new WebTarget("https://e.x/?a=1&b=\"<"), Text.of("x")))))
                .isEqualTo(
                        "<p>a &lt; b &amp; c &gt; \"d\"<br /><a href=\"https://e.x/?a=1&amp;b=&quot;&lt;\">x</a></p>");
    }

    @Test
    void what_would_end_a_section_of_code_once_a_character_is_dropped_is_parted_too() {
        assertThat(write(CodeBlock.of("]\ud800]\u0000></ac:plain-text-body>")))
                .contains("<![CDATA[]]]]><![CDATA[></ac:plain-text-body>]]>");
    }

    @Test
    void what_would_end_a_section_of_code_is_parted_into_two() {
        assertThat(write(CodeBlock.of("java", "a]]>b]]>")))
                .isEqualTo("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\">"
                        + "<ac:parameter ac:name=\"language\">java</ac:parameter>"
                        + "<ac:plain-text-body><![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>]]></ac:plain-text-body>"
                        + "</ac:structured-macro>");
    }

    @Test
    void characters_that_XML_cannot_have_are_left_out_and_told_of() {
        var written = Markup.of(Document.of(
                        Paragraph.of(Text.of("a\u0001b\ud800c\ufffed\ud83d\udc4d")), CodeBlock.of("e\u0000f\udc00")))
                .toStorage();

        assertThat(written.output()).contains("<p>abcd\ud83d\udc4d</p>").contains("[ef]");
        assertThat(written.report().of(FindingKind.SIMPLIFIED)).hasSize(1);
    }

    @Test
    void names_that_are_no_names_do_not_get_into_the_body() {
        String written = write(
                new Element(Source.STORAGE, "x><script", List.of(Paragraph.of(Text.of("a"))), Attributes.NONE),
                new Element(
                        Source.STORAGE,
                        "ok",
                        List.of(),
                        Attributes.of("y=\"\" z", "1").with("fine", "2")),
                new Element(Source.ADF, "node", List.of(Plain.of(Text.of("b"))), Attributes.NONE),
                Macro.of("a\"b", List.of(MacroParameter.of("c<d", "e<f"))));

        assertThat(written)
                .isEqualTo(
                        "<p>a</p><ok fine=\"2\" />b<ac:structured-macro ac:name=\"a&quot;b\" ac:schema-version=\"1\">"
                                + "<ac:parameter ac:name=\"c&lt;d\">e&lt;f</ac:parameter></ac:structured-macro>");
    }

    /** Of two attributes with one name, and of a section that ends where a character was left out, Confluence takes neither. */
    @Test
    void attributes_are_written_once_and_what_is_left_out_does_not_end_a_section() {
        assertThat(write(new Macro(
                        "a", List.of(), List.of(), Attributes.of("ac:name", "b").with("fine", "c"))))
                .isEqualTo("<ac:structured-macro ac:name=\"a\" ac:schema-version=\"1\" fine=\"c\" />");
        assertThat(write(CodeBlock.of("a]]\u0001>b]\ud800]>c")))
                .contains("<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>c]]>");
    }

    @Test
    void tasks_without_an_id_get_one_that_no_other_task_has() {
        TaskItem first = new TaskItem(null, null, false, List.of(Plain.of(Text.of("a"))));
        TaskItem second = new TaskItem("1", null, true, List.of(Plain.of(Text.of("b"))));

        assertThat(write(new TaskList(List.of(first, second))))
                .isEqualTo(
                        "<ac:task-list><ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status>"
                                + "<ac:task-body><span>a</span></ac:task-body></ac:task><ac:task><ac:task-id>1</ac:task-id>"
                                + "<ac:task-status>complete</ac:task-status><ac:task-body><span>b</span></ac:task-body></ac:task></ac:task-list>");
    }

    @Test
    void panels_are_macros_by_their_colour_and_a_purple_note_is_an_extension() {
        assertThat(write(Panel.of(PanelKind.WARNING, Paragraph.of(Text.of("y")))))
                .contains("ac:name=\"note\"");
        assertThat(write(Panel.of(PanelKind.ERROR, Paragraph.of(Text.of("r"))))).contains("ac:name=\"warning\"");
        assertThat(write(Panel.of(PanelKind.NOTE, Paragraph.of(Text.of("p")))))
                .isEqualTo("<ac:adf-extension><ac:adf-node type=\"panel\">"
                        + "<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>"
                        + "<ac:adf-content><p>p</p></ac:adf-content></ac:adf-node>"
                        + "<ac:adf-fallback><div class=\"panel\"><p>p</p></div></ac:adf-fallback></ac:adf-extension>");
    }

    @Test
    void two_texts_in_a_row_do_not_run_together() {
        assertThat(write(Plain.of(Text.of("a")), Plain.of(Text.of("b")))).isEqualTo("a<p>b</p>");
    }

    @Test
    void a_file_without_a_name_is_told_of() {
        var written = Markup.of(Document.of(Plain.of(Image.of(new MediaTarget("f1", null, null), "plan"))))
                .toStorage();

        assertThat(written.output()).isEqualTo("plan");
        assertThat(written.report().of(FindingKind.UNRESOLVED_REFERENCE)).hasSize(1);
    }

    @Test
    void a_title_with_anything_in_it_is_one_title() {
        assertThat(write(Paragraph.of(Link.of(new PageTarget("R&D \"x\" <y>", "DOC")))))
                .isEqualTo(
                        "<p><ac:link><ri:page ri:space-key=\"DOC\" ri:content-title=\"R&amp;D &quot;x&quot; &lt;y&gt;\" />"
                                + "</ac:link></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a",
                "a</p>",
                "<p>a & b</p>",
                "<br></br",
                "</body><body>",
                "<p a=1>x</p>",
                "<p a>x</p>",
                "<p a=\"1\" a=\"2\">x</p>",
                "<b><i>x</b></i>",
                "<p>]]></p>",
                "<!-- a -- b -->",
                "<!DOCTYPE a><p/>",
                "<p>&#0;</p>",
                "<p>a\u0001</p>"
            })
    void what_Confluence_would_refuse_is_refused_before(String body) {
        assertThatThrownBy(() -> StorageChecker.check(body)).isInstanceOf(MalformedStorageException.class);
    }

    @Test
    void a_refusal_says_where() {
        assertThatThrownBy(() -> StorageChecker.check("<p>fine</p>\n<p>a & b</p>"))
                .isInstanceOfSatisfying(MalformedStorageException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.context()).contains("a & b");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text &amp; &nbsp; &auml;",
                "<ac:link><ri:page /></ac:link>",
                "<![CDATA[x <!DOCTYPE y]]>",
                "<p\n/>"
            })
    void what_Confluence_takes_passes(String body) {
        assertThatCode(() -> StorageChecker.check(body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p> | <p local-id=\"x\">a</p>",
                "<p>a</p><p>b</p> | <p>a</p>   <p>b</p>",
                "<p><b>a</b></p> | <p><strong>a</strong></p>",
                "<p>&auml;&nbsp;</p> | <p>ä\u00a0</p>",
                "<a href=\"x\" title=\"y\">z</a> | <a title=\"y\" href=\"x\">z</a>",
                "<ac:structured-macro ac:name=\"a\" ac:macro-id=\"1\"/> | <ac:structured-macro ac:name=\"a\" ac:macro-id=\"2\"/>",
                "<table><tr><td>a</td></tr></table> | <table><tbody><tr><td>a</td></tr></tbody></table>",
                "<p>a<br>b</p> | <p>a<br />b</p>"
            })
    void what_Confluence_changes_on_saving_makes_no_difference(String body, String saved) {
        assertThat(StorageForm.same(body, saved)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p> | <p>b</p>",
                "<p>a b</p> | <p>ab</p>",
                "<p>a</p> | <h1>a</h1>",
                "<a href=\"x\">z</a> | <a href=\"y\">z</a>",
                "<pre>a  b</pre> | <pre>a b</pre>",
                "<td rowspan=\"2\">a</td> | <td>a</td>",
                "<p><s>a</s></p> | <p>a</p>"
            })
    void what_somebody_changed_makes_a_difference(String body, String other) {
        assertThat(StorageForm.same(body, other)).isFalse();
    }
}
