package dev.confluencekit.markup.chunk;

import org.jspecify.annotations.Nullable;

/**
 * The page that chunks are of.
 *
 * @param pageId its id, part of the ids of its chunks
 * @param version of the page, where it is known
 * @param spaceKey of its space, where it is known
 * @param title of the page, the first of all headings
 * @param url where people read it, without {@code #}; where it is known
 */
public record ChunkSource(
        String pageId,
        @Nullable Integer version,
        @Nullable String spaceKey,
        String title,
        @Nullable String url) {
    /** A page of which nothing is known but id and title. */
    public static ChunkSource of(String pageId, String title) {
        return new ChunkSource(pageId, null, null, title, null);
    }
}
