package dev.confluencekit.examples.jdbcstore;

import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts API keys by AES-GCM under a key of the host's, which the database never sees. */
public final class KeySeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey hostKey;
    private final SecureRandom random = new SecureRandom();

    /**
     * A seal.
     *
     * @param hostKey an AES key of 256 bits, from the host's vault
     */
    public KeySeal(SecretKey hostKey) {
        this.hostKey = hostKey;
    }

    /** A new nonce and the ciphertext. It opens only for the same id and account, so rows cannot be exchanged. */
    byte[] seal(CredentialId id, String username, Secret apiKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id, username)
                    .doFinal(apiKey.reveal().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new CredentialException("The API key of " + id + " could not be sealed; check the host's key.");
        }
    }

    Secret open(CredentialId id, String username, byte[] sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[Math.min(NONCE_BYTES, sealed.length)];
        in.get(nonce);
        byte[] ciphertext = new byte[in.remaining()];
        in.get(ciphertext);
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, nonce, id, username).doFinal(ciphertext);
            return Secret.of(new String(key, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new CredentialException(
                    "The API key of " + id + " in the database cannot be opened: the host's key is"
                            + " another one, or the row was changed. Give the right key, or store the credential anew.");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, CredentialId id, String username) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, hostKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((id + "\n" + username).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
