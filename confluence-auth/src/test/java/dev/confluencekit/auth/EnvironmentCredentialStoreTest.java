package dev.confluencekit.auth;

import static dev.confluencekit.auth.EnvironmentCredentialStore.API_KEY;
import static dev.confluencekit.auth.EnvironmentCredentialStore.ID;
import static dev.confluencekit.auth.EnvironmentCredentialStore.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCredentialStoreTest {
    private static final String EMAIL = "kb-bot@acme.example";
    private static final String KEY = "ATATT3xEnvironmentKey";

    private static CredentialStore store(String username, String key) {
        return CredentialStore.environment(Map.of(USERNAME, username, API_KEY, key));
    }

    @Test
    void find_bothVariables_isTheCredential() {
        assertThat(store(EMAIL, KEY).find(ID)).contains(new StoredCredential(Credential.of(EMAIL, Secret.of(KEY)), 1));
    }

    @Test
    void find_anotherId_isEmpty() {
        assertThat(store(EMAIL, KEY).find(CredentialId.of("other"))).isEmpty();
    }

    @Test
    void find_neitherVariable_isEmpty() {
        assertThat(CredentialStore.environment(Map.of()).find(ID)).isEmpty();
    }

    @Test
    void find_keyMissing_namesItsVariable() {
        CredentialStore store = CredentialStore.environment(Map.of(USERNAME, EMAIL));
        assertThatThrownBy(() -> store.find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessage("The environment variable CONFLUENCE_API_KEY is missing.");
    }

    @Test
    void find_usernameMissing_namesItsVariable() {
        CredentialStore store = CredentialStore.environment(Map.of(API_KEY, KEY));
        assertThatThrownBy(() -> store.find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageStartingWith("The environment variable CONFLUENCE_USERNAME is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", KEY + "\n", KEY + "\r", " " + KEY, KEY + " ", KEY + "\t" + KEY})
    void find_keyThatCannotBeUsed_namesItsVariable(String key) {
        assertThatThrownBy(() -> store(EMAIL, key).find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(API_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY + "\n", KEY + "\r", " " + KEY, KEY + " "})
    void find_keyThatCannotBeUsed_isNotQuoted(String key) {
        assertThatThrownBy(() -> store(EMAIL, key).find(ID)).hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", EMAIL + "\n", "kb:bot@acme.example"})
    void find_usernameThatCannotBeUsed_namesItsVariable(String username) {
        assertThatThrownBy(() -> store(username, KEY).find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(USERNAME);
    }

    @Test
    void find_bothUnusable_namesBothVariables() {
        assertThatThrownBy(() -> store("", "").find(ID)).hasMessageContainingAll(USERNAME, API_KEY);
    }

    @Test
    void put_isRefused() {
        assertThatThrownBy(() -> store(EMAIL, KEY).put(ID, Credential.of(EMAIL, Secret.of(KEY)), 1))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void remove_isRefused() {
        assertThatThrownBy(() -> store(EMAIL, KEY).remove(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void toString_namesTheVariablesAndNoValue() {
        assertThat(store(EMAIL, KEY))
                .hasToString("the environment variables CONFLUENCE_USERNAME and CONFLUENCE_API_KEY");
    }
}
