package dev.confluencekit.testkit.internal.site;

import org.jspecify.annotations.Nullable;

/**
 * The next version of content, as a caller wants it.
 *
 * @param title its title
 * @param storage its body in storage format
 * @param number the version number that the caller gives it
 * @param message the comment on the version
 * @param draft whether the wanted status is a draft
 * @param parentId the page above it from now on, or null to leave it where it is
 */
public record ContentChange(
        String title,
        String storage,
        int number,
        String message,
        boolean draft,
        @Nullable Long parentId) {}
