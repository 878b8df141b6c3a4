package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An integration as it stands in the list. Holds no credential.
 *
 * @param id its id
 * @param name its name, for people
 * @param capabilities what it is for
 * @param site the site
 * @param cloudId the site's cloud id
 * @param username the email address of the account
 * @param account the account, as the service named it
 * @param credentialId where the key lies in the credential store
 * @param keyLife what is known of the key's end
 * @param addedAt when it was added
 * @param keyAcceptedAt when the key was last seen to be accepted in a test
 * @param lastTest the last test of the connection
 */
public record Integration(
        IntegrationId id,
        String name,
        Set<Capability> capabilities,
        ConfluenceSite site,
        @Nullable String cloudId,
        String username,
        Account account,
        CredentialId credentialId,
        KeyLife keyLife,
        Instant addedAt,
        Instant keyAcceptedAt,
        ConnectionReport lastTest) {
    /** Copies the set. */
    public Integration {
        capabilities = Set.copyOf(capabilities);
    }
}
