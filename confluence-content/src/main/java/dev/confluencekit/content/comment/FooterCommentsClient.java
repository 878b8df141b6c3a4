package dev.confluencekit.content.comment;

import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;

/**
 * The comments below pages, blog posts, attachments and custom content. Safe for use by many threads.
 *
 * <pre>{@code
 * FooterCommentsClient comments = FooterCommentsClient.over(connection);
 * Comment question = comments.create(ContentOwner.page(id), NewBody.storage("<p>Still true?</p>"));
 * comments.reply(question.id(), NewBody.storage("<p>Yes.</p>"));
 * }</pre>
 */
public interface FooterCommentsClient extends CommentsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static FooterCommentsClient over(ConfluenceConnection connection) {
        return new DefaultFooterCommentsClient(connection);
    }

    /**
     * Comments on something. If the answer is lost it is looked for among the comments, and never sent again.
     *
     * @param owner a page, a blog post, an attachment, or custom content
     * @param body what to say
     * @return the comment
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and the comment was not found
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are no such comments on the owner
     */
    Comment create(ContentOwner owner, NewBody body);
}
