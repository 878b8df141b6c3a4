package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which languages code has that is published. */
class FenceLanguagesTest {
    private static String fence(String info) {
        return "```" + info + "\na\n```\n";
    }

    private static String macro(String language) {
        return "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\">"
                + (language.isEmpty() ? "" : "<ac:parameter ac:name=\"language\">" + language + "</ac:parameter>")
                + "<ac:plain-text-body><![CDATA[a]]></ac:plain-text-body></ac:structured-macro>";
    }

    @ParameterizedTest
    @CsvSource({
        "java, java",
        "js, js",
        "javascript, javascript",
        "json, json",
        "yml, yml",
        "yaml, yaml",
        "html, html",
        "xml, xml",
        "py, py",
        "c#, c#",
        "kotlin, kotlin",
        "rust, rust",
        "dockerfile, dockerfile",
        "JAVA, java",
        "sh, bash",
        "console, bash",
        "golang, go",
        "ts, typescript",
        "c++, cpp",
        "rb, ruby",
        "svg, xml",
        "plaintext, text",
        "'java title=\"x\"', java",
        "'rust,ignore', rust",
        "'js{1,3}', js"
    })
    void a_fence_in_a_language_that_Confluence_knows_keeps_it_by_a_name_that_it_knows(String info, String language) {
        Markup read = Markup.markdown(fence(info));

        assertThat(read.toStorage().output()).isEqualTo(macro(language));
        assertThat(read.report().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mermaid", "plantuml", "brainfuck", "constructor", "<br/>"})
    void code_in_a_language_that_nobody_knows_is_code_without_one_and_that_is_reported(String language) {
        Markup read = Markup.markdown(fence(language));

        assertThat(read.toStorage().output()).isEqualTo(macro(""));
        assertThat(read.report().of(FindingKind.SIMPLIFIED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo(language));
    }

    @Test
    void what_a_page_says_itself_is_written_as_it_is() {
        String page = macro("madeUp 3") + macro("mermaid");

        assertThat(StorageForm.same(Markup.storage(page).toStorage().output(), page))
                .isTrue();
    }
}
