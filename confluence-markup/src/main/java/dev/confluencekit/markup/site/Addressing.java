package dev.confluencekit.markup.site;

import org.jspecify.annotations.Nullable;

/** How what was found is linked to. */
@FunctionalInterface
interface Addressing {
    /** The address of what was found, and of the place in it, if one is named; null if it has none. */
    @Nullable
    String of(Found found, @Nullable String anchor);
}
