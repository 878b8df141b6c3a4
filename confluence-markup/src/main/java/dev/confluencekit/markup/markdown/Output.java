package dev.confluencekit.markup.markdown;

import java.util.ArrayList;
import java.util.List;

/** Lines, each behind the markers of the quotes and list items that it is in. */
final class Output {
    /** Deeper ones are not indented any more, or a small page could become a huge text. */
    private static final int MAX_DEPTH = 40;

    private final StringBuilder text = new StringBuilder();
    private final List<Prefix> prefixes = new ArrayList<>();

    private static final class Prefix {
        private final String first;
        private final String rest;
        private boolean fresh = true;

        private Prefix(String first, String rest) {
            this.first = first;
            this.rest = rest;
        }
    }

    /** Goes into something: the next line begins with the one, all others with the other. */
    void enter(String first, String rest) {
        prefixes.add(new Prefix(first, prefixes.size() < MAX_DEPTH ? rest : ""));
    }

    /** Comes out of what was entered last; if no line was written in it, its marker stands alone. */
    void leave() {
        if (prefixes.get(prefixes.size() - 1).fresh) {
            line("");
        }
        prefixes.remove(prefixes.size() - 1);
    }

    /** Writes a line, or several. */
    void lines(String lines) {
        int start = 0;
        int end;
        while ((end = lines.indexOf('\n', start)) >= 0) {
            line(lines.substring(start, end));
            start = end + 1;
        }
        line(lines.substring(start));
    }

    void line(String line) {
        for (Prefix prefix : prefixes) {
            text.append(prefix.fresh ? prefix.first : prefix.rest);
            prefix.fresh = false;
        }
        text.append(line);
        if (line.isEmpty()) {
            stripEnd();
        }
        text.append('\n');
    }

    private void stripEnd() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    boolean isOutermost() {
        return prefixes.isEmpty();
    }

    String finish() {
        return text.toString();
    }
}
