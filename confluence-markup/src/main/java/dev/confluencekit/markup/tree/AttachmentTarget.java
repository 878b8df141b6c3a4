package dev.confluencekit.markup.tree;

import org.jspecify.annotations.Nullable;

/**
 * A file that is attached to a page.
 *
 * @param fileName of the attachment
 * @param container the page, blog post or content that has it; missing if it is the page that links
 */
public record AttachmentTarget(String fileName, @Nullable Target container) implements Target {}
