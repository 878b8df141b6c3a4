package dev.confluencekit.content.attachment;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.NotFoundException;

/**
 * The site takes no attachments of this size, so nothing was stored. Confluence says so with a 404, the cause of this; that
 * what the file was to be attached to can be seen all the same leaves no other meaning.
 */
public final class AttachmentTooLargeException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String fileName;
    private final long bytes;

    /**
     * Names the file.
     *
     * @param fileName its name
     * @param bytes its size
     * @param cause the refusal
     */
    public AttachmentTooLargeException(String fileName, long bytes, NotFoundException cause) {
        super("\"" + fileName + "\" of " + bytes + " bytes is larger than the site's limit for attachments. An"
                + " administrator can look the limit up, and raise it.");
        this.fileName = fileName;
        this.bytes = bytes;
        initCause(cause);
    }

    /**
     * The file name.
     *
     * @return the name that was wanted
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The size of the file.
     *
     * @return the number of bytes
     */
    public long bytes() {
        return bytes;
    }
}
