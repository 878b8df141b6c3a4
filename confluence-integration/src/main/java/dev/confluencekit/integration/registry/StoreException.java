package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;
import org.jspecify.annotations.Nullable;

/** The integrations could not be read or saved. What was stored before is still there. */
public final class StoreException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be done.
     *
     * @param message what to show
     * @param cause what went wrong underneath, if something did
     */
    public StoreException(Message message, @Nullable Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
