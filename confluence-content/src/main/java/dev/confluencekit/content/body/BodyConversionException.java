package dev.confluencekit.content.body;

import dev.confluencekit.core.error.ConfluenceException;

/** A body could not be converted, or not in time. */
public final class BodyConversionException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what went wrong
     */
    public BodyConversionException(String message) {
        super(message);
    }
}
