package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which spaces to mirror. */
record SpaceChoice(List<String> keys) {
    static SpaceChoice from(Map<String, String> environment) {
        return new SpaceChoice(
                Arrays.stream(environment.getOrDefault("CONFLUENCE_SPACES", "").split(",", -1))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList());
    }

    boolean takes(String key) {
        return keys.isEmpty() || keys.contains(key);
    }

    SpaceQuery query() {
        return keys.isEmpty() ? SpaceQuery.all() : SpaceQuery.byKeys(keys);
    }

    MirrorScope scope() {
        return keys.isEmpty() ? MirrorScope.allSpaces() : MirrorScope.spaces(keys.toArray(String[]::new));
    }
}
