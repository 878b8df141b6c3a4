package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;

/** There is no integration of that id, or it was removed meanwhile. */
public final class NoSuchIntegrationException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    NoSuchIntegrationException(Message message) {
        super(message);
    }
}
