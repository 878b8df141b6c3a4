package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.confluencekit.markup.error.MalformedAdfException;
import dev.confluencekit.markup.tree.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at JSON. Whatever is missing or of another type than it should be counts as missing. */
final class Json {
    /** Far deeper than nodes are read, so that text below them is found; bounded, since each level costs memory. */
    private static final int MAX_NESTING = 10_000;

    private static final int MAX_STRINGS_IN_STRINGS = 3;

    private static final ObjectReader READER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Json() {}

    /** Names are not kept for later documents, since they come from strangers. */
    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** The value; if it is a string, the JSON in it. */
    static JsonNode parse(String text) {
        JsonNode node = parseOnce(text);
        for (int i = 0; i < MAX_STRINGS_IN_STRINGS && node.isTextual(); i++) {
            node = parseOnce(node.textValue());
        }
        if (!node.isContainerNode()) {
            throw new MalformedAdfException("It is a single value and no document.", 1, 1);
        }
        return node;
    }

    private static JsonNode parseOnce(String text) {
        try {
            JsonNode node = READER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new MalformedAdfException(
                    e.getOriginalMessage(),
                    location == null ? 1 : Math.max(1, location.getLineNr()),
                    location == null ? 1 : Math.max(1, location.getColumnNr()));
        }
    }

    static String type(JsonNode node) {
        return node.path("type").asText("");
    }

    static JsonNode attribute(JsonNode node, String name) {
        return node.path("attrs").path(name);
    }

    /** The attribute as text; null if it is missing, empty, or no single value. */
    static @Nullable String text(JsonNode node, String name) {
        return textOf(attribute(node, name));
    }

    static @Nullable String textOf(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.isEmpty() ? null : text;
    }

    static String text(JsonNode node, String name, String otherwise) {
        String text = text(node, name);
        return text == null ? otherwise : text;
    }

    /** What a node holds: its content, which should be an array. */
    static Iterable<JsonNode> content(JsonNode node) {
        JsonNode content = node.path("content");
        return content.isArray() ? content : content.isObject() ? List.of(content) : List.of();
    }

    static boolean hasContent(JsonNode node) {
        return node.path("content").isContainerNode() && !node.path("content").isEmpty();
    }

    static Iterable<JsonNode> marks(JsonNode node) {
        JsonNode marks = node.path("marks");
        return marks.isArray() ? marks : List.of();
    }

    static @Nullable JsonNode mark(JsonNode node, String type) {
        for (JsonNode mark : marks(node)) {
            if (type(mark).equals(type)) {
                return mark;
            }
        }
        return null;
    }

    /** All attributes but the id of the node in its document: single values as they are, others as JSON. */
    static Attributes attributes(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.path("attrs").properties().forEach(attribute -> {
            JsonNode value = attribute.getValue();
            if (!attribute.getKey().equals("localId") && !value.isNull()) {
                attributes.put(attribute.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return new Attributes(attributes);
    }

    /** Says so many pixels as the storage format says it. */
    static @Nullable String pixels(JsonNode value) {
        double pixels = value.isNumber() ? value.asDouble() : 0;
        if (!(pixels > 0) || pixels > 1_000_000) {
            return null;
        }
        return pixels == Math.rint(pixels) ? Long.toString((long) pixels) : Double.toString(pixels);
    }
}
