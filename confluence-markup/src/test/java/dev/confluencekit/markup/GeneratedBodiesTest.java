package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.storage.StorageForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every body. A failure names the seed. */
class GeneratedBodiesTest {
    private static final Pattern WORD = Pattern.compile("Q[0-9A-Z]*?Q");
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    @Test
    void bodies_survive_the_tree_and_their_words_survive_in_text_and_markdown() {
        check(1, 2_000);
    }

    @Test
    @Tag("proof")
    void a_hundred_thousand_bodies_survive_the_tree_and_their_words_survive_in_text_and_markdown() {
        check(1_000_000, 100_000);
    }

    private static void check(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            check(seed);
        }
    }

    static void check(long seed) {
        StorageGenerator generator = StorageGenerator.of(seed);
        Markup body = Markup.storage(generator.body());
        String again = body.toStorage().output();
        String markdown = body.toMarkdown().output();
        Found found = Found.in(PARSER.parse(markdown));

        assertThat(StorageForm.normal(again))
                .as("normal form, seed %s", seed)
                .isEqualTo(StorageForm.normal(generator.body()));
        assertThat(Markup.storage(again).document()).as("tree, seed %s", seed).isEqualTo(body.document());
        assertThat(wordsIn(body.toText().output()))
                .as("words of the text, seed %s", seed)
                .isEqualTo(generator.words());
        assertThat(wordsIn(markdown)).as("words of the Markdown, seed %s", seed).isEqualTo(generator.words());
        assertThat(wordsIn(found.text.toString()))
                .as("words of the Markdown as read, seed %s\n%s", seed, markdown)
                .isEqualTo(generator.words());
        assertThat(found.headings).as("headings, seed %s\n%s", seed, markdown).isEqualTo(generator.headings());
        assertThat(found.codes).as("code blocks, seed %s\n%s", seed, markdown).isEqualTo(generator.codes());
        assertThat(found.tables).as("tables, seed %s\n%s", seed, markdown).isEqualTo(generator.tables());
        assertThat(found.items).as("items, seed %s\n%s", seed, markdown).isEqualTo(generator.items());
        assertThat(found.links).as("links, seed %s\n%s", seed, markdown).isEqualTo(generator.links());
        assertThat(found.cells).as("cells, seed %s\n%s", seed, markdown).isEqualTo(generator.cells());
        assertThat(markdown).as("what is not to be read, seed %s", seed).doesNotContain("secret", "again");
        assertThat(letters(found.text.toString()))
                .as("every character, seed %s\n%s", seed, markdown)
                .isEqualTo(letters(body.toText().output()));
    }

    private static List<String> wordsIn(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** What is to be seen but spaces, and but what one of the outputs puts before items, panels and cells. */
    private static String letters(String text) {
        return text.replace("Click here to expand...", "")
                .replace("[image:", "")
                .replace("Decision:", "")
                .replaceAll("!\\s*(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\b", "")
                .replaceAll("\\b(Info|Tip|Note|Important|Warning|Caution)\\b", "")
                .replaceAll("[\\s|:.\\[\\]0-9A-PR-Zx/-]+", "");
    }

    /** What CommonMark finds. */
    private static final class Found extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private int headings;
        private int codes;
        private int tables;
        private int items;
        private int links;
        private int cells;

        static Found in(Node document) {
            Found found = new Found();
            document.accept(found);
            return found;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral()).append(' ');
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral()).append(' ');
        }

        @Override
        public void visit(HtmlBlock node) {
            text.append(node.getLiteral()
                            .replaceAll("<[^>]*>", "")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&"))
                    .append(' ');
        }

        @Override
        public void visit(FencedCodeBlock node) {
            codes++;
            text.append(node.getLiteral()).append(' ');
        }

        @Override
        public void visit(Heading node) {
            headings++;
            visitChildren(node);
        }

        @Override
        public void visit(ListItem node) {
            items++;
            visitChildren(node);
        }

        @Override
        public void visit(Link node) {
            links++;
            visitChildren(node);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                cells++;
            }
            visitChildren(node);
        }

        @Override
        public void visit(CustomBlock node) {
            if (node instanceof TableBlock) {
                tables++;
            }
            visitChildren(node);
        }
    }
}
