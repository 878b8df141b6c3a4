package dev.confluencekit.content.owner;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import java.util.Map;
import java.util.Optional;

/**
 * Something that labels, properties, versions, comments and the like belong to: its kind, which v2 wants in the address,
 * and its id. A client that is made for an owner says which kinds it takes. Immutable.
 */
public final class ContentOwner {
    private static final Map<ContentType, OwnerKind> IN_TREE = Map.of(
            ContentType.PAGE, OwnerKind.PAGE,
            ContentType.WHITEBOARD, OwnerKind.WHITEBOARD,
            ContentType.DATABASE, OwnerKind.DATABASE,
            ContentType.EMBED, OwnerKind.SMART_LINK,
            ContentType.FOLDER, OwnerKind.FOLDER);

    private final OwnerKind kind;
    private final String id;

    private ContentOwner(OwnerKind kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    /**
     * A page.
     *
     * @param id the page
     * @return the owner
     */
    public static ContentOwner page(PageId id) {
        return new ContentOwner(OwnerKind.PAGE, id.value());
    }

    /**
     * A space.
     *
     * @param id the space
     * @return the owner
     */
    public static ContentOwner space(SpaceId id) {
        return new ContentOwner(OwnerKind.SPACE, id.value());
    }

    /**
     * A blog post.
     *
     * @param id the blog post
     * @return the owner
     */
    public static ContentOwner blogPost(ContentId id) {
        return of(OwnerKind.BLOG_POST, id);
    }

    /**
     * An attachment.
     *
     * @param id the attachment
     * @return the owner
     */
    public static ContentOwner attachment(ContentId id) {
        return of(OwnerKind.ATTACHMENT, id);
    }

    /**
     * A footer comment.
     *
     * @param id the comment
     * @return the owner
     */
    public static ContentOwner footerComment(ContentId id) {
        return of(OwnerKind.FOOTER_COMMENT, id);
    }

    /**
     * An inline comment.
     *
     * @param id the comment
     * @return the owner
     */
    public static ContentOwner inlineComment(ContentId id) {
        return of(OwnerKind.INLINE_COMMENT, id);
    }

    /**
     * Custom content.
     *
     * @param id the custom content
     * @return the owner
     */
    public static ContentOwner customContent(ContentId id) {
        return of(OwnerKind.CUSTOM_CONTENT, id);
    }

    /**
     * A whiteboard.
     *
     * @param id the whiteboard
     * @return the owner
     */
    public static ContentOwner whiteboard(ContentId id) {
        return of(OwnerKind.WHITEBOARD, id);
    }

    /**
     * A database.
     *
     * @param id the database
     * @return the owner
     */
    public static ContentOwner database(ContentId id) {
        return of(OwnerKind.DATABASE, id);
    }

    /**
     * A folder.
     *
     * @param id the folder
     * @return the owner
     */
    public static ContentOwner folder(ContentId id) {
        return of(OwnerKind.FOLDER, id);
    }

    /**
     * A smart link in the tree.
     *
     * @param id the smart link
     * @return the owner
     */
    public static ContentOwner smartLink(ContentId id) {
        return of(OwnerKind.SMART_LINK, id);
    }

    /**
     * Content of a kind that is known only at run time.
     *
     * @param kind what it is
     * @param id its id
     * @return the owner
     */
    public static ContentOwner of(OwnerKind kind, ContentId id) {
        return new ContentOwner(kind, id.value());
    }

    /**
     * Something in the tree of a space, as answers name it.
     *
     * @param type what it is
     * @param id its id
     * @return the owner, or empty if the type is none that this library knows in trees
     */
    public static Optional<ContentOwner> inTree(ContentType type, ContentId id) {
        return Optional.ofNullable(IN_TREE.get(type)).map(kind -> of(kind, id));
    }

    /**
     * What it is.
     *
     * @return the kind
     */
    public OwnerKind kind() {
        return kind;
    }

    /**
     * Its id.
     *
     * @return the id in the form that goes into addresses
     */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentOwner owner && owner.kind == kind && owner.id.equals(id);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + id.hashCode();
    }

    /**
     * Kind and id.
     *
     * @return for example {@code PAGE 98581}
     */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
