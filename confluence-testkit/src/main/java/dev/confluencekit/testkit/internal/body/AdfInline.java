package dev.confluencekit.testkit.internal.body;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import dev.confluencekit.testkit.internal.body.MarkupNode.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what stands inside a line: text with its marks, links, mentions, dates, status lozenges. */
final class AdfInline {

    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("u", "underline"),
            Map.entry("s", "strike"),
            Map.entry("del", "strike"),
            Map.entry("code", "code"));
    private static final Set<String> STATUS_COLORS = Set.of("neutral", "purple", "blue", "red", "yellow", "green");

    private final References references;

    AdfInline(References references) {
        this.references = references;
    }

    ArrayNode content(List<MarkupNode> nodes) {
        AdfText text = new AdfText();
        nodes.forEach(node -> add(node, List.of(), text));
        return text.content();
    }

    void add(MarkupNode node, List<ObjectNode> marks, AdfText out) {
        if (node instanceof Text text) {
            out.text(text.value(), marks);
        } else if (node instanceof Element element) {
            add(element, marks, out);
        }
    }

    private void add(Element element, List<ObjectNode> marks, AdfText out) {
        switch (element.name()) {
            case "br" -> out.node(JsonNodeFactory.instance.objectNode().put("type", "hardBreak"));
            case "a" ->
                addAll(
                        element.children(),
                        with(marks, link(element.attribute("href").orElse("#"))),
                        out);
            case "sub", "sup" -> {
                ObjectNode mark = mark("subsup");
                StorageToAdf.attrs(mark).put("type", element.name());
                addAll(element.children(), with(marks, mark), out);
            }
            case "time" -> date(element, out);
            case "ac:link" -> link(element, marks, out);
            case "ac:emoticon" -> emoji(element, out);
            case "ac:structured-macro", "ac:macro" -> macro(element, marks, out);
            case "ac:placeholder", "ac:image" -> {
                // A hint to authors is no content; an image inside a line has no place in this converter.
            }
            default -> {
                String mark = MARKS.get(element.name());
                addAll(element.children(), mark == null ? marks : with(marks, mark(mark)), out);
            }
        }
    }

    private void addAll(List<MarkupNode> nodes, List<ObjectNode> marks, AdfText out) {
        nodes.forEach(node -> add(node, marks, out));
    }

    private static List<ObjectNode> with(List<ObjectNode> marks, ObjectNode added) {
        List<ObjectNode> all = new ArrayList<>();
        String type = added.path("type").asText();
        for (ObjectNode mark : marks) {
            String other = mark.path("type").asText();
            // Code goes with a link and nothing else; the service drops the rest, too.
            boolean clash = type.equals("code") && !other.equals("link");
            if (!clash && !other.equals(type)) {
                all.add(mark);
            }
        }
        all.add(added);
        return all;
    }

    private static ObjectNode mark(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode link(String href) {
        ObjectNode mark = mark("link");
        StorageToAdf.attrs(mark).put("href", href);
        return mark;
    }

    private void link(Element element, List<ObjectNode> marks, AdfText out) {
        Optional<String> accountId = Macros.mention(element);
        if (accountId.isPresent()) {
            ObjectNode mention = JsonNodeFactory.instance.objectNode().put("type", "mention");
            ObjectNode attrs = StorageToAdf.attrs(mention);
            attrs.put("id", accountId.get());
            attrs.put("text", "@" + references.person(accountId.get()).orElse("unknown"));
            attrs.put("accessLevel", "");
            out.node(mention);
            return;
        }
        List<ObjectNode> linked = with(marks, link(Macros.linkTarget(element, references)));
        Optional<Element> body = element.element("ac:link-body").or(() -> element.element("ac:plain-text-link-body"));
        if (body.isPresent()) {
            addAll(body.get().children(), linked, out);
        } else {
            out.text(Macros.linkText(element), linked);
        }
    }

    private static void date(Element element, AdfText out) {
        String day = element.attribute("datetime").orElse("");
        try {
            long midnight = LocalDate.parse(day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            ObjectNode date = JsonNodeFactory.instance.objectNode().put("type", "date");
            StorageToAdf.attrs(date).put("timestamp", String.valueOf(midnight));
            out.node(date);
        } catch (DateTimeParseException notADay) {
            // Authors can store anything there; show it as they wrote it.
            out.text(day, List.of());
        }
    }

    private static void emoji(Element element, AdfText out) {
        ObjectNode emoji = JsonNodeFactory.instance.objectNode().put("type", "emoji");
        ObjectNode attrs = StorageToAdf.attrs(emoji);
        String name = element.attribute("ac:name").orElse("smile");
        attrs.put("shortName", element.attribute("ac:emoji-shortname").orElse(":" + name + ":"));
        element.attribute("ac:emoji-id").ifPresent(id -> attrs.put("id", id));
        attrs.put("text", element.attribute("ac:emoji-fallback").orElse(":" + name + ":"));
        out.node(emoji);
    }

    private void macro(Element macro, List<ObjectNode> marks, AdfText out) {
        if (Macros.macroName(macro).equals("status")) {
            String color = macro.parameter("colour")
                    .or(() -> macro.parameter("color"))
                    .orElse("neutral")
                    .toLowerCase(Locale.ROOT);
            ObjectNode status = JsonNodeFactory.instance.objectNode().put("type", "status");
            ObjectNode attrs = StorageToAdf.attrs(status);
            String title = macro.parameter("title").orElse("");
            attrs.put("text", title);
            attrs.put("color", STATUS_COLORS.contains(color) ? color : "neutral");
            attrs.put("localId", StorageToAdf.localId(title));
            attrs.put("style", "");
            out.node(status);
        } else {
            addAll(Macros.richBody(macro), marks, out);
        }
    }

    ObjectNode image(Element element) {
        ObjectNode media = JsonNodeFactory.instance.objectNode().put("type", "media");
        ObjectNode attrs = StorageToAdf.attrs(media);
        Element resource = element.resource().orElse(element);
        Optional<String> url = resource.attribute("ri:value");
        String file = resource.attribute("ri:filename").orElse("");
        attrs.put("type", url.isPresent() ? "external" : "file");
        if (url.isPresent()) {
            attrs.put("url", url.get());
        } else {
            attrs.put("id", StorageToAdf.localId(file));
            attrs.put("collection", "contentId");
        }
        attrs.put("alt", element.attribute("ac:alt").orElse(file));
        ArrayNode content = JsonNodeFactory.instance.arrayNode().add(media);
        ObjectNode single = StorageToAdf.node("mediaSingle", content);
        StorageToAdf.attrs(single).put("layout", "center");
        return single;
    }
}
