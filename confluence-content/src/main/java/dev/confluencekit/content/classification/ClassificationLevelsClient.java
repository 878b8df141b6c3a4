package dev.confluencekit.content.classification;

import dev.confluencekit.core.ConfluenceConnection;
import java.util.List;

/** The classification levels that an organisation has defined. Safe for use by many threads. */
public interface ClassificationLevelsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static ClassificationLevelsClient over(ConfluenceConnection connection) {
        return new DefaultClassificationLevelsClient(connection);
    }

    /**
     * Reads the levels ({@code getClassificationLevels}); one request. A key with scopes needs
     * {@code read:configuration:confluence}.
     *
     * @return an immutable list, empty where there are none
     * @throws dev.confluencekit.core.error.ConfluenceException if the service refuses or cannot be reached
     */
    List<ClassificationLevel> list();
}
