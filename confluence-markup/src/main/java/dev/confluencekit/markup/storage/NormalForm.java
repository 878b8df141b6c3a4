package dev.confluencekit.markup.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes elements in their normal form. */
final class NormalForm {
    private static final Map<String, String> NAMES = Map.of(
            "b", "strong",
            "i", "em",
            "del", "s",
            "strike", "s",
            "ins", "u",
            "ac:macro", "ac:structured-macro",
            "ac:default-parameter", "ac:parameter",
            "ac:plain-text-link-body", "ac:link-body");

    private final Xml xml = new Xml();

    void children(Element parent) {
        nodes(parent.childNodes());
    }

    private void nodes(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                xml.text(text.getWholeText().replace("\r\n", "\n").replace('\r', '\n'));
            } else if (node instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        switch (element.tagName()) {
            case "span" -> span(element);
            case "tbody", "colgroup" -> children(element);
            case "ac:adf-fallback" -> {
                if (hasOther(element)) {
                    return;
                }
                plain(element);
            }
            case "ac:structured-macro", "ac:macro" -> sorted(element, NormalForm::orderInMacro);
            case "ac:task-id", "ac:task-uuid" -> {
                // The service gives them.
            }
            case "fab:display-type", "fab:placeholder-url" -> {
                // For the editor.
            }
            case "a" -> card(element);
            case "li", "dt", "dd", "tr", "td", "th" -> part(element);
            case "ac:task" -> sorted(element, NormalForm::orderInTask);
            case "ac:link" -> link(element);
            case "ac:image" -> sorted(element, NormalForm::orderInLink);
            case "ac:rich-text-body", "ac:plain-text-body", "ac:link-body", "ac:plain-text-link-body" -> {
                if (!isEmpty(element)) {
                    plain(element);
                }
            }
            case "ac:caption" -> caption(element);
            case "img" -> image(element);
            case "hr", "br", "col" ->
                xml.start(element.tagName()).attributes(attributes(element)).end(element.tagName());
            default -> plain(element);
        }
    }

    /** A card shows its address. */
    private void card(Element element) {
        xml.start("a").attributes(attributes(element));
        if (isEmpty(element) && element.hasAttr("data-card-appearance")) {
            xml.text(element.attr("href"));
        }
        children(element);
        xml.end("a");
    }

    /** What is part of nothing is a division. */
    private void part(Element element) {
        String around = element.parent() == null ? "" : element.parent().tagName();
        boolean placed = switch (element.tagName()) {
            case "li" -> around.equals("ul") || around.equals("ol");
            case "tr" -> around.equals("table") || around.matches("thead|tbody|tfoot");
            case "td", "th" -> around.equals("tr");
            default -> around.equals("dl");
        };
        String name = placed ? element.tagName() : "div";
        xml.start(name).attributes(attributes(element));
        children(element);
        xml.end(name);
    }

    /** A link to a web address may be written in two ways. */
    private void link(Element element) {
        Element url = StorageDom.child(element, "ri:url");
        if (url == null) {
            sorted(element, NormalForm::orderInLink);
            return;
        }
        Map<String, String> attributes = new TreeMap<>(attributes(element).values());
        String look = attributes.remove("ac:card-appearance");
        attributes.remove("ac:anchor");
        attributes.put("href", url.attr("ri:value"));
        if (look != null) {
            attributes.put("data-card-appearance", look);
        }
        xml.start("a").attributes(new dev.confluencekit.markup.tree.Attributes(attributes));
        for (Element child : element.children()) {
            if (child.tagName().equals("ac:image")) {
                element(child);
            } else if (!child.tagName().equals("ri:url")) {
                children(child);
            }
        }
        xml.end("a");
    }

    private static boolean isEmpty(Element element) {
        return element.children().isEmpty() && element.wholeText().isEmpty();
    }

    /** A fallback says again what the node before it says. */
    private static boolean hasOther(Element fallback) {
        Element node = fallback.parent() == null ? null : StorageDom.child(fallback.parent(), "ac:adf-node");
        return node != null
                && (StorageDom.child(node, "ac:adf-content") != null
                        || StorageDom.child(node, "ac:adf-node") != null
                        || node.attr("type").equals("decision-list"));
    }

    private void plain(Element element) {
        String name = nameOf(element);
        xml.start(name).attributes(attributes(element));
        children(element);
        xml.end(name);
    }

    private static String nameOf(Element element) {
        return NAMES.getOrDefault(element.tagName(), element.tagName());
    }

    private void sorted(Element element, java.util.function.Function<Element, String> order) {
        String name = nameOf(element);
        List<Node> children = new ArrayList<>(element.childNodes());
        children.sort(Comparator.comparing(node -> node instanceof Element child ? order.apply(child) : ""));
        xml.start(name).attributes(attributes(element));
        nodes(children);
        xml.end(name);
    }

    private static String orderInMacro(Element child) {
        String name = child.tagName();
        return name.equals("ac:parameter")
                ? "1" + child.attr("ac:name")
                : name.equals("ac:default-parameter") ? "1" : "2";
    }

    private static String orderInTask(Element child) {
        return switch (child.tagName()) {
            case "ac:task-id" -> "1";
            case "ac:task-uuid" -> "2";
            case "ac:task-status" -> "3";
            default -> "4";
        };
    }

    private static String orderInLink(Element child) {
        return child.tagName().startsWith("ri:") ? "1" : child.tagName().equals("ac:adf-mark") ? "3" : "2";
    }

    private void span(Element element) {
        SpanStyle style = SpanStyle.of(element);
        if (!style.isComplete()) {
            plain(element);
            return;
        }
        List<String> ends = new ArrayList<>();
        style.declarations().forEach((property, value) -> {
            if (property.equals("text-decoration")) {
                String name = value.equals("underline") ? "u" : "s";
                xml.start(name);
                ends.add(0, name);
            } else {
                xml.start("span").attribute("style", property + ": " + value + ";");
                ends.add(0, "span");
            }
        });
        children(element);
        ends.forEach(xml::end);
    }

    private void caption(Element element) {
        Element only = element.childNodeSize() == 1 ? element.firstElementChild() : null;
        boolean wrapped = only != null && only.tagName().equals("p") && only.attributesSize() == 0;
        Element content = wrapped && only != null ? only : element;
        if (!isEmpty(content)) {
            xml.start("ac:caption");
            children(content);
            xml.end("ac:caption");
        }
    }

    private void image(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().equals("src")) {
                attributes.put("ac:" + attribute.getKey(), attribute.getValue());
            }
        }
        xml.start("ac:image").attributes(new dev.confluencekit.markup.tree.Attributes(attributes));
        xml.start("ri:url")
                .attribute("ri:value", element.attr("src"))
                .end("ri:url")
                .end("ac:image");
    }

    private static dev.confluencekit.markup.tree.Attributes attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            if (!Attrs.isVolatile(name, value)) {
                if (name.equals("colspan") || name.equals("rowspan")) {
                    int span = Math.min(StorageReader.MAX_SPAN, TableReader.spanOf(value));
                    if (span > 1) {
                        attributes.put(name, Integer.toString(span));
                    }
                } else if (!(name.equals("start") && value.equals("1"))) {
                    attributes.put(name, value);
                }
            }
        }
        if (element.attr("ac:name").equals("color") && isOfStatus(element)) {
            attributes.put("ac:name", "colour");
        }
        if (element.tagName().equals("ac:default-parameter")) {
            attributes.put("ac:name", "");
        }
        return new dev.confluencekit.markup.tree.Attributes(attributes);
    }

    private static boolean isOfStatus(Element parameter) {
        return parameter.parent() != null && parameter.parent().attr("ac:name").equals("status");
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
