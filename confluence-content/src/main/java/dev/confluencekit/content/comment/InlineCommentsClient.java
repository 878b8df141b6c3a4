package dev.confluencekit.content.comment;

import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;

/**
 * The comments on texts within pages and blog posts. Safe for use by many threads.
 *
 * <pre>{@code
 * InlineCommentsClient comments = InlineCommentsClient.over(connection);
 * comments.create(ContentOwner.page(id), TextSelection.only("from 9 to 5"), NewBody.storage("<p>Still true?</p>"));
 * }</pre>
 */
public interface InlineCommentsClient extends CommentsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static InlineCommentsClient over(ConfluenceConnection connection) {
        return new DefaultInlineCommentsClient(connection);
    }

    /**
     * Comments on a text. If the answer is lost it is looked for among the comments, and never sent again.
     *
     * @param owner a page or a blog post
     * @param selection the text
     * @param body what to say
     * @return the comment
     * @throws dev.confluencekit.core.error.BadRequestException if the text is not there as often as was said
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and the comment was not found
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are no such comments on the owner
     */
    Comment create(ContentOwner owner, TextSelection selection, NewBody body);

    /**
     * Settles a comment; one request. Nothing happens if it is settled.
     *
     * @param read the comment as it was read: it must have its version
     * @return the comment
     * @throws dev.confluencekit.core.error.ConflictException if it was changed since it was read
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the version is missing, or its text is gone
     */
    Comment resolve(Comment read);

    /**
     * Opens a comment again; one request. Nothing happens if it is open.
     *
     * @param read the comment as it was read: it must have its version
     * @return the comment
     * @throws dev.confluencekit.core.error.ConflictException if it was changed since it was read
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the version is missing, or its text is gone
     */
    Comment reopen(Comment read);
}
