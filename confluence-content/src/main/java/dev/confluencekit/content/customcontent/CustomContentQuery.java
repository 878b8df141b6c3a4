package dev.confluencekit.content.customcontent;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which custom content to list; always of one type. Immutable: each method gives a changed copy.
 */
public final class CustomContentQuery {
    private static final int MOST_IDS = 250;
    private static final int MOST_SPACES = 100;
    private static final Set<OwnerKind> CONTAINERS = EnumSet.of(OwnerKind.PAGE, OwnerKind.BLOG_POST, OwnerKind.SPACE);

    private final String type;
    private final @Nullable ContentOwner container;
    private final List<ContentId> ids;
    private final List<SpaceId> spaces;
    private final @Nullable CustomContentSort sort;
    private final @Nullable String body;

    private CustomContentQuery(
            String type,
            @Nullable ContentOwner container,
            List<ContentId> ids,
            List<SpaceId> spaces,
            @Nullable CustomContentSort sort,
            @Nullable String body) {
        this.type = type;
        this.container = container;
        this.ids = ids;
        this.spaces = spaces;
        this.sort = sort;
        this.body = body;
    }

    /**
     * All content of a type on the site.
     *
     * @param type the app's name of the type, such as {@code forge:app-id:module}
     * @return a query
     * @throws InvalidArgumentException if it is blank
     */
    public static CustomContentQuery ofType(String type) {
        return new CustomContentQuery(Checks.text("type", type), null, List.of(), List.of(), null, null);
    }

    /**
     * Of one page, blog post or space only.
     *
     * @param container a page, a blog post, or a space
     * @return a changed copy
     * @throws InvalidArgumentException if it is of another kind, or if ids or spaces were asked for
     */
    public CustomContentQuery in(ContentOwner container) {
        if (!ids.isEmpty() || !spaces.isEmpty()) {
            throw new InvalidArgumentException("container", "cannot be combined with ids and spaces");
        }
        OwnedRequests.require(container, "custom content", CONTAINERS);
        return new CustomContentQuery(type, container, ids, spaces, sort, body);
    }

    /**
     * Of several spaces only.
     *
     * @param wanted 1 to 100 spaces
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many, or a container was asked for
     */
    public CustomContentQuery inSpaces(Collection<SpaceId> wanted) {
        requireSite("spaces");
        return new CustomContentQuery(type, null, ids, Checks.count("spaces", wanted, MOST_SPACES), sort, body);
    }

    /**
     * Of these ids only; those that do not exist are left out by the service.
     *
     * @param wanted 1 to 250 ids
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many, or a container was asked for
     */
    public CustomContentQuery byIds(Collection<ContentId> wanted) {
        requireSite("ids");
        return new CustomContentQuery(type, null, Checks.count("ids", wanted, MOST_IDS), spaces, sort, body);
    }

    /**
     * The order. The listing of one space has none to choose.
     *
     * @param order the order
     * @return a changed copy
     */
    public CustomContentQuery sort(CustomContentSort order) {
        return new CustomContentQuery(type, container, ids, spaces, order, body);
    }

    /**
     * Brings the bodies along.
     *
     * @param representation {@code raw}, {@code storage} or {@code atlas_doc_format}
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public CustomContentQuery body(String representation) {
        return new CustomContentQuery(type, container, ids, spaces, sort, Checks.text("body", representation));
    }

    private void requireSite(String parameter) {
        if (container != null) {
            throw new InvalidArgumentException(parameter, "cannot be combined with a container");
        }
    }

    ApiRequest toApiRequest() {
        if (sort != null && container != null && container.kind() == OwnerKind.SPACE) {
            throw new InvalidArgumentException("sort", "cannot be asked of the listing of one space");
        }
        ApiRequest.Builder request = container == null
                ? ApiRequest.get("getCustomContentByType", "/wiki/api/v2/custom-content")
                        .query("id", ids)
                        .query("space-id", spaces)
                : OwnedRequests.get("getCustomContentByTypeIn*", container, "/custom-content");
        return request.query("type", type)
                .query("sort", sort == null ? null : sort.parameter())
                .query("body-format", body)
                .build();
    }
}
