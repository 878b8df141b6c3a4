package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the new editor has and the storage format has no element for. The same content stands there twice; the fallback
 * is read only if the other is missing.
 */
final class ExtensionReader {
    private final BlockReader blocks;

    ExtensionReader(BlockReader blocks) {
        this.blocks = blocks;
    }

    Block extension(Element element) {
        Element node = StorageDom.child(element, "ac:adf-node");
        if (node != null && node.attr("type").equals("panel")) {
            return panel(element, node);
        }
        if (node != null && node.attr("type").equals("decision-list")) {
            return decisions(node);
        }
        if (node == null || content(node) == null) {
            return blocks.element(element);
        }
        boolean app = node.attr("type").endsWith("extension");
        return new dev.confluencekit.markup.tree.Element(
                Source.STORAGE,
                element.tagName(),
                List.of(app ? blocks.element(node) : blocks.unknown(node)),
                Attrs.of(element));
    }

    private static @Nullable Element content(Element node) {
        Element content = StorageDom.child(node, "ac:adf-content");
        return content == null ? StorageDom.child(node, "ac:adf-node") : content;
    }

    private Panel panel(Element extension, Element node) {
        Map<String, String> parameters = attributes(node, "adf-");
        String type = parameters.getOrDefault("adf-panel-type", "note");
        PanelKind kind = switch (type) {
            case "info" -> PanelKind.INFO;
            case "tip", "success" -> PanelKind.TIP;
            case "warning" -> PanelKind.WARNING;
            case "error" -> PanelKind.ERROR;
            case "custom" -> PanelKind.CUSTOM;
            default -> PanelKind.NOTE;
        };
        Element content = StorageDom.child(node, "ac:adf-content");
        Element read = content == null ? StorageDom.child(extension, "ac:adf-fallback") : content;
        return new Panel(
                kind,
                null,
                parameters.get("adf-panel-icon-text"),
                read == null ? List.of() : blocks.inside("panel", read),
                new Attributes(parameters));
    }

    private DecisionList decisions(Element list) {
        List<Decision> decisions = new ArrayList<>();
        for (Element item : list.children()) {
            if (item.tagName().equals("ac:adf-node")) {
                Map<String, String> attributes = attributes(item, "");
                Element content = StorageDom.child(item, "ac:adf-content");
                decisions.add(new Decision(
                        attributes.getOrDefault("state", "DECIDED"),
                        attributes.get("local-id"),
                        content == null ? List.of() : blocks.inlines(content)));
            }
        }
        return new DecisionList(attributes(list, "").get("local-id"), decisions);
    }

    private static Map<String, String> attributes(Element node, String prefix) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Element child : node.children()) {
            if (child.tagName().equals("ac:adf-attribute")) {
                attributes.put(prefix + child.attr("key"), child.wholeText());
            }
        }
        return attributes;
    }
}
