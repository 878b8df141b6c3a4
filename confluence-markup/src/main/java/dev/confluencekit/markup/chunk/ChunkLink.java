package dev.confluencekit.markup.chunk;

/**
 * A link in a chunk.
 *
 * @param url as the Markdown of the chunk has it
 * @param text what is to be read of it
 */
public record ChunkLink(String url, String text) {}
