package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.Optional;

/**
 * Folders, or whiteboards, or databases, or smart links: what a tree holds besides pages. They can be created, read and
 * deleted, but not changed; what is in a whiteboard or a database cannot be reached. Safe for use by many threads.
 *
 * <pre>{@code
 * TreeNode folder = TreeNodesClient.folders(connection).create(NewTreeNode.in(space).titled("2027"));
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * for reading, writing and deleting a folder, whiteboard, database or embed.
 */
public interface TreeNodesClient {
    /**
     * A client for folders over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static TreeNodesClient folders(ConfluenceConnection connection) {
        return new DefaultTreeNodesClient(connection, OwnerKind.FOLDER);
    }

    /**
     * A client for whiteboards.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static TreeNodesClient whiteboards(ConfluenceConnection connection) {
        return new DefaultTreeNodesClient(connection, OwnerKind.WHITEBOARD);
    }

    /**
     * A client for databases.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static TreeNodesClient databases(ConfluenceConnection connection) {
        return new DefaultTreeNodesClient(connection, OwnerKind.DATABASE);
    }

    /**
     * A client for smart links in trees, which the service calls embeds.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static TreeNodesClient smartLinks(ConfluenceConnection connection) {
        return new DefaultTreeNodesClient(connection, OwnerKind.SMART_LINK);
    }

    /**
     * Creates one; one request. It is not sent again if its answer is lost, since that could create a second one.
     *
     * @param wanted what to create
     * @return what was created
     * @throws dev.confluencekit.core.error.InvalidArgumentException if something is asked for that this type does not have
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost: it may have been created
     */
    TreeNode create(NewTreeNode wanted);

    /**
     * Reads one; one request.
     *
     * @param id its id
     * @return what it is
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    TreeNode get(ContentId id);

    /**
     * Reads one that may not be there; one request.
     *
     * @param id its id
     * @return what it is, or empty if it does not exist or the account may not see it
     */
    Optional<TreeNode> find(ContentId id);

    /**
     * Deletes one, which puts it into the trash; one request.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void delete(ContentId id);
}
