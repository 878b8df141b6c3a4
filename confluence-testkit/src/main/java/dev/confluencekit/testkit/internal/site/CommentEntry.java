package dev.confluencekit.testkit.internal.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment at one moment.
 *
 * @param kind its kind
 * @param id its id
 * @param ownerId the page, blog post or attachment that it is on
 * @param onAttachment whether that is an attachment
 * @param parentId the comment that it replies to, if it is a reply
 * @param versions its versions, oldest first, at least one; their titles are empty
 * @param anchor of an inline comment that is no reply, what it is on
 */
public record CommentEntry(
        CommentKind kind,
        long id,
        long ownerId,
        boolean onAttachment,
        @Nullable Long parentId,
        List<PageVersion> versions,
        @Nullable CommentAnchor anchor) {

    /**
     * Gives the version that readers see.
     *
     * @return the newest version
     */
    public PageVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * Finds a version.
     *
     * @param number its number
     * @return the version, or empty
     */
    public Optional<PageVersion> version(long number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    CommentEntry with(PageVersion added, @Nullable CommentAnchor changed) {
        List<PageVersion> all = new ArrayList<>(versions);
        all.add(added);
        return new CommentEntry(kind, id, ownerId, onAttachment, parentId, List.copyOf(all), changed);
    }

    CommentEntry withVersions(List<PageVersion> changed) {
        return new CommentEntry(kind, id, ownerId, onAttachment, parentId, changed, anchor);
    }

    CommentEntry withParent(@Nullable Long changed, @Nullable CommentAnchor inherited) {
        return new CommentEntry(kind, id, ownerId, onAttachment, changed, versions, inherited);
    }
}
