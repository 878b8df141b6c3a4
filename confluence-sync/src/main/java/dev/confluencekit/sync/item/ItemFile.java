package dev.confluencekit.sync.item;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of an attachment, fetched whole and checked by its size. It lies in a temporary place: a target copies or moves
 * it while it takes the batch; afterwards the mirror removes what is left there.
 *
 * @param content where the bytes are
 * @param size how many
 * @param mediaType the media type, as the site has it
 */
public record ItemFile(Path content, long size, @Nullable String mediaType) {}
