package dev.confluencekit.markup.internal.characters;

/** Kinds of characters, as CommonMark tells them apart. */
public final class Characters {
    private Characters() {}

    /** White space of any kind, or nothing. */
    public static boolean isSpace(int c) {
        return c == 0
                || c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == '\f'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Punctuation and symbols. */
    public static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** What may stand in output as it is, of the characters that most texts consist of. */
    public static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f;
    }

    /** The text as it may stand in output: every kind of space is one, what cannot be shown is not there. */
    public static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (clean == null && isPlain(c)) {
                continue;
            }
            char kept = cleaned(text, i, c);
            if (kept != c && clean == null) {
                clean = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (clean != null && kept != 0) {
                clean.append(kept);
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** The character to show, 0 for none. */
    private static char cleaned(String text, int i, char c) {
        if (c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u0085') {
            return ' ';
        }
        if (c == '\u2028'
                || c == '\u2029'
                || (c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR && c != '\u3000')) {
            return ' ';
        }
        if (Character.isISOControl(c) || c == '\ufeff') {
            return 0;
        }
        boolean alone = Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        return alone ? '\ufffd' : c;
    }
}
