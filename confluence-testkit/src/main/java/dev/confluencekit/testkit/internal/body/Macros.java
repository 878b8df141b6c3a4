package dev.confluencekit.testkit.internal.body;

import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What both renderings need to know about elements of storage format. */
final class Macros {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre",
            "hr",
            "div",
            "dl",
            "ac:task-list",
            "ac:layout",
            "ac:layout-section",
            "ac:layout-cell",
            "ac:image");
    private static final Set<String> INLINE_MACROS = Set.of("status", "anchor", "jira", "mathinline");

    private Macros() {}

    static boolean isBlock(Element element) {
        return isMacro(element) ? !INLINE_MACROS.contains(macroName(element)) : BLOCKS.contains(element.name());
    }

    static boolean isMacro(Element element) {
        return element.name().equals("ac:structured-macro") || element.name().equals("ac:macro");
    }

    static String macroName(Element macro) {
        return macro.attribute("ac:name").orElse("").toLowerCase(Locale.ROOT);
    }

    static List<MarkupNode> richBody(Element macro) {
        return macro.element("ac:rich-text-body").map(Element::children).orElse(List.of());
    }

    /** The verbatim body; a long one may be split over several CDATA sections. */
    static String plainBody(Element macro) {
        return macro.element("ac:plain-text-body").map(Element::text).orElse("");
    }

    static String linkTarget(Element link, References references) {
        String anchor = link.attribute("ac:anchor").map(name -> "#" + name).orElse("");
        Optional<Element> resource = link.resource();
        if (resource.isEmpty()) {
            return anchor;
        }
        Element target = resource.get();
        return switch (target.name()) {
            case "ri:page" ->
                references.page(target.attribute("ri:space-key"), title(target)).orElse("#") + anchor;
            case "ri:attachment" ->
                references.attachment(target.attribute("ri:filename").orElse(""));
            case "ri:url" -> target.attribute("ri:value").orElse("");
            default -> anchor;
        };
    }

    /** The text of a link without a body is the name of what it points at. */
    static String linkText(Element link) {
        return link.resource()
                .map(target -> target.attribute("ri:content-title")
                        .or(() -> target.attribute("ri:filename"))
                        .or(() -> target.attribute("ri:value"))
                        .orElse(""))
                .orElseGet(() -> link.attribute("ac:anchor").orElse(""));
    }

    private static String title(Element target) {
        return target.attribute("ri:content-title").orElse("");
    }

    static Optional<String> mention(Element link) {
        return link.element("ri:user").flatMap(user -> user.attribute("ri:account-id"));
    }
}
