package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.util.Optional;

/** Writes comments: one by its id says more of its surroundings than a row of the comments on something. */
final class CommentJson {

    private final Backstage backstage;
    private final Community community;
    private final PageJson pages;
    private final BodyFormats bodies;

    CommentJson(Backstage backstage, Community community, PageJson pages, BodyFormats bodies) {
        this.backstage = backstage;
        this.community = community;
        this.pages = pages;
        this.bodies = bodies;
    }

    /** A row of the comments on something: it names what it is on. */
    ObjectNode onOwner(CommentEntry comment, PageEntry page, Optional<String> format) {
        return common(comment, comment.latest(), page, format, true, false);
    }

    /** A row of the answers to a comment: it names the comment. */
    ObjectNode child(CommentEntry comment, PageEntry page, Optional<String> format) {
        return common(comment, comment.latest(), page, format, false, true);
    }

    /** A row of all comments, and a comment by its id. */
    ObjectNode whole(CommentEntry comment, PageVersion version, PageEntry page, Optional<String> format) {
        ObjectNode node = common(comment, version, page, format, true, true);
        if (comment.kind() == CommentKind.INLINE) {
            community.comments().anchor(comment).ifPresent(anchor -> {
                if (anchor.modifierId() != null && anchor.modifiedAt() != null) {
                    node.put("resolutionLastModifierId", anchor.modifierId());
                    node.put("resolutionLastModifiedAt", Json.timestamp(anchor.modifiedAt()));
                }
            });
        }
        return node;
    }

    private ObjectNode common(
            CommentEntry comment,
            PageVersion version,
            PageEntry page,
            Optional<String> format,
            boolean withOwner,
            boolean withParent) {
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(comment.id()));
        node.put("status", version.number() == comment.latest().number() ? "current" : "historical");
        node.put("title", "Re: " + title(comment, page));
        if (withOwner) {
            node.put(ownerMember(comment, page), ownerId(comment));
        }
        if (withParent && comment.parentId() != null) {
            node.put("parentCommentId", String.valueOf(comment.parentId()));
        }
        node.set("version", pages.version(version));
        ObjectNode body = node.putObject("body");
        format.ifPresent(asked -> body.set(asked, body(asked, page, version)));
        if (comment.kind() == CommentKind.INLINE) {
            community.comments().resolution(comment).ifPresent(word -> node.put("resolutionStatus", word));
            community
                    .comments()
                    .anchor(comment)
                    .ifPresent(anchor -> node.putObject("properties")
                            .put("inlineMarkerRef", anchor.markerRef())
                            .put("inlineOriginalSelection", anchor.selection()));
        }
        node.putObject("_links").put("webui", webui(comment, page));
        return node;
    }

    ObjectNode body(String format, PageEntry page, PageVersion version) {
        ObjectNode representation = backstage.json().object();
        representation.put("representation", format);
        representation.put("value", bodies.render(format, page, version));
        return representation;
    }

    /** A version in the list of versions, with its body if that is asked for. */
    ObjectNode version(CommentEntry comment, PageVersion version, PageEntry page, Optional<String> format) {
        ObjectNode node = pages.version(version);
        ObjectNode of = node.putObject("comment");
        of.put("title", "Re: " + title(comment, page));
        of.put("id", String.valueOf(comment.id()));
        format.ifPresent(asked -> of.putObject("body").set(asked, body(asked, page, version)));
        return node;
    }

    private String title(CommentEntry comment, PageEntry page) {
        return comment.onAttachment()
                ? community.attachments().find(comment.ownerId()).orElseThrow().title()
                : page.title();
    }

    private static String ownerMember(CommentEntry comment, PageEntry page) {
        if (comment.onAttachment()) {
            return "attachmentId";
        }
        return page.kind().idMember();
    }

    private static String ownerId(CommentEntry comment) {
        return comment.onAttachment() ? "att" + comment.ownerId() : String.valueOf(comment.ownerId());
    }

    private String webui(CommentEntry comment, PageEntry page) {
        String on = WebLinks.page(page, backstage.store().space(page.spaceId()).orElseThrow());
        return on + "?focusedCommentId=" + comment.id();
    }
}
