package dev.confluencekit.sync.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Few values that many items have, each kept once. */
final class Shared {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<List<String>, List<String>> lists = new HashMap<>();

    String text(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    List<String> list(List<String> list) {
        return lists.computeIfAbsent(list, same -> same);
    }
}
