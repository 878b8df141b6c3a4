package dev.confluencekit.core.error;

/** The calling thread was interrupted. The call was ended at once and the thread's interrupt flag is set again. */
public final class ConfluenceInterruptedException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which call was interrupted.
     *
     * @param message which call was interrupted
     */
    public ConfluenceInterruptedException(String message) {
        super(message);
    }
}
