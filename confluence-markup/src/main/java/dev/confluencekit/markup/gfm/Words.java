package dev.confluencekit.markup.gfm;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Goes through nodes of Markdown without recursion. */
final class Words {
    private Words() {}

    /** The node behind this one in the order of reading, below the root; null at the end. */
    static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && !at.equals(root)) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }

    /** All words of a node in one line. */
    static String of(Node root) {
        return spaced(root).replaceAll("\\s+", " ").strip();
    }

    /** All words of a node, with whatever space is between them. */
    static String spaced(Node root) {
        StringBuilder words = new StringBuilder();
        for (Node node = root; node != null; node = next(node, root)) {
            if (node instanceof Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            } else if (node instanceof HtmlInline html) {
                words.append(html.getLiteral());
            } else if (node instanceof FencedCodeBlock code) {
                words.append(' ').append(code.getLiteral());
            } else if (node instanceof IndentedCodeBlock code) {
                words.append(' ').append(code.getLiteral());
            } else if (node instanceof HtmlBlock html) {
                words.append(' ').append(html.getLiteral());
            } else if (node instanceof TaskListItemMarker marker) {
                words.append(marker.isChecked() ? "[x] " : "[ ] ");
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof Block) {
                words.append(' ');
            }
        }
        return words.toString();
    }
}
