package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.Position;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the sub-lists that {@code include-…} parameters ask for: at most 50 rows, with {@code meta}
 * saying whether there are more and {@code _links.self} saying where.
 */
final class Includes {

    private static final int MOST = 50;

    private final Json json;

    Includes(Json json) {
        this.json = json;
    }

    /** Adds a sub-list to a page or space. The cursor belongs to the operation at {@code self}. */
    <T> void add(ObjectNode to, String member, String self, List<T> rows, Function<T, ObjectNode> shape) {
        ObjectNode include = to.putObject(member);
        ArrayNode results = include.putArray("results");
        rows.stream().limit(MOST).map(shape).forEach(results::add);
        ObjectNode meta = include.putObject("meta");
        boolean more = rows.size() > MOST;
        meta.put("hasMore", more);
        if (more) {
            meta.put("cursor", Cursor.write(new Position("", MOST, 0), self));
        }
        include.putObject("_links").put("self", self);
    }

    ObjectNode label(String label) {
        ObjectNode node = json.object();
        node.put("id", String.valueOf(LabelText.id(label)));
        node.put("name", LabelText.name(label));
        node.put("prefix", LabelText.prefix(label));
        return node;
    }

    ObjectNode operation(String operation, String targetType) {
        ObjectNode node = json.object();
        node.put("operation", operation);
        node.put("targetType", targetType);
        return node;
    }
}
