package dev.confluencekit.testkit.internal.body;

import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import dev.confluencekit.testkit.internal.body.MarkupNode.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows storage format as the HTML that readers get: macros run, links absolute. The class names and
 * data attributes are those that clients look for in the service's own HTML.
 */
public final class StorageToHtml {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "col");
    private static final Map<String, String> PANELS =
            Map.of("info", "information", "note", "note", "warning", "warning", "tip", "tip");

    private final References references;

    /**
     * Makes a renderer for one page.
     *
     * @param references finds what its links point at
     */
    public StorageToHtml(References references) {
        this.references = references;
    }

    /**
     * Renders a body.
     *
     * @param root the parsed body
     * @return HTML that is well-formed XML, too
     */
    public String convert(Element root) {
        StringBuilder out = new StringBuilder();
        all(root.children(), out);
        return out.toString();
    }

    private void all(List<MarkupNode> nodes, StringBuilder out) {
        for (MarkupNode node : nodes) {
            if (node instanceof Text text) {
                out.append(escape(text.value()));
            } else if (node instanceof Element element) {
                element(element, out);
            }
        }
    }

    private void element(Element element, StringBuilder out) {
        switch (element.name()) {
            case "ac:structured-macro", "ac:macro" -> macro(element, Macros.macroName(element), out);
            case "ac:link" -> link(element, out);
            case "ac:image" -> image(element, out);
            case "ac:emoticon" ->
                out.append(escape(element.attribute("ac:emoji-fallback")
                        .orElse(":" + element.attribute("ac:name").orElse("smile") + ":")));
            case "ac:task-list" -> wrap("ul", "class=\"inline-task-list\"", element.children(), out);
            case "ac:task" -> task(element, out);
            case "ac:layout" -> wrap("div", "class=\"contentLayout2\"", element.children(), out);
            case "ac:layout-section" -> wrap("div", "class=\"columnLayout\"", element.children(), out);
            case "ac:layout-cell" -> wrap("div", "class=\"cell\"", element.children(), out);
            case "time" -> time(element, out);
            case "ac:placeholder", "ac:parameter" -> {
                // Not for readers.
            }
            default -> {
                if (element.name().indexOf(':') >= 0) {
                    all(element.children(), out);
                } else {
                    plain(element, out);
                }
            }
        }
    }

    private void plain(Element element, StringBuilder out) {
        out.append('<').append(element.name());
        element.attributes().forEach((name, value) -> {
            if (name.indexOf(':') < 0) {
                out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
            }
        });
        if (VOID.contains(element.name())) {
            out.append(" />");
            return;
        }
        out.append('>');
        all(element.children(), out);
        out.append("</").append(element.name()).append('>');
    }

    private void wrap(String tag, String attributes, List<MarkupNode> body, StringBuilder out) {
        out.append('<').append(tag).append(' ').append(attributes).append('>');
        all(body, out);
        out.append("</").append(tag).append('>');
    }

    private void task(Element task, StringBuilder out) {
        boolean done = task.element("ac:task-status")
                .filter(status -> status.text().strip().equals("complete"))
                .isPresent();
        String id = escape(task.element("ac:task-id").map(Element::text).orElse(""));
        List<MarkupNode> body =
                task.element("ac:task-body").map(Element::children).orElse(List.of());
        wrap("li", (done ? "class=\"checked\" " : "") + "data-inline-task-id=\"" + id + "\"", body, out);
    }

    private static void time(Element element, StringBuilder out) {
        String day = escape(element.attribute("datetime").orElse(""));
        out.append("<time datetime=\"").append(day).append("\">").append(day).append("</time>");
    }

    private void link(Element link, StringBuilder out) {
        Optional<String> accountId = Macros.mention(link);
        if (accountId.isPresent()) {
            out.append("<a class=\"confluence-userlink user-mention\" data-account-id=\"")
                    .append(escape(accountId.get()))
                    .append("\">@")
                    .append(escape(references.person(accountId.get()).orElse("unknown")))
                    .append("</a>");
            return;
        }
        out.append("<a href=\"")
                .append(escape(Macros.linkTarget(link, references)))
                .append("\">");
        Optional<Element> body = link.element("ac:link-body").or(() -> link.element("ac:plain-text-link-body"));
        if (body.isPresent()) {
            all(body.get().children(), out);
        } else {
            out.append(escape(Macros.linkText(link)));
        }
        out.append("</a>");
    }

    private void image(Element image, StringBuilder out) {
        Element resource = image.resource().orElse(image);
        String file = resource.attribute("ri:filename").orElse("");
        String source = resource.attribute("ri:value").orElseGet(() -> references.attachment(file));
        out.append("<span class=\"confluence-embedded-file-wrapper\"><img class=\"confluence-embedded-image\" src=\"")
                .append(escape(source))
                .append("\" alt=\"")
                .append(escape(image.attribute("ac:alt").orElse(file)))
                .append("\" data-linked-resource-default-alias=\"")
                .append(escape(file))
                .append("\" /></span>");
    }

    private void macro(Element macro, String name, StringBuilder out) {
        List<MarkupNode> body = Macros.richBody(macro);
        String title = macro.parameter("title").orElse("");
        if (PANELS.containsKey(name)) {
            out.append("<div class=\"confluence-information-macro confluence-information-macro-")
                    .append(PANELS.get(name))
                    .append("\" data-macro-name=\"")
                    .append(name)
                    .append("\">");
            if (!title.isEmpty()) {
                out.append("<p class=\"title\">").append(escape(title)).append("</p>");
            }
            wrap("div", "class=\"confluence-information-macro-body\"", body, out);
            out.append("</div>");
        } else if (name.equals("code") || name.equals("noformat")) {
            String language = escape(macro.parameter("language").orElse("text"));
            out.append("<div class=\"code panel\" data-macro-name=\"code\"><pre class=\"syntaxhighlighter-pre\"")
                    .append(" data-syntaxhighlighter-params=\"brush: ")
                    .append(language)
                    .append("; gutter: false; theme: Confluence\">")
                    .append(escape(Macros.plainBody(macro)))
                    .append("</pre></div>");
        } else if (name.equals("expand")) {
            out.append(
                            "<div class=\"expand-container\"><div class=\"expand-control\"><span class=\"expand-control-text\">")
                    .append(escape(title.isEmpty() ? "Click here to expand..." : title))
                    .append("</span></div>");
            wrap("div", "class=\"expand-content\"", body, out);
            out.append("</div>");
        } else if (name.equals("status")) {
            out.append("<span class=\"status-macro aui-lozenge\">")
                    .append(escape(title))
                    .append("</span>");
        } else if (!body.isEmpty()) {
            wrap("div", "data-macro-name=\"" + escape(name) + "\"", body, out);
        } else {
            out.append("<div data-macro-name=\"")
                    .append(escape(name))
                    .append("\">")
                    .append(escape(Macros.plainBody(macro)))
                    .append("</div>");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
