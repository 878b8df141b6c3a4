package dev.confluencekit.content.comment;

import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * A text within a body, which may be there more than once. Immutable.
 *
 * @param text the text as people read it
 * @param count how often it is there
 * @param index which of them is meant, counted from 0
 */
public record TextSelection(String text, int count, int index) {
    /** Refuses what no text can be. */
    public TextSelection {
        Checks.text("text", text);
        Checks.positive("count", count);
        if (index < 0 || index >= count) {
            throw new InvalidArgumentException("index", "must be from 0 to " + (count - 1));
        }
    }

    /**
     * A text that is there once.
     *
     * @param text the text as people read it
     * @return a selection
     * @throws InvalidArgumentException if it is blank
     */
    public static TextSelection only(String text) {
        return new TextSelection(text, 1, 0);
    }
}
