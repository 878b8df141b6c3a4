package dev.confluencekit.markup.adf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.error.MalformedAdfException;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.Text;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that no schema allows: they are read as far as can be, and the report tells. */
class StrangeAdfTest {
    private static final Paragraph PA = Paragraph.of(Text.of("a"));

    private static String doc(String content) {
        return ("{'version':1,'type':'doc','content':[" + content + "]}").replace('\'', '"');
    }

    private static Conversion<Document> read(String content) {
        return AdfReader.create().read(doc(content));
    }

    static Stream<Arguments> strange() {
        String a = "{'type':'paragraph','content':[{'type':'text','text':'a'}]}";
        return Stream.of(
                arguments(
                        "an unknown node with content",
                        "{'type':'carousel','attrs':{'speed':3,'localId':'l','o':{'x':[]}},'content':[" + a + "]}",
                        new Element(
                                Source.ADF,
                                "carousel",
                                List.of(PA),
                                Attributes.of("speed", "3").with("o", "{\"x\":[]}")),
                        FindingKind.UNKNOWN_ELEMENT),
                arguments(
                        "an unknown node with text",
                        "{'type':'ticker','attrs':{'text':'t'}}",
                        new Element(Source.ADF, "ticker", List.of(Plain.of(Text.of("t"))), Attributes.of("text", "t")),
                        FindingKind.UNKNOWN_ELEMENT),
                arguments(
                        "an unknown node with nothing to read",
                        "{'type':'void','attrs':null}",
                        new Element(Source.ADF, "void", List.of(), Attributes.NONE),
                        FindingKind.UNKNOWN_ELEMENT),
                arguments(
                        "an unknown node in a line",
                        "{'type':'paragraph','content':[{'type':'ticker','attrs':{'text':'t'}}]}",
                        Paragraph.of(new Element(
                                Source.ADF, "ticker", List.of(Plain.of(Text.of("t"))), Attributes.of("text", "t"))),
                        FindingKind.UNKNOWN_ELEMENT),
                arguments(
                        "a node without type",
                        "{'content':[" + a + "]}",
                        new Element(Source.ADF, "node", List.of(PA), Attributes.NONE),
                        FindingKind.UNKNOWN_ELEMENT),
                arguments("text in an array", "['a']", Plain.of(Text.of("a")), FindingKind.REPAIRED),
                arguments("a number for a node", "7", Plain.of(Text.of("7")), FindingKind.REPAIRED),
                arguments(
                        "an item without list",
                        "{'type':'listItem','content':[" + a + "]}",
                        new Division(List.of(PA), Attributes.NONE),
                        FindingKind.REPAIRED),
                arguments(
                        "a cell without row",
                        "{'type':'table','content':[{'type':'tableCell','content':[" + a + "]}]}",
                        Table.of(TableRow.of(TableCell.of(new Division(List.of(PA), Attributes.NONE)))),
                        FindingKind.REPAIRED),
                arguments(
                        "a paragraph for a cell",
                        "{'type':'table','content':[{'type':'tableRow','content':[" + a + "]}]}",
                        Table.of(TableRow.of(TableCell.of(PA))),
                        FindingKind.REPAIRED),
                arguments(
                        "a panel of a new kind",
                        "{'type':'panel','attrs':{'panelType':'party'},'content':[" + a + "]}",
                        Panel.of(PanelKind.INFO, PA),
                        FindingKind.SIMPLIFIED),
                arguments(
                        "a span past all bounds",
                        "{'type':'table','content':[{'type':'tableRow','content':[{'type':'tableCell','attrs':"
                                + "{'colspan':99999999999,'rowspan':-3}}]}]}",
                        Table.of(TableRow.of(new TableCell(false, 1000, 1, List.of(), Attributes.NONE))),
                        FindingKind.LIMITED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strange")
    void what_no_schema_allows_is_read_and_reported(String name, String adf, Block expected, FindingKind kind) {
        Conversion<Document> read = read(adf);

        assertThat(read.output().blocks()).as(name).containsExactly(expected);
        assertThat(read.report().findings()).extracting(Finding::kind).containsOnly(kind);
    }

    /** JeromeErasmus/extended-markdown-adf-parser#7 */
    @Test
    void bare_text_is_read_where_blocks_should_be_and_blocks_where_text_should_be() {
        Conversion<Document> read = read("{'type':'bulletList','content':[{'type':'listItem','content':["
                + "{'type':'text','text':'bare'}]},{'type':'text','text':'no item'}]},"
                + "{'type':'paragraph','content':[{'type':'text','text':'a'},{'type':'rule'}]}");

        assertThat(read.output())
                .isEqualTo(Document.of(
                        BulletList.of(
                                ListItem.of(Plain.of(Text.of("bare"))), ListItem.of(Plain.of(Text.of("no item")))),
                        Paragraph.of(Text.of("a"), new Embedded(new Rule()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mention", "emoji", "date", "image", "confluenceJiraIssue"})
    void a_node_that_does_not_say_what_it_shows_is_reported(String type) {
        Conversion<Document> read = read("{'type':'paragraph','content':[{'type':'" + type + "','attrs':{'x':1}}]}");

        assertThat(read.output()).isEqualTo(Document.of(Paragraph.of()));
        assertThat(read.report().of(FindingKind.LEFT_OUT))
                .extracting(Finding::subject)
                .containsExactly(type);
    }

    @Test
    void the_place_of_a_finding_is_named_by_headings_and_path() {
        Conversion<Document> read =
                read("{'type':'heading','attrs':{'level':2},'content':[{'type':'text','text':'Top'}]},"
                        + "{'type':'table','content':[{'type':'tableRow','content':[{'type':'tableCell','content':["
                        + "{'type':'bulletList','content':[{'type':'listItem','content':[{'type':'void'}]}]}]}]}]}");

        assertThat(read.report().findings().get(0).place()).hasToString("Top > table > row 1 > cell 1 > item 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"type\":\"doc\",\"content\":[{\"type\":\"rule\"}]}",
                "\"{\\\"type\\\":\\\"doc\\\",\\\"content\\\":[{\\\"type\\\":\\\"rule\\\"}]}\"",
                "[{\"type\":\"rule\"}]",
                "{\"type\":\"rule\"}",
                "{\"type\":\"doc\",\"content\":{\"type\":\"rule\"}}"
            })
    void a_document_may_be_a_string_of_json_or_only_its_content(String body) {
        assertThat(AdfReader.create().read(body).output()).isEqualTo(Document.of(new Rule()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{\"type\":\"doc\"}", "{\"type\":\"doc\",\"content\":null}", "[]"})
    void a_body_may_be_empty(String body) {
        assertThat(AdfReader.create().read(body).output()).isEqualTo(Document.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "<p>storage</p>", "7", "null", "\"text\"", "{} {}", "{\"type\":}", "\"\"", "nul"})
    void what_is_no_json_document_is_refused(String body) {
        assertThatThrownBy(() -> AdfReader.create().read(body)).isInstanceOf(MalformedAdfException.class);
    }

    @Test
    void a_panel_in_a_cell_whose_icon_cannot_be_written_has_no_label() {
        Document read = read("{'type':'table','content':[{'type':'tableRow','content':[{'type':'tableCell','content':["
                        + "{'type':'panel','attrs':{'panelType':'custom','panelIconText':'\\u0000'},'content':["
                        + "{'type':'paragraph','content':[{'type':'text','text':'kept'}]}]}]}]}]}")
                .output();

        assertThat(Markup.of(read).toMarkdown().output()).isEqualTo("| |\n| --- |\n| kept |\n");
    }

    @Test
    void the_place_where_json_is_broken_is_named() {
        assertThatThrownBy(() -> AdfReader.create().read("{\n \"type\": oops}"))
                .isInstanceOfSatisfying(
                        MalformedAdfException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("line 2");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> AdfReader.create().maxCharacters(10).read("not even json"))
                .isInstanceOfSatisfying(
                        BodyTooLargeException.class, e -> assertThat(e.limit()).isEqualTo(10));
        assertThatThrownBy(() -> AdfReader.create().maxCharacters(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blockquote",
                "panel",
                "layoutSection",
                "table",
                "bodiedExtension",
                "taskList",
                "mediaSingle",
                "paragraph",
                "inlineExtension",
                "carousel"
            })
    @Timeout(20)
    void deep_nesting_becomes_lines_of_text_and_none_is_lost(String type) {
        int levels = 3_000;
        String open = ("{'type':'" + type + "','content':[").replace('\'', '"');
        String body = open.repeat(levels) + "{\"type\":\"text\",\"text\":\"deep\"}" + "]}".repeat(levels);

        Conversion<Document> read = AdfReader.create().read(body);

        assertThat(read.output().nodes().filter(Text.class::isInstance)).containsExactly(Text.of("deep"));
        assertThat(read.report().of(FindingKind.LIMITED))
                .extracting(Finding::subject)
                .contains("nesting");
    }

    @Test
    @Timeout(20)
    void json_that_is_nested_deeper_than_any_document_is_refused() {
        assertThatThrownBy(() -> AdfReader.create().read("[".repeat(1_000_000)))
                .isInstanceOf(MalformedAdfException.class);
    }

    @Test
    @Timeout(20)
    void marks_around_marks_around_nodes_do_not_make_the_tree_deeper_than_a_document_may_be() {
        String marks =
                "'marks':[{'type':'strong'},{'type':'em'},{'type':'strike'},{'type':'code'},{'type':'underline'},"
                        + "{'type':'textColor','attrs':{'color':'red'}},{'type':'annotation','attrs':{'id':'c'}}]";
        String level = ("{'type':'inlineExtension'," + marks + ",'content':[").replace('\'', '"');
        int levels = AdfReader.MAX_DEPTH + 10;

        Conversion<Document> read = AdfReader.create()
                .read(level.repeat(levels) + "{\"type\":\"text\",\"text\":\"deep\"}" + "]}".repeat(levels));

        assertThat(read.output().nodes().filter(Text.class::isInstance)).containsExactly(Text.of("deep"));
        assertThat(read.report().of(FindingKind.LIMITED))
                .extracting(Finding::subject)
                .contains("marks");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void time_grows_with_the_length_only() {
        String texts = "{\"type\":\"text\",\"text\":\"a\"},".repeat(200_000);
        String sections = "{\"type\":\"layoutSection\",\"content\":[]},".repeat(100_000);

        Conversion<Document> read =
                AdfReader.create().read("{\"type\":\"doc\",\"content\":[" + texts + sections + "{\"type\":\"rule\"}]}");

        assertThat(read.output().blocks()).hasSize(3);
    }

    /** Documents whose structure is right and whose words are at random. */
    private static String random(SplittableRandom random, int depth) {
        String[] types = {
            "paragraph",
            "heading",
            "text",
            "panel",
            "table",
            "tableRow",
            "tableCell",
            "bulletList",
            "listItem",
            "taskList",
            "taskItem",
            "mediaSingle",
            "media",
            "caption",
            "extension",
            "bodiedExtension",
            "layoutSection",
            "layoutColumn",
            "codeBlock",
            "mention",
            "date",
            "emoji",
            "status",
            "inlineCard",
            "blockCard",
            "expand",
            "decisionList",
            "unsupportedBlock",
            "inlineExtension",
            "hardBreak",
            "multiBodiedExtension",
            "x"
        };
        String[] values = {
            "\"\"", "\"a\"", "-1", "1e400", "null", "true", "{}", "[]", "[[7]]", "\"\\ud800\"", "99999999999"
        };
        String[] names = {
            "level",
            "text",
            "order",
            "colspan",
            "colwidth",
            "id",
            "url",
            "data",
            "timestamp",
            "extensionType",
            "parameters",
            "panelType",
            "color",
            "width",
            "originalValue",
            "cxhtml",
            "title",
            "state"
        };
        StringBuilder json = new StringBuilder("{\"type\":\"")
                .append(types[random.nextInt(types.length)])
                .append('"');
        json.append(",\"text\":").append(values[random.nextInt(values.length)]).append(",\"attrs\":{");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append('"').append(names[random.nextInt(names.length)]).append("\":");
            json.append(values[random.nextInt(values.length)]).append(i == 1 ? "" : ",");
        }
        json.append("},\"content\":[");
        for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            json.append(random(random, depth - 1)).append(i == 1 ? "" : ",");
        }
        return json.append("],\"marks\":[{\"type\":\"strong\"},{\"type\":\"link\",\"attrs\":{\"href\":")
                .append(values[random.nextInt(values.length)])
                .append("}}]}")
                .toString();
    }

    private static void readsMutated(long seed, int inputs) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < inputs; i++) {
            StringBuilder body = new StringBuilder(random(random, 5));
            for (int j = random.nextInt(3); j > 0; j--) {
                body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(32, 127));
            }
            try {
                AdfReader.create().read(body.toString());
            } catch (MarkupException refused) {
                assertThat(refused).isInstanceOf(MalformedAdfException.class);
            }
        }
    }

    @Test
    void mutated_documents_are_read_or_refused_and_nothing_else() {
        readsMutated(7, 5_000);
    }

    @Test
    @Tag("proof")
    void a_million_mutated_documents_are_read_or_refused_and_nothing_else() {
        readsMutated(8, 1_000_000);
    }
}
