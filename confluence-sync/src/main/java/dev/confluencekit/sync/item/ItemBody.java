package dev.confluencekit.sync.item;

import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The body of an item as the mirror keeps it. Immutable.
 *
 * @param text the text
 * @param mediaType its media type, such as {@code application/xml}
 * @param fileExtension the ending of a file that holds it, without the dot: ASCII letters, digits and inner dots
 */
public record ItemBody(String text, String mediaType, String fileExtension) {
    /**
     * Checks the file extension.
     *
     * @throws InvalidArgumentException if it could be anything but the end of a file's name
     */
    public ItemBody {
        if (!fileExtension.matches("[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*")) {
            throw new InvalidArgumentException("fileExtension", "must be ASCII letters and digits");
        }
    }
}
