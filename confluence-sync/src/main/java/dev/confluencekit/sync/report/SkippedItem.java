package dev.confluencekit.sync.report;

import dev.confluencekit.sync.item.ItemKey;

/**
 * An item that a run could not bring into the mirror. What was there of it before stays, and the next run tries again.
 *
 * @param key which item
 * @param reason why
 * @param detail for people to read
 */
public record SkippedItem(ItemKey key, Reason reason, String detail) {
    /** Why an item was skipped. */
    public enum Reason {
        /** The site answered an older version than it had listed, again and again. */
        STALE,
        /** The site could not give it. */
        UNREADABLE,
        /** The renderer threw. */
        NOT_RENDERED,
        /** It was listed and then not there, and the mirror never had it. */
        GONE_WHILE_READING
    }
}
