package dev.confluencekit.markup.tree;

import org.jspecify.annotations.Nullable;

/**
 * A blog post, by title and day.
 *
 * @param title of the post
 * @param spaceKey of its space; missing if it is the space of the page that links
 * @param postingDay {@code 2026/11/24}
 */
public record BlogPostTarget(
        String title, @Nullable String spaceKey, @Nullable String postingDay) implements Target {}
