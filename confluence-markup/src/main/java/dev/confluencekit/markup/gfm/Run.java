package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** Running text that grows; texts beside each other become one. */
final class Run {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    void add(Inline inline) {
        if (inline instanceof Text text) {
            words.append(text.value());
        } else {
            flush();
            inlines.add(inline);
        }
    }

    void add(String text) {
        words.append(text);
    }

    /** Adds text of HTML, where white space of any length is one space, and none at the beginning. */
    void addCollapsed(String text) {
        boolean space = words.length() == 0 ? inlines.isEmpty() : isSpace(words.charAt(words.length() - 1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                words.append(c);
                space = false;
            } else if (!space) {
                words.append(' ');
                space = true;
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private void flush() {
        if (words.length() > 0) {
            inlines.add(new Text(words.toString()));
            words.setLength(0);
        }
    }

    boolean isBlank() {
        return inlines.isEmpty() && words.toString().isBlank();
    }

    List<Inline> finish() {
        flush();
        return inlines;
    }

    /** What was read, without space at its end. */
    List<Inline> finishTrimmed() {
        while (words.length() > 0 && isSpace(words.charAt(words.length() - 1))) {
            words.setLength(words.length() - 1);
        }
        return finish();
    }
}
