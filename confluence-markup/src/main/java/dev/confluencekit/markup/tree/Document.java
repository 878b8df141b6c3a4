package dev.confluencekit.markup.tree;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole body.
 *
 * <p>It is at most {@link #MAX_DEPTH} nodes deep, so that what works through it by recursion needs no care.
 *
 * @param blocks in the order of reading
 */
public record Document(List<Block> blocks) implements Node {
    /** How deep a tree may be. */
    public static final int MAX_DEPTH = 640;

    /**
     * Copies its list.
     *
     * @throws IllegalArgumentException if the tree is deeper than {@link #MAX_DEPTH}
     */
    public Document {
        blocks = List.copyOf(blocks);
        if (TreeWalk.reaches(blocks, MAX_DEPTH + 1)) {
            throw new IllegalArgumentException("blocks must not be nested deeper than " + MAX_DEPTH + " nodes");
        }
    }

    /** Makes one. */
    public static Document of(Block... blocks) {
        return new Document(List.of(blocks));
    }

    @Override
    public List<Block> children() {
        return blocks;
    }

    /** Tells the listener of every node, this one first. Takes no stack, whatever the depth. */
    public void walk(TreeListener listener) {
        TreeWalk.walk(this, listener);
    }

    /** All nodes in the order of reading, this one first. */
    public Stream<Node> nodes() {
        return TreeWalk.nodes(this);
    }

    /**
     * The same document with no block left in running text: where one stands in a paragraph, the paragraph ends before it and goes on
     * behind it, with the marks and links that were around it. A macro in a line is lifted, too, if its body is more than
     * one paragraph. Empty halves are left out. Writers and readers of the tree that know lines and blocks only begin with this.
     */
    public Document lifted() {
        return isLifted(blocks) ? this : new Document(Lifting.lift(blocks));
    }

    /** Whether there is nothing in running text that may have to be lifted. */
    private static boolean isLifted(List<? extends Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Text) {
                continue;
            }
            boolean inLine = node instanceof Embedded
                    || (node instanceof Macro macro && !macro.bodies().isEmpty())
                    || node instanceof Element;
            if (inLine || !isLifted(node.children())) {
                return false;
            }
        }
        return true;
    }
}
