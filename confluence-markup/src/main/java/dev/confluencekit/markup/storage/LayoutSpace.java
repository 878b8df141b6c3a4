package dev.confluencekit.markup.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Takes out white space that is only there for the looks of the source, as a browser does. Texts may be empty afterwards, but
 * stay, since taking single ones out of many costs as much each.
 */
final class LayoutSpace {
    private final Deque<Run> outer = new ArrayDeque<>();
    private Run run = new Run();
    private int verbatim;

    /** A run of text between two edges. */
    private static final class Run {
        /** Nothing to see has come since the last edge. */
        private boolean atStart = true;
        /** Ends in a space that goes if an edge is next. */
        private @Nullable TextNode spaced;
    }

    private LayoutSpace() {}

    static void tidy(Document document) {
        LayoutSpace tidier = new LayoutSpace();
        tidier.inside(document);
        tidier.edge();
    }

    private void inside(Element parent) {
        int size = parent.childNodeSize();
        for (int i = 0; i < size; i++) {
            Node node = parent.childNode(i);
            if (node instanceof TextNode text) {
                text(text);
            } else if (node instanceof Element element) {
                int kinds = Names.kindsOf(element);
                begin(element, kinds);
                inside(element);
                end(element, kinds);
            }
        }
    }

    private void begin(Element element, int kinds) {
        String name = element.tagName();
        if (Names.isBlock(kinds) || name.equals("br")) {
            edge();
        } else if (Names.isMacro(kinds) || name.equals("ac:caption")) {
            outer.push(run);
            run = new Run();
        } else if (Names.isAtom(kinds)) {
            seen();
        }
        if (Names.isVerbatim(kinds)) {
            verbatim++;
        }
    }

    private void end(Element element, int kinds) {
        String name = element.tagName();
        if (Names.isVerbatim(kinds)) {
            verbatim--;
        }
        if (Names.isBlock(kinds)) {
            edge();
        } else if (Names.isMacro(kinds) || name.equals("ac:caption")) {
            edge();
            run = outer.pop();
            seen();
        } else if (name.equals("a") && element.childNodeSize() < 2 && !element.hasText()) {
            // Its address is what is to be seen of it.
            seen();
        }
    }

    private void text(TextNode node) {
        if (verbatim > 0) {
            return;
        }
        if (node instanceof CDataNode) {
            seen();
            return;
        }
        String text = node.getWholeText();
        boolean blank = isBlank(text);
        if (blank && (isBetweenParts(node) || isBetweenBlocks(node, text))) {
            node.text("");
            return;
        }
        boolean space = run.spaced != null || run.atStart;
        int same = 0;
        for (; same < text.length(); same++) {
            char c = text.charAt(same);
            if (c > ' ') {
                space = false;
            } else if (c == ' ' ? space : isSpace(c)) {
                break;
            } else {
                space = c == ' ';
            }
        }
        if (same == text.length()) {
            kept(node, text, space);
            return;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, same);
        for (int i = same; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                kept.append(c);
                space = false;
            } else if (!space) {
                kept.append(' ');
                space = true;
            }
        }
        node.text(kept.toString());
        kept(node, kept, space);
    }

    private void kept(TextNode node, CharSequence kept, boolean space) {
        if (kept.length() > 0) {
            run.atStart = false;
            run.spaced = space ? node : null;
        }
    }

    private static boolean isBetweenParts(TextNode node) {
        return node.parentNode() instanceof Element parent && Names.isStructure(parent.tagName());
    }

    /** Between two macros that stand on lines of their own, or between one and an edge. */
    private static boolean isBetweenBlocks(TextNode node, String text) {
        if (text.indexOf('\n') < 0 || !(node.parentNode() instanceof Element parent) || !holdsBlocks(parent)) {
            return false;
        }
        return isBlockSide(node.previousSibling()) && isBlockSide(node.nextSibling());
    }

    private static boolean isBlockSide(@Nullable Node side) {
        return side == null
                || (side instanceof Element element
                        && (Names.isBlock(element) || (Names.isMacro(element) && !Names.isLineMacro(element))));
    }

    private static boolean holdsBlocks(Element parent) {
        return parent instanceof Document
                || switch (parent.tagName()) {
                    case "li",
                            "td",
                            "th",
                            "dd",
                            "div",
                            "blockquote",
                            "ac:rich-text-body",
                            "ac:layout-cell",
                            "ac:task-body",
                            "ac:adf-content" -> true;
                    default -> false;
                };
    }

    private void seen() {
        run.atStart = false;
        run.spaced = null;
    }

    private void edge() {
        TextNode spaced = run.spaced;
        if (spaced != null) {
            String text = spaced.getWholeText();
            spaced.text(text.substring(0, text.length() - 1));
        }
        run.spaced = null;
        run.atStart = true;
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(char c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
    }
}
