package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.part.ContentParts;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads and writes blog posts. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:page:confluence} where the key has scopes, {@code write:page:confluence} to write and
 * {@code delete:page:confluence} to delete; a query by space key needs {@code read:space:confluence} too.
 *
 * <p>A write whose answer was lost is looked for before anything is sent again. Unlike pages, blog posts of a space may have
 * equal titles, so that a creation which no listing shows is not tried again.
 */
public interface BlogPostsClient extends ContentParts<ContentId> {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param spaceKeys what remembers the ids of space keys
     * @return a client
     */
    static BlogPostsClient over(ConfluenceConnection connection, SpaceKeys spaceKeys) {
        return new DefaultBlogPostsClient(connection, spaceKeys);
    }

    /**
     * Lists blog posts ({@code getBlogPosts}, {@code getBlogPostsInSpace}). Nothing is asked before the listing is read.
     *
     * @param query which blog posts, and what of them
     * @return the blog posts; one request for each 250
     */
    Paged<BlogPost> list(BlogPostQuery query);

    /**
     * Reads a blog post without its body ({@code getBlogPostById}); one request.
     *
     * @param id the blog post
     * @return the blog post, also if it is in the trash
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    BlogPost get(ContentId id);

    /**
     * Reads a blog post ({@code getBlogPostById}); one request.
     *
     * @param request which blog post, and what of it
     * @return the blog post
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    BlogPost get(BlogPostRequest request);

    /**
     * Reads a blog post that may not be there ({@code getBlogPostById}); one request.
     *
     * @param id the blog post
     * @return the blog post, or empty if it does not exist or the account may not see it
     */
    Optional<BlogPost> find(ContentId id);

    /**
     * Creates a blog post ({@code createBlogPost}); one request.
     *
     * @param post what it shall be
     * @return the blog post, as version 1
     * @throws dev.confluencekit.core.error.InvalidArgumentException if one that is to be published has no title
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost and no listing shows the blog post
     */
    BlogPost create(NewBlogPost post);

    /**
     * Writes the next version of a blog post ({@code updateBlogPost}); one request.
     *
     * @param update title and body, and the version that they were made from
     * @return the blog post in its new version
     * @throws dev.confluencekit.content.version.VersionConflictException if it has another version by now; nothing was written
     * @throws dev.confluencekit.content.body.InlineCommentsLostException if places of inline comments would be lost; nothing
     *     was sent
     */
    BlogPost update(BlogPostUpdate update);

    /**
     * Reads a blog post with its body in storage format, changes it and writes it; two requests. Where somebody else was
     * faster it begins again with what they wrote, five times in all at most, after pauses of random length. A change that changes nothing writes nothing.
     *
     * @param id the blog post, published
     * @param change makes the next version of the present one; called once for each try
     * @return the blog post in its new version
     * @throws dev.confluencekit.content.version.VersionConflictException if others were faster each time; nothing was written
     */
    BlogPost edit(ContentId id, UnaryOperator<BlogPostUpdate> change);

    /**
     * Publishes a draft as it is ({@code updateBlogPost}); three requests. What has no draft stays as it is.
     *
     * @param draft the draft, which becomes the blog post
     * @return the blog post
     */
    BlogPost publish(ContentId draft);

    /**
     * Takes a blog post out of the trash ({@code updateBlogPost}); two requests. Title, body and version stay.
     *
     * @param id the blog post
     * @return the blog post
     */
    BlogPost restore(ContentId id);

    /**
     * Puts a blog post into the trash ({@code deleteBlogPost}); one request.
     *
     * @param id the blog post
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist, or is in the trash already
     */
    void delete(ContentId id);

    /**
     * Deletes a blog post in the trash for good ({@code deleteBlogPost} with {@code purge}); one request. Only who
     * administers the space may.
     *
     * @param id a blog post in the trash
     */
    void purge(ContentId id);

    /**
     * Deletes a draft for good ({@code deleteBlogPost} with {@code draft}); one request.
     *
     * @param id the draft
     */
    void deleteDraft(ContentId id);
}
