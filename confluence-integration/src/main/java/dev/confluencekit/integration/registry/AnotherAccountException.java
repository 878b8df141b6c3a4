package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;

/** The new key is good but belongs to another account than the integration. The old key was kept. */
public final class AnotherAccountException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    private final transient Account found;

    AnotherAccountException(Message message, Account found) {
        super(message);
        this.found = found;
    }

    /**
     * The account of the new key.
     *
     * @return as the service named it
     */
    public Account found() {
        return found;
    }
}
