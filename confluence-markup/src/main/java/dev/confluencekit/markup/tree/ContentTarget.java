package dev.confluencekit.markup.tree;

/**
 * Any content, by its id.
 *
 * @param id of the content
 */
public record ContentTarget(String id) implements Target {}
