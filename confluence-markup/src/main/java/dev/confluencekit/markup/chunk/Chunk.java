package dev.confluencekit.markup.chunk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that can be understood by itself.
 *
 * @param id the same as long as page, headings and ordinal are: what is to be replaced when a page has changed
 * @param contentHash of text and Markdown: what has not changed need not be embedded again
 * @param source the page
 * @param headings the title of the page and the headings above the chunk, the nearest last
 * @param ordinal the how manieth chunk below these headings, from 0
 * @param kind what it consists of
 * @param text without markup
 * @param markdown with markup
 * @param url of the page, at the nearest heading as Confluence Cloud names it; missing if that of the page is
 * @param links in it, in their order
 * @param attachments names of files that it shows or links to
 */
public record Chunk(
        String id,
        String contentHash,
        ChunkSource source,
        List<String> headings,
        int ordinal,
        ChunkKind kind,
        String text,
        String markdown,
        @Nullable String url,
        List<ChunkLink> links,
        List<String> attachments) {
    /** Copies its lists. */
    public Chunk {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }
}
