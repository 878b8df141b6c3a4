package dev.confluencekit.sync.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a target holds of an item beside its content: what a run compares with the site. It is small, since a run looks at
 * that of every item.
 *
 * @param key which item
 * @param spaceId the space that it is in; a space's own id
 * @param owner the page or blog post that a comment or file belongs to, else null
 * @param parentId what a page stands below, or the comment that a reply answers; null at the top
 * @param title its title, exactly as the site has it; empty where it has none
 * @param status its status at the site, such as {@code current}
 * @param version the number of its version; 0 where the site counts none
 * @param fingerprint tells whether anything else changed: a digest of all that is mirrored of it but the body
 * @param unreachableSince when the site first answered that it is not there or not to be seen, else null
 */
public record ItemState(
        ItemKey key,
        String spaceId,
        @Nullable ItemKey owner,
        @Nullable String parentId,
        String title,
        String status,
        int version,
        String fingerprint,
        @Nullable Instant unreachableSince) {
    /**
     * The same item, seen to be missing or back.
     *
     * @param since when it was first missed, or null if it is there
     * @return a copy
     */
    public ItemState unreachableSince(@Nullable Instant since) {
        return new ItemState(key, spaceId, owner, parentId, title, status, version, fingerprint, since);
    }

    /**
     * Whether another state of the same item holds the same version of the same things.
     *
     * @param other the other state
     * @return whether content and details are the same; being unreachable does not count
     */
    public boolean sameAs(ItemState other) {
        return key.equals(other.key) && version == other.version && fingerprint.equals(other.fingerprint);
    }
}
