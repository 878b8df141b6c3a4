package dev.confluencekit.sync.item;

import dev.confluencekit.content.ContentId;

/**
 * What tells one item of a mirror from all others, for its whole life: titles, parents and spaces change, this does not.
 *
 * @param kind what it is
 * @param id its id at the service: 1 to 64 ASCII letters, digits and dashes, so that it may be part of a file name
 */
public record ItemKey(ItemKind kind, String id) {
    /**
     * Checks the id.
     *
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it has another form
     */
    public ItemKey {
        id = ContentId.of(id).value();
    }

    @Override
    public String toString() {
        return kind.word() + " " + id;
    }
}
