package dev.confluencekit.sync.item;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an item besides its state and its content. What the site did not say, or the scope does not take, is null
 * or empty. Immutable.
 *
 * @param spaceKey the key of a space
 * @param parentType what the parent is, such as {@code page} or {@code folder}
 * @param position the place among its siblings
 * @param createdAt when it was created
 * @param changedAt when its version was made
 * @param authorId the account that created it
 * @param ownerId the account that owns it
 * @param changedBy the account that made its version
 * @param changeMessage what that account said of the change
 * @param webUrl where people find it
 * @param resolution of an inline comment: whether it is settled
 * @param labels its labels, without prefix {@code global}; others as {@code prefix:name}
 * @param properties its content properties: JSON by key
 * @param access its own restrictions
 */
public record ItemDetails(
        @Nullable String spaceKey,
        @Nullable String parentType,
        @Nullable Integer position,
        @Nullable Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable String authorId,
        @Nullable String ownerId,
        @Nullable String changedBy,
        @Nullable String changeMessage,
        @Nullable String webUrl,
        @Nullable String resolution,
        SortedSet<String> labels,
        SortedMap<String, String> properties,
        @Nullable ItemAccess access) {
    /** Copies what can change. */
    public ItemDetails {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
