package dev.confluencekit.markup.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where text can be cut. */
final class TextCutter {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final int FIRST_GUESS = 64;

    private final String text;
    private final int max;
    private final Sizes sizes;
    private int sentence;

    private TextCutter(String text, int max, Sizes sizes) {
        this.text = text;
        this.max = max;
        this.sizes = sizes;
    }

    /** Ends of parts of at most that size: at ends of sentences, else between words, else between what people take for characters. */
    static List<Integer> ends(String text, int max, Sizes sizes) {
        return new TextCutter(text, max, sizes).ends();
    }

    /** The beginning of a text, and a sign that it goes on. */
    static String first(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length) + "…";
    }

    /** Whole lines as long as they fit, without the line feed at the end of each part. */
    static List<String> lines(String text, int max, Sizes sizes) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int size = 0;
        for (String line : text.split("\n", -1)) {
            int more = sizes.ofWords(line) + sizes.ofWords("\n");
            if (size > 0 && size + more > max) {
                parts.add(part.substring(0, part.length() - 1));
                part.setLength(0);
                size = 0;
            }
            if (more > max) {
                int from = 0;
                for (int end : new TextCutter(line, max, sizes).characters()) {
                    parts.add(line.substring(from, end));
                    from = end;
                }
            } else {
                part.append(line).append('\n');
                size += more;
            }
        }
        if (part.length() > 0) {
            parts.add(part.substring(0, part.length() - 1));
        }
        return parts;
    }

    private List<Integer> characters() {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            at = largest(at, text.length(), false);
            ends.add(at);
        }
        return ends;
    }

    private List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            int size = 0;
            int more = 0;
            while (end < text.length()) {
                int next = sentenceEnd(end);
                more = next - end > (long) max * FIRST_GUESS ? max + 1 : sizes.ofWords(text.substring(end, next));
                if (size + more > max) {
                    break;
                }
                size += more;
                end = next;
            }
            // A sentence that has to be cut in any case begins behind a few words rather than leaving them alone.
            if (end == at || (end < text.length() && more > max && size < max / 2)) {
                end = largest(at, sentenceEnd(end), true);
            }
            ends.add(end);
            at = end;
        }
        return ends;
    }

    /** Behind the sentence that goes on here, and the space behind it. */
    private int sentenceEnd(int from) {
        if (sentence > from) {
            return sentence;
        }
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                break;
            }
            boolean wide = "。！？".indexOf(c) >= 0;
            if (wide || ".!?…".indexOf(c) >= 0) {
                while (at < text.length() && ".!?…。！？\"')]}»”’」』）".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                if (wide || at == text.length() || Character.isWhitespace(text.charAt(at))) {
                    break;
                }
            }
        }
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        // A sentence never ends inside of a character that is written as several.
        sentence = at < text.length() ? graphemeAtOrAfter(from, at) : at;
        return sentence;
    }

    private int graphemeAtOrAfter(int from, int position) {
        int begin = Math.max(from, position - FIRST_GUESS);
        if (begin > from && Character.isLowSurrogate(text.charAt(begin))) {
            begin--;
        }
        Matcher grapheme = GRAPHEME.matcher(text).region(begin, text.length());
        int end = begin;
        while (end < position && grapheme.find()) {
            end = grapheme.end();
        }
        return end;
    }

    /** The largest part from here on that fits; at least one character. */
    private int largest(int from, int to, boolean atWords) {
        int low = from;
        int high = Math.min(to, from + FIRST_GUESS);
        while (high < to && fits(from, high)) {
            low = high;
            high = (int) Math.min(to, from + 2L * (high - from));
        }
        if (high == to && fits(from, to)) {
            return to;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (fits(from, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (atWords) {
            for (int i = low; i > from + (low - from) / 2; i--) {
                if (Character.isWhitespace(text.charAt(i - 1))) {
                    return i;
                }
            }
        }
        Matcher grapheme = GRAPHEME.matcher(text).region(from, to);
        int end = from;
        while (grapheme.find() && (grapheme.end() <= low || end == from)) {
            end = grapheme.end();
        }
        return end == from ? to : end;
    }

    private boolean fits(int from, int to) {
        return sizes.ofWords(text.substring(from, to)) <= max;
    }
}
