package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.titled.Edition;
import dev.confluencekit.core.error.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a blog post, with the version that it was made from. It replaces title and body as a whole.
 *
 * <p>If it was made from a post that was read with its body, it knows the places of inline comments in there. A new body that
 * lacks one of them is refused with {@link dev.confluencekit.content.body.InlineCommentsLostException} before anything is
 * sent, unless {@link #allowLosingInlineComments()} was called.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class BlogPostUpdate {
    private final Edition edition;

    private BlogPostUpdate(Edition edition) {
        this.edition = edition;
    }

    /**
     * The next version of a blog post that was read; so far it has the same title and body. A draft stays a draft.
     *
     * @param post the blog post, with its body in storage format or Atlassian Document Format
     * @return an update that changes nothing yet
     * @throws InvalidArgumentException if the post was read without its body
     */
    public static BlogPostUpdate of(BlogPost post) {
        return new BlogPostUpdate(Edition.of(DefaultBlogPostsClient.state(post)));
    }

    /**
     * The next version of a published blog post, without having read its body. Places of inline comments cannot be looked after.
     *
     * @param id the blog post
     * @param version the version that it is made from; the service refuses it if that is no longer the present one
     * @param title the title, also if it stays the same
     * @param body the whole body
     * @return an update
     * @throws InvalidArgumentException if the version is not positive or the title is blank
     */
    public static BlogPostUpdate of(ContentId id, int version, String title, NewBody body) {
        return new BlogPostUpdate(new Edition(id.value(), version, title, body, null, null, false, false));
    }

    /**
     * The blog post.
     *
     * @return its id
     */
    public ContentId id() {
        return ContentId.of(edition.id());
    }

    /**
     * The version that this is made from.
     *
     * @return its number
     */
    public int fromVersion() {
        return edition.from();
    }

    /**
     * The title as it will be.
     *
     * @return the title
     */
    public String title() {
        return edition.title();
    }

    /**
     * With another title.
     *
     * @param title the title
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public BlogPostUpdate title(String title) {
        return new BlogPostUpdate(edition.title(title));
    }

    /**
     * The body as it will be.
     *
     * @return the body
     */
    public NewBody body() {
        return edition.body();
    }

    /**
     * With another body.
     *
     * @param body the whole body
     * @return a changed copy
     */
    public BlogPostUpdate body(NewBody body) {
        return new BlogPostUpdate(edition.body(body));
    }

    /**
     * With another body in storage format.
     *
     * @param xhtml the whole body
     * @return a changed copy
     */
    public BlogPostUpdate storage(String xhtml) {
        return body(NewBody.storage(xhtml));
    }

    /**
     * With words on the change, kept with the version.
     *
     * @param message the words
     * @return a changed copy
     */
    public BlogPostUpdate message(String message) {
        return new BlogPostUpdate(edition.message(message));
    }

    /**
     * Writes the body even if inline comments lose their places and are left dangling.
     *
     * @return a changed copy
     */
    public BlogPostUpdate allowLosingInlineComments() {
        return new BlogPostUpdate(edition.allowLosingComments());
    }

    Edition edition() {
        return edition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlogPostUpdate that && edition.equals(that.edition);
    }

    @Override
    public int hashCode() {
        return edition.hashCode();
    }

    /**
     * Blog post and version.
     *
     * @return never the body
     */
    @Override
    public String toString() {
        return "BlogPostUpdate[" + edition.id() + " from version " + edition.from() + "]";
    }
}
