package dev.confluencekit.auth;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps credentials under ids. Each entry has a version, and a change names the version that it replaces, so that of
 * two changes at once exactly one wins. Implementations are safe for use by many threads; they are asked at every
 * request and should answer quickly. A store that cannot read throws
 * {@link dev.confluencekit.core.error.CredentialException}, and never answers empty instead.
 */
public interface CredentialStore {
    /** The version to name when there is to be no entry yet. */
    long NONE = 0;

    /**
     * Looks an entry up.
     *
     * @param id its id
     * @return the credential and its version, or empty if there is no such entry
     * @throws dev.confluencekit.core.error.CredentialException if the store cannot be read or holds something unusable
     */
    Optional<StoredCredential> find(CredentialId id);

    /**
     * Adds or replaces an entry, provided that it still has the version named.
     *
     * @param id its id
     * @param credential what to keep
     * @param expectedVersion the version that is replaced, or {@link #NONE} if there is to be none
     * @return true if the entry was written, false if it has another version by now
     * @throws dev.confluencekit.core.error.CredentialException if the store cannot be written
     */
    boolean put(CredentialId id, Credential credential, long expectedVersion);

    /**
     * Removes an entry. Removing what is not there is no error.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.CredentialException if the store cannot be written
     */
    void remove(CredentialId id);

    /**
     * A store in memory; it ends with the JVM.
     *
     * @return an empty store
     */
    static CredentialStore inMemory() {
        return new InMemoryCredentialStore();
    }

    /**
     * One read-only entry, {@link EnvironmentCredentialStore#ID}, from the variables {@code CONFLUENCE_USERNAME} and
     * {@code CONFLUENCE_API_KEY} of this process. The JVM keeps its environment on the heap and the operating system
     * may show it to others; for anything but a developer's machine or a container prefer another store.
     *
     * @return a store over {@link System#getenv()}
     */
    static CredentialStore environment() {
        return environment(System.getenv());
    }

    /**
     * As {@link #environment()}, from given variables.
     *
     * @param variables names and values
     * @return a read-only store
     */
    static CredentialStore environment(Map<String, String> variables) {
        return new EnvironmentCredentialStore(variables);
    }
}
