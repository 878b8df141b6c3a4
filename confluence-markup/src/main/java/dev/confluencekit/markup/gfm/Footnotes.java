package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.ThisPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/**
 * Footnotes, which Confluence does not have: a raised number that links to a paragraph at the end, which links back. They
 * are numbered as they are first named; those that nobody names come last.
 */
final class Footnotes {
    private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    Footnotes(Node document) {
        for (Node node = document; node != null; node = Words.next(node, document)) {
            if (node instanceof FootnoteDefinition definition) {
                String key = key(definition.getLabel());
                // Of two with the same label, references mean the first.
                definitions.put(definitions.containsKey(key) ? key + '\n' + definitions.size() : key, definition);
            }
        }
    }

    static Footnotes none() {
        return new Footnotes(new Document());
    }

    private static String key(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    static Macro anchor(String name) {
        return Macro.of("anchor", List.of(MacroParameter.of("", name)));
    }

    private static Link link(String anchor, String words) {
        return new Link(new ThisPage(), anchor, List.of(Text.of(words)), LinkLook.TEXT, Attributes.NONE);
    }

    Inline reference(FootnoteReference reference) {
        String key = key(reference.getLabel());
        boolean first = !numbers.containsKey(key);
        int number = number(key);
        Link link = link("footnote-" + number, Integer.toString(number));
        return first
                ? Marked.of(Style.SUPERSCRIPT, anchor("footnote-ref-" + number), link)
                : Marked.of(Style.SUPERSCRIPT, link);
    }

    /** The footnotes themselves. To be asked for when all else has been read. */
    List<Block> blocks(BlockReader reader) {
        List<Block> blocks = new ArrayList<>();
        if (!definitions.isEmpty()) {
            blocks.add(new Rule());
        }
        int done = 0;
        while (done < order.size() || !definitions.isEmpty()) {
            boolean named = done < order.size();
            String key =
                    named ? order.get(done) : definitions.keySet().iterator().next();
            if (!named) {
                number(key);
            }
            done++;
            FootnoteDefinition definition = definitions.remove(key);
            if (definition != null) {
                add(done, named, definition, reader, blocks);
            }
        }
        return blocks;
    }

    private int number(String key) {
        Integer number = numbers.get(key);
        if (number != null) {
            return number;
        }
        order.add(key);
        numbers.put(key, order.size());
        return order.size();
    }

    private static void add(
            int number, boolean named, FootnoteDefinition definition, BlockReader reader, List<Block> blocks) {
        List<Block> content = reader.inside("footnote", number, definition);
        boolean line = !content.isEmpty() && content.get(0) instanceof Paragraph;
        Run run = new Run();
        run.add(anchor("footnote-" + number));
        run.add(Marked.of(Style.SUPERSCRIPT, Text.of(Integer.toString(number))));
        if (line) {
            run.add(" ");
            ((Paragraph) content.get(0)).content().forEach(run::add);
        }
        if (named) {
            run.add(" ");
            run.add(link("footnote-ref-" + number, "↩"));
        }
        blocks.add(new Paragraph(run.finish(), Attributes.NONE));
        blocks.addAll(line ? content.subList(1, content.size()) : content);
    }
}
