package dev.confluencekit.testkit.internal.site;

import org.jspecify.annotations.Nullable;

/**
 * What custom content is beside its title, body and versions.
 *
 * @param type the word of the app that defines it
 * @param containerId the content that it is in, or null for the space itself
 * @param raw whether its body is the app's own, and no storage format
 */
public record CustomPlace(String type, @Nullable Long containerId, boolean raw) {}
