package dev.confluencekit.content.internal;

import dev.confluencekit.core.json.JsonCodec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON body of a request, member by member. For one thread. */
public final class JsonBody {
    private static final JsonCodec CODEC = JsonCodec.create();

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Nothing yet. */
    public JsonBody() {}

    /** Adds a member, unless its value is null. */
    public JsonBody with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds a member whose value may be null. */
    public JsonBody withValue(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** The members, for a body within this one. */
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** The JSON text. */
    public String json() {
        return CODEC.write(members);
    }

    /** The JSON text of an array. */
    public static String array(Collection<?> values) {
        return CODEC.write(values);
    }
}
