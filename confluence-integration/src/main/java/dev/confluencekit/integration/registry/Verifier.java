package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.ConnectionTest;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import dev.confluencekit.integration.message.Messages;
import org.jspecify.annotations.Nullable;

/** Tries a key that lies in no store yet. */
final class Verifier {
    private final ConfluenceRuntime runtime;
    private final Messages messages;

    Verifier(ConfluenceRuntime runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    /**
     * Tests a connection with the key.
     *
     * @return a report that is ok and names an account
     * @throws dev.confluencekit.integration.connection.ConnectionFailedException if the connection does not hold
     */
    ConnectionReport verify(ConfluenceSite site, @Nullable String cloudId, Credential candidate) {
        Authorization authorization = Authorization.basic(candidate.username(), candidate.apiKey());
        try (ConfluenceConnection connection = runtime.connect(site, () -> authorization, cloudId)) {
            return new ConnectionTest(connection, messages)
                    .run(new KeyHistory(KeyLife.of(candidate), null))
                    .orThrow();
        }
    }
}
