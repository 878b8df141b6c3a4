package dev.confluencekit.sync.internal.stored;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.sync.item.ItemAccess;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Items as JSON. Members that are null are left out. The text has no character that cannot be seen, turns what stands beside
 * it around, or has no form in UTF-8: such are escaped, so that every text comes back exactly.
 */
public final class ItemJson {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private ItemJson() {}

    /**
     * An empty object.
     *
     * @return to be filled
     */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Which item.
     *
     * @param key the key
     * @return kind and id
     */
    public static ObjectNode key(ItemKey key) {
        return object().put("kind", key.kind().word()).put("id", key.id());
    }

    /**
     * Which item.
     *
     * @param json what {@link #key(ItemKey)} gave, with whatever else
     * @return the key
     * @throws IOException if it is none
     */
    public static ItemKey key(JsonNode json) throws IOException {
        try {
            return new ItemKey(ItemKind.of(required(json, "kind")), required(json, "id"));
        } catch (IllegalArgumentException e) {
            throw new IOException("no key of an item: " + e.getMessage(), e);
        }
    }

    /**
     * The state of an item.
     *
     * @param state the state
     * @return an object, to which more may be added
     */
    public static ObjectNode state(ItemState state) {
        ObjectNode json = key(state.key());
        json.put("spaceId", state.spaceId());
        ItemKey owner = state.owner();
        if (owner != null) {
            json.set("owner", key(owner));
        }
        put(json, "parentId", state.parentId());
        json.put("title", state.title());
        json.put("status", state.status());
        json.put("version", state.version());
        json.put("fingerprint", state.fingerprint());
        put(json, "unreachableSince", state.unreachableSince());
        return json;
    }

    /**
     * The state of an item.
     *
     * @param json what {@link #state(ItemState)} gave, with whatever else
     * @return the state
     * @throws IOException if it is none
     */
    public static ItemState state(JsonNode json) throws IOException {
        JsonNode owner = json.path("owner");
        return new ItemState(
                key(json),
                required(json, "spaceId"),
                owner.isObject() ? key(owner) : null,
                text(json, "parentId"),
                required(json, "title"),
                required(json, "status"),
                json.path("version").intValue(),
                required(json, "fingerprint"),
                instant(json, "unreachableSince"));
    }

    /**
     * What is told of an item.
     *
     * @param details the details
     * @return an object
     */
    public static ObjectNode details(ItemDetails details) {
        ObjectNode json = object();
        put(json, "spaceKey", details.spaceKey());
        put(json, "parentType", details.parentType());
        Integer position = details.position();
        if (position != null) {
            json.put("position", position);
        }
        put(json, "createdAt", details.createdAt());
        put(json, "changedAt", details.changedAt());
        put(json, "authorId", details.authorId());
        put(json, "ownerId", details.ownerId());
        put(json, "changedBy", details.changedBy());
        put(json, "changeMessage", details.changeMessage());
        put(json, "webUrl", details.webUrl());
        put(json, "resolution", details.resolution());
        put(json, "labels", details.labels());
        if (!details.properties().isEmpty()) {
            ObjectNode properties = json.putObject("properties");
            details.properties().forEach(properties::put);
        }
        ItemAccess access = details.access();
        if (access != null) {
            ObjectNode only = json.putObject("access");
            put(only, "readUsers", access.readUsers());
            put(only, "readGroups", access.readGroups());
            put(only, "updateUsers", access.updateUsers());
            put(only, "updateGroups", access.updateGroups());
        }
        return json;
    }

    /**
     * What is told of an item.
     *
     * @param json what {@link #details(ItemDetails)} gave
     * @return the details
     * @throws IOException if they are none
     */
    public static ItemDetails details(JsonNode json) throws IOException {
        SortedMap<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : json.path("properties").properties()) {
            properties.put(property.getKey(), property.getValue().textValue());
        }
        JsonNode access = json.path("access");
        return new ItemDetails(
                text(json, "spaceKey"),
                text(json, "parentType"),
                json.hasNonNull("position") ? json.get("position").intValue() : null,
                instant(json, "createdAt"),
                instant(json, "changedAt"),
                text(json, "authorId"),
                text(json, "ownerId"),
                text(json, "changedBy"),
                text(json, "changeMessage"),
                text(json, "webUrl"),
                text(json, "resolution"),
                texts(json, "labels"),
                properties,
                access.isObject()
                        ? new ItemAccess(
                                texts(access, "readUsers"),
                                texts(access, "readGroups"),
                                texts(access, "updateUsers"),
                                texts(access, "updateGroups"))
                        : null);
    }

    /**
     * What is told of an item, as text.
     *
     * @param details the details
     * @return JSON on one line
     */
    public static String detailsText(ItemDetails details) {
        return line(details(details));
    }

    /**
     * What is told of an item.
     *
     * @param text what {@link #detailsText} gave
     * @return the details
     * @throws IOException if they are none
     */
    public static ItemDetails detailsOf(String text) throws IOException {
        return details(parse(text));
    }

    /**
     * JSON on one line.
     *
     * @param json what to write
     * @return the line, without its end
     */
    public static String line(JsonNode json) {
        return seen(json.toString());
    }

    /**
     * JSON for people: a member on each line.
     *
     * @param json what to write
     * @return the text, with a line end at its end
     */
    public static String pretty(JsonNode json) {
        try {
            return seen(JSON.writer(LINES).writeValueAsString(json)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /**
     * Reads JSON.
     *
     * @param text the text
     * @return what it says
     * @throws IOException if it is no JSON
     */
    public static JsonNode parse(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (json == null || !json.isObject()) {
            throw new IOException("no JSON object");
        }
        return json;
    }

    /** A member that must be there. */
    private static String required(JsonNode json, String name) throws IOException {
        String text = text(json, name);
        if (text == null) {
            throw new IOException("no " + name);
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static @Nullable Instant instant(JsonNode json, String name) throws IOException {
        String text = text(json, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException(name + " is no time", e);
        }
    }

    private static SortedSet<String> texts(JsonNode json, String name) {
        SortedSet<String> texts = new TreeSet<>();
        json.path(name).forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void put(ObjectNode json, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
    }

    /** Escapes what may not stand in the text as it is; such characters are inside of string literals only. */
    private static String seen(String json) {
        StringBuilder escaped = null;
        for (int i = 0; i < json.length(); ) {
            int point = json.codePointAt(i);
            int length = Character.charCount(point);
            if (isUnseen(point)) {
                if (escaped == null) {
                    escaped = new StringBuilder(json.length() + 64).append(json, 0, i);
                }
                for (int unit = i; unit < i + length; unit++) {
                    escaped.append("\\u").append(hex(json.charAt(unit)));
                }
            } else if (escaped != null) {
                escaped.appendCodePoint(point);
            }
            i += length;
        }
        return escaped == null ? json : escaped.toString();
    }

    private static boolean isUnseen(int point) {
        if (point < 0x7f) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String hex(char unit) {
        return Integer.toHexString(0x10000 | unit).substring(1);
    }
}
