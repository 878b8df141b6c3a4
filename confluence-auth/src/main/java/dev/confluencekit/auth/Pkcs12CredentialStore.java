package dev.confluencekit.auth;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.time.TimeSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Credentials as secret-key entries of a PKCS#12 key store, see {@link CredentialStore#pkcs12(Path, char[])}, beside
 * whatever else it holds. {@code keytool -list -storetype PKCS12} shows them as {@code confluencekit-} and the id in
 * hexadecimal, since aliases know no case; one more entry, {@code confluencekit-versions}, counts the changes.
 *
 * <p>Weaker than {@link EncryptedFileCredentialStore}: the JDK protects the file by 10,000 iterations, so that guessing
 * the password costs a sixtieth; aliases, and with them ids, can be read by anybody who can read the file; an entry
 * that is put back from an older copy of the file is not noticed by whoever opens it afterwards. So choose a long random
 * password.
 *
 * <p>Changes, locks, limits, threads and failures are as with the encrypted file. Other programs that change the key
 * store do not know of the lock, so let none do so meanwhile.
 */
public final class Pkcs12CredentialStore implements CredentialStore, AutoCloseable {
    /** The fewest characters of a password. */
    public static final int SHORTEST_PASSWORD = 12;

    private final CredentialFile file;

    private Pkcs12CredentialStore(CredentialFile file) {
        this.file = file;
    }

    static Pkcs12CredentialStore open(Path file, char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new InvalidArgumentException(
                    "password",
                    "is to have at least 12 characters, since a key store does" + " little against guessing");
        }
        for (char c : password) {
            if (c < ' ' || c > '~') {
                throw new InvalidArgumentException(
                        "password",
                        "is to be of printable ASCII characters only, since Java"
                                + " 17 opens no key store with others");
            }
        }
        KeyStoreFormat format = new KeyStoreFormat(password.clone());
        return new Pkcs12CredentialStore(CredentialFile.open(file, format, TimeSource.system()));
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
     * Wipes the password and forgets the entries. Strings cannot be wiped, so keys that were read may stay in memory
     * until the garbage collector has taken them. Whoever uses the store afterwards gets a
     * {@link dev.confluencekit.core.error.CredentialException}. A second call does nothing.
     */
    @Override
    public void close() {
        file.close();
    }

    @Override
    public String toString() {
        return "PKCS#12 " + file;
    }
}
