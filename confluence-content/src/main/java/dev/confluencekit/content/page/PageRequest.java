package dev.confluencekit.content.page;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which single page to read, and what of it. Unless told otherwise: the present version, without a body.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class PageRequest {
    private final PageId id;
    private final @Nullable PageBodyFormat body;
    private final @Nullable Integer version;
    private final boolean draft;
    private final Set<PageInclude> includes;

    private PageRequest(
            PageId id,
            @Nullable PageBodyFormat body,
            @Nullable Integer version,
            boolean draft,
            Set<PageInclude> includes) {
        this.id = id;
        this.body = body;
        this.version = version;
        this.draft = draft;
        this.includes = includes;
    }

    /**
     * A page.
     *
     * @param id the page
     * @return a request
     */
    public static PageRequest of(PageId id) {
        return new PageRequest(id, null, null, false, Set.of());
    }

    /**
     * Brings the body along.
     *
     * @param format a stored or a rendered format
     * @return a changed copy
     */
    public PageRequest body(PageBodyFormat format) {
        return new PageRequest(id, format, version, draft, includes);
    }

    /**
     * An earlier version instead of the present one.
     *
     * @param number the version, from 1
     * @return a changed copy
     * @throws InvalidArgumentException if it is not positive
     */
    public PageRequest version(int number) {
        if (number < 1) {
            throw new InvalidArgumentException("version", "must be positive");
        }
        return new PageRequest(id, body, number, draft, includes);
    }

    /**
     * The draft instead of what is published.
     *
     * @return a changed copy
     */
    public PageRequest draft() {
        return new PageRequest(id, body, version, true, includes);
    }

    /**
     * Brings more along.
     *
     * @param more what
     * @return a changed copy, with these besides those asked for before
     */
    public PageRequest include(PageInclude... more) {
        Set<PageInclude> all = EnumSet.noneOf(PageInclude.class);
        all.addAll(includes);
        all.addAll(Set.of(more));
        return new PageRequest(id, body, version, draft, all);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}")
                .path("id", id.value())
                .query("body-format", body == null ? null : body.representation())
                .query("version", version)
                .query("get-draft", draft ? true : null);
        for (PageInclude include : includes) {
            request.query(include.parameter(), true);
        }
        return request.build();
    }
}
