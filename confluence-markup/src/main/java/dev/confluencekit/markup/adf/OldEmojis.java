package dev.confluencekit.markup.adf;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that the old editor had for emojis, and that the storage format still writes. */
final class OldEmojis {
    /** What every emoji is called that the old editor did not have. */
    private static final String NONE = "blue-star";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(":slight_smile:", "smile"),
            Map.entry(":disappointed:", "sad"),
            Map.entry(":stuck_out_tongue:", "cheeky"),
            Map.entry(":smiley:", "laugh"),
            Map.entry(":wink:", "wink"),
            Map.entry(":thumbsup:", "thumbs-up"),
            Map.entry(":thumbsdown:", "thumbs-down"),
            Map.entry(":info:", "information"),
            Map.entry(":check_mark:", "tick"),
            Map.entry(":cross_mark:", "cross"),
            Map.entry(":warning:", "warning"),
            Map.entry(":plus:", "plus"),
            Map.entry(":minus:", "minus"),
            Map.entry(":question_mark:", "question"),
            Map.entry(":light_bulb_on:", "light-on"),
            Map.entry(":light_bulb_off:", "light-off"),
            Map.entry(":yellow_star:", "yellow-star"),
            Map.entry(":red_star:", "red-star"),
            Map.entry(":green_star:", "green-star"),
            Map.entry(":heart:", "heart"),
            Map.entry(":broken_heart:", "broken-heart"));

    private OldEmojis() {}

    /** The name for a short name such as {@code :wink:}. */
    static String nameOf(@Nullable String shortName) {
        return shortName == null ? NONE : NAMES.getOrDefault(shortName, NONE);
    }
}
