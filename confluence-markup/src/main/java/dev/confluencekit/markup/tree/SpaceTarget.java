package dev.confluencekit.markup.tree;

/**
 * A space.
 *
 * @param key of the space
 */
public record SpaceTarget(String key) implements Target {}
