package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.TableCell;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StorageReaderTest {
    @Test
    void a_body_over_the_limit_is_not_looked_at() {
        StorageReader reader = StorageReader.create().maxCharacters(10);

        assertThat(reader.read("<p>abc</p>").report().isEmpty()).isTrue();
        assertThatThrownBy(() -> reader.read("<p>abcd</p>")).isInstanceOfSatisfying(BodyTooLargeException.class, e -> {
            assertThat(e.characters()).isEqualTo(11);
            assertThat(e.limit()).isEqualTo(10);
        });
    }

    @Test
    void elements_that_are_nested_too_deep_become_siblings_and_keep_their_text() {
        String deep = "<ul><li>".repeat(5_000) + "bottom" + "</li></ul>".repeat(5_000) + "<p>behind</p>";

        Conversion<Document> read = StorageReader.create().read(deep);

        assertThat(read.report().of(FindingKind.LIMITED))
                .extracting(Finding::subject)
                .containsExactly("nesting");
        assertThat(Markup.storage(deep).toText().output()).contains("bottom").contains("behind");
        assertThat(Markup.storage(deep).toMarkdown().output())
                .contains("bottom")
                .hasSizeLessThan(5_000 * 100);
        assertThat(Markup.storage(deep).toStorage().output()).contains("bottom");
    }

    @Test
    void whatever_is_nested_deep_the_tree_is_not_too_deep_for_a_document() {
        for (String name : new String[] {
            "b", "td", "tr", "li", "p", "span class=\"x\"", "foo", "ac:task", "div", "dd", "ac:caption"
        }) {
            String deep = ("<b><" + name + ">").repeat(300) + "x";

            assertThat(StorageReader.create().read(deep).output().nodes().count())
                    .isPositive();
            assertThat(Markup.storage(deep).toMarkdown().output()).contains("x");
        }
    }

    @Test
    void spans_that_would_blow_up_a_table_are_limited() {
        String table = "<table><tr><td colspan=\"99999999999\" rowspan=\"5000\">x</td></tr>"
                + "<tr><td>y</td></tr>".repeat(2_000) + "</table>";

        Conversion<Document> read = StorageReader.create().read(table);

        assertThat(read.report().of(FindingKind.LIMITED))
                .extracting(Finding::subject)
                .containsExactly("colspan", "rowspan");
        assertThat(read.output()
                        .nodes()
                        .filter(TableCell.class::isInstance)
                        .map(TableCell.class::cast)
                        .findFirst())
                .hasValueSatisfying(cell -> assertThat(cell.columnSpan()).isEqualTo(StorageReader.MAX_SPAN));
        Conversion<String> markdown = Markup.of(read.output()).toMarkdown();
        assertThat(markdown.output()).hasSizeLessThan(100_000);
        assertThat(markdown.report().of(FindingKind.LIMITED)).isNotEmpty();
    }

    @Test
    void a_span_of_nothing_is_one() {
        String table = "<table><tr><td colspan=\"0\" rowspan=\"-1\">x</td><td colspan=\"x\">y</td></tr></table>";

        assertThat(Markup.storage(table).toText().output()).isEqualTo("x | y\n");
    }

    @Test
    void declarations_of_entities_expand_nothing_and_fetch_nothing() {
        String bomb =
                "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<p>&b;&x;</p>";

        assertThat(Markup.storage(bomb).toText().output())
                .endsWith("&b;&x;\n")
                .doesNotContain("aaaa&")
                .doesNotContain("root:");
    }

    @Test
    void namespaces_by_the_thousand_cost_no_memory_and_little_time() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            nested.append("<a xmlns:n").append(i).append("=\"u\">");
        }

        assertThat(StorageReader.create().read(nested + "x").output().nodes().count())
                .isPositive();
    }

    @Test
    void many_siblings_of_every_kind_are_read_in_time() {
        int many = 20_000;
        for (String each : new String[] {
            "<ul/>\n",
            "<ul><ul/></ul>",
            "<p/> \n",
            "<b/> ",
            "<br/>",
            "<li/>",
            "<x/>",
            "<ac:structured-macro ac:name=\"x\"/>\n",
            "a<!-- -->"
        }) {
            String body = "<ul>" + each.repeat(many) + "</ul>" + each.repeat(many);

            assertThat(Markup.storage(body).toMarkdown().output()).isNotNull();
        }
    }

    @Test
    void a_finding_names_its_place() {
        String body =
                "<h1>Top</h1><h2>Part</h2><table><tr><td>a</td><td><ac:structured-macro ac:name=\"x\"/></td></tr></table>";

        assertThat(Markup.storage(body).toMarkdown().report().findings())
                .extracting(Finding::toString)
                .containsExactly("UNKNOWN_MACRO The macro x is not known; there is nothing in it to read."
                        + " (Top > Part > table > row 1 > cell 2 > macro x)");
    }

    @Test
    void a_report_holds_so_many_findings_and_counts_the_rest() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            body.append("<x").append(i).append("/>");
        }

        Conversion<Document> read = StorageReader.create().read(body.toString());

        assertThat(read.report().findings()).hasSize(1_000);
        assertThat(read.report().omitted()).isEqualTo(500);
    }
}
