package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Turns schemas of OpenAPI 3.0 into JSON Schema 2020-12, and closes them: an object that declares
 * members may have no others, even where {@code additionalProperties: true} allows them. The service
 * does send undeclared members, but neither our requests nor our simulator should invent any.
 */
final class ClosedSchemas {

    private static final String REFERENCE = "#/components/schemas/";
    private static final List<String> AS_THEY_ARE = List.of(
            "type",
            "enum",
            "format",
            "pattern",
            "required",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems");
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf");

    private final String id;
    private final JsonNode document;

    ClosedSchemas(String id, JsonNode document) {
        this.id = id;
        this.document = document;
    }

    /** Converts all schemas of the document; references of other conversions lead here. */
    ObjectNode definitions() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$id", id);
        ObjectNode definitions = root.putObject("$defs");
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> definitions.set(schema.getKey(), convert(schema.getValue())));
        return root;
    }

    ObjectNode convert(JsonNode schema) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (schema.has("$ref")) {
            return result.put("$ref", id + "#/$defs/" + name(schema));
        }
        JsonNode merged = schema.has("allOf") ? merged(schema) : schema;
        AS_THEY_ARE.stream().filter(merged::has).forEach(word -> result.set(word, merged.get(word)));
        if (merged.has("items")) {
            result.set("items", convert(merged.get("items")));
        }
        for (String word : ALTERNATIVES) {
            if (merged.has(word)) {
                ArrayNode parts = result.putArray(word);
                merged.get(word).forEach(part -> parts.add(convert(part)));
            }
        }
        convertMembers(merged, result);
        return merged.path("nullable").booleanValue() ? orNull(result) : result;
    }

    private void convertMembers(JsonNode schema, ObjectNode result) {
        if (schema.has("properties")) {
            if (ALTERNATIVES.stream().anyMatch(schema::has)) {
                throw new IllegalArgumentException("members beside alternatives: closing them is not provided for");
            }
            ObjectNode properties = result.putObject("properties");
            schema.get("properties")
                    .properties()
                    .forEach(property -> properties.set(property.getKey(), convert(property.getValue())));
            result.put("additionalProperties", false);
        }
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isObject()) {
            result.set("additionalProperties", convert(additional));
        }
    }

    /**
     * Makes one schema of the parts of {@code allOf}. A member that several parts declare, such as
     * {@code _links}, must be what all of them say, and may have the members that any of them names.
     */
    private ObjectNode merged(JsonNode schema) {
        ObjectNode result = schema.deepCopy();
        result.remove("allOf");
        for (JsonNode reference : schema.get("allOf")) {
            JsonNode part = reference.has("$ref") ? document.at("/components/schemas/" + name(reference)) : reference;
            merge(part.has("allOf") ? merged(part) : part, result);
        }
        return result;
    }

    private static void merge(JsonNode part, ObjectNode into) {
        part.properties().forEach(word -> {
            if (word.getKey().equals("properties")) {
                word.getValue().properties().forEach(member -> mergeMember(into, member.getKey(), member.getValue()));
            } else if (word.getKey().equals("required")) {
                into.withArray("/required").addAll((ArrayNode) word.getValue());
            } else if (!into.has(word.getKey())) {
                into.set(word.getKey(), word.getValue().deepCopy());
            }
        });
    }

    private static void mergeMember(ObjectNode into, String name, JsonNode schema) {
        ObjectNode members = into.withObject("/properties");
        JsonNode earlier = members.get(name);
        if (earlier == null) {
            members.set(name, schema.deepCopy());
        } else if (!earlier.equals(schema)) { // equal references may lead in a circle
            ObjectNode both = members.putObject(name);
            both.putArray("allOf").add(earlier).add(schema.deepCopy());
        }
    }

    private static String name(JsonNode reference) {
        String text = reference.path("$ref").textValue();
        if (!text.startsWith(REFERENCE)) {
            throw new IllegalArgumentException("a reference to something else than a schema: " + text);
        }
        return text.substring(REFERENCE.length());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (!schema.path("type").isTextual()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.putArray("anyOf")
                    .add(result.objectNode().put("type", "null"))
                    .add(schema);
            return result;
        }
        String type = schema.get("type").textValue();
        schema.putArray("type").add(type).add("null");
        if (schema.has("enum")) {
            schema.set("enum", ((ArrayNode) schema.get("enum").deepCopy()).addNull());
        }
        return schema;
    }
}
