package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.groups.Tuple;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of raw HTML comes to the parser: tags of a list, with attributes of a list, written anew; all else is text. */
class HtmlSourceTest {
    private static final String WRITTEN_TAG = "</?(a|b)( (href|title|id|name)=\"[^\"]*\")*>";

    private final Trail trail = new Trail();

    private String html(String raw) {
        return html(inline(raw));
    }

    private String html(Node... nodes) {
        return new HtmlSource(List.of(nodes), trail).html();
    }

    private static HtmlInline inline(String raw) {
        HtmlInline node = new HtmlInline();
        node.setLiteral(raw);
        return node;
    }

    private static HtmlBlock block(String raw) {
        HtmlBlock node = new HtmlBlock();
        node.setLiteral(raw);
        return node;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a href="x" title="t" id="i" name="n" onclick="f()" style="s" class="c" target="_blank"> | <a href="x" title="t" id="i" name="n">
            <img src="x" alt="a" title="t" onerror="f()" srcset="y" width="9">                       | <img src="x" alt="a" title="t">
            <ol start="3" type="a" reversed>                                                          | <ol start="3">
            <td colspan="2" rowspan="3" align="right" bgcolor="red">                                 | <td colspan="2" rowspan="3" align="right">
            <th colspan="2" rowspan="3" align="right" scope="row">                                   | <th colspan="2" rowspan="3" align="right">
            <span style="color: red" onmouseover="f()">                                              | <span style="color: red">
            <p style="color: red" align="center" onclick="f()">                                      | <p>
            <details open ontoggle="f()">                                                             | <details>
            </b onclick="f()">                                                                        | </b>
            """)
    void attributes_that_are_not_on_the_list_are_left_out(String raw, String html) {
        assertThat(html(raw)).isEqualTo(html);
        assertThat(trail.report().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a href='x'>                  | <a href="x">
            <a href=x>                    | <a href="x">
            <A HREF=x>                    | <a href="x">
            <a/href=x>                    | <a href="x">
            <a href="x"title="t">         | <a href="x" title="t">
            <a href = "x">                | <a href="x">
            <a href ='x' title= t>        | <a href="x" title="t">
            <a href= "x>y" >              | <a href="x>y">
            <a href>                      | <a href="">
            <a href=>                     | <a href="">
            <a href="">                   | <a href="">
            <a href="x>y<b">              | <a href="x>y<b">
            <a href="it's">               | <a href="it's">
            <a href='a" onclick="f()'>    | <a href="a&quot; onclick=&quot;f()">
            <a href=a"onclick="f()>       | <a href="a&quot;onclick=&quot;f()">
            <a href=x/>                   | <a href="x/">
            <a href="a&quot;b&amp;">      | <a href="a&quot;b&amp;">
            <br/>                         | <br>
            <br />                        | <br>
            """)
    void attributes_are_written_anew_in_double_quotes(String raw, String html) {
        assertThat(html(raw)).isEqualTo(html);
    }

    /** What is a quote for the end of the tag and none for its attributes had them read without end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a id=b="x y>z">        | <a id="b=&quot;x">z">
            <a ="x>y">              | <a>y">
            <a id"="x>y">           | <a>
            <a href=x"y>z">         | <a href="x&quot;y">z">
            <a title="t"href"="y>z> | &lt;a title="t"href"="y>z>
            """)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_quote_is_one_only_where_a_value_begins(String raw, String html) {
        assertThat(html(raw)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<>",
                "</>",
                "< b>",
                "<b",
                "</b",
                "<b title",
                "<b title=",
                "<b title=\"x>",
                "<b title='x>y\">",
                "<b\"x\">",
                "<b.c>",
                "<b:c>",
                "<b=c>",
                "<b_>",
                "<!b>",
                "<?b?>",
                "<![CDATA[b]]>",
                "<script>",
                "</script>",
                "<svg/onload=f()>",
                "<ac:link>",
                "<markdown-node n=\"0\">",
                "<div>",
                "<bb>",
                "<blockquotes>"
            })
    void what_is_no_tag_of_the_list_is_text(String raw) {
        assertThat(html(raw)).isEqualTo("&lt;" + raw.substring(1));
    }

    @Test
    void a_tag_that_another_one_begins_in_is_text_and_the_other_is_none_the_less_one() {
        assertThat(html("<b title=x<i>y</i>")).isEqualTo("&lt;b title=x<i>y</i>");
    }

    @Test
    void a_tag_of_4096_characters_is_one_and_a_longer_one_is_text() {
        String start = "<b" + " ".repeat(4_093);

        assertThat(html(start + ">")).isEqualTo("<b>");
        assertThat(html(start + " >")).startsWith("&lt;b ");
    }

    @Test
    void names_that_are_not_allowed_are_reported_and_not_in_full_length() {
        html("<VIDEO></video><" + "x".repeat(50) + ">");

        assertThat(trail.report().findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(
                        Tuple.tuple(FindingKind.SIMPLIFIED, "video"),
                        Tuple.tuple(FindingKind.SIMPLIFIED, "x".repeat(20)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a<!-- b -->c              | ac
            a<!-- <b> > -- -->c       | ac
            a<!---->c                 | ac
            a<!-->c                   | ac
            a<!--->c                  | ac
            a<!-- b --><!-- c -->d    | ad
            a<!-- b                   | a
            """)
    void comments_are_left_out_and_what_is_behind_them_is_not(String raw, String html) {
        assertThat(html(raw)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- -->", "<!---->", "<!-->", "<!--->"})
    void a_comment_without_words_is_nothing_to_report(String raw) {
        html(raw);

        assertThat(trail.report().isEmpty()).isTrue();
    }

    @Test
    void markdown_between_tags_becomes_elements_that_nobody_can_write() {
        Emphasis emphasis = new Emphasis();

        HtmlSource source = new HtmlSource(List.of(inline("<b>"), emphasis, block("<markdown-node n=\"0\">")), trail);

        assertThat(source.html()).isEqualTo("<b><markdown-node n=\"0\"></markdown-node>&lt;markdown-node n=\"0\">\n");
        assertThat(source.markdown()).containsExactly(emphasis);
    }

    @Test
    void characters_that_no_document_may_have_are_replaced() {
        assertThat(html("a\0b")).isEqualTo("a\ufffdb");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatever_is_written_nothing_is_a_tag_but_what_is_allowed() {
        String[] pieces = {"<b", ">", "=", "=", "\"", "\"", "'", " ", "/", "href", "on"};
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder raw = new StringBuilder("<a ");
            for (int j = random.nextInt(16); j > 0; j--) {
                raw.append(pieces[random.nextInt(pieces.length)]);
            }

            assertThat(html(raw.toString()).replaceAll(WRITTEN_TAG, ""))
                    .as("%s", raw)
                    .doesNotContain("<");
        }
    }
}
