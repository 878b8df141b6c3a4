package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser is what the parser would have made. A failure names the seed. */
class SoundBodyTest {
    private static final List<String> PAIRS = List.of(
            "p",
            "strong",
            "ul",
            "ol",
            "ul",
            "ac:task-list",
            "li",
            "td",
            "script",
            "style",
            "title",
            "textarea",
            "svg",
            "br",
            "ac:link",
            "ri:page ri:content-title=\"R&amp;D &quot;x&quot;\"",
            "a href=\"?a=1&amp;b=2\" title=\"\"",
            "span style=\"color: red;\"\n class=\"x\" ");
    private static final List<String> PIECES = List.of(
            "words",
            " ",
            "\n",
            "&amp;",
            "&lt;p&gt;",
            "&uuml;&nbsp;&rarr;",
            "&NotEqualTilde;&frac12;",
            "&#39;&#8217;&#150;&#55357;",
            "&#x27;",
            "<br/>",
            "<br />",
            "<hr>",
            "<col></col>",
            "<img src=\"a\"/>",
            "<![CDATA[a < b & c]]>",
            "<![CDATA[]]>",
            "]]>",
            "é✅");
    private static final List<String> BREAKS = List.of(
            "<",
            ">",
            "/",
            "\"",
            "'",
            "&",
            "=",
            "\r",
            "\0",
            ";",
            "<!--",
            "-->",
            "<?x",
            "?>",
            "<!DOCTYPE x>",
            "<p id>",
            "<p id=q>",
            "<p id='q'/>",
            "<p a=\"1\" A=\"2\"/>",
            "<p xmlns:q=\"r\"/>",
            "<P>",
            "</p>",
            "</P>",
            "<![CDATA[");

    @Test
    void sound_bodies_become_the_elements_that_the_parser_makes() {
        int read = 0;
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder body = new StringBuilder();
            write(random, 5, body);
            read += check(seed, body.toString());
        }

        assertThat(read).isGreaterThan(500);
    }

    @Test
    void broken_bodies_become_the_elements_that_the_parser_makes_or_are_left_to_it() {
        int read = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder body = new StringBuilder();
            write(random, 3, body);
            for (int i = random.nextInt(1, 3); i > 0 && body.length() > 0; i--) {
                int at = random.nextInt(body.length());
                if (random.nextBoolean()) {
                    body.insert(at, BREAKS.get(random.nextInt(BREAKS.size())));
                } else {
                    body.deleteCharAt(at);
                }
            }
            read += check(seed, body.toString());
        }

        assertThat(read).isBetween(500, 19_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>",
                "</p>",
                "<p></P>",
                "<p></p >x</q>",
                "<br>",
                "<p id='q'/>",
                "<p id=q/>",
                "<p id/>",
                "<p a=\"1\"b=\"2\"/>",
                "<p a=\"1\" a=\"2\"/>",
                "<p a=\"<\"/>",
                "a & b",
                "&foo;",
                "&#150;",
                "&#x41;",
                "a\rb",
                "<!-- c -->",
                "<?x y?>",
                "<!DOCTYPE x>",
                "<![CDATA[x",
                "<p xmlns=\"x\"/>"
            })
    void what_is_unusual_is_left_to_the_parser(String body) {
        assertThat(read(body, StorageDom.MAX_DEPTH)).isNull();
    }

    @Test
    void what_is_too_deep_is_left_to_the_parser() {
        assertThat(read("<p>".repeat(9) + "</p>".repeat(9), 10)).isNotNull();
        assertThat(read("<p>".repeat(10) + "</p>".repeat(10), 10)).isNull();
    }

    private static void write(SplittableRandom random, int depth, StringBuilder body) {
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth == 0 || random.nextInt(3) == 0) {
                body.append(PIECES.get(random.nextInt(PIECES.size())));
            } else {
                String pair = PAIRS.get(random.nextInt(PAIRS.size()));
                body.append('<').append(pair).append('>');
                write(random, depth - 1, body);
                body.append("</").append(pair.split(" ", 2)[0]).append('>');
            }
        }
    }

    private static @Nullable Document read(String body, int maxDepth) {
        return SoundBody.read(body, maxDepth, new ArrayList<>());
    }

    /** One if it was read without the parser. */
    private static int check(long seed, String body) {
        List<Element> parents = new ArrayList<>();
        Document read = SoundBody.read(body, StorageDom.MAX_DEPTH, parents);
        if (read == null) {
            assertThat(parents).isEmpty();
            return 0;
        }
        Document parsed = StorageDom.parsed(body);
        List<Element> looked = new ArrayList<>();
        StorageDom.look(parsed, 0, looked);
        assertThat(shown(read)).as("seed %s: %s", seed, body).isEqualTo(shown(parsed));
        assertThat(parents.stream().map(SoundBodyTest::shown))
                .as("seed %s: %s", seed, body)
                .containsExactlyElementsOf(
                        looked.stream().map(SoundBodyTest::shown).toList());
        return 1;
    }

    private static String shown(Element element) {
        StringBuilder shown = new StringBuilder();
        show(element, shown);
        return shown.toString();
    }

    private static void show(Node node, StringBuilder shown) {
        shown.append('\n').append(node.getClass().getSimpleName()).append(' ');
        if (node instanceof TextNode text) {
            shown.append(text instanceof CDataNode).append(' ').append(text.getWholeText());
        } else if (node instanceof Element element) {
            shown.append(element instanceof Document ? "" : element.tagName());
            for (Attribute attribute : element.attributes()) {
                shown.append(" [")
                        .append(attribute.getKey())
                        .append('=')
                        .append(attribute.getValue())
                        .append(']');
            }
            shown.append('{');
            element.childNodes().forEach(child -> show(child, shown));
            shown.append('}');
        } else {
            shown.append(node.outerHtml());
        }
    }
}
