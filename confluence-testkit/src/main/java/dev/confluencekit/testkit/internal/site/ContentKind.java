package dev.confluencekit.testkit.internal.site;

import java.util.List;

/** What kind of content an entry is. All but blog posts stand in the tree of their space; only pages and blog posts have bodies. */
public enum ContentKind {
    /** A page. */
    PAGE("page"),
    /** A blog post. */
    BLOG_POST("blogpost"),
    /** A folder. */
    FOLDER("folder"),
    /** A whiteboard. */
    WHITEBOARD("whiteboard"),
    /** A database. */
    DATABASE("database"),
    /** A smart link; its address stands where others have a body. */
    SMART_LINK("embed");

    private static final List<ContentKind> TREE_NODES = List.of(FOLDER, WHITEBOARD, DATABASE, SMART_LINK);

    private final String wireName;

    ContentKind(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Gives what stands in trees besides pages.
     *
     * @return the kinds
     */
    public static List<ContentKind> treeNodes() {
        return TREE_NODES;
    }

    /**
     * Tells whether it stands in trees without being a page.
     *
     * @return whether it does
     */
    public boolean isTreeNode() {
        return TREE_NODES.contains(this);
    }

    /**
     * Gives the word by which spaces grant what may be done with it; what stands in trees beside pages is granted with them.
     *
     * @return the word
     */
    public String grantedAs() {
        return (isTreeNode() ? PAGE : this).wireName();
    }

    /**
     * Gives the word that version 1 and CQL use.
     *
     * @return the name
     */
    public String wireName() {
        return wireName;
    }
}
