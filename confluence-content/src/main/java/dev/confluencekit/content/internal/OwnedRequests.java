package dev.confluencekit.content.internal;

import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Set;

/** Requests for what belongs to an owner: the same for all kinds but for a word in the address and in the operation's name. */
public final class OwnedRequests {
    private OwnedRequests() {}

    /** Starts a request; {@code *} in the operation's name stands for the kind of the owner, and {@code path} follows its id. */
    public static ApiRequest.Builder of(String method, String operation, ContentOwner owner, String path) {
        return of(method, operation.replace("*", noun(owner.kind())), segment(owner.kind()), owner, path);
    }

    /** Starts a reading request. */
    public static ApiRequest.Builder get(String operation, ContentOwner owner, String path) {
        return of("GET", operation, owner, path);
    }

    /** Starts a request at an address that begins otherwise. */
    public static ApiRequest.Builder of(
            String method, String operation, String segment, ContentOwner owner, String path) {
        return ApiRequest.of(method, operation, "/wiki/api/v2/" + segment + "/{id}" + path)
                .path("id", owner.id());
    }

    /** Refuses an owner of a kind that has no such thing. */
    public static ContentOwner require(ContentOwner owner, String what, Set<OwnerKind> kinds) {
        if (!kinds.contains(owner.kind())) {
            throw new InvalidArgumentException(
                    "owner", "a " + noun(owner.kind()) + " has no " + what + " that can be asked for");
        }
        return owner;
    }

    /** What operations call the kind. */
    public static String noun(OwnerKind kind) {
        return switch (kind) {
            case PAGE -> "Page";
            case BLOG_POST -> "BlogPost";
            case ATTACHMENT -> "Attachment";
            case FOOTER_COMMENT -> "FooterComment";
            case INLINE_COMMENT -> "InlineComment";
            case CUSTOM_CONTENT -> "CustomContent";
            case WHITEBOARD -> "Whiteboard";
            case DATABASE -> "Database";
            case FOLDER -> "Folder";
            case SMART_LINK -> "SmartLink";
            case SPACE -> "Space";
        };
    }

    /** What addresses of the kind begin with. */
    public static String segment(OwnerKind kind) {
        return switch (kind) {
            case PAGE -> "pages";
            case BLOG_POST -> "blogposts";
            case ATTACHMENT -> "attachments";
            case FOOTER_COMMENT -> "footer-comments";
            case INLINE_COMMENT -> "inline-comments";
            case CUSTOM_CONTENT -> "custom-content";
            case WHITEBOARD -> "whiteboards";
            case DATABASE -> "databases";
            case FOLDER -> "folders";
            case SMART_LINK -> "embeds";
            case SPACE -> "spaces";
        };
    }
}
