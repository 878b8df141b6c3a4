package dev.confluencekit.markup.adf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Date;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Emoji;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.LayoutColumn;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Placeholder;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableColumn;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node that Atlassian's schema has, by what it becomes. Single quotes stand for double ones. */
class AdfNodesTest {
    private static final String A = "{'type':'paragraph','content':[{'type':'text','text':'a'}]}";
    private static final String B = "{'type':'paragraph','content':[{'type':'text','text':'b'}]}";
    private static final Paragraph PA = Paragraph.of(Text.of("a"));
    private static final Paragraph PB = Paragraph.of(Text.of("b"));

    private static String doc(String content) {
        return ("{'version':1,'type':'doc','content':[" + content + "]}").replace('\'', '"');
    }

    private static Conversion<Document> read(String content) {
        return AdfReader.create().read(doc(content));
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                arguments("paragraph", A, PA),
                arguments("paragraph, empty", "{'type':'paragraph'}", Paragraph.of()),
                arguments(
                        "heading",
                        "{'type':'heading','attrs':{'level':3,'localId':'x'},'content':[{'type':'text','text':'h'}]}",
                        Heading.of(3, Text.of("h"))),
                arguments("heading without level", "{'type':'heading'}", Heading.of(1)),
                arguments("blockquote", "{'type':'blockquote','content':[" + A + "]}", Quote.of(PA)),
                arguments("rule", "{'type':'rule'}", new Rule()),
                arguments(
                        "codeBlock",
                        "{'type':'codeBlock','attrs':{'language':'java'},'content':["
                                + "{'type':'text','text':'int a;\\n'},{'type':'text','text':'  int b;'}]}",
                        CodeBlock.of("java", "int a;\n  int b;")),
                arguments(
                        "codeBlock without numbers, wide",
                        "{'type':'codeBlock','attrs':{'hideLineNumbers':true,'wrap':true,'uniqueId':'u'},"
                                + "'marks':[{'type':'breakout','attrs':{'mode':'wide','width':1010}}]}",
                        new CodeBlock(
                                CodeForm.CODE,
                                null,
                                null,
                                "",
                                Attributes.of("breakoutMode", "wide")
                                        .with("breakoutWidth", "1010")
                                        .with("linenumbers", "false"))),
                arguments(
                        "bulletList",
                        "{'type':'bulletList','content':[{'type':'listItem','content':[" + A + "]},"
                                + "{'type':'listItem','content':[" + B + ",{'type':'bulletList','content':["
                                + "{'type':'listItem','content':[" + A + "]}]}]}]}",
                        BulletList.of(ListItem.of(PA), ListItem.of(PB, BulletList.of(ListItem.of(PA))))),
                arguments(
                        "orderedList",
                        "{'type':'orderedList','attrs':{'order':4},'content':[{'type':'listItem','content':[" + A
                                + "]}]}",
                        new OrderedList(4, List.of(ListItem.of(PA)), Attributes.NONE)),
                arguments(
                        "orderedList that starts nowhere",
                        "{'type':'orderedList','attrs':{'order':-4},'content':[]}",
                        OrderedList.of()),
                arguments(
                        "taskList, the nested list as sibling of its item",
                        "{'type':'taskList','attrs':{'localId':'l'},'content':["
                                + "{'type':'taskItem','attrs':{'localId':'1','state':'TODO'},'content':[{'type':'text','text':'a'}]},"
                                + "{'type':'taskList','content':[{'type':'taskItem','attrs':{'localId':'2','state':'DONE'},"
                                + "'content':[{'type':'text','text':'b'}]}]},"
                                + "{'type':'blockTaskItem','attrs':{'localId':'3','state':'DONE'},'content':[" + A
                                + "]}]}",
                        new TaskList(List.of(
                                new TaskItem(
                                        null,
                                        "1",
                                        false,
                                        List.of(
                                                Plain.of(Text.of("a")),
                                                new TaskList(List.of(new TaskItem(
                                                        null, "2", true, List.of(Plain.of(Text.of("b")))))))),
                                new TaskItem(null, "3", true, List.of(PA))))),
                arguments(
                        "decisionList",
                        "{'type':'decisionList','attrs':{'localId':'l'},'content':[{'type':'decisionItem',"
                                + "'attrs':{'localId':'d','state':'DECIDED'},'content':[{'type':'text','text':'yes'}]}]}",
                        new DecisionList("l", List.of(new Decision("DECIDED", "d", List.of(Text.of("yes")))))),
                arguments("panel", panel("info"), Panel.of(PanelKind.INFO, PA)),
                arguments("panel tip", panel("tip"), Panel.of(PanelKind.TIP, PA)),
                arguments("panel success", panel("success"), Panel.of(PanelKind.TIP, PA)),
                arguments("panel warning", panel("warning"), Panel.of(PanelKind.WARNING, PA)),
                arguments("panel error", panel("error"), Panel.of(PanelKind.ERROR, PA)),
                arguments(
                        "panel note, which the storage format has no macro for (text2confl#347)",
                        panel("note"),
                        new Panel(PanelKind.NOTE, null, null, List.of(PA), Attributes.of("adf-panel-type", "note"))),
                arguments(
                        "panel custom",
                        "{'type':'panel','attrs':{'panelType':'custom','panelIcon':':rocket:','panelIconId':'1f680',"
                                + "'panelIconText':'🚀','panelColor':'#E6FCFF'},'content':[" + A + "]}",
                        new Panel(
                                PanelKind.CUSTOM,
                                null,
                                "🚀",
                                List.of(PA),
                                Attributes.of("bgColor", "#E6FCFF")
                                        .with("panelIcon", ":rocket:")
                                        .with("panelIconId", "1f680"))),
                arguments(
                        "expand",
                        "{'type':'expand','attrs':{'title':'More'},'content':[" + A + "]}",
                        new Expand("More", List.of(PA), Attributes.NONE)),
                arguments(
                        "nestedExpand",
                        "{'type':'nestedExpand','attrs':{'title':''},'content':[" + A + "]}",
                        new Expand(null, List.of(PA), Attributes.NONE)),
                arguments(
                        "layoutSection, several in a row",
                        "{'type':'layoutSection','content':[" + column(33.33, A) + "," + column(66.66, B) + "]},"
                                + "{'type':'layoutSection','marks':[{'type':'breakout','attrs':{'mode':'wide'}}],"
                                + "'content':[" + column(100, A) + "]}",
                        new Layout(List.of(
                                new LayoutSection(
                                        "two_left_sidebar",
                                        List.of(
                                                new LayoutColumn(33.33, List.of(PA)),
                                                new LayoutColumn(66.66, List.of(PB))),
                                        Attributes.NONE),
                                new LayoutSection(
                                        "single",
                                        List.of(new LayoutColumn(100.0, List.of(PA))),
                                        Attributes.of("ac:breakout-mode", "wide"))))),
                arguments(
                        "mediaSingle with a file",
                        "{'type':'mediaSingle','attrs':{'layout':'center','width':300,'widthType':'pixel'},'content':["
                                + "{'type':'media','attrs':{'type':'file','id':'f-1','collection':'c','alt':'a.png',"
                                + "'width':640,'height':480.5},'marks':[{'type':'border','attrs':{'size':2,'color':'#172b4d'}}]},"
                                + "{'type':'caption','content':[{'type':'text','text':'Fig. 1'}]}]}",
                        Plain.of(new Image(
                                new MediaTarget("f-1", "c", "a.png"),
                                "a.png",
                                null,
                                List.of(Text.of("Fig. 1")),
                                Attributes.of("ac:layout", "center")
                                        .with("ac:width", "300")
                                        .with("ac:custom-width", "true")
                                        .with("ac:original-width", "640")
                                        .with("ac:original-height", "480.5")
                                        .with("adf-mark key", "border")
                                        .with("adf-mark size", "2")
                                        .with("adf-mark color", "#172b4d")))),
                arguments(
                        "mediaSingle from elsewhere, with a link",
                        "{'type':'mediaSingle','content':[{'type':'media','attrs':{'type':'external',"
                                + "'url':'https://x.test/a.png','alt':'A'},"
                                + "'marks':[{'type':'link','attrs':{'href':'https://x.test'}}]}]}",
                        Plain.of(Link.of(
                                new WebTarget("https://x.test"),
                                Image.of(new WebTarget("https://x.test/a.png"), "A")))),
                arguments(
                        "blockCard",
                        "{'type':'blockCard','attrs':{'url':'https://x.test/a'}}",
                        Plain.of(card(LinkLook.BLOCK_CARD))),
                arguments(
                        "embedCard",
                        "{'type':'embedCard','attrs':{'url':'https://x.test/a','layout':'center','width':100}}",
                        Plain.of(card(LinkLook.EMBED))),
                arguments(
                        "bodiedSyncBlock",
                        "{'type':'bodiedSyncBlock','attrs':{'resourceId':'r'},'content':[" + A + "]}",
                        new Element(Source.ADF, "bodiedSyncBlock", List.of(PA), Attributes.of("resourceId", "r"))));
    }

    private static String panel(String type) {
        return "{'type':'panel','attrs':{'panelType':'" + type + "'},'content':[" + A + "]}";
    }

    private static String column(double width, String content) {
        return "{'type':'layoutColumn','attrs':{'width':" + width + "},'content':[" + content + "]}";
    }

    private static Link card(LinkLook look) {
        return new Link(new WebTarget("https://x.test/a"), null, List.of(), look, Attributes.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void a_block_node_becomes_a_block_and_nothing_is_to_be_reported(String name, String adf, Block expected) {
        Conversion<Document> read = read(adf);

        assertThat(read.output().blocks()).as(name).containsExactly(expected);
        assertThat(read.report().isEmpty()).as(read.report().toString()).isTrue();
    }

    static Stream<Arguments> inlines() {
        return Stream.of(
                arguments("text", "{'type':'text','text':' a  b '}", Text.of(" a  b ")),
                arguments("hardBreak", "{'type':'hardBreak','attrs':{'text':'\\n'}}", new LineBreak()),
                arguments(
                        "mention",
                        "{'type':'mention','attrs':{'id':'5b10','text':'@Ada L.','accessLevel':'','userType':'APP'}}",
                        new Mention(UserTarget.ofAccount("5b10"), "Ada L.")),
                arguments(
                        "mention without @",
                        "{'type':'mention','attrs':{'id':'5b10','text':'Ada'}}",
                        new Mention(UserTarget.ofAccount("5b10"), "Ada")),
                arguments(
                        "mention without name",
                        "{'type':'mention','attrs':{'id':'5b10','text':''}}",
                        new Mention(UserTarget.ofAccount("5b10"), null)),
                arguments(
                        "emoji",
                        "{'type':'emoji','attrs':{'shortName':':grinning:','id':'1f600','text':'😀'}}",
                        new Emoji("blue-star", ":grinning:", "1f600", "😀")),
                arguments(
                        "emoji of an own",
                        "{'type':'emoji','attrs':{'shortName':':party_parrot:'}}",
                        new Emoji("blue-star", ":party_parrot:", null, null)),
                arguments(
                        "emoji that the old editor had, too",
                        "{'type':'emoji','attrs':{'shortName':':check_mark:','id':'atlassian-check_mark','text':':check_mark:'}}",
                        new Emoji("tick", ":check_mark:", "atlassian-check_mark", ":check_mark:")),
                arguments(
                        "date, of UTC",
                        "{'type':'date','attrs':{'timestamp':'1582152559000'}}",
                        new Date("2020-02-19")),
                arguments("date as number", "{'type':'date','attrs':{'timestamp':0}}", new Date("1970-01-01")),
                arguments("date that is none", "{'type':'date','attrs':{'timestamp':'soon'}}", new Date("soon")),
                arguments(
                        "date past all dates",
                        "{'type':'date','attrs':{'timestamp':'9223372036854775807'}}",
                        new Date("+292278994-08-17")),
                arguments(
                        "status",
                        "{'type':'status','attrs':{'text':'In Progress','color':'yellow','style':''}}",
                        new Status("In Progress", "Yellow", Attributes.NONE)),
                arguments(
                        "status, neutral and subtle",
                        "{'type':'status','attrs':{'text':'x','color':'neutral','style':'subtle'}}",
                        new Status("x", null, Attributes.of("subtle", "true"))),
                arguments(
                        "status in a colour of its own",
                        "{'type':'status','attrs':{'text':'x','color':'#ff00aa'}}",
                        new Status("x", "#ff00aa", Attributes.NONE)),
                arguments(
                        "inlineCard",
                        "{'type':'inlineCard','attrs':{'url':'https://x.test/a'}}",
                        card(LinkLook.INLINE_CARD)),
                arguments(
                        "inlineCard with data",
                        "{'type':'inlineCard','attrs':{'data':{'url':'https://x.test/a','name':'A'}}}",
                        new Link(
                                new WebTarget("https://x.test/a"),
                                null,
                                List.of(Text.of("A")),
                                LinkLook.INLINE_CARD,
                                Attributes.NONE)),
                arguments(
                        "mediaInline, a file",
                        "{'type':'mediaInline','attrs':{'type':'file','id':'f','collection':'c','alt':'a.pdf'}}",
                        Link.of(new MediaTarget("f", "c", "a.pdf"), Text.of("a.pdf"))),
                arguments(
                        "mediaInline, an image",
                        "{'type':'mediaInline','attrs':{'type':'image','id':'f','collection':'c','alt':'a.png'}}",
                        Image.of(new MediaTarget("f", "c", "a.png"), "a.png")),
                arguments(
                        "placeholder",
                        "{'type':'placeholder','attrs':{'text':'Type here'}}",
                        new Placeholder(null, "Type here")),
                arguments(
                        "image, from before media",
                        "{'type':'image','attrs':{'src':'https://x.test/a.png','alt':'A','title':'T'}}",
                        new Image(new WebTarget("https://x.test/a.png"), "A", "T", List.of(), Attributes.NONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inlines")
    void an_inline_node_becomes_an_inline_and_nothing_is_to_be_reported(String name, String adf, Inline expected) {
        Conversion<Document> read = read("{'type':'paragraph','content':[" + adf + "]}");

        assertThat(read.output().blocks()).as(name).containsExactly(Paragraph.of(expected));
        assertThat(read.report().isEmpty()).as(read.report().toString()).isTrue();
    }

    @Test
    void files_as_tiles_become_links_one_below_the_other() {
        assertThat(read("{'type':'mediaGroup','content':["
                                + "{'type':'media','attrs':{'type':'file','id':'1','collection':'c','alt':'a.pdf'}},"
                                + "{'type':'media','attrs':{'type':'file','id':'2','collection':'c','__fileName':'b.pdf'}}]}")
                        .output())
                .isEqualTo(Document.of(
                        Plain.of(Link.of(new MediaTarget("1", "c", "a.pdf"), Text.of("a.pdf"))),
                        Plain.of(Link.of(new MediaTarget("2", "c", "b.pdf")))));
    }

    @Test
    void a_table_keeps_heads_spans_colours_and_widths() {
        Table expected = new Table(
                List.of(TableColumn.ofWidth(120), TableColumn.ofWidth(80.5), new TableColumn(Attributes.NONE)),
                List.of(
                        TableRow.of(
                                new TableCell(
                                        true, 2, 1, List.of(PA), Attributes.of("data-highlight-colour", "#deebff")),
                                TableCell.header(PB)),
                        TableRow.of(
                                new TableCell(
                                        false, 1, 2, List.of(PA), Attributes.of("style", "vertical-align: middle;")),
                                TableCell.of(PB, PA),
                                TableCell.of())),
                Attributes.of("data-layout", "default").with("data-table-width", "760"));

        assertThat(read("{'type':'table','attrs':{'isNumberColumnEnabled':false,'layout':'default','width':760,"
                                + "'displayMode':'default'},'content':[{'type':'tableRow','content':["
                                + "{'type':'tableHeader','attrs':{'colspan':2,'colwidth':[120,80.5],'background':'#deebff'},"
                                + "'content':[" + A + "]},{'type':'tableHeader','attrs':{},'content':[" + B + "]}]},"
                                + "{'type':'tableRow','content':[{'type':'tableCell','attrs':{'rowspan':2,'valign':'middle'},"
                                + "'content':[" + A + "]},{'type':'tableCell','content':[" + B + "," + A + "]},"
                                + "{'type':'tableCell'}]}]}")
                        .output())
                .isEqualTo(Document.of(expected));
    }

    @Test
    void numbers_of_rows_are_cells_as_in_the_storage_format() {
        Attributes number = Attributes.of("class", "numberingColumn");

        assertThat(read("{'type':'table','attrs':{'isNumberColumnEnabled':true},'content':["
                                + "{'type':'tableRow','content':[{'type':'tableHeader','content':[" + A + "]}]},"
                                + "{'type':'tableRow','content':[{'type':'tableCell','content':[" + B + "]}]}]}")
                        .output())
                .isEqualTo(Document.of(new Table(
                        List.of(),
                        List.of(
                                new TableRow(
                                        TablePart.BODY,
                                        List.of(new TableCell(true, 1, 1, List.of(), number), TableCell.header(PA)),
                                        Attributes.NONE),
                                TableRow.of(
                                        new TableCell(false, 1, 1, List.of(Paragraph.of(Text.of("1"))), number),
                                        TableCell.of(PB))),
                        Attributes.NONE)));
    }

    @Test
    void the_rule_with_a_body_is_a_rule_and_the_body() {
        assertThat(read("{'type':'bodiedRule','content':[" + A + "]}").output()).isEqualTo(Document.of(new Rule(), PA));
    }
}
