package dev.confluencekit.markup.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Goes through trees without recursion. */
final class TreeWalk {
    private TreeWalk() {}

    static void walk(Node root, TreeListener listener) {
        Deque<Step> steps = new ArrayDeque<>();
        if (!listener.enter(root, 0)) {
            listener.leave(root, 0);
            return;
        }
        steps.push(new Step(root));
        while (!steps.isEmpty()) {
            Step step = steps.element();
            int depth = steps.size();
            if (!step.rest.hasNext()) {
                steps.pop();
                listener.leave(step.node, depth - 1);
                continue;
            }
            Node next = step.rest.next();
            if (listener.enter(next, depth)) {
                steps.push(new Step(next));
            } else {
                listener.leave(next, depth);
            }
        }
    }

    /** Whether there are nodes that are so deep or deeper. Does not look any deeper itself. */
    static boolean reaches(List<? extends Node> nodes, int depth) {
        if (nodes.isEmpty()) {
            return false;
        }
        if (depth <= 1) {
            return true;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (!(node instanceof Text) && reaches(node.children(), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    static Stream<Node> nodes(Node root) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new InOrder(root), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    private static final class Step {
        private final Node node;
        private final Iterator<? extends Node> rest;

        private Step(Node node) {
            this.node = node;
            this.rest = node.children().iterator();
        }
    }

    private static final class InOrder implements Iterator<Node> {
        private final Deque<Iterator<? extends Node>> open = new ArrayDeque<>();

        private InOrder(Node root) {
            open.push(List.of(root).iterator());
        }

        @Override
        public boolean hasNext() {
            while (!open.isEmpty() && !open.element().hasNext()) {
                open.pop();
            }
            return !open.isEmpty();
        }

        @Override
        public Node next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Node next = open.element().next();
            open.push(next.children().iterator());
            return next;
        }
    }
}
