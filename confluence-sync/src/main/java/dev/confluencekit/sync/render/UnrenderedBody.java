package dev.confluencekit.sync.render;

import dev.confluencekit.sync.item.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * A body that was fetched and waits to be rendered.
 *
 * @param item what it is the body of
 * @param spaceId the space that this is in
 * @param owner the page or blog post that a comment belongs to, else null
 * @param text the body in the {@link BodyRenderer#source()} format
 */
public record UnrenderedBody(
        ItemKey item, String spaceId, @Nullable ItemKey owner, String text) {}
