package dev.confluencekit.auth;

import dev.confluencekit.core.time.TimeSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Credentials in one encrypted file, see {@link CredentialStore#encryptedFile(Path, MasterKey)}. Everything in it, ids and
 * usernames too, is one AES-256-GCM ciphertext under a key that is new at each change and itself encrypted under the
 * master key; the length of an API key does not show. With a password the master key is made by PBKDF2-HMAC-SHA256 with
 * 600,000 iterations, once for each opening.
 *
 * <p>A change is there as a whole or not at all, also after a crash; the file belongs to its owner alone (0600). Any
 * change by somebody else, a file cut off, one put back to an older state while the store is open, and one that vanishes
 * are {@link dev.confluencekit.core.error.CredentialException}s; so is a change that waits for another process for more
 * than 30 seconds. That somebody puts back an older file while no store has it open cannot be seen. At most 1 MiB, some
 * thousands of credentials.
 *
 * <p>Safe for use by many threads, and by many processes on a local file system (not on NFS). Looking up costs a look at
 * the file's time and size; in the two seconds after a change the file is read each time. Entries are in memory, in clear,
 * until {@link #close()}.
 */
public final class EncryptedFileCredentialStore implements CredentialStore, AutoCloseable {
    private final CredentialFile file;

    private EncryptedFileCredentialStore(CredentialFile file) {
        this.file = file;
    }

    static EncryptedFileCredentialStore open(Path file, MasterKey key) {
        return open(file, key, KeyDerivation.PBKDF2, KeyDerivation.Work.USUAL, TimeSource.system());
    }

    static EncryptedFileCredentialStore open(
            Path file, MasterKey key, KeyDerivation derivation, KeyDerivation.Work work, TimeSource time) {
        SealedFormat format = new SealedFormat(key.copy(), derivation, work);
        return new EncryptedFileCredentialStore(CredentialFile.open(file, format, time));
    }

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        return file.find(id);
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        return file.put(id, credential, expectedVersion);
    }

    @Override
    public void remove(CredentialId id) {
        file.remove(id);
    }

    /**
     * Wipes the master key and forgets the entries. Strings cannot be wiped, so keys that were read may stay in memory
     * until the garbage collector has taken them. Whoever uses the store afterwards gets a
     * {@link dev.confluencekit.core.error.CredentialException}. A second call does nothing.
     */
    @Override
    public void close() {
        file.close();
    }

    @Override
    public String toString() {
        return "encrypted " + file;
    }
}
