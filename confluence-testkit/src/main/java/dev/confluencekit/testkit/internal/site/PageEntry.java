package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param readers whom its own view restriction lets through
 * @param editors whom its edit restriction lets through
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
        Allowed readers,
        Allowed editors) {

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
                readers,
                editors);
    }

    PageEntry withStatus(PageStatus changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, changed, live, authorId, createdAt, versions, labels, readers,
                editors);
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
                readers,
                editors);
    }

    PageEntry withLabels(List<String> changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, status, live, authorId, createdAt, versions, changed, readers,
                editors);
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
                readers,
                editors);
    }

    PageEntry withSpace(long changed) {
        return new PageEntry(
                kind, id, changed, parentId, position, status, live, authorId, createdAt, versions, labels, readers,
                editors);
    }

    PageEntry withReaders(Allowed changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, status, live, authorId, createdAt, versions, labels, changed,
                editors);
    }

    PageEntry withEditors(Allowed changed) {
        return new PageEntry(
                kind, id, spaceId, parentId, position, status, live, authorId, createdAt, versions, labels, readers,
                changed);
    }
}
