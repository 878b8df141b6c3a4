package dev.confluencekit.integration.message;

import dev.confluencekit.core.error.ConfluenceException;

/** A failure in the life of an integration, with a message that can be shown to people as it is. */
public class IntegrationException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    /**
     * Wraps a message.
     *
     * @param message what to show
     */
    public IntegrationException(Message message) {
        super(message.toString());
        this.message = message;
    }

    /**
     * What to show to people, and the code for programs.
     *
     * @return the message
     */
    public Message forPeople() {
        return message;
    }
}
