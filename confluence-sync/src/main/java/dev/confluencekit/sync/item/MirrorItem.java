package dev.confluencekit.sync.item;

import org.jspecify.annotations.Nullable;

/**
 * An item as it goes into a target, whole.
 *
 * @param state what is compared
 * @param details what is told of it
 * @param body its body, null where it has none or the scope takes none
 * @param file its file, null but for attachments whose files are in scope
 */
public record MirrorItem(
        ItemState state,
        ItemDetails details,
        @Nullable ItemBody body,
        @Nullable ItemFile file) {
    /**
     * Which item.
     *
     * @return its key
     */
    public ItemKey key() {
        return state.key();
    }
}
