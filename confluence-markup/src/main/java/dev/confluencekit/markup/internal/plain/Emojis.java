package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.tree.Emoji;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The characters of emojis. */
final class Emojis {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("smile", "🙂"),
            Map.entry("sad", "🙁"),
            Map.entry("cheeky", "😛"),
            Map.entry("laugh", "😀"),
            Map.entry("wink", "😉"),
            Map.entry("thumbs-up", "👍"),
            Map.entry("thumbs-down", "👎"),
            Map.entry("information", "ℹ️"),
            Map.entry("tick", "✅"),
            Map.entry("cross", "❌"),
            Map.entry("warning", "⚠️"),
            Map.entry("plus", "➕"),
            Map.entry("minus", "➖"),
            Map.entry("question", "❓"),
            Map.entry("light-on", "💡"),
            Map.entry("light-off", "🚫"),
            Map.entry("yellow-star", "⭐"),
            Map.entry("red-star", "❤️"),
            Map.entry("green-star", "💚"),
            Map.entry("blue-star", "💙"),
            Map.entry("heart", "❤️"),
            Map.entry("broken-heart", "💔"));

    /** Ids of the service's own pictures that have a character. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("atlassian-check_mark", "✅"),
            Map.entry("atlassian-cross_mark", "❌"),
            Map.entry("atlassian-info", "ℹ️"),
            Map.entry("atlassian-warning", "⚠️"),
            Map.entry("atlassian-plus", "➕"),
            Map.entry("atlassian-minus", "➖"),
            Map.entry("atlassian-question_mark", "❓"),
            Map.entry("atlassian-light_bulb_on", "💡"),
            Map.entry("atlassian-light_bulb_off", "🚫"),
            Map.entry("atlassian-yellow_star", "⭐"),
            Map.entry("atlassian-red_star", "❤️"),
            Map.entry("atlassian-green_star", "💚"),
            Map.entry("atlassian-blue_star", "💙"));

    private Emojis() {}

    /** Fallback, then id, then name: the service names every emoji that has no old name {@code blue-star}. */
    static String characters(Emoji emoji) {
        String fallback = emoji.fallback();
        if (fallback != null && !fallback.isEmpty() && !isShortName(fallback)) {
            return fallback;
        }
        String id = emoji.id();
        if (id != null) {
            Optional<String> known = Optional.ofNullable(OWN.get(id)).or(() -> codePoints(id));
            if (known.isPresent()) {
                return known.get();
            }
        }
        String name = emoji.name();
        String shortName = emoji.shortName();
        boolean anyEmoji = "blue-star".equals(name) && (id != null || isOther(shortName));
        if (name != null && NAMES.containsKey(name) && !anyEmoji) {
            return NAMES.getOrDefault(name, "");
        }
        if (shortName != null && !shortName.isEmpty()) {
            return isShortName(shortName) ? shortName : ":" + shortName + ":";
        }
        return fallback != null && !fallback.isEmpty() ? fallback : ":" + (name == null ? "emoji" : name) + ":";
    }

    private static boolean isOther(@Nullable String shortName) {
        return shortName != null && !shortName.equals(":blue_star:");
    }

    private static boolean isShortName(String text) {
        return text.length() > 2 && text.startsWith(":") && text.endsWith(":");
    }

    private static Optional<String> codePoints(String id) {
        StringBuilder characters = new StringBuilder();
        for (String digits : id.split("-", 16)) {
            if (!digits.matches("[0-9a-fA-F]{2,6}")) {
                return Optional.empty();
            }
            int codePoint = Integer.parseInt(digits, 16);
            if (!Character.isValidCodePoint(codePoint)
                    || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                    || codePoint < 0x20) {
                return Optional.empty();
            }
            characters.appendCodePoint(codePoint);
        }
        return Optional.of(characters.toString());
    }
}
