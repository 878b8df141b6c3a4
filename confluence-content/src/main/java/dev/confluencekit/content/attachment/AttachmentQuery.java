package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attachments to list. Unless statuses are named, the service gives current and archived ones. Immutable: each
 * method gives a changed copy.
 */
public final class AttachmentQuery {
    private static final Map<OwnerKind, String> LISTINGS = Map.of(
            OwnerKind.PAGE, "getPageAttachments",
            OwnerKind.BLOG_POST, "getBlogpostAttachments",
            OwnerKind.CUSTOM_CONTENT, "getCustomContentAttachments");
    private static final Set<ContentStatus> STATUSES =
            Set.of(ContentStatus.CURRENT, ContentStatus.ARCHIVED, ContentStatus.TRASHED);

    private final @Nullable ContentOwner owner;
    private final List<ContentStatus> statuses;
    private final @Nullable String mediaType;
    private final @Nullable String fileName;
    private final @Nullable AttachmentSort sort;

    private AttachmentQuery(
            @Nullable ContentOwner owner,
            List<ContentStatus> statuses,
            @Nullable String mediaType,
            @Nullable String fileName,
            @Nullable AttachmentSort sort) {
        this.owner = owner;
        this.statuses = statuses;
        this.mediaType = mediaType;
        this.fileName = fileName;
        this.sort = sort;
    }

    /**
     * All attachments of the site that the account may see.
     *
     * @return a query
     */
    public static AttachmentQuery all() {
        return new AttachmentQuery(null, List.of(), null, null, null);
    }

    /**
     * The attachments of a page, a blog post or custom content.
     *
     * @param owner what they are on
     * @return a query
     * @throws InvalidArgumentException if it is of another kind
     */
    public static AttachmentQuery of(ContentOwner owner) {
        return new AttachmentQuery(requireHolder(owner), List.of(), null, null, null);
    }

    /** Refuses what cannot have attachments. */
    static ContentOwner requireHolder(ContentOwner owner) {
        return OwnedRequests.require(owner, "attachments", EnumSet.copyOf(LISTINGS.keySet()));
    }

    /**
     * Only those in given statuses.
     *
     * @param wanted {@code current}, {@code archived}, {@code trashed}; none for what the service gives by itself
     * @return a changed copy
     * @throws InvalidArgumentException if the listing does not know one of them
     */
    public AttachmentQuery status(ContentStatus... wanted) {
        for (ContentStatus status : wanted) {
            if (!STATUSES.contains(status)) {
                throw new InvalidArgumentException("status", "must be current, archived or trashed, not " + status);
            }
        }
        return new AttachmentQuery(owner, List.of(wanted), mediaType, fileName, sort);
    }

    /**
     * Only those of a type.
     *
     * @param type such as {@code image/png}
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public AttachmentQuery mediaType(String type) {
        return new AttachmentQuery(owner, statuses, Checks.text("mediaType", type), fileName, sort);
    }

    /**
     * Only those of a file name.
     *
     * @param name the whole name
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public AttachmentQuery fileName(String name) {
        return new AttachmentQuery(owner, statuses, mediaType, Checks.text("fileName", name), sort);
    }

    /**
     * The order.
     *
     * @param order the order
     * @return a changed copy
     */
    public AttachmentQuery sort(AttachmentSort order) {
        return new AttachmentQuery(owner, statuses, mediaType, fileName, order);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = owner == null
                ? ApiRequest.get("getAttachments", "/wiki/api/v2/attachments")
                : OwnedRequests.get(LISTINGS.getOrDefault(owner.kind(), ""), owner, "/attachments");
        return request.query("status", statuses)
                .query("mediaType", mediaType)
                .query("filename", fileName)
                .query("sort", sort == null ? null : sort.parameter())
                .build();
    }
}
