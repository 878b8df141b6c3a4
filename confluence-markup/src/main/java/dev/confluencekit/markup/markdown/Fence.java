package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Text;
import java.util.List;
import java.util.Locale;

/** Code between two fences. */
final class Fence {
    private Fence() {}

    static void write(String text, String language, Output output) {
        String code = lines(text);
        String fence = "`".repeat(Math.max(3, Escapes.longestRun(code, '`') + 1));
        output.line(fence + language);
        if (!code.isEmpty()) {
            output.lines(code);
        }
        output.line(fence);
    }

    /** Without a line feed at the end; what is no text is left out. */
    static String lines(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    /** What may stand behind the fence. */
    static String language(CodeBlock code) {
        String language = code.language() == null ? "" : code.language().toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < language.length(); i++) {
            char c = language.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+' || c == '#' || c == '-' || c == '_' || c == '.') {
                word.append(c);
            }
        }
        return word.toString().equals("none") ? "" : word.toString();
    }

    /** The text of what keeps its spaces and lines. */
    static String verbatim(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        add(content, text);
        return text.toString();
    }

    private static void add(List<Inline> content, StringBuilder text) {
        for (Inline inline : content) {
            if (inline instanceof Text words) {
                text.append(words.value());
            } else if (inline instanceof LineBreak) {
                text.append('\n');
            } else if (inline instanceof Marked marked) {
                add(marked.content(), text);
            } else if (inline instanceof Link link) {
                add(link.content(), text);
            }
        }
    }
}
