package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * A page or a blog post by its title.
 *
 * @param space where it is
 * @param text the title
 * @param post whether it is a blog post
 * @param day of the blog post, {@code 2026/11/24}, where it is named
 */
record Title(
        SpaceId space, String text, boolean post, @Nullable String day) {
    static Title page(SpaceId space, String text) {
        return new Title(space, text, false, null);
    }
}
