package dev.confluencekit.sync.internal.site;

import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a listing says of a page, a blog post, a comment or a file.
 *
 * @param body its body in the format that was asked for, null if none was asked for or none came
 */
public record Row(
        ItemKey key,
        String spaceId,
        @Nullable ItemKey owner,
        @Nullable String parentId,
        @Nullable String parentType,
        @Nullable Integer position,
        String title,
        String status,
        int version,
        @Nullable Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable String authorId,
        @Nullable String ownerId,
        @Nullable String changedBy,
        @Nullable String changeMessage,
        @Nullable String webUrl,
        @Nullable String resolution,
        @Nullable String body) {

    /** The details, with parts that were read apart. */
    public ItemDetails details(Parts parts) {
        return new ItemDetails(
                null,
                parentType,
                position,
                createdAt,
                changedAt,
                authorId,
                ownerId,
                changedBy,
                changeMessage,
                webUrl,
                resolution,
                parts.labels(),
                parts.properties(),
                parts.access());
    }

    /** The details as far as the listing tells. */
    public ItemDetails details() {
        return details(Parts.NONE);
    }

    /** The state, with parts that were read apart. */
    public ItemState state(Parts parts) {
        ItemState blank = new ItemState(key, spaceId, owner, parentId, title, status, version, "", null);
        String fingerprint = Fingerprint.of(blank, details(parts));
        return new ItemState(key, spaceId, owner, parentId, title, status, version, fingerprint, null);
    }

    /** The state as far as the listing tells. */
    public ItemState state() {
        return state(Parts.NONE);
    }

    /** Details of nothing but what a space has. */
    static ItemDetails spaceDetails(
            @Nullable String key, @Nullable Instant createdAt, @Nullable String authorId, @Nullable String webUrl) {
        return new ItemDetails(
                key,
                null,
                null,
                createdAt,
                null,
                authorId,
                null,
                null,
                null,
                webUrl,
                null,
                new TreeSet<>(),
                new TreeMap<>(),
                null);
    }
}
