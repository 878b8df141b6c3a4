package dev.confluencekit.markup.storage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    private static final Set<String> MACROS = Set.of("ac:structured-macro", "ac:macro");

    /** Macros that are a block wherever they stand. */
    private static final Set<String> BLOCK_MACROS =
            Set.of("code", "noformat", "info", "tip", "note", "warning", "panel", "expand");

    /** Macros that are mostly a word in a line. */
    private static final Set<String> LINE_MACROS =
            Set.of("status", "jira", "jiraissues", "mathinline", "anchor", "profile", "lozenge", "button", "tooltip");

    private static final int BLOCK = 1;
    private static final int STRUCTURE = 2;
    private static final int VERBATIM_TEXT = 4;
    private static final int ATOM = 8;
    private static final int MACRO = 16;

    /** All of these by name, since each element is asked for more than one of them. */
    private static final Map<String, Integer> KINDS = kinds();

    private Names() {}

    private static Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new HashMap<>();
        BLOCKS.forEach(name -> kinds.merge(name, BLOCK, Integer::sum));
        STRUCTURES.forEach(name -> kinds.merge(name, STRUCTURE, Integer::sum));
        VERBATIM.forEach(name -> kinds.merge(name, VERBATIM_TEXT, Integer::sum));
        ATOMS.forEach(name -> kinds.merge(name, ATOM, Integer::sum));
        MACROS.forEach(name -> kinds.merge(name, MACRO, Integer::sum));
        return kinds;
    }

    private static boolean is(String name, int kind) {
        Integer kinds = KINDS.get(name);
        return kinds != null && (kinds & kind) != 0;
    }

    /** What the element is, all at once; {@link #isBlock(int)} and others tell. */
    static int kindsOf(Element element) {
        Integer kinds = KINDS.get(element.tagName());
        if (kinds == null) {
            return 0;
        }
        boolean blockMacro = (kinds & MACRO) != 0 && BLOCK_MACROS.contains(macroName(element));
        return blockMacro ? kinds | BLOCK : kinds;
    }

    static boolean isBlock(int kinds) {
        return (kinds & BLOCK) != 0;
    }

    static boolean isMacro(int kinds) {
        return (kinds & MACRO) != 0;
    }

    static boolean isVerbatim(int kinds) {
        return (kinds & VERBATIM_TEXT) != 0;
    }

    static boolean isAtom(int kinds) {
        return (kinds & ATOM) != 0;
    }

    static boolean isBlock(Element element) {
        return isBlock(kindsOf(element));
    }

    static boolean isStructure(String name) {
        return is(name, STRUCTURE);
    }

    static boolean isVerbatim(String name) {
        return is(name, VERBATIM_TEXT);
    }

    static boolean isAtom(String name) {
        return is(name, ATOM);
    }

    static boolean isMacro(Element element) {
        return MACROS.contains(element.tagName());
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
