package dev.confluencekit.content.comment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which comments to list. Unless told otherwise without bodies, in the service's order, of all statuses that it lists by
 * itself. Immutable: each method gives a changed copy.
 */
public final class CommentQuery {
    final @Nullable ContentOwner owner;
    final @Nullable ContentId parent;
    final List<ContentStatus> statuses;
    final List<CommentResolution> resolutions;
    final @Nullable CommentSort sort;
    final @Nullable BodyFormat body;

    private CommentQuery(
            @Nullable ContentOwner owner,
            @Nullable ContentId parent,
            List<ContentStatus> statuses,
            List<CommentResolution> resolutions,
            @Nullable CommentSort sort,
            @Nullable BodyFormat body) {
        this.owner = owner;
        this.parent = parent;
        this.statuses = statuses;
        this.resolutions = resolutions;
        this.sort = sort;
        this.body = body;
    }

    /**
     * All comments of the site that the account may see.
     *
     * @return a query
     */
    public static CommentQuery all() {
        return new CommentQuery(null, null, List.of(), List.of(), null, null);
    }

    /**
     * The comments on something, without replies to them.
     *
     * @param owner a page or a blog post; for footer comments also an attachment or custom content
     * @return a query
     */
    public static CommentQuery on(ContentOwner owner) {
        return new CommentQuery(owner, null, List.of(), List.of(), null, null);
    }

    /**
     * The replies to a comment.
     *
     * @param comment the comment
     * @return a query
     */
    public static CommentQuery repliesTo(ContentId comment) {
        return new CommentQuery(null, comment, List.of(), List.of(), null, null);
    }

    /**
     * Comments of these statuses only. For those on pages and blog posts.
     *
     * @param wanted the statuses
     * @return a changed copy
     */
    public CommentQuery status(ContentStatus... wanted) {
        requireOwner("status");
        return new CommentQuery(owner, parent, List.of(wanted), resolutions, sort, body);
    }

    /**
     * Inline comments that are settled like this only. For those on pages and blog posts.
     *
     * @param wanted how they are settled
     * @return a changed copy
     */
    public CommentQuery resolution(CommentResolution... wanted) {
        requireOwner("resolution");
        return new CommentQuery(owner, parent, statuses, List.of(wanted), sort, body);
    }

    /**
     * The order.
     *
     * @param order the order
     * @return a changed copy
     */
    public CommentQuery sort(CommentSort order) {
        return new CommentQuery(owner, parent, statuses, resolutions, order, body);
    }

    /**
     * Brings the bodies along.
     *
     * @param format one of the stored formats
     * @return a changed copy
     */
    public CommentQuery body(BodyFormat format) {
        return new CommentQuery(owner, parent, statuses, resolutions, sort, format);
    }

    private void requireOwner(String parameter) {
        if (owner == null) {
            throw new InvalidArgumentException(parameter, "can only be asked of the comments on something");
        }
    }
}
