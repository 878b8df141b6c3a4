package dev.confluencekit.testkit.internal.site;

import org.jspecify.annotations.Nullable;

/**
 * Content that a caller wants to have.
 *
 * @param kind what it is
 * @param spaceId its space
 * @param title its title, possibly empty for a draft
 * @param storage its body in storage format
 * @param parentId the page above it, or null for the root
 * @param draft whether it is not published yet
 * @param live whether it is a live doc
 * @param readerOnly the only user name that may see it, or null
 */
public record ContentDraft(
        ContentKind kind,
        long spaceId,
        String title,
        String storage,
        @Nullable Long parentId,
        boolean draft,
        boolean live,
        @Nullable String readerOnly) {}
