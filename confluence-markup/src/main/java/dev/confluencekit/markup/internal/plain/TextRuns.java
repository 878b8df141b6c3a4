package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Text;
import java.util.List;

/** Texts next to each other. */
public final class TextRuns {
    private TextRuns() {}

    /** Whether there are two in a row. Mostly there are none, and then nothing has to be made anew. */
    public static boolean hasNeighbours(List<Inline> content) {
        boolean text = false;
        for (int i = 0; i < content.size(); i++) {
            boolean other = content.get(i) instanceof Text;
            if (text && other) {
                return true;
            }
            text = other;
        }
        return false;
    }
}
