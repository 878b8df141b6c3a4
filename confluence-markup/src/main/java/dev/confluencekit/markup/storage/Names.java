package dev.confluencekit.markup.storage;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements of storage bodies are of which kind. */
final class Names {
    /** They begin and end on lines of their own, so white space at their edges means nothing. */
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
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "blockquote",
            "hr",
            "pre",
            "div",
            "center",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "details",
            "summary",
            "fieldset",
            "figure",
            "figcaption",
            "ac:layout",
            "ac:layout-section",
            "ac:layout-cell",
            "ac:task-list",
            "ac:task",
            "ac:task-body",
            "ac:rich-text-body",
            "ac:adf-extension",
            "ac:adf-node",
            "ac:adf-content",
            "ac:adf-fallback",
            "ac:adf-attribute",
            "ac:adf-parameter",
            "ac:adf-parameter-value",
            "fab:media-single",
            "fab:media-group",
            "at:declarations");

    /** White space between what they hold is there for the looks of the source. */
    private static final Set<String> STRUCTURES = Set.of(
            "ac:link",
            "ac:image",
            "ac:structured-macro",
            "ac:macro",
            "ac:task",
            "ac:task-list",
            "ac:layout",
            "ac:layout-section",
            "ul",
            "ol",
            "dl",
            "table",
            "colgroup",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "ac:adf-extension",
            "ac:adf-node",
            "fab:media-single",
            "fab:media-group",
            "at:declarations",
            "at:list");

    /** Their text is as it is. */
    private static final Set<String> VERBATIM = Set.of(
            "pre",
            "ac:plain-text-body",
            "ac:plain-text-link-body",
            "ac:parameter",
            "ac:default-parameter",
            "ac:placeholder",
            "ac:task-id",
            "ac:task-uuid",
            "ac:task-status",
            "ac:adf-attribute",
            "at:string",
            "at:textarea",
            "at:option",
            "fab:adf");

    /** They are something to see, though there is no text in them. */
    private static final Set<String> ATOMS = Set.of(
            "ac:link",
            "ac:image",
            "ac:emoticon",
            "ac:hipchat-emoticon",
            "img",
            "time",
            "at:var",
            "ac:plain-text-link-body",
            "fab:media",
            "fab:mention",
            "fab:adf");

    /** Macros that are a block wherever they stand. */
    private static final Set<String> BLOCK_MACROS =
            Set.of("code", "noformat", "info", "tip", "note", "warning", "panel", "expand");

    /** Macros that are mostly a word in a line. */
    private static final Set<String> LINE_MACROS =
            Set.of("status", "jira", "jiraissues", "mathinline", "anchor", "profile", "lozenge", "button", "tooltip");

    private Names() {}

    static boolean isBlock(Element element) {
        return isMacro(element) ? BLOCK_MACROS.contains(macroName(element)) : BLOCKS.contains(element.tagName());
    }

    static boolean isStructure(String name) {
        return STRUCTURES.contains(name);
    }

    static boolean isVerbatim(String name) {
        return VERBATIM.contains(name);
    }

    static boolean isAtom(String name) {
        return ATOMS.contains(name);
    }

    static boolean isMacro(Element element) {
        return element.tagName().equals("ac:structured-macro")
                || element.tagName().equals("ac:macro");
    }

    static boolean isLineMacro(Element element) {
        return isMacro(element) && isLineMacro(element.attr("ac:name"));
    }

    static boolean isLineMacro(String name) {
        return LINE_MACROS.contains(name.toLowerCase(Locale.ROOT));
    }

    static String macroName(Element macro) {
        return macro.attr("ac:name").toLowerCase(Locale.ROOT);
    }
}
