package dev.confluencekit.content.comment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;

/**
 * What footer comments and inline comments have in common. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:}, {@code write:} or {@code delete:comment:confluence}.
 *
 * @see FooterCommentsClient
 * @see InlineCommentsClient
 */
public interface CommentsClient {
    /**
     * Lists comments; one request for each 250. Replies are listed by the comment that they reply to, level by level.
     *
     * @param query which
     * @return the comments
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are no such comments on the owner, or something
     *     is asked that this kind of comment does not have
     */
    Paged<Comment> list(CommentQuery query);

    /**
     * Reads a comment without its body; one request.
     *
     * @param id the comment
     * @return the comment
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Comment get(ContentId id);

    /**
     * Reads a comment with its body; one request.
     *
     * @param id the comment
     * @param format the format of the body
     * @return the comment
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Comment get(ContentId id, PageBodyFormat format);

    /**
     * Reads a comment that may not be there, without its body; one request.
     *
     * @param id the comment
     * @return the comment, or empty if it does not exist or the account may not see it
     */
    Optional<Comment> find(ContentId id);

    /**
     * Replies to a comment. If the answer is lost it is looked for among the replies, and never sent again.
     *
     * @param id the comment to reply to
     * @param body what to say
     * @return the reply
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and the reply was not found
     */
    Comment reply(ContentId id, NewBody body);

    /**
     * Gives a comment another body; one request.
     *
     * @param read the comment as it was read: it must have its version
     * @param body what it says from now on
     * @return the comment in its next version
     * @throws dev.confluencekit.core.error.ConflictException if it was changed since it was read
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the version is missing, or it is an inline comment
     *     whose text is gone
     */
    Comment update(Comment read, NewBody body);

    /**
     * Deletes a comment for good; one request. There is no trash for comments.
     *
     * @param id the comment
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void delete(ContentId id);
}
