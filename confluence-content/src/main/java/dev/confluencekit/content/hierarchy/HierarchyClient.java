package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * What stands above and below one page, folder, whiteboard, database, smart link or custom content. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * HierarchyClient below = HierarchyClient.over(connection, ContentOwner.page(id));
 * for (Descendant one : below.tree()) {
 *     System.out.println("  ".repeat(one.depth()) + one.title());
 * }
 * }</pre>
 *
 * <p>Answers say little of each: read more by the client of its type. What was created just now may be missing for a
 * while. Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scope
 * {@code read:hierarchical-content:confluence}, ancestors {@code read:content.metadata:confluence}.
 */
public interface HierarchyClient {
    /** How far down one request can look. */
    int DEEPEST = 10;

    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner a page, a folder, a whiteboard, a database, a smart link, or custom content
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner has no place in a tree
     */
    static HierarchyClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultHierarchyClient(connection, owner);
    }

    /**
     * Lists what stands directly below, of all types; one request for each 250.
     *
     * @return the children; of custom content, custom content only
     */
    Paged<Child> children();

    /**
     * Lists what it stands below, from its parent up to the top; one request for each 250 and one that finds nothing more.
     *
     * @return the ancestors, nearest first; reading them ends with a
     *     {@link dev.confluencekit.core.error.PagingException} if the way up leads through a type that this library does not
     *     know, or in a circle
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is custom content
     */
    Paged<Ancestor> ancestors();

    /**
     * Lists what stands below down to a depth; one request for each 250.
     *
     * @param depth 1 to {@value #DEEPEST}
     * @return the descendants, in the service's order
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the depth is out of range, or the owner is custom
     *     content
     */
    Paged<Descendant> descendants(int depth);

    /**
     * Lists all that stands below, however deep: one request for each 250, and one for each branch at every tenth level.
     * Fetched as it is read; each is delivered once. The ids of what was delivered are kept in memory meanwhile.
     *
     * @return the descendants, their depth counted from the owner; first those down to the tenth level in the service's
     *     order, then what stands below those that stand there. Reading ends with a
     *     {@link dev.confluencekit.core.error.PagingException}, instead of leaving something out, if a branch that goes on
     *     begins with a type that this library does not know
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is custom content
     */
    Paged<Descendant> tree();
}
