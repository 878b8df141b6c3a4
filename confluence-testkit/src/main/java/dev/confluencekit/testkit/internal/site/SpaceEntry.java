package dev.confluencekit.testkit.internal.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a space at one moment.
 *
 * @param id the space id
 * @param key the space key
 * @param name the space name
 * @param type the type as on the wire
 * @param archived whether its status is archived
 * @param description the plain description
 * @param authorId the creator
 * @param createdAt the time of creation
 * @param homepageId the homepage, once there is one
 * @param labels label names
 * @param grants who may do what in it
 * @param hiddenFrom user names in lower case that may not see it nevertheless
 */
public record SpaceEntry(
        long id,
        String key,
        String name,
        String type,
        boolean archived,
        String description,
        String authorId,
        Instant createdAt,
        @Nullable Long homepageId,
        List<String> labels,
        SpaceGrants grants,
        Set<String> hiddenFrom) {

    /**
     * Gives the status as on the wire.
     *
     * @return {@code current} or {@code archived}
     */
    public String status() {
        return archived ? "archived" : "current";
    }

    SpaceEntry withHomepage(long pageId) {
        return changed(name, type, archived, description, pageId);
    }

    SpaceEntry renamed(String newName) {
        return changed(newName, type, archived, description, homepageId);
    }

    SpaceEntry changed(
            String newName, String newType, boolean nowArchived, String newDescription, @Nullable Long newHomepageId) {
        return new SpaceEntry(
                id,
                key,
                newName,
                newType,
                nowArchived,
                newDescription,
                authorId,
                createdAt,
                newHomepageId,
                labels,
                grants,
                hiddenFrom);
    }

    SpaceEntry hidden(Set<String> from) {
        return new SpaceEntry(
                id,
                key,
                name,
                type,
                archived,
                description,
                authorId,
                createdAt,
                homepageId,
                labels,
                grants,
                Set.copyOf(from));
    }

    SpaceEntry granting(SpaceGrants changed) {
        return new SpaceEntry(
                id,
                key,
                name,
                type,
                archived,
                description,
                authorId,
                createdAt,
                homepageId,
                labels,
                changed,
                hiddenFrom);
    }
}
