package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.characters.Characters;

/** Whether stars and tildes around text would be taken for emphasis, by what is at their sides. */
final class Emphasis {
    private Emphasis() {}

    /**
     * Whether markers work.
     *
     * @param out what is before
     * @param core what they are to be around, without white space at its ends
     * @param next what is behind
     * @param inside whether there are stars around all this, which stars within a word would close
     */
    static boolean works(StringBuilder out, String core, int next, boolean inside) {
        int before = out.length() == 0 ? ' ' : out.codePointBefore(out.length());
        if (isMarker(before) && !isEscaped(out, out.length() - 1)) {
            return false;
        }
        int first = firstBehindMarkers(core);
        int last = lastBeforeMarkers(core);
        boolean opens = inside ? onlyOpens(before, first) : isEdge(before) || !Characters.isPunctuation(first);
        boolean closes = !Characters.isPunctuation(last) || isEdge(next);
        return opens && closes;
    }

    /** Between two marks a star may close as well as open, and inside of stars it would close those. */
    private static boolean onlyOpens(int before, int first) {
        return Characters.isSpace(before) || Characters.isPunctuation(before) && !Characters.isPunctuation(first);
    }

    private static boolean isEdge(int c) {
        return Characters.isSpace(c) || Characters.isPunctuation(c);
    }

    private static boolean isMarker(int c) {
        return c == '*' || c == '~';
    }

    private static boolean isEscaped(CharSequence text, int i) {
        int backslashes = 0;
        while (i - 1 - backslashes >= 0 && text.charAt(i - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Markers in a row count as one, so what counts is behind them. */
    private static int firstBehindMarkers(String core) {
        int i = 0;
        while (i < core.length() - 1 && core.charAt(i) == '*') {
            i++;
        }
        return core.codePointAt(i);
    }

    private static int lastBeforeMarkers(String core) {
        int i = core.length() - 1;
        while (i > 0 && core.charAt(i) == '*' && !isEscaped(core, i)) {
            i--;
        }
        return core.codePointBefore(i + 1);
    }
}
