package dev.confluencekit.auth;

import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.time.TimeSource;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Encrypted files for tests. */
final class Sealed {
    static final CredentialId ID = CredentialId.of("kb-bot");
    static final char[] PASSWORD = "correct horse battery staple".toCharArray();

    /** So little work that the production store would refuse the file. */
    static final KeyDerivation.Work LITTLE = new KeyDerivation.Work(1, 10_000_000, 2);

    private Sealed() {}

    static MasterKey key(int seed) {
        return MasterKey.ofBase64(base64(seed));
    }

    static String base64(int seed) {
        byte[] key = new byte[MasterKey.BYTES];
        new Random(seed).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static Credential credential(String key) {
        return Credential.of("kb-bot@acme.example", Secret.of(key));
    }

    /** A key derivation that counts how often it is asked. */
    static KeyDerivation counting(AtomicInteger runs) {
        return (password, salt, iterations) -> {
            runs.incrementAndGet();
            return KeyDerivation.PBKDF2.derive(password, salt, iterations);
        };
    }

    static EncryptedFileCredentialStore withPassword(Path file, AtomicInteger runs) {
        return withPassword(file, PASSWORD, runs);
    }

    static EncryptedFileCredentialStore withPassword(Path file, char[] password, AtomicInteger runs) {
        return EncryptedFileCredentialStore.open(
                file, MasterKey.ofPassword(password), counting(runs), LITTLE, TimeSource.system());
    }
}
