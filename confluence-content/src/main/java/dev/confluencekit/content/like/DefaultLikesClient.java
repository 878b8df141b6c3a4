package dev.confluencekit.content.like;

import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import java.util.EnumSet;
import java.util.Set;

/** The likes of one owner over a connection. */
final class DefaultLikesClient implements LikesClient {
    private static final Set<OwnerKind> LIKED =
            EnumSet.of(OwnerKind.PAGE, OwnerKind.BLOG_POST, OwnerKind.FOOTER_COMMENT, OwnerKind.INLINE_COMMENT);

    private final ConfluenceConnection connection;
    private final ContentOwner owner;
    private final String operation;

    DefaultLikesClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = OwnedRequests.require(owner, "likes", LIKED);
        // The service says getFooterLikeCount, not getFooterCommentLikeCount.
        this.operation = "get" + OwnedRequests.noun(owner.kind()).replace("Comment", "") + "Like";
    }

    @Override
    public long count() {
        return connection
                .fetch(
                        OwnedRequests.get(operation + "Count", owner, "/likes/count")
                                .build(),
                        LikeCount.class)
                .count();
    }

    @Override
    public Paged<Like> list() {
        return connection.list(
                OwnedRequests.get(operation + "Users", owner, "/likes/users").build(), Like.class, Batch.LARGEST, null);
    }
}
