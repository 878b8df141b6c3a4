package dev.confluencekit.core.error;

/**
 * The one type to catch for everything that can go wrong when talking to Confluence. Messages say what was tried,
 * what came back and what to do; they never hold a credential.
 *
 * <p>Bad input is not among its subclasses: that is an {@link InvalidArgumentException}, thrown before any request.
 */
public abstract class ConfluenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what was tried, what came back, what to do
     */
    protected ConfluenceException(String message) {
        super(message);
    }
}
