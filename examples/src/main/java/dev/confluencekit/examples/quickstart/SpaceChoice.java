package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.space.SpaceQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which spaces to bring. */
record SpaceChoice(List<String> keys) {
    static SpaceChoice from(Map<String, String> environment) {
        return new SpaceChoice(
                Arrays.stream(environment.getOrDefault("CONFLUENCE_SPACES", "").split(",", -1))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList());
    }

    SpaceQuery query() {
        return keys.isEmpty() ? SpaceQuery.all() : SpaceQuery.byKeys(keys);
    }
}
