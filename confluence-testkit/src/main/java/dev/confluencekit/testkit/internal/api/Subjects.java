package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.Optional;

/**
 * Finds what comments, likes, labels, properties and operations are about, as far as the caller may see the page or blog
 * post that it is, or is on.
 */
final class Subjects {

    private final Backstage backstage;
    private final Community community;
    private final Owners owners;

    Subjects(Backstage backstage, Community community) {
        this.backstage = backstage;
        this.community = community;
        this.owners = new Owners(backstage);
    }

    /** The page or blog post of a call, by the kind in its path. */
    PageEntry content(Call call, ContentKind kind) {
        return owners.content(call, kind);
    }

    /** A page or blog post by the id in a body. */
    PageEntry content(Call call, String member, String id, ContentKind kind) {
        long number = call.parameters().id(member, id, "ContentId");
        return visible(call, number).filter(page -> page.kind() == kind).orElseThrow(() -> notThere(Family.V2));
    }

    /** The attachment of a call. */
    AttachmentEntry attachment(Call call) {
        return attachment(call, call.argument(), Family.V2);
    }

    /** An attachment by its id, with or without its letters. */
    AttachmentEntry attachment(Call call, String id, Family family) {
        String number = id.startsWith("att") ? id.substring(3) : id;
        return community
                .attachments()
                .find(call.parameters().id("id", number, "ContentId"))
                .filter(found -> visible(call, found.ownerId()).isPresent())
                .orElseThrow(() -> notThere(family));
    }

    /** The page or blog post that an attachment is on. */
    PageEntry page(Call call, AttachmentEntry file) {
        return visible(call, file.ownerId()).orElseThrow(() -> notThere(Family.V2));
    }

    /** The comment of a call, by the kind in its path. */
    CommentEntry comment(Call call, CommentKind kind) {
        return comment(call, call.argument(), kind);
    }

    CommentEntry comment(Call call, String id, CommentKind kind) {
        return community
                .comments()
                .find(call.parameters().id("comment-id", id, "ContentId"))
                .filter(found -> found.kind() == kind)
                .filter(found -> page(call, found).isPresent())
                .orElseThrow(() -> notThere(Family.V2));
    }

    /** The comment of a call whose path does not say the kind. */
    CommentEntry comment(Call call) {
        return community
                .comments()
                .find(call.parameters().id("comment-id", call.argument(), "ContentId"))
                .filter(found -> page(call, found).isPresent())
                .orElseThrow(() -> notThere(Family.V2));
    }

    /** The page or blog post that a comment is on, or on whose attachment it is; empty if the caller may not see it. */
    Optional<PageEntry> page(Call call, CommentEntry comment) {
        if (!comment.onAttachment()) {
            return visible(call, comment.ownerId());
        }
        return community.attachments().find(comment.ownerId()).flatMap(file -> visible(call, file.ownerId()));
    }

    /** The page or blog post of an id; empty if it is not there, a draft, or not for the caller to see. */
    Optional<PageEntry> visible(Call call, long id) {
        return backstage
                .store()
                .page(id)
                .filter(page -> page.status() != PageStatus.DRAFT)
                .filter(page -> call.maySee(page, backstage.store()));
    }

    ApiProblem notThere(Family family) {
        return new ApiProblem(backstage.errors().notFound(family));
    }
}
