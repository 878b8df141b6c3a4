package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.adf.MarkReader.Leaf;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Date;
import dev.confluencekit.markup.tree.Emoji;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.Placeholder;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads nodes of running text. */
final class InlineReader {
    private static final Set<String> INLINE = Set.of(
            "text",
            "hardBreak",
            "mention",
            "emoji",
            "date",
            "status",
            "inlineCard",
            "mediaInline",
            "placeholder",
            "inlineExtension",
            "image",
            "confluenceJiraIssue",
            "unsupportedInline",
            "confluenceUnsupportedInline");

    private final Trail trail;
    private final MarkReader marks;
    private final MediaReader media;
    private final ExtensionReader extensions;

    InlineReader(Trail trail, MarkReader marks, MediaReader media, ExtensionReader extensions) {
        this.trail = trail;
        this.marks = marks;
        this.media = media;
        this.extensions = extensions;
    }

    static boolean isInline(JsonNode node) {
        String type = Json.type(node);
        return INLINE.contains(type) || (type.isEmpty() && node.path("text").isTextual());
    }

    List<Leaf> read(JsonNode node) {
        List<Leaf> leaves = new ArrayList<>(1);
        for (Inline inline : inlines(node)) {
            leaves.add(marks.leaf(inline, node));
        }
        return leaves;
    }

    private List<Inline> inlines(JsonNode node) {
        return switch (Json.type(node)) {
            case "inlineExtension" -> extensions.inline(node);
            case "unsupportedInline", "confluenceUnsupportedInline" -> extensions.unsupportedInline(node);
            default -> {
                Inline inline = inline(node);
                yield inline == null ? List.of() : List.of(inline);
            }
        };
    }

    private @Nullable Inline inline(JsonNode node) {
        return switch (Json.type(node)) {
            case "hardBreak" -> new LineBreak();
            case "mention" -> mention(node);
            case "emoji" -> emoji(node);
            case "date" -> date(node);
            case "status" -> status(node);
            case "inlineCard" -> media.card(node, trail);
            case "mediaInline" -> media.inLine(node);
            case "placeholder" -> new Placeholder(null, Json.text(node, "text", ""));
            case "image" -> image(node);
            case "confluenceJiraIssue" -> issue(node);
            default -> text(node);
        };
    }

    private static @Nullable Inline text(JsonNode node) {
        String text = Json.textOf(node.path("text"));
        return text == null ? null : new Text(text);
    }

    private @Nullable Inline nothing(JsonNode node) {
        String type = Json.type(node);
        trail.found(FindingKind.LEFT_OUT, type, "A node " + type + " does not say what it shows; it was left out.");
        return null;
    }

    private @Nullable Inline mention(JsonNode node) {
        String id = Json.text(node, "id");
        String text = Json.text(node, "text");
        String name = text != null && text.startsWith("@") ? text.substring(1) : text;
        if (id != null) {
            return new Mention(UserTarget.ofAccount(id), name == null || name.isEmpty() ? null : name);
        }
        return name == null || name.isEmpty() ? nothing(node) : new Text("@" + name);
    }

    private @Nullable Inline emoji(JsonNode node) {
        String shortName = Json.text(node, "shortName");
        String id = Json.text(node, "id");
        String text = Json.text(node, "text");
        return shortName == null && id == null && text == null
                ? nothing(node)
                : new Emoji(OldEmojis.nameOf(shortName), shortName, id, text);
    }

    private @Nullable Inline date(JsonNode node) {
        String timestamp = Json.text(node, "timestamp");
        return timestamp == null ? nothing(node) : new Date(day(timestamp));
    }

    private static String day(String timestamp) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(timestamp))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
        } catch (NumberFormatException | DateTimeException noTimestamp) {
            return timestamp;
        }
    }

    private static Status status(JsonNode node) {
        String colour = Json.text(node, "color", "neutral");
        boolean subtle = Json.text(node, "style", "").equals("subtle");
        return new Status(
                Json.text(node, "text", ""),
                switch (colour) {
                    case "neutral" -> null;
                    case "purple", "blue", "red", "yellow", "green" ->
                        Character.toUpperCase(colour.charAt(0)) + colour.substring(1);
                    default -> colour;
                },
                subtle ? Attributes.of("subtle", "true") : Attributes.NONE);
    }

    private @Nullable Inline image(JsonNode node) {
        String address = Json.text(node, "src");
        return address == null
                ? nothing(node)
                : new Image(
                        new WebTarget(address),
                        Json.text(node, "alt"),
                        Json.text(node, "title"),
                        List.of(),
                        Attributes.NONE);
    }

    private @Nullable Inline issue(JsonNode node) {
        String key = Json.text(node, "issueKey");
        if (key == null) {
            return nothing(node);
        }
        List<MacroParameter> parameters = new ArrayList<>();
        parameters.add(MacroParameter.of("key", key));
        for (String name : List.of("server", "serverId")) {
            String value = Json.text(node, name);
            if (value != null) {
                parameters.add(MacroParameter.of(name, value));
            }
        }
        return Macro.of("jira", parameters);
    }
}
