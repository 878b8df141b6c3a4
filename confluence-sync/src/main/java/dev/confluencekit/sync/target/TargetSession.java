package dev.confluencekit.sync.target;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run's exclusive use of a target. All methods but {@link #close} throw {@link TargetException} where the target fails or
 * the session has been closed; what was applied before stands then. Ids, titles, checkpoints and all else that a state holds
 * come back as they were given, to the last character. For one thread.
 */
public interface TargetSession extends AutoCloseable {
    /**
     * The checkpoint of the last batch that was applied.
     *
     * @return what {@link TargetBatch#checkpoint()} was, or empty for a target that has never taken a batch
     */
    Optional<String> checkpoint();

    /**
     * The states of some items.
     *
     * @param keys which, at most 1,000
     * @return those that the target holds
     */
    Map<ItemKey, ItemState> find(Collection<ItemKey> keys);

    /**
     * The items of a kind, in an order of the target's choice that batches do not disturb: what stays in the target is given
     * once, whatever comes and goes between two parts.
     *
     * @param kind which kind
     * @param spaceId which space, or null for all
     * @param after where to go on: the last of the part before, or null to begin
     * @param most the most items to give, at least 1
     * @return the next part; empty at the end
     */
    List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most);

    /**
     * What belongs to an item: its comments and files.
     *
     * @param owner a page or blog post
     * @return the states of all that belong to it
     */
    List<ItemState> ownedBy(ItemKey owner);

    /**
     * How many items of a kind the target holds.
     *
     * @param kind which kind
     * @return how many
     */
    long count(ItemKind kind);

    /**
     * The items that the site did not show when it was last asked for them.
     *
     * @param kind which kind
     * @return how many are marked as unreachable
     */
    long countUnreachable(ItemKind kind);

    /**
     * Items that an earlier batch put and that the target has lost since, by a power cut or by somebody's hand. It does not
     * hold them any more as far as all other methods are concerned. They are told, by this and later sessions, until a batch
     * puts or removes them, so that a run fetches them again without having to look at all others.
     *
     * @param most the most keys to give, at least 1
     * @return their keys; empty for a target that loses nothing, or cannot tell
     */
    default List<ItemKey> lost(int most) {
        return List.of();
    }

    /**
     * Whether a page is to come after the page that it stands below: with it in one batch and behind it, or in a later one. It
     * may come first all the same where its parent is not in the mirror, or where pages were moved so while they were read that
     * each stands below the other.
     *
     * @return false to take items as they come, which needs less looking around
     */
    default boolean parentsFirst() {
        return false;
    }

    /**
     * Takes a batch: all of it and its checkpoint, or nothing. When this returns, it lasts. When it throws, the session goes
     * on from what stood before, unless the exception says otherwise; should the target have failed at the very end, the
     * batch may stand all the same, as the checkpoint of the next session tells.
     *
     * @param batch what changed
     * @throws TargetBusyException if the target came to be somebody else's meanwhile; nothing was changed
     */
    void apply(TargetBatch batch);

    /** Lets the next one in. What was applied stands, whether or not this is called. A second call does nothing. */
    @Override
    void close();
}
