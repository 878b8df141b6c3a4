package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Attributes of elements, without those that Confluence makes anew whenever it likes. */
final class Attrs {
    private Attrs() {}

    /** All but the named. */
    static Attributes of(Element element, String... without) {
        if (element.attributesSize() == 0) {
            return Attributes.NONE;
        }
        Map<String, String> values = null;
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (!isVolatile(name, attribute.getValue()) && !isOneOf(name, without)) {
                values = values == null ? new LinkedHashMap<>() : values;
                values.put(name, attribute.getValue());
            }
        }
        return values == null ? Attributes.NONE : new Attributes(values);
    }

    private static boolean isOneOf(String name, String... names) {
        for (String other : names) {
            if (other.equals(name)) {
                return true;
            }
        }
        return false;
    }

    static boolean isVolatile(String name, String value) {
        return switch (name) {
            case "ac:local-id", "local-id", "ac:macro-id", "ac:schema-version", "ri:version-at-save", "ri:local-id" ->
                true;
            case "class" -> value.equals("auto-cursor-target");
            default -> false;
        };
    }

    static @Nullable String orNull(Element element, String name) {
        String value = element.attr(name);
        return !value.isEmpty() || element.hasAttr(name) ? value : null;
    }
}
