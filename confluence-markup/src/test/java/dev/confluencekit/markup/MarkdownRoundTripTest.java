package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.gfm.MarkdownReader;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageForm;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.UserTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown that is published, read back and published again stays what it is. A failure names the seed. */
class MarkdownRoundTripTest {
    private static final Pattern WORD = Pattern.compile("Q\\d+Q");
    private static final Pattern PAGE = Pattern.compile("page(\\d)\\.md");

    private static final Pattern MACRO = Pattern.compile("<ac:structured-macro ac:name=\"([^\"]*)");

    /** An unknown macro is an error box on the page. */
    private static final Set<String> MACROS =
            Set.of("code", "info", "tip", "note", "warning", "expand", "toc", "anchor");

    private static final Set<String> MARKS = Set.of("strong", "em", "s", "u", "sub", "sup", "code", "span");

    private static final MarkdownReader READER = MarkdownReader.create()
            .links(address -> {
                Matcher page = PAGE.matcher(address);
                return page.matches() ? Optional.of(new PageTarget("Page " + page.group(1), "S")) : Optional.empty();
            })
            .people(name -> name.matches("u\\d") ? Optional.of(UserTarget.ofAccount(name)) : Optional.empty());

    private static final MarkdownOptions OPTIONS = MarkdownOptions.defaults()
            .htmlMarks(true)
            .resolvers(Resolvers.none()
                    .links((target, anchor) -> target instanceof PageTarget page
                            ? Optional.of(ResolvedLink.of(
                                    page.title().replace("Page ", "page").concat(".md")))
                            : Optional.empty())
                    .users(user -> Optional.ofNullable(user.accountId())));

    @Test
    void markdown_stays_what_it_is_when_it_is_published_and_read_back() {
        check(1, 2_000);
    }

    @Test
    @Tag("proof")
    void a_hundred_thousand_times_markdown_stays_what_it_is_when_it_is_published_and_read_back() {
        check(1_000_000, 100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A\n\nb *c* **d** ~~e~~ `f` <sub>g</sub>\n",
                "**a\\\nb**\\\nc\n",
                "**a**\\\n[**b**](https://x.test)\n",
                "1. a\n   - b\n\n     c\n2. [ ] d\n",
                "- [ ] a\n- [x] b\n  - [x] c\n",
                "| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |\n",
                "| | |\n| --- | --: |\n| 1 | 2 \\| 3<br>4 |\n",
                "> [!IMPORTANT]\n> a\n\n> [!CAUTION]\n> b\n>\n> - c\n\n> d\n",
                "<details>\n<summary>A</summary>\n\nb\n\n</details>\n",
                "[a](https://x.test/?b=1&c=2) <https://x.test> [d](#e) ![f](g%20h.png)\n",
                "```go\na\n```\n\n````\n```\n````\n\n---\n"
            })
    void what_is_written_as_we_write_it_comes_back_as_it_was(String markdown) {
        assertThat(Markup.storage(Markup.markdown(markdown).toStorage().output())
                        .toMarkdown()
                        .output())
                .isEqualTo(markdown.replace("2. [ ] d", "2. \\[ \\] d"));
    }

    private static void check(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            check(seed);
        }
    }

    static void check(long seed) {
        MarkdownGenerator generator = MarkdownGenerator.of(seed);
        Document first = READER.read(generator.markdown()).output();
        String published = Markup.of(first).toStorage().output();
        String back = Markup.storage(published).toMarkdown(OPTIONS).output();
        Document second = READER.read(back).output();
        String again = Markup.of(second).toStorage().output();

        StorageChecker.check(published);
        assertThat(MACRO.matcher(published).results().map(found -> found.group(1)))
                .as("macros, seed %s", seed)
                .isSubsetOf(MACROS);
        assertThat(Markup.storage(again).toMarkdown(OPTIONS).output())
                .as("Markdown of what is published again, seed %s\n%s", seed, generator.markdown())
                .isEqualTo(back);
        assertThat(comparable(again))
                .as("storage, seed %s\n%s\n---\n%s", seed, generator.markdown(), back)
                .isEqualTo(comparable(published));
        assertThat(counts(first))
                .as("counts, seed %s\n%s", seed, generator.markdown())
                .isEqualTo(generator.counts());
        assertThat(counts(second))
                .as("counts of what came back, seed %s\n%s", seed, back)
                .isEqualTo(generator.counts());
        assertThat(words(back)).as("words, seed %s\n%s", seed, back).isEqualTo(words(generator.markdown()));
        assertThat(words(back)).hasSize(generator.words());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<Integer> counts(Document document) {
        return List.of(
                count(document, Heading.class::isInstance),
                count(document, node -> node instanceof ListItem || node instanceof TaskItem),
                count(document, TableCell.class::isInstance),
                count(document, CodeBlock.class::isInstance),
                count(document, Link.class::isInstance));
    }

    private static int count(Document document, Predicate<Node> which) {
        return Math.toIntExact(document.nodes().filter(which).count());
    }

    /**
     * The normal form without what Markdown has no words for: anchors, tables of contents, whether the first line of an item or of a
     * cell is a paragraph, in which order marks are nested, and whether a space is marked.
     */
    private static String comparable(String storage) {
        Element body = Jsoup.parse(StorageForm.normal(storage), Parser.xmlParser());
        body.getElementsByTag("ac:structured-macro").forEach(macro -> {
            if (List.of("anchor", "toc").contains(macro.attr("ac:name"))) {
                macro.remove();
            }
        });
        for (String name : List.of("li", "td", "th", "ac:task-body")) {
            body.getElementsByTag(name).forEach(part -> {
                Element first = part.firstElementChild();
                if (first != null
                        && first.tagName().equals("p")
                        && first.attributesSize() == 0
                        && first.previousSibling() == null) {
                    first.unwrap();
                }
            });
        }
        body.getElementsByTag("a")
                .forEach(link ->
                        link.attr("href", link.attr("href").replace("%28", "(").replace("%29", ")")));
        StringBuilder compared = new StringBuilder();
        body.childNodes().forEach(node -> compare(node, new TreeSet<>(), compared));
        return compared.toString().replaceAll("\\s+", " ");
    }

    private static void compare(org.jsoup.nodes.Node node, SortedSet<String> marks, StringBuilder compared) {
        if (node instanceof TextNode text) {
            for (String word : text.getWholeText().split("(?<=\\s)|(?=\\s)", -1)) {
                compared.append(word.isBlank() || marks.isEmpty() ? "" : marks).append(word);
            }
        } else if (node instanceof Element element) {
            boolean mark = MARKS.contains(element.tagName());
            SortedSet<String> inside = new TreeSet<>(marks);
            if (mark) {
                inside.add(element.tagName() + element.attr("style"));
            } else {
                compared.append('<')
                        .append(element.tagName())
                        .append(element.attributes())
                        .append('>');
            }
            if (element.tagName().equals("a") && element.text().equals(element.attr("href"))) {
                // Markdown writes no marks inside a bare address.
                inside.clear();
            }
            element.childNodes().forEach(child -> compare(child, inside, compared));
            compared.append(mark ? "" : "</>");
        }
    }
}
