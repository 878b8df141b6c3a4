/**
 * Bodies as they are at a site: resolvers that ask it, in bulk, and what mirrors render bodies by. This package alone needs
 * {@code confluence-content} and {@code confluence-sync}; all else here does without.
 */
@NullMarked
package dev.confluencekit.markup.site;

import org.jspecify.annotations.NullMarked;
