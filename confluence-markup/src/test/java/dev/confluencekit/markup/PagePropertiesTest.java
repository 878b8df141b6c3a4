package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PagePropertiesTest {
    private static String details(String parameters, String rows) {
        return "<ac:structured-macro ac:name=\"details\">" + parameters
                + "<ac:rich-text-body><p>before</p><table><tbody>" + rows
                + "</tbody></table></ac:rich-text-body></ac:structured-macro>";
    }

    private static String row(String first, String second) {
        return "<tr>" + first + "<td>" + second + "</td></tr>";
    }

    @Test
    void a_heading_or_bold_cell_names_a_property_and_the_next_cell_is_its_value() {
        String body = "<h1>Page</h1>"
                + details(
                        "",
                        row("<th>Owner</th>", "<p>Ana <em>B</em></p>")
                                + row("<td><p><strong>Due</strong></p></td>", "<time datetime=\"2026-11-24\" />")
                                + row("<td><em><strong>Both</strong></em> </td>", "yes"));

        assertThat(Markup.storage(body).properties())
                .containsExactly(entry("Owner", "Ana B"), entry("Due", "2026-11-24"), entry("Both", "yes"));
    }

    @Test
    void hidden_properties_count_though_they_are_in_no_output() {
        Markup body = Markup.storage(
                details("<ac:parameter ac:name=\"hidden\">true</ac:parameter>", row("<th>State</th>", "draft")));

        assertThat(body.properties()).containsExactly(entry("State", "draft"));
        assertThat(body.toText().output()).isEmpty();
    }

    @Test
    void other_rows_name_nothing() {
        String rows = "<tr><th>Name</th><th>Value</th></tr><tr><th>alone</th></tr>" + row("<td>plain</td>", "x")
                + row("<td><strong>half</strong> bold</td>", "x") + row("<td></td>", "x") + row("<th></th>", "x");

        assertThat(Markup.storage(details("", rows) + "<table><tbody>" + row("<th>outside</th>", "x")
                                + "</tbody></table>")
                        .properties())
                .isEmpty();
    }

    @Test
    void tables_in_cells_numbers_of_rows_and_cells_further_on_are_no_properties() {
        String inner = "<table><tbody>" + row("<th>inner</th>", "x") + "</tbody></table>";
        String rows = "<tr><td class=\"numberingColumn\">1</td><th>A</th><td>a" + inner + "</td><td>further</td></tr>";

        assertThat(Markup.storage(details("", rows)).properties()).containsExactly(entry("A", "a\ninner | x"));
    }

    @Test
    void a_name_that_comes_again_has_all_its_values() {
        assertThat(Markup.storage(details("", row("<th>A</th>", "1")) + details("", row("<th>A</th>", "2")))
                        .properties())
                .containsExactly(entry("A", "1\n2"));
    }

    @Test
    void a_page_of_the_new_editor_has_the_same_ones() {
        String adf = "{'type':'doc','content':[{'type':'bodiedExtension','attrs':{'extensionType':"
                + "'com.atlassian.confluence.macro.core','extensionKey':'details','parameters':{'macroParams':{}}},'content':["
                + "{'type':'table','content':[{'type':'tableRow','content':[{'type':'tableHeader','content':[{'type':'paragraph',"
                + "'content':[{'type':'text','text':'Owner'}]}]},{'type':'tableCell','content':[{'type':'paragraph','content':["
                + "{'type':'text','text':'Ana'}]}]}]}]}]}]}";

        assertThat(Markup.adf(adf.replace('\'', '"')).properties()).containsExactly(entry("Owner", "Ana"));
    }
}
