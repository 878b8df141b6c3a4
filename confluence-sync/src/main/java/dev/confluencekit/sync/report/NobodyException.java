package dev.confluencekit.sync.report;

import dev.confluencekit.core.error.ConfluenceException;

/**
 * The site takes the key for nobody's, or for somebody else's than before: it has expired, has been revoked, or was exchanged
 * for another account's. What such an answer shows or leaves out says nothing of the mirror, so the run stopped.
 */
public final class NobodyException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was expected and found.
     *
     * @param message the message
     */
    public NobodyException(String message) {
        super(message);
    }
}
