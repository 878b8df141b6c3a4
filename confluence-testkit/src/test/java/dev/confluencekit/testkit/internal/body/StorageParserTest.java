package dev.confluencekit.testkit.internal.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageParserTest {

    @Test
    void namedEntities_areCharacters_inTextAndAttributes_butNotInCdata() {
        MarkupNode.Element root =
                StorageParser.parse("<p title=\"a&nbsp;b\">x&ndash;y &amp;lt; <![CDATA[&nbsp;<b>]]></p>");
        MarkupNode.Element p = root.element("p").orElseThrow();

        assertThat(p.attribute("title")).contains("a\u00a0b");
        assertThat(p.text()).isEqualTo("x\u2013y &lt; &nbsp;<b>");
    }

    @Test
    void prefixes_needNoDeclaration() {
        MarkupNode.Element root = StorageParser.parse("<ac:link><ri:page ri:content-title=\"Home\" /></ac:link>");

        assertThat(root.element("ac:link")
                        .flatMap(MarkupNode.Element::resource)
                        .orElseThrow()
                        .attribute("ri:content-title"))
                .contains("Home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>",
                "<b><i></b></i>",
                "a < b",
                "a & b",
                "&unheardof;",
                "<p></p></root><root>",
                "<x:y/>",
                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>",
            })
    void malformedBodies_areRefused(String storage) {
        assertThatThrownBy(() -> StorageParser.parse(storage)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tooDeepNesting_isRefused() {
        String deep = "<b>".repeat(2_000) + "</b>".repeat(2_000);

        assertThatThrownBy(() -> StorageParser.parse(deep)).isInstanceOf(IllegalArgumentException.class);
    }
}
