package dev.confluencekit.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that a record does not know. They are kept on the record and written back, so that
 * nothing is lost where the service has grown.
 */
public final class UnknownMembers {
    private UnknownMembers() {}

    /**
     * Copies them for a record.
     *
     * @param members names and values (maps, lists, strings, numbers, booleans, null), or null for none
     * @return an unmodifiable copy in the same order, never null
     */
    public static Map<String, Object> copy(@Nullable Map<String, Object> members) {
        return members == null || members.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
