package dev.confluencekit.markup.tree;

/**
 * A web address, an address for mail, or one relative to the page. Nothing has been checked of it.
 *
 * @param url as the source has it
 */
public record WebTarget(String url) implements Target {}
