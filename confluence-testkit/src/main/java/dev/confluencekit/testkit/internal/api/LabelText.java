package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.site.Ordering;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A label as one text: a global one is its name, any other has its prefix before it, as in {@code team:docs}. */
final class LabelText {

    static final Set<String> PREFIXES = Set.of("my", "team", "global", "system");

    private LabelText() {}

    static String of(String prefix, String name) {
        return prefix.equals("global") ? name : prefix + ":" + name;
    }

    static String prefix(String label) {
        int colon = label.indexOf(':');
        return colon < 0 ? "global" : label.substring(0, colon);
    }

    static String name(String label) {
        return label.substring(label.indexOf(':') + 1);
    }

    /** Labels have ids of their own; equal labels have equal ids, over all content. */
    static long id(String label) {
        return Integer.toUnsignedLong(label.hashCode());
    }

    /** The order that a call asks for; otherwise that in which the labels came. */
    static Ordering<String> order(Call call, List<String> labels) {
        Optional<String> asked =
                call.parameters().oneOf("sort", Set.of("created-date", "-created-date", "id", "-id", "name", "-name"));
        if (asked.isEmpty()) {
            return Ordering.byNumber("place", labels::indexOf);
        }
        return switch (asked.get()) {
            case "id", "-id" -> Ordering.byNumber(asked.get(), LabelText::id);
            case "name", "-name" -> Ordering.byText(asked.get(), LabelText::name, LabelText::id);
            default -> Ordering.byNumber(asked.get(), labels::indexOf);
        };
    }
}
