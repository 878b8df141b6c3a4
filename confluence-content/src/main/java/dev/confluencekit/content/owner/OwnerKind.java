package dev.confluencekit.content.owner;

/** What can own labels, properties, versions, comments and the like. */
public enum OwnerKind {
    /** A page. */
    PAGE,
    /** A blog post. */
    BLOG_POST,
    /** An attachment. */
    ATTACHMENT,
    /** A comment below content. */
    FOOTER_COMMENT,
    /** A comment on a text within content. */
    INLINE_COMMENT,
    /** Content of an app's own type. */
    CUSTOM_CONTENT,
    /** A whiteboard. */
    WHITEBOARD,
    /** A database. */
    DATABASE,
    /** A folder. */
    FOLDER,
    /** A smart link in the tree, which the service calls an embed. */
    SMART_LINK,
    /** A space. */
    SPACE
}
