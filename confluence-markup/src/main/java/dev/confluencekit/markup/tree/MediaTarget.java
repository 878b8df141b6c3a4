package dev.confluencekit.markup.tree;

import org.jspecify.annotations.Nullable;

/**
 * A file of the media service, which attachments name as their {@code fileId}.
 *
 * @param id of the file
 * @param collection the file is in
 * @param fileName where the source knows it
 */
public record MediaTarget(
        String id, @Nullable String collection, @Nullable String fileName) implements Target {}
