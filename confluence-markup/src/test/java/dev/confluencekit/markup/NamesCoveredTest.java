package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every name that bodies are made of is in a table of {@link ConversionsTest}, where a person has said what becomes of it. */
class NamesCoveredTest {
    private static final String ELEMENTS =
            "p h1 h2 h3 h4 h5 h6 strong b em i u s del sub sup code pre small big span div blockquote hr br a ul ol li table"
                    + " colgroup col thead tbody tfoot tr th td img time dl dt dd cite q ac:link ac:link-body"
                    + " ac:plain-text-link-body ac:image ac:caption ac:adf-mark ac:emoticon ac:hipchat-emoticon ac:task-list ac:task"
                    + " ac:task-id ac:task-uuid ac:task-status ac:task-body ac:layout ac:layout-section ac:layout-cell"
                    + " ac:structured-macro ac:parameter ac:plain-text-body ac:rich-text-body ac:macro ac:default-parameter"
                    + " ac:inline-comment-marker ac:placeholder at:declarations at:string at:textarea at:list at:option at:var"
                    + " ac:adf-extension ac:adf-node ac:adf-attribute ac:adf-parameter ac:adf-parameter-value ac:adf-content"
                    + " ac:adf-fallback fab:media fab:media-single fab:media-group fab:mention fab:link fab:adf fab:display-type"
                    + " ri:page ri:blog-post ri:attachment ri:url ri:user ri:space ri:shortcut ri:content-entity";

    private static final String ATTRIBUTES =
            "ac:anchor ac:card-appearance ac:tooltip ac:alt ac:title ac:width ac:height ac:align ac:border ac:thumbnail ac:style"
                    + " ac:class ac:vspace ac:hspace ac:queryparams ac:layout ac:original-width ac:original-height ac:custom-width"
                    + " ac:name ac:emoji-shortname ac:emoji-id ac:emoji-fallback ac:type ac:breakout-mode ac:breakout-width ac:ref"
                    + " ac:shortcut ri:content-title ri:space-key ri:version-at-save ri:posting-day ri:filename ri:value"
                    + " ri:account-id ri:userkey ri:username ri:key ri:parameter ri:content-id at:name datetime href colspan rowspan"
                    + " start data-card-appearance data-highlight-colour data-layout data-table-width local-id ac:local-id"
                    + " ac:macro-id";

    private static final String SECTIONS = "single fixed-width two_equal two_left_sidebar two_right_sidebar three_equal"
            + " three_with_sidebars four_equal five_equal";

    private static final String EMOTICONS =
            "smile sad cheeky laugh wink thumbs-up thumbs-down information tick cross warning plus minus question light-on"
                    + " light-off yellow-star red-star green-star blue-star heart broken-heart";

    private static final String MACROS =
            "code noformat info tip note warning panel expand details detailssummary excerpt excerpt-include include jira jiraissues"
                    + " status toc toc-zone children pagetree content-tree pagetreesearch livesearch contentbylabel recently-updated"
                    + " blog-posts space-details spaces labels listlabels popular-labels contributors change-history"
                    + " tasks-report-macro create-from-template index gallery attachments section column anchor view-file viewpdf"
                    + " viewdoc viewxls viewppt multimedia widget iframe drawio inc-drawio gliffy lucidchart plantuml mermaid"
                    + " mermaid-cloud plantumlcloud mathblock mathinline latex eazy-math markdown mohamicorp-markdown paste-markdown"
                    + " html html-include style script profile profile-picture table-filter pivot-table table-chart table-joiner"
                    + " table-transformer table-excerpt auitabsgroup auitab ui-tabs ui-tab localtabgroup localtab deck card"
                    + " ui-steps ui-step ui-expand scroll-ignore scroll-only show-if hide-if conditional sv-translation align center"
                    + " div span clickable tooltip lozenge button alert auimessage ui-text-box loremipsum noprint pagebreak redirect";

    private static final String NODES =
            "paragraph heading blockquote rule codeBlock bulletList orderedList listItem taskList taskItem blockTaskItem decisionList"
                    + " decisionItem panel expand nestedExpand table tableRow tableHeader tableCell layoutSection layoutColumn"
                    + " mediaSingle mediaGroup media caption blockCard embedCard extension bodiedExtension multiBodiedExtension"
                    + " extensionFrame syncBlock bodiedSyncBlock text hardBreak mention emoji date status inlineCard mediaInline"
                    + " placeholder inlineExtension image unsupportedBlock unsupportedInline confluenceUnsupportedBlock"
                    + " confluenceUnsupportedInline confluenceJiraIssue bodiedRule";

    private static final String MARKS =
            "strong em strike underline code subsup link textColor backgroundColor annotation alignment indentation breakout border"
                    + " fontSize dataConsumer fragment confluenceInlineComment typeAheadQuery";

    @Test
    void every_element_and_resource() {
        assertThat(missing(ELEMENTS, name -> "<" + name, "[ />]", storage())).isEmpty();
    }

    @Test
    void every_attribute_that_means_something_or_is_not_to_be_read() {
        assertThat(missing(ATTRIBUTES, name -> " " + name, "=", storage())).isEmpty();
    }

    @Test
    void every_type_of_section() {
        assertThat(missing(SECTIONS, name -> "ac:type=\"" + name, "\"", storage()))
                .isEmpty();
    }

    @Test
    void every_emoticon() {
        assertThat(missing(EMOTICONS, name -> "<ac:emoticon ac:name=\"" + name, "\"", storage()))
                .isEmpty();
    }

    @Test
    void every_macro() {
        assertThat(missing(MACROS, name -> "<ac:structured-macro ac:name=\"" + name, "\"", storage()))
                .isEmpty();
    }

    @Test
    void every_node() {
        assertThat(missing(NODES, name -> "{\"type\": \"" + name, "\"", read("adf")))
                .isEmpty();
    }

    @Test
    void every_mark() {
        assertThat(missing(MARKS, name -> "{\"type\": \"" + name, "\"", marks()))
                .isEmpty();
    }

    private static List<String> missing(String names, UnaryOperator<String> begin, String end, String tables) {
        return Stream.of(names.split(" ", -1))
                .filter(name -> Stream.of(tables.split(java.util.regex.Pattern.quote(begin.apply(name)), -1))
                        .skip(1)
                        .noneMatch(rest ->
                                rest.substring(0, Math.min(1, rest.length())).matches(end)))
                .toList();
    }

    private static String storage() {
        return Stream.of("elements", "resources", "macros")
                .map(NamesCoveredTest::read)
                .collect(Collectors.joining("\n"));
    }

    /** What stands in lists of marks. */
    private static String marks() {
        return Stream.of(read("adf").split("\"marks\": \\[", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf(']')))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String table) {
        try (InputStream in = ConversionsTest.class.getResourceAsStream("conversions/" + table + ".txt")) {
            assertThat(in).as(table).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
