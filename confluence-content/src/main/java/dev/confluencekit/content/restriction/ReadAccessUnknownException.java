package dev.confluencekit.content.restriction;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.error.ConfluenceException;

/**
 * Who may read a page cannot be told, since a restriction on the way could not be read. Treat the page as closed to
 * everybody. The cause says why.
 */
public final class ReadAccessUnknownException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String unread;

    /**
     * Names what could not be read.
     *
     * @param page the page that was asked about
     * @param unread the content whose restriction could not be read
     * @param cause why
     */
    public ReadAccessUnknownException(ContentId page, ContentId unread, ConfluenceException cause) {
        super("Who may read " + page + " is not known: the restriction of " + unread
                + " could not be read. Treat the page as closed to everybody.");
        this.unread = unread.value();
        initCause(cause);
    }

    /**
     * What could not be read.
     *
     * @return the page or one above it
     */
    public ContentId unread() {
        return ContentId.of(unread);
    }
}
