package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.internal.SteppedPaged;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.Set;

/** What stands above and below one owner, over a connection. */
final class DefaultHierarchyClient implements HierarchyClient {
    private static final Set<OwnerKind> IN_TREES = EnumSet.of(
            OwnerKind.PAGE, OwnerKind.FOLDER, OwnerKind.WHITEBOARD, OwnerKind.DATABASE, OwnerKind.SMART_LINK);
    private static final Set<OwnerKind> WITH_CHILDREN = EnumSet.of(OwnerKind.CUSTOM_CONTENT);

    static {
        WITH_CHILDREN.addAll(IN_TREES);
    }

    private final ConfluenceConnection connection;
    private final ContentOwner owner;

    DefaultHierarchyClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = OwnedRequests.require(owner, "hierarchy", WITH_CHILDREN);
    }

    @Override
    public Paged<Child> children() {
        ApiRequest.Builder request = owner.kind() == OwnerKind.CUSTOM_CONTENT
                ? OwnedRequests.get("getChild*", owner, "/children")
                : OwnedRequests.get("get*DirectChildren", owner, "/direct-children");
        return connection.list(request.build(), Child.class, Batch.LARGEST, null);
    }

    @Override
    public Paged<Ancestor> ancestors() {
        requireTree();
        return new SteppedPaged<>("The ancestors of " + owner, () -> new WayUp(connection, owner));
    }

    @Override
    public Paged<Descendant> descendants(int depth) {
        requireTree();
        if (depth < 1 || depth > DEEPEST) {
            throw new InvalidArgumentException("depth", "must be from 1 to " + DEEPEST);
        }
        return descendants(connection, owner, depth);
    }

    @Override
    public Paged<Descendant> tree() {
        requireTree();
        return new SteppedPaged<>("The tree below " + owner, () -> new TreeWalk(connection, owner));
    }

    static Paged<Descendant> descendants(ConfluenceConnection connection, ContentOwner root, int depth) {
        ApiRequest request = OwnedRequests.get("get*Descendants", root, "/descendants")
                .query("depth", depth)
                .build();
        return connection.list(request, Descendant.class, Batch.LARGEST, null);
    }

    /** What to say of a type that no address is known for. */
    static String unknown(ContentType type) {
        return "the type " + type + " is not known to this library";
    }

    private void requireTree() {
        OwnedRequests.require(owner, "tree", IN_TREES);
    }
}
