package dev.confluencekit.markup.error;

/**
 * The one type to catch for everything that reading or writing of bodies throws because of a body. Bodies that are merely
 * strange do not throw: they are read as far as can be, and the report tells.
 */
public abstract class MarkupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what is wrong and where
     */
    protected MarkupException(String message) {
        super(message);
    }
}
