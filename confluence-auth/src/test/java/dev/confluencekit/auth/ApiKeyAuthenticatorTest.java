package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyAuthenticatorTest {
    private static final CredentialId ID = CredentialId.of("kb-bot");

    private final CredentialStore store = CredentialStore.inMemory();
    private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.of(store, ID);

    private void put(String username, String key, long expectedVersion) {
        store.put(ID, Credential.of(username, Secret.of(key)), expectedVersion);
    }

    @Test
    void authorize_credential_isHttpBasic() {
        put("kb-bot@acme.example", "ATATT3x=0A1B", CredentialStore.NONE);
        assertThat(authenticator.authorize().headerValue())
                .isEqualTo("Basic a2ItYm90QGFjbWUuZXhhbXBsZTpBVEFUVDN4PTBBMUI=");
    }

    @ParameterizedTest
    @CsvSource({"jürgen@acme.example, schlüssel", "李@acme.example, 鍵🔑", "a@b.example, a:b:c"})
    void authorize_anyCharacters_areSentInUtf8(String username, String key) {
        put(username, key, CredentialStore.NONE);
        String header = authenticator.authorize().headerValue();
        byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
        assertThat(pair).isEqualTo((username + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void authorize_longKey_isOneLine() {
        put("kb-bot@acme.example", "A".repeat(300), CredentialStore.NONE);
        assertThat(authenticator.authorize().headerValue().substring("Basic ".length()))
                .doesNotContainAnyWhitespaces();
    }

    @Test
    void authorize_keyReplacedInTheStore_isTheNewOneAtOnce() {
        put("kb-bot@acme.example", "old", CredentialStore.NONE);
        String before = authenticator.authorize().headerValue();
        put("kb-bot@acme.example", "new", 1);
        assertThat(authenticator.authorize().headerValue()).isNotEqualTo(before);
    }

    @Test
    void of_entryNotThereYet_isFoundLater() {
        ApiKeyAuthenticator early = ApiKeyAuthenticator.of(store, ID);
        put("kb-bot@acme.example", "key", CredentialStore.NONE);
        assertThat(early.authorize().account()).isEqualTo("kb-bot@acme.example");
    }

    @Test
    void authorize_noEntry_saysWhatIsMissingAndWhereItLooked() {
        assertThatThrownBy(authenticator::authorize)
                .isInstanceOf(CredentialException.class)
                .hasMessage("There is no credential \"kb-bot\"; looked in credentials in memory.");
    }

    @Test
    void authorize_emptyEnvironment_namesTheVariables() {
        ApiKeyAuthenticator environment =
                ApiKeyAuthenticator.of(CredentialStore.environment(Map.of()), EnvironmentCredentialStore.ID);
        assertThatThrownBy(environment::authorize).hasMessageContainingAll("CONFLUENCE_USERNAME", "CONFLUENCE_API_KEY");
    }

    @Test
    void authorize_entryRemoved_isRefused() {
        put("kb-bot@acme.example", "key", CredentialStore.NONE);
        store.remove(ID);
        assertThatThrownBy(authenticator::authorize).isInstanceOf(CredentialException.class);
    }

    @Test
    void authorize_hostsOwnStore_isNamedByItsTypeOnly() {
        assertThatThrownBy(ApiKeyAuthenticator.of(new Vault(), ID)::authorize).hasMessageEndingWith("looked in Vault.");
    }

    @Test
    void toString_namesEntryAndStore() {
        put("kb-bot@acme.example", "key", CredentialStore.NONE);
        assertThat(authenticator).hasToString("API key \"kb-bot\" from credentials in memory");
    }

    /** A store that may say anything of itself. */
    private static final class Vault implements CredentialStore {
        @Override
        public Optional<StoredCredential> find(CredentialId id) {
            return Optional.empty();
        }

        @Override
        public boolean put(CredentialId id, Credential credential, long expectedVersion) {
            return false;
        }

        @Override
        public void remove(CredentialId id) {}

        @Override
        public String toString() {
            return "Vault at https://user:password@vault.acme.example";
        }
    }
}
