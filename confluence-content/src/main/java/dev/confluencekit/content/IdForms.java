package dev.confluencekit.content;

import org.jspecify.annotations.Nullable;

/** What ids look like. Read character by character: a listing makes thousands of them a second. */
final class IdForms {
    private IdForms() {}

    /** 1 to 20 ASCII digits. */
    static boolean isNumber(@Nullable String text) {
        return consistsOf(text, 20, false, "");
    }

    /** 1 to 64 ASCII letters, digits and dashes. */
    static boolean isContent(@Nullable String text) {
        return consistsOf(text, 64, true, "-");
    }

    /** 1 to 128 ASCII letters, digits and {@code : . _ @ + -}. */
    static boolean isAccount(@Nullable String text) {
        return consistsOf(text, 128, true, ":._@+-");
    }

    private static boolean consistsOf(@Nullable String text, int longest, boolean letters, String others) {
        if (text == null || text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = letters && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
            if (!digit && !letter && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
