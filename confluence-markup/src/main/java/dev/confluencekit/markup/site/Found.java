package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.owner.ContentOwner;
import org.jspecify.annotations.Nullable;

/**
 * What a name in a body stands for.
 *
 * @param what it is
 * @param space where it is
 * @param title what it is called
 * @param path where people find it, below {@code /wiki}
 * @param archived whether it was put away, and is still there
 */
record Found(
        ContentOwner what,
        @Nullable SpaceId space,
        @Nullable String title,
        @Nullable String path,
        boolean archived) {}
