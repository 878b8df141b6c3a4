package dev.confluencekit.core.error;

/** The integration or its runtime has been closed; calls in flight end with this too. */
public final class ConfluenceClosedException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was closed.
     *
     * @param message what was closed
     */
    public ConfluenceClosedException(String message) {
        super(message);
    }
}
