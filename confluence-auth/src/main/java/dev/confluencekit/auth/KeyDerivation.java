package dev.confluencekit.auth;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes a 256-bit key of a password, slowly on purpose. */
@FunctionalInterface
interface KeyDerivation {
    /** PBKDF2-HMAC-SHA256 of the password in UTF-8. */
    KeyDerivation PBKDF2 = (password, salt, iterations) -> {
        PBEKeySpec work = new PBEKeySpec(password, salt, iterations, MasterKey.BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(work)
                    .getEncoded();
        } finally {
            work.clearPassword();
        }
    };

    byte[] derive(char[] password, byte[] salt, int iterations) throws GeneralSecurityException;

    /**
     * How much work a file may ask for: less would be easy to guess, more would be an attack on whoever opens it.
     *
     * @param fewest the fewest iterations that are accepted
     * @param most the most
     * @param forNewFiles what new files get
     */
    record Work(int fewest, int most, int forNewFiles) {
        /** OWASP's figure for PBKDF2-HMAC-SHA256, and about five seconds at most. */
        static final Work USUAL = new Work(600_000, 10_000_000, 600_000);

        boolean allows(int iterations) {
            return iterations >= fewest && iterations <= most;
        }
    }
}
