package dev.confluencekit.content.owner;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import java.util.EnumMap;
import java.util.Map;

/** One owner of each kind, and where v2 has it. */
public final class Owners {
    public static final ContentOwner PAGE = ContentOwner.page(PageId.of("98581"));
    public static final ContentOwner BLOG_POST = ContentOwner.blogPost(ContentId.of("98582"));
    public static final ContentOwner ATTACHMENT = ContentOwner.attachment(ContentId.of("att98583"));
    public static final ContentOwner FOOTER_COMMENT = ContentOwner.footerComment(ContentId.of("98584"));
    public static final ContentOwner INLINE_COMMENT = ContentOwner.inlineComment(ContentId.of("98585"));
    public static final ContentOwner CUSTOM_CONTENT = ContentOwner.customContent(ContentId.of("98586"));
    public static final ContentOwner WHITEBOARD = ContentOwner.whiteboard(ContentId.of("98587"));
    public static final ContentOwner DATABASE = ContentOwner.database(ContentId.of("98588"));
    public static final ContentOwner FOLDER = ContentOwner.folder(ContentId.of("98589"));
    public static final ContentOwner SMART_LINK = ContentOwner.smartLink(ContentId.of("98590"));
    public static final ContentOwner SPACE = ContentOwner.space(SpaceId.of("65537"));

    private static final Map<OwnerKind, String> PLACES = new EnumMap<>(Map.ofEntries(
            Map.entry(OwnerKind.PAGE, "/wiki/api/v2/pages/98581"),
            Map.entry(OwnerKind.BLOG_POST, "/wiki/api/v2/blogposts/98582"),
            Map.entry(OwnerKind.ATTACHMENT, "/wiki/api/v2/attachments/att98583"),
            Map.entry(OwnerKind.FOOTER_COMMENT, "/wiki/api/v2/footer-comments/98584"),
            Map.entry(OwnerKind.INLINE_COMMENT, "/wiki/api/v2/inline-comments/98585"),
            Map.entry(OwnerKind.CUSTOM_CONTENT, "/wiki/api/v2/custom-content/98586"),
            Map.entry(OwnerKind.WHITEBOARD, "/wiki/api/v2/whiteboards/98587"),
            Map.entry(OwnerKind.DATABASE, "/wiki/api/v2/databases/98588"),
            Map.entry(OwnerKind.FOLDER, "/wiki/api/v2/folders/98589"),
            Map.entry(OwnerKind.SMART_LINK, "/wiki/api/v2/embeds/98590"),
            Map.entry(OwnerKind.SPACE, "/wiki/api/v2/spaces/65537")));

    private Owners() {}

    /** The owner of a kind. */
    public static ContentOwner of(OwnerKind kind) {
        return switch (kind) {
            case PAGE -> PAGE;
            case BLOG_POST -> BLOG_POST;
            case ATTACHMENT -> ATTACHMENT;
            case FOOTER_COMMENT -> FOOTER_COMMENT;
            case INLINE_COMMENT -> INLINE_COMMENT;
            case CUSTOM_CONTENT -> CUSTOM_CONTENT;
            case WHITEBOARD -> WHITEBOARD;
            case DATABASE -> DATABASE;
            case FOLDER -> FOLDER;
            case SMART_LINK -> SMART_LINK;
            case SPACE -> SPACE;
        };
    }

    /** Where v2 has the owner of a kind. */
    public static String place(OwnerKind kind) {
        return PLACES.getOrDefault(kind, "");
    }
}
