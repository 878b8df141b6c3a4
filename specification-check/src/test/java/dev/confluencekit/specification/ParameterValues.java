package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.List;

/** Reads parameters as the JSON values that their schemas speak of. */
final class ParameterValues {

    private ParameterValues() {}

    static JsonNode read(Schemas schemas, JsonNode parameter, JsonNode schema, List<String> values) {
        if (!schema.path("type").asText().equals("array")) {
            return value(schema, values.get(0));
        }
        JsonNode items = schemas.resolve(schema.path("items"));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            for (String item : isCommaSeparated(parameter) ? value.split(",", -1) : new String[] {value}) {
                array.add(value(items, item));
            }
        }
        return array;
    }

    /** Version 1 says it by {@code explode: false}, version 2 in the description only. */
    private static boolean isCommaSeparated(JsonNode parameter) {
        JsonNode explode = parameter.path("explode");
        return explode.isBoolean()
                ? !explode.booleanValue()
                : parameter.path("description").asText().contains("comma-separated");
    }

    private static JsonNode value(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                text.matches("-?\\d+") ? BigIntegerNode.valueOf(new BigInteger(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.matches("true|false") ? BooleanNode.valueOf(Boolean.parseBoolean(text)) : TextNode.valueOf(text);
            default -> TextNode.valueOf(text);
        };
    }
}
