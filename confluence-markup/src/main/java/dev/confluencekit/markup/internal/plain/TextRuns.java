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

    /** Whether it is the very list that it was, so that what is around it need not be made anew. */
    @SuppressWarnings("ReferenceEquality") // Comparing what is in them would cost more than making it anew.
    static boolean isUnchanged(List<Inline> reduced, List<Inline> content) {
        return reduced == content;
    }
}
