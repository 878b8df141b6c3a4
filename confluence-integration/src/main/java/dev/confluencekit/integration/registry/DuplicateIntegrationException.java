package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;

/** The same account on the same site has an integration already. Nothing was stored. */
public final class DuplicateIntegrationException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    private final transient IntegrationId existing;

    DuplicateIntegrationException(Message message, IntegrationId existing) {
        super(message);
        this.existing = existing;
    }

    /**
     * The one that is there.
     *
     * @return its id
     */
    public IntegrationId existing() {
        return existing;
    }
}
