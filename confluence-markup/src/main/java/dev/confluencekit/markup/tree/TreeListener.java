package dev.confluencekit.markup.tree;

/** Is told of the nodes of a tree in the order of reading. */
public interface TreeListener {
    /**
     * A node begins.
     *
     * @param node the node
     * @param depth how many nodes it is in
     * @return whether to go on to the nodes below it
     */
    boolean enter(Node node, int depth);

    /**
     * A node ends, and all that was below it.
     *
     * @param node the node
     * @param depth how many nodes it is in
     */
    default void leave(Node node, int depth) {}
}
