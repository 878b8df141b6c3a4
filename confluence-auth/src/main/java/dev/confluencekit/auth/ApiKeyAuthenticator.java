package dev.confluencekit.auth;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;

/**
 * HTTP Basic with an Atlassian account's email address and an API token ({@code username:key} in UTF-8), taken from a
 * store at every request. Safe for use by many threads.
 */
public final class ApiKeyAuthenticator implements Authenticator {
    private final CredentialStore store;
    private final CredentialId id;

    private ApiKeyAuthenticator(CredentialStore store, CredentialId id) {
        this.store = store;
        this.id = id;
    }

    /**
     * An authenticator over one entry of a store.
     *
     * @param store the store
     * @param id the entry
     * @return an authenticator; it asks the store when a request is about to be sent, not before
     */
    public static ApiKeyAuthenticator of(CredentialStore store, CredentialId id) {
        return new ApiKeyAuthenticator(store, id);
    }

    @Override
    public Authorization authorize() {
        Credential credential = store.find(id)
                .orElseThrow(() ->
                        new CredentialException("There is no credential \"" + id + "\"; looked in " + describe() + "."))
                .credential();
        return Authorization.basic(credential.username(), credential.apiKey());
    }

    /** Only our own stores are known to say nothing secret of themselves. */
    private String describe() {
        boolean own = store instanceof InMemoryCredentialStore || store instanceof EnvironmentCredentialStore;
        return own ? store.toString() : store.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return "API key \"" + id + "\" from " + describe();
    }
}
