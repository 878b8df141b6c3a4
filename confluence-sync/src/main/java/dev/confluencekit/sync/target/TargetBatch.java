package dev.confluencekit.sync.target;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import java.util.List;

/**
 * What changed since the batch before, and how far the run has come by it. No item is in more than one of the lists, nor
 * twice in one.
 *
 * @param put items to store, whole, in place of all that there is of them: one without body or file has none afterwards, one
 *     in another space has moved
 * @param mark items of which only the state changes, be it their space; what else the target holds of them stays. One that
 *     is not there is no error and does not come to be
 * @param remove items to forget with their content; one that is not there is no error. What they own stays until it is
 *     removed itself
 * @param checkpoint an opaque text, to be given back by {@link TargetSession#checkpoint()}
 */
public record TargetBatch(List<MirrorItem> put, List<ItemState> mark, List<ItemKey> remove, String checkpoint) {
    /** Copies the lists. */
    public TargetBatch {
        put = List.copyOf(put);
        mark = List.copyOf(mark);
        remove = List.copyOf(remove);
    }
}
