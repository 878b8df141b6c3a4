package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.auth.contract.CredentialStoreContract;
import dev.confluencekit.core.secret.Secret;
import org.junit.jupiter.api.Test;

class InMemoryCredentialStoreTest extends CredentialStoreContract {
    @Override
    protected CredentialStore newStore() {
        return CredentialStore.inMemory();
    }

    @Test
    void inMemory_twoStores_shareNothing() {
        CredentialId id = CredentialId.of("kb-bot");
        CredentialStore.inMemory().put(id, Credential.of("a@acme.example", Secret.of("key")), CredentialStore.NONE);
        assertThat(CredentialStore.inMemory().find(id)).isEmpty();
    }

    @Test
    void toString_saysWhereCredentialsAre() {
        assertThat(newStore()).hasToString("credentials in memory");
    }
}
