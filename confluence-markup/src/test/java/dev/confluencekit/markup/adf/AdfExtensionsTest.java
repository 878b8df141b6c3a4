package dev.confluencekit.markup.adf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdfExtensionsTest {
    private static final String A = "{'type':'paragraph','content':[{'type':'text','text':'a'}]}";
    private static final Paragraph PA = Paragraph.of(Text.of("a"));

    private static Conversion<Document> read(String content) {
        return AdfReader.create().read(("{'type':'doc','content':[" + content + "]}").replace('\'', '"'));
    }

    private static String macro(String type, String key, String parameters, String content) {
        return "{'type':'" + type + "','attrs':{'extensionType':'com.atlassian.confluence.macro.core','extensionKey':'"
                + key + "','text':'label','parameters':{'macroParams':{" + parameters
                + "},'macroMetadata':{'schemaVersion':{'value':'1'},'title':'T'}}},'content':[" + content + "]}";
    }

    @Test
    void a_macro_has_its_name_and_its_parameters_and_nothing_of_its_metadata() {
        Conversion<Document> read =
                read(macro("extension", "children", "'all':{'value':'true'},'depth':{'value':2}", ""));

        assertThat(read.output())
                .isEqualTo(Document.of(Macro.of(
                        "children", List.of(MacroParameter.of("all", "true"), MacroParameter.of("depth", "2")))));
        assertThat(read.report().isEmpty()).isTrue();
    }

    @Test
    void a_macro_around_content_has_it_as_its_body() {
        assertThat(read(macro("bodiedExtension", "excerpt", "'name':{'value':'n'}", A))
                        .output())
                .isEqualTo(Document.of(
                        Macro.of("excerpt", List.of(MacroParameter.of("name", "n")), new RichBody(List.of(PA)))));
    }

    @Test
    void a_macro_around_text_has_it_as_its_plain_body() {
        assertThat(read(macro("extension", "mermaid-cloud", "'__bodyContent':{'value':'graph TD;'}", ""))
                        .output())
                .isEqualTo(Document.of(Macro.of("mermaid-cloud", List.of(), new PlainBody("graph TD;"))));
    }

    @Test
    void macros_that_every_body_has_become_the_same_as_from_storage() {
        assertThat(read(macro("bodiedExtension", "note", "'title':{'value':'T'}", A)
                                + ","
                                + macro(
                                        "extension",
                                        "code",
                                        "'language':{'value':'java'},'__bodyContent':{'value':'int a;'}",
                                        ""))
                        .output())
                .isEqualTo(Document.of(
                        new Panel(PanelKind.WARNING, "T", null, List.of(PA), Attributes.NONE),
                        new CodeBlock(CodeForm.CODE, "java", null, "int a;", Attributes.NONE)));
    }

    @ParameterizedTest
    @CsvSource({
        "include,         Some page,         ,      Some page",
        "excerpt-include, DOCS:Some page,    DOCS,  Some page",
        "include,         ~ada:Home,         ~ada,  Home",
        "include,         API: how it works, ,      API: how it works",
        "include,         An API:x,          ,      An API:x"
    })
    void an_included_page_is_a_page_of_this_or_another_space(String macro, String value, String space, String title) {
        assertThat(read(macro("extension", macro, "'':{'value':'" + value + "'}", ""))
                        .output())
                .isEqualTo(Document.of(Macro.of(macro, List.of(MacroParameter.of("", new PageTarget(title, space))))));
    }

    @Test
    void a_macro_in_a_line_stays_in_it() {
        assertThat(read("{'type':'paragraph','content':[{'type':'text','text':'a '},"
                                + macro("inlineExtension", "jira", "'key':{'value':'K-1'}", "") + ","
                                + macro("inlineExtension", "status", "'title':{'value':'OK'}", "") + "]}")
                        .output())
                .isEqualTo(Document.of(Paragraph.of(
                        Text.of("a "),
                        Macro.of("jira", List.of(MacroParameter.of("key", "K-1"))),
                        new Status("OK", null, Attributes.NONE))));
    }

    @Test
    void an_issue_of_before_macros_is_a_jira_macro() {
        assertThat(read("{'type':'paragraph','content':[{'type':'confluenceJiraIssue','attrs':{'issueKey':'K-2',"
                                + "'macroId':'m','schemaVersion':'1','server':'S','serverId':'s-1'}}]}")
                        .output())
                .isEqualTo(Document.of(Paragraph.of(Macro.of(
                        "jira",
                        List.of(
                                MacroParameter.of("key", "K-2"),
                                MacroParameter.of("server", "S"),
                                MacroParameter.of("serverId", "s-1"))))));
    }

    @Test
    void frames_are_bodies_in_their_order() {
        assertThat(read(macro(
                                "multiBodiedExtension",
                                "tabs",
                                "",
                                "{'type':'extensionFrame','content':[" + A + "]},"
                                        + "{'type':'extensionFrame','content':[{'type':'rule'}]}"))
                        .output())
                .isEqualTo(Document.of(Macro.of(
                        "tabs",
                        List.of(),
                        new RichBody(List.of(PA)),
                        new RichBody(List.of(new dev.confluencekit.markup.tree.Rule())))));
    }

    /** Spenhouet#281, #283: what apps show vanished without a word. */
    @Test
    void an_app_keeps_its_parameters_and_its_label_is_in_the_report_only() {
        Conversion<Document> read = read("{'type':'extension','attrs':{'extensionType':'com.atlassian.ecosystem',"
                + "'extensionKey':'a/b/static/chart','text':'Chart','parameters':{'guestParams':{'size':'big','deep':{'x':1}},"
                + "'localId':'l'}}}");

        assertThat(read.output())
                .isEqualTo(Document.of(new Macro(
                        "a/b/static/chart",
                        List.of(MacroParameter.of("size", "big"), MacroParameter.of("deep", "{\"x\":1}")),
                        List.of(),
                        Attributes.of("adf-extension-type", "com.atlassian.ecosystem")
                                .with("adf-text", "Chart"))));
        Conversion<String> written = Markup.of(read.output()).toMarkdown();
        assertThat(written.output()).isEmpty();
        assertThat(written.report().of(FindingKind.UNKNOWN_MACRO))
                .extracting(Finding::subject)
                .containsExactly("Chart");
    }

    @Test
    void an_app_is_written_as_the_service_stores_it() {
        Document app = read("{'type':'bodiedExtension','attrs':{'extensionType':'com.atlassian.ecosystem',"
                        + "'extensionKey':'a/b/static/box','text':'Box','parameters':{'guestParams':{'boxColour':'<red>'}}},"
                        + "'content':[" + A + "]}")
                .output();

        assertThat(Markup.of(app).toStorage().output())
                .isEqualTo("<ac:adf-extension><ac:adf-node type=\"bodied-extension\">"
                        + "<ac:adf-attribute key=\"extension-key\">a/b/static/box</ac:adf-attribute>"
                        + "<ac:adf-attribute key=\"extension-type\">com.atlassian.ecosystem</ac:adf-attribute>"
                        + "<ac:adf-attribute key=\"text\">Box</ac:adf-attribute>"
                        + "<ac:adf-attribute key=\"parameters\"><ac:adf-parameter key=\"guest-params\">"
                        + "<ac:adf-parameter key=\"box-colour\">&lt;red&gt;</ac:adf-parameter></ac:adf-parameter></ac:adf-attribute>"
                        + "<ac:adf-content><p>a</p></ac:adf-content></ac:adf-node></ac:adf-extension>");
    }

    private static String nested(String parameters) {
        return "{'type':'extension','attrs':{'extensionType':'com.atlassian.confluence.migration',"
                + "'extensionKey':'nested-table','parameters':{" + parameters + "}}}";
    }

    @Test
    void a_nested_table_is_read_from_the_adf_in_it() {
        String adf =
                "{\\'type\\':\\'doc\\',\\'content\\':[{\\'type\\':\\'table\\',\\'content\\':[{\\'type\\':\\'tableRow\\',"
                        + "\\'content\\':[{\\'type\\':\\'tableCell\\'}]}]}]}";

        assertThat(read(nested("'adf':'" + adf + "','cxhtml':'<p>not this one</p>'"))
                        .output())
                .isEqualTo(Document.of(Table.of(TableRow.of(TableCell.of()))));
    }

    @Test
    void a_nested_table_is_read_from_storage_if_the_adf_is_missing_or_broken() {
        Document expected = Document.of(Table.of(TableRow.of(TableCell.of(Plain.of(Text.of("x"))))));
        String storage = "'cxhtml':'<table><tr><td>x</td></tr></table>'";

        assertThat(read(nested(storage)).output()).isEqualTo(expected);
        assertThat(read(nested("'adf':'{broken'," + storage)).output()).isEqualTo(expected);
    }

    @Test
    void findings_in_nested_storage_are_reported() {
        Conversion<Document> read = read(nested("'cxhtml':'<p><blink>x</blink></p>'"));

        assertThat(read.report().of(FindingKind.UNKNOWN_ELEMENT))
                .extracting(Finding::subject)
                .containsExactly("blink");
    }

    @Test
    void what_was_migrated_and_is_not_there_is_reported() {
        Conversion<Document> read = read(nested(""));

        assertThat(read.output()).isEqualTo(Document.of());
        assertThat(read.report().of(FindingKind.LEFT_OUT))
                .extracting(Finding::subject)
                .containsExactly("nested-table");
    }

    @Test
    void what_the_editor_could_not_show_is_read_from_its_original() {
        assertThat(read("{'type':'unsupportedBlock','attrs':{'originalValue':" + A + "}},"
                                + "{'type':'confluenceUnsupportedBlock','attrs':{'cxhtml':'<p>a</p>'}},"
                                + "{'type':'paragraph','content':[{'type':'confluenceUnsupportedInline','attrs':"
                                + "{'cxhtml':'<p>a</p>'}},"
                                + "{'type':'unsupportedInline','attrs':{'originalValue':{'type':'text','text':'b'}}}]}")
                        .output())
                .isEqualTo(Document.of(PA, PA, Paragraph.of(Text.of("ab"))));
    }

    @Test
    void more_than_a_line_that_the_editor_could_not_show_stays_where_it_is() {
        assertThat(read("{'type':'paragraph','content':[{'type':'confluenceUnsupportedInline','attrs':"
                                + "{'cxhtml':'<p>a</p><p>a</p>'}}]}")
                        .output())
                .isEqualTo(Document.of(Paragraph.of(new Embedded(PA), new Embedded(PA))));
    }

    @Test
    void a_block_that_another_page_shares_is_reported() {
        Conversion<Document> read = read("{'type':'syncBlock','attrs':{'resourceId':'r-1'}}");

        assertThat(read.output())
                .isEqualTo(Document.of(
                        new Element(Source.ADF, "syncBlock", List.of(), Attributes.of("resourceId", "r-1"))));
        assertThat(read.report().of(FindingKind.LEFT_OUT))
                .extracting(Finding::subject)
                .containsExactly("r-1");
    }

    @Test
    void a_card_of_data_without_address_is_reported_and_its_query_kept() {
        Conversion<Document> read = read("{'type':'blockCard','attrs':{'datasource':{'id':'d','views':[]}}}");

        assertThat(read.output())
                .isEqualTo(Document.of(new Element(
                        Source.ADF,
                        "blockCard",
                        List.of(),
                        Attributes.of("datasource", "{\"id\":\"d\",\"views\":[]}"))));
        assertThat(read.report().of(FindingKind.LEFT_OUT)).hasSize(1);
    }
}
