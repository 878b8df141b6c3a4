package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which single blog post to read, and what of it. Unless told otherwise: the present version, without a body.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class BlogPostRequest {
    private final ContentId id;
    private final @Nullable PageBodyFormat body;
    private final @Nullable Integer version;
    private final boolean draft;
    private final Set<BlogPostInclude> includes;

    private BlogPostRequest(
            ContentId id,
            @Nullable PageBodyFormat body,
            @Nullable Integer version,
            boolean draft,
            Set<BlogPostInclude> includes) {
        this.id = id;
        this.body = body;
        this.version = version;
        this.draft = draft;
        this.includes = includes;
    }

    /**
     * A blog post.
     *
     * @param id the blog post
     * @return a request
     */
    public static BlogPostRequest of(ContentId id) {
        return new BlogPostRequest(id, null, null, false, Set.of());
    }

    /**
     * Brings the body along.
     *
     * @param format a stored or a rendered format
     * @return a changed copy
     */
    public BlogPostRequest body(PageBodyFormat format) {
        return new BlogPostRequest(id, format, version, draft, includes);
    }

    /**
     * An earlier version instead of the present one.
     *
     * @param number the version, from 1
     * @return a changed copy
     * @throws InvalidArgumentException if it is not positive
     */
    public BlogPostRequest version(int number) {
        if (number < 1) {
            throw new InvalidArgumentException("version", "must be positive");
        }
        return new BlogPostRequest(id, body, number, draft, includes);
    }

    /**
     * The draft instead of what is published.
     *
     * @return a changed copy
     */
    public BlogPostRequest draft() {
        return new BlogPostRequest(id, body, version, true, includes);
    }

    /**
     * Brings more along.
     *
     * @param more what
     * @return a changed copy, with these besides those asked for before
     */
    public BlogPostRequest include(BlogPostInclude... more) {
        Set<BlogPostInclude> all = EnumSet.noneOf(BlogPostInclude.class);
        all.addAll(includes);
        all.addAll(Set.of(more));
        return new BlogPostRequest(id, body, version, draft, all);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = ApiRequest.get("getBlogPostById", "/wiki/api/v2/blogposts/{id}")
                .path("id", id.value())
                .query("body-format", body == null ? null : body.representation())
                .query("version", version)
                .query("get-draft", draft ? true : null);
        for (BlogPostInclude include : includes) {
            request.query(include.parameter(), true);
        }
        return request.build();
    }
}
