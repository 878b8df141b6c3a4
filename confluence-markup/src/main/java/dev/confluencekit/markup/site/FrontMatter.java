package dev.confluencekit.markup.site;

import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of an item, in YAML, at the top of its Markdown. What the site did not say is left out. */
final class FrontMatter {
    private static final String FENCE = "---\n";

    private final StringBuilder yaml = new StringBuilder(FENCE);

    private FrontMatter() {}

    static String of(ItemState state, ItemDetails details, Map<String, String> pageProperties) {
        FrontMatter matter = new FrontMatter();
        matter.text("title", state.title().isEmpty() ? null : state.title());
        matter.text("type", state.key().kind().word());
        matter.text("id", state.key().id());
        matter.text("space", state.spaceId());
        matter.text("parent", state.parentId());
        matter.text("on", state.owner() == null ? null : state.owner().id());
        matter.text("status", state.status());
        if (state.version() > 0) {
            matter.line("version", String.valueOf(state.version()));
        }
        matter.time("created", details.createdAt());
        matter.time("modified", details.changedAt());
        matter.text("author", details.authorId());
        matter.text("modified-by", details.changedBy());
        matter.text("resolution", details.resolution());
        matter.text("url", details.webUrl());
        matter.texts("labels", details.labels());
        matter.pairs("page-properties", pageProperties);
        return matter.yaml.append(FENCE).append('\n').toString();
    }

    private void line(String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private void text(String key, @Nullable String value) {
        if (value != null) {
            line(key, quoted(value));
        }
    }

    private void time(String key, @Nullable Instant value) {
        if (value != null) {
            line(key, value.toString());
        }
    }

    private void texts(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            line(key, values.stream().map(FrontMatter::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void pairs(String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            yaml.append(key).append(":\n");
            values.forEach((name, value) -> line("  " + quoted(name), quoted(value)));
        }
    }

    /** In double quotes, which hold any text; what is not to be seen is escaped, as is what YAML takes for a line's end. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter == '\n') {
                quoted.append("\\n");
            } else if (letter == '\t') {
                quoted.append("\\t");
            } else if (isHidden(letter)) {
                quoted.append(String.format(letter > 0xFFFF ? "\\U%08X" : "\\u%04X", letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isHidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
