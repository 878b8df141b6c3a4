package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.characters.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keeps text from being taken for markup, according to where it stands. */
final class Escapes {
    private static final int LONGEST_ENTITY = 33;

    private static final boolean[] SPECIAL = ascii("\\`*[]<~_&|");

    /** What stands for itself in an address. */
    private static final boolean[] IN_ADDRESS =
            ascii("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$'*+,;=%[]");

    /** What is written as it is wherever it stands, except at the beginning of a line. */
    private static final boolean[] HARMLESS = harmless();

    private Escapes() {}

    private static boolean[] harmless() {
        boolean[] table = new boolean[128];
        for (char c = 0; c < table.length; c++) {
            table[c] = Characters.isPlain(c) && !SPECIAL[c];
        }
        return table;
    }

    /** Whether {@link #text} would write the text as it is, which is so for most; it need not be cleaned either. */
    static boolean isHarmless(String text, boolean lineStart) {
        if (lineStart && (text.isEmpty() || !Character.isLetter(text.charAt(0)))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= HARMLESS.length || !HARMLESS[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] ascii(String characters) {
        boolean[] table = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = true;
        }
        return table;
    }

    /**
     * Adds text.
     *
     * @param text cleaned
     * @param out what was written before in this paragraph or cell
     * @param lineStart whether the text begins a line
     * @param firstLine whether that line is the first one of its paragraph
     * @param cell whether in a table
     */
    static void text(String text, StringBuilder out, boolean lineStart, boolean firstLine, boolean cell) {
        int begin = 0;
        if (lineStart) {
            while (begin < text.length() && text.charAt(begin) == ' ') {
                begin++;
            }
            begin = lineStart(text, begin, out, firstLine);
        }
        int written = begin;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpecial(c)) {
                continue;
            }
            out.append(text.substring(written, i));
            if (needsEscape(text, i, c, out, cell)) {
                out.append('\\');
            }
            written = i;
        }
        // A string is copied at once, a part of one character by character.
        out.append(text.substring(written));
    }

    private static boolean isSpecial(char c) {
        return c < SPECIAL.length && SPECIAL[c];
    }

    private static boolean needsEscape(String text, int i, char c, StringBuilder out, boolean cell) {
        return switch (c) {
            case '\\', '`', '*', '[', ']', '<', '~' -> true;
            case '_' -> !isInWord(text, i, out);
            case '&' -> isEntity(text, i);
            case '|' -> cell;
            default -> false;
        };
    }

    private static boolean isInWord(String text, int i, StringBuilder out) {
        int before = i > 0
                ? text.codePointBefore(i)
                : out.length() > 0 && out.charAt(out.length() - 1) != '\n' ? out.codePointBefore(out.length()) : ' ';
        int after = i + 1 < text.length() ? text.codePointAt(i + 1) : ' ';
        return isWord(before) && isWord(after);
    }

    private static boolean isWord(int c) {
        return !Characters.isSpace(c) && (c == '_' || !Characters.isPunctuation(c));
    }

    static boolean isEntity(String text, int ampersand) {
        int end = Math.min(text.length(), ampersand + LONGEST_ENTITY);
        for (int i = ampersand + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > ampersand + 1;
            }
            boolean part = (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c == '#' && i == ampersand + 1);
            if (!part) {
                return false;
            }
        }
        return false;
    }

    /** Escapes what would begin a block, and answers where the rest begins. */
    private static int lineStart(String text, int begin, StringBuilder out, boolean firstLine) {
        if (begin == text.length()) {
            return begin;
        }
        char c = text.charAt(begin);
        char next = begin + 1 < text.length() ? text.charAt(begin + 1) : ' ';
        boolean escape = switch (c) {
            case '#' -> isHeading(text, begin);
            case '>' -> true;
            case '+' -> next == ' ';
            case '-' -> !Character.isLetterOrDigit(next);
            case '=', '|' -> !firstLine;
            case ':' -> !firstLine && next == '-';
            default -> false;
        };
        if (escape) {
            out.append('\\').append(c);
            return begin + 1;
        }
        return numberedItem(text, begin, out);
    }

    private static boolean isHeading(String text, int begin) {
        int i = begin;
        while (i < text.length() && text.charAt(i) == '#') {
            i++;
        }
        return i - begin <= 6 && (i == text.length() || text.charAt(i) == ' ');
    }

    private static int numberedItem(String text, int begin, StringBuilder out) {
        int i = begin;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean item = i > begin
                && i < text.length()
                && (text.charAt(i) == '.' || text.charAt(i) == ')')
                && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
        if (!item) {
            return begin;
        }
        out.append(text, begin, i).append('\\').append(text.charAt(i));
        return i + 1;
    }

    /** Code in a line. */
    static String code(String code, boolean cell) {
        String line = code.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
        if (cell && line.contains("\\|")) {
            return htmlCode(line);
        }
        String ticks = "`".repeat(longestRun(line, '`') + 1);
        boolean pad = line.startsWith("`")
                || line.endsWith("`")
                || (line.startsWith(" ") && line.endsWith(" ") && !line.isBlank());
        String padded = pad ? " " + line + " " : line;
        return ticks + (cell ? padded.replace("|", "\\|") : padded) + ticks;
    }

    /** A backslash before a bar cannot be written in a code span of a table. */
    private static String htmlCode(String line) {
        StringBuilder html = new StringBuilder("<code>");
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '|') {
                html.append("&#124;");
            } else if (c == '&') {
                html.append("&amp;");
            } else if (c == '<') {
                html.append("&lt;");
            } else if (c < 128 && Characters.isPunctuation(c)) {
                html.append('\\').append(c);
            } else {
                html.append(c);
            }
        }
        return html.append("</code>").toString();
    }

    static int longestRun(String text, char wanted) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == wanted ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** An address in round brackets. */
    static String destination(String url) {
        if (url.isEmpty()) {
            return "<>";
        }
        if (isSafe(url)) {
            return url;
        }
        StringBuilder destination = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); ) {
            int c = url.codePointAt(i);
            if (c == '&' && isEntity(url, i)) {
                destination.append("&amp;");
            } else if (c <= ' '
                    || c == '"'
                    || c == '('
                    || c == ')'
                    || c == '<'
                    || c == '>'
                    || c == '\\'
                    || c == '`'
                    || c == '|'
                    || Characters.isSpace(c)
                    || Character.isISOControl(c)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    destination.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            } else {
                destination.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return destination.toString();
    }

    private static boolean isSafe(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean safe = c < IN_ADDRESS.length && (IN_ADDRESS[c] || (c == '&' && !isEntity(url, i)));
            if (!safe) {
                return false;
            }
        }
        return true;
    }

    /** A title behind an address. */
    static String title(String title, boolean cell) {
        StringBuilder quoted = new StringBuilder(" \"");
        String clean = Characters.clean(title);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '"' || c == '\\' || (c == '|' && cell) || (c == '&' && isEntity(clean, i))) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Text in HTML. */
    static String html(String text) {
        return Characters.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
