package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of content an entry is. Blog posts and what apps define stand in no tree; folders, whiteboards, databases and smart
 * links have no bodies.
 */
public enum ContentKind {
    /** A page. */
    PAGE("page", "pageId"),
    /** A blog post. */
    BLOG_POST("blogpost", "blogPostId"),
    /** What an app defines; its type is its own. */
    CUSTOM("custom", "customContentId"),
    /** A folder. */
    FOLDER("folder", "folderId"),
    /** A whiteboard. */
    WHITEBOARD("whiteboard", "whiteboardId"),
    /** A database. */
    DATABASE("database", "databaseId"),
    /** A smart link; its address stands where others have a body. */
    SMART_LINK("embed", "embedId");

    private static final List<ContentKind> TREE_NODES = List.of(FOLDER, WHITEBOARD, DATABASE, SMART_LINK);

    private final String wireName;
    private final String idMember;

    ContentKind(String wireName, String idMember) {
        this.wireName = wireName;
        this.idMember = idMember;
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
     * Gives the word by which spaces grant what may be done with it; what apps define, and what stands in trees beside
     * pages, is granted with these.
     *
     * @return the word
     */
    public String grantedAs() {
        return (isTreeNode() || this == CUSTOM ? PAGE : this).wireName;
    }

    /**
     * Gives the word that version 1 and CQL use.
     *
     * @return the name
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Gives the member by which what is on it or in it names it.
     *
     * @return the name
     */
    public String idMember() {
        return idMember;
    }

    /**
     * Finds the kind that a member names.
     *
     * @param idMember such as {@code pageId}
     * @return the kind, or empty
     */
    public static Optional<ContentKind> of(String idMember) {
        return Stream.of(values())
                .filter(kind -> kind.idMember.equals(idMember))
                .findFirst();
    }
}
