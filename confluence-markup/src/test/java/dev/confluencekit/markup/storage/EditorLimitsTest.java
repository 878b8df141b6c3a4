package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.report.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Content body cannot be converted to new editor format": bsorrentino/maven-confluence-plugin#227. */
class EditorLimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'> | a |\n> |---|\n> | b |\n' ! table ! quote ! quote",
                "'- x\n\n  | a |\n  |---|\n' ! table ! list ! item 1",
                "'- y\n- [x] z\n\n  | a |\n  |---|\n' ! table ! list ! item 2",
                "'- [x] z\n\n  | a |\n  |---|\n' ! table ! list ! task 1",
                "'# Top\n\n> ## a\n' ! heading ! quote ! Top > quote",
                "'1. a\n2. # b\n' ! heading ! list ! item 2",
                "'<table><tr><td><table><tr><td>a</table></table>' ! table ! table ! table > row 1 > cell 1"
            })
    void what_the_new_editor_has_no_place_for_is_reported_where_it_is(
            String markdown, String what, String around, String place) {
        assertThat(Markup.markdown(markdown).toStorage().report().of(FindingKind.EDITOR_LIMIT))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo(what);
                    assertThat(finding.message()).contains("a " + what + " in a " + around);
                    assertThat(finding.place().toString()).isEqualTo(place);
                });
    }

    @Test
    void a_table_in_an_alert_is_reported() {
        assertThat(Markup.markdown("> [!NOTE]\n>\n> | a |\n> |---|\n")
                        .toStorage()
                        .report()
                        .findings())
                .singleElement()
                .hasToString("EDITOR_LIMIT The new editor of Confluence has no place for a table in a panel. (panel)");
    }

    @Test
    void a_panel_in_a_cell_and_a_link_to_a_file_are_reported_of_pages_too() {
        String page = "<table><tbody><tr><td><ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>a</p>"
                + "</ac:rich-text-body></ac:structured-macro></td></tr></tbody></table><p><a href=\"b.pdf\">b</a></p>";

        assertThat(Markup.storage(page).toStorage().report().of(FindingKind.EDITOR_LIMIT))
                .extracting("subject")
                .containsExactly("panel", "b.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a\n\n| b |\n|---|\n| c |\n\n- d\n\n> e\n\n> [!NOTE]\n>\n> # f\n",
                "<details>\n\n# a\n\n| b |\n|---|\n\n</details>",
                "[a](https://x.test) [b](/wiki/x) [c](mailto:a@b.c) [d](//x.test/y)"
            })
    void what_it_has_a_place_for_is_not(String markdown) {
        assertThat(Markup.markdown(markdown).toStorage().report().findings()).isEmpty();
    }

    @Test
    void no_relative_link_to_a_file_is_made_of_Markdown() {
        var written = Markup.markdown("[a](b.pdf) [](docs/c.md) [d](?e) [f]()").toStorage();

        assertThat(written.output()).isEqualTo("<p>a docs/c.md d f</p>");
        assertThat(written.report().findings())
                .extracting("kind")
                .containsOnly(FindingKind.UNRESOLVED_REFERENCE)
                .hasSize(4);
    }
}
