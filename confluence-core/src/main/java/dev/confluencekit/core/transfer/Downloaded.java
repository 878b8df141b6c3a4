package dev.confluencekit.core.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived whole.
 *
 * @param bytes its size
 * @param mediaType its type as the media host names it, if it does; whoever uploaded the file chose it
 */
public record Downloaded(long bytes, @Nullable String mediaType) {}
