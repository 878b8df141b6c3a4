package dev.confluencekit.markup.tree;

import org.jspecify.annotations.Nullable;

/**
 * A page, by its title.
 *
 * @param title of the page
 * @param spaceKey of its space; missing if it is the space of the page that links
 */
public record PageTarget(String title, @Nullable String spaceKey) implements Target {}
