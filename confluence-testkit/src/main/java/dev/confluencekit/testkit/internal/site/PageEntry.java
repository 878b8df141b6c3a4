package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a page or a blog post at one moment.
 *
 * @param kind whether it is a page or a blog post
 * @param id the page id
 * @param spaceId its space
 * @param parentId the page above it, if any
 * @param position its place among its siblings
 * @param status its status
 * @param live whether it is a live doc
 * @param authorId the creator, who also owns it
 * @param createdAt the time of creation
 * @param versions the versions known, oldest first, at least one
 * @param labels label names
 * @param visibleTo its own view restriction, user names in lower case; empty for none
 */
public record PageEntry(
        ContentKind kind,
        long id,
        long spaceId,
        @Nullable Long parentId,
        int position,
        PageStatus status,
        boolean live,
        String authorId,
        Instant createdAt,
        List<PageVersion> versions,
        List<String> labels,
        Set<String> visibleTo) {

    /**
     * Gives the version that readers see.
     *
     * @return the newest version
     */
    public PageVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * Gives the title that readers see.
     *
     * @return the title of the newest version
     */
    public String title() {
        return latest().title();
    }

    /**
     * Finds a version.
     *
     * @param number its number
     * @return the version, or empty if the site does not know it
     */
    public Optional<PageVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    PageEntry withVersion(PageVersion added) {
        List<PageVersion> all = new ArrayList<>(versions);
        all.add(added);
        return new PageEntry(
                kind,
                id,
                spaceId,
                parentId,
                position,
                status,
                live,
                authorId,
                createdAt,
                List.copyOf(all),
                labels,
                visibleTo);
    }

    PageEntry withStatus(PageStatus changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, changed, live, authorId, createdAt, versions, labels, visibleTo);
    }

    PageEntry withParent(@Nullable Long changed, int newPosition) {
        return new PageEntry(
                kind,
                id,
                spaceId,
                changed,
                newPosition,
                status,
                live,
                authorId,
                createdAt,
                versions,
                labels,
                visibleTo);
    }

    PageEntry withLabels(List<String> changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, status, live, authorId, createdAt, versions, changed, visibleTo);
    }

    PageEntry withOnlyVersion(PageVersion only) {
        return new PageEntry(
                kind,
                id,
                spaceId,
                parentId,
                position,
                status,
                live,
                authorId,
                createdAt,
                List.of(only),
                labels,
                visibleTo);
    }

    PageEntry withSpace(long changed) {
        return new PageEntry(
                kind, id, changed, parentId, position, status, live, authorId, createdAt, versions, labels, visibleTo);
    }
}
