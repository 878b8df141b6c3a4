package dev.confluencekit.markup.tree;

/**
 * What a link shortcut of the site leads to, such as {@code CONF-1@jira}.
 *
 * @param key of the shortcut
 * @param parameter what is put into it
 */
public record ShortcutTarget(String key, String parameter) implements Target {}
