package dev.confluencekit.markup.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source says about a node that no component of the node is for: names and values, in their order. Two are equal if they
 * have the same names and values, whatever the order.
 *
 * @param values by name
 */
public record Attributes(Map<String, String> values) {
    /** No attribute at all. */
    public static final Attributes NONE = new Attributes(Map.of());

    /** Copies them. */
    public Attributes {
        // A map of one has an order, too, and takes less.
        values = values.size() < 2 ? Map.copyOf(values) : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Makes attributes of one. */
    public static Attributes of(String name, String value) {
        return new Attributes(Map.of(name, value));
    }

    /** The value of that name, if it is there. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same with one more, or with another value for it. */
    public Attributes with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Attributes(changed);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
