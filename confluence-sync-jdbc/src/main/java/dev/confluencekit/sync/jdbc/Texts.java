package dev.confluencekit.sync.jdbc;

import org.jspecify.annotations.Nullable;

/** Texts as databases take them: without NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 lacks. */
final class Texts {
    private static final char REPLACED = '\ufffd';
    private static final int ESCAPE_LENGTH = 6;
    private static final int HEX = 16;

    private Texts() {}

    /** Whether a database gives a text back as it is. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRefused(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** The text to be read, with U+FFFD for what no database takes. */
    static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isRefused(text, i)) {
                stored.setCharAt(i, REPLACED);
            }
        }
        return stored.toString();
    }

    /** The text, to be given back exactly by {@link #unescaped}: the backslash and what no database takes as backslash-u. */
    static @Nullable String escaped(@Nullable String text) {
        if (text == null || text.indexOf('\\') < 0 && isStorable(text)) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length() + ESCAPE_LENGTH);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\\' || isRefused(text, i)) {
                stored.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
            } else {
                stored.append(unit);
            }
        }
        return stored.toString();
    }

    /** The text that was escaped. */
    static String unescaped(String stored) {
        if (stored.indexOf('\\') < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        int from = 0;
        for (int at = stored.indexOf('\\'); at >= 0; at = stored.indexOf('\\', from)) {
            text.append(stored, from, at);
            text.append((char) Integer.parseInt(stored, at + 2, at + ESCAPE_LENGTH, HEX));
            from = at + ESCAPE_LENGTH;
        }
        return text.append(stored, from, stored.length()).toString();
    }

    private static boolean isRefused(String text, int at) {
        char unit = text.charAt(at);
        if (unit == 0) {
            return true;
        }
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(unit) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
