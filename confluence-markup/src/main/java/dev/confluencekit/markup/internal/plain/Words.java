package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Text;
import java.util.List;

/** The words of running text that has been reduced. */
public final class Words {
    private Words() {}

    /** Without marks; breaks are spaces. */
    public static String of(List<Inline> content) {
        StringBuilder words = new StringBuilder();
        add(content, words);
        return words.toString().strip();
    }

    private static void add(List<Inline> content, StringBuilder words) {
        for (Inline inline : content) {
            if (inline instanceof Text text) {
                words.append(text.value());
            } else if (inline instanceof LineBreak) {
                words.append(' ');
            } else if (inline instanceof Marked marked) {
                add(marked.content(), words);
            } else if (inline instanceof Link link) {
                add(link.content(), words);
            }
        }
    }
}
