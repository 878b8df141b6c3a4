package dev.confluencekit.auth;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps credentials under ids. Each entry has a version, and a change names the version that it replaces, so that of
 * two changes at once exactly one wins. Versions of an id only grow, also over a removal: what is added after it gets a
 * higher one than any before, so that a version read long ago never fits another entry.
 *
 * <p>What {@code put} or {@code remove} has done is there for every {@code find} that begins afterwards, in this process
 * and, if the store is shared, in any other. A store keeps the whole credential, dates too; of ids that differ in case
 * only, each has its own entry. Implementations are safe for use by many threads. They are asked at every request and
 * should answer from memory as long as nothing changed. A store that cannot read throws
 * {@link dev.confluencekit.core.error.CredentialException}, which says what to do and holds no secret, and never answers
 * empty instead. {@code CredentialStoreContract} in the {@code tests} artifact of this module checks all this of any
 * store.
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
     * @return true if the entry was written, false if it has another version by now or is not there
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
     * An encrypted file. It is created at the first {@code put}, its directory at once. Many processes may share it.
     *
     * @param file where; beside it lies a lock file of the same name with {@code .lock} at its end
     * @param key the master key; copied, the caller may close it
     * @return the store, to be closed by the caller
     * @throws dev.confluencekit.core.error.CredentialException if the file is there and cannot be opened with this key
     */
    static EncryptedFileCredentialStore encryptedFile(Path file, MasterKey key) {
        return EncryptedFileCredentialStore.open(file, key);
    }

    /**
     * Entries of a PKCS#12 key store, for hosts that keep their secrets in one. Weaker than
     * {@link #encryptedFile(Path, MasterKey)}, see {@link Pkcs12CredentialStore}.
     *
     * @param file where; created at the first {@code put} if it is not there, its directory at once; beside it lies a
     *     lock file of the same name with {@code .lock} at its end
     * @param password the key store's password, at least {@link Pkcs12CredentialStore#SHORTEST_PASSWORD} printable ASCII
     *     characters; copied, the caller may wipe it
     * @return the store, to be closed by the caller
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the password is too short or not ASCII
     * @throws dev.confluencekit.core.error.CredentialException if the file is there and cannot be opened with it
     */
    static Pkcs12CredentialStore pkcs12(Path file, char[] password) {
        return Pkcs12CredentialStore.open(file, password);
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
