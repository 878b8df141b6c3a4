package dev.confluencekit.auth;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What opens an encrypted credential file: a 256-bit key that a vault or a key management service supplies, or a
 * password. What is passed in is copied; the copy is wiped by {@link #close()}, and a store that was opened with it has
 * its own. Never prints. Safe for use by many threads.
 */
public final class MasterKey implements AutoCloseable {
    /** The length of a supplied key. */
    public static final int BYTES = 32;

    /** The longest password. */
    public static final int LONGEST_PASSWORD = 1024;

    private final byte @Nullable [] key;
    private final char @Nullable [] password;
    private boolean closed;

    private MasterKey(byte @Nullable [] key, char @Nullable [] password) {
        this.key = key;
        this.password = password;
    }

    /**
     * A supplied key. It is used as it is, so it must come from a good random source, never from a person.
     *
     * @param key 32 bytes; copied, the caller may wipe it
     * @return the master key
     * @throws InvalidArgumentException if it is not 32 bytes long, or all its bytes are the same
     */
    public static MasterKey ofBytes(byte[] key) {
        if (key.length != BYTES) {
            throw new InvalidArgumentException("masterKey", "is to be 32 bytes long, 256 bits, but has " + key.length);
        }
        byte[] repeated = new byte[BYTES];
        Arrays.fill(repeated, key[0]);
        if (Arrays.equals(key, repeated)) {
            throw new InvalidArgumentException("masterKey", "is one byte 32 times over; was it wiped already?");
        }
        return new MasterKey(key.clone(), null);
    }

    /**
     * A supplied key as text, as {@code openssl rand -base64 32} prints it.
     *
     * @param key 32 bytes in Base64; white space around it is ignored
     * @return the master key
     * @throws InvalidArgumentException if it is no Base64 or not of 32 bytes; the message does not quote it
     */
    public static MasterKey ofBase64(String key) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException quotesTheKey) {
            throw new InvalidArgumentException("masterKey", "is not Base64");
        }
        try {
            return ofBytes(decoded);
        } finally {
            Arrays.fill(decoded, (byte) 0);
        }
    }

    /**
     * A password. Its Unicode form does not matter: composed and decomposed letters are the same (NFC). Opening a file
     * with it takes a good part of a second, on purpose.
     *
     * @param password 1 to 1,024 characters; copied, the caller may wipe it
     * @return the master key
     * @throws InvalidArgumentException if it is empty or too long, or holds half a surrogate pair
     */
    public static MasterKey ofPassword(char[] password) {
        if (password.length == 0) {
            throw new InvalidArgumentException("password", "is empty");
        }
        if (password.length > LONGEST_PASSWORD) {
            throw new InvalidArgumentException("password", "is longer than 1024 characters");
        }
        CharBuffer text = CharBuffer.wrap(password);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text.duplicate())) {
            throw new InvalidArgumentException("password", "holds half a surrogate pair, which is no character");
        }
        return new MasterKey(
                null,
                Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? password.clone()
                        : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray());
    }

    boolean isPassword() {
        return password != null;
    }

    /** The caller wipes the answer. */
    synchronized byte[] derive(KeyDerivation derivation, byte[] salt, int iterations) throws GeneralSecurityException {
        refuseIfClosed();
        if (password != null) {
            return derivation.derive(password, salt, iterations);
        }
        return key == null ? new byte[0] : key.clone();
    }

    synchronized MasterKey copy() {
        refuseIfClosed();
        return new MasterKey(key == null ? null : key.clone(), password == null ? null : password.clone());
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new InvalidArgumentException("masterKey", "has been closed");
        }
    }

    /** Wipes the key. Stores that were opened with it go on with theirs. A second call does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        if (key != null) {
            Arrays.fill(key, (byte) 0);
        }
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * A fixed mask.
     *
     * @return the same for every key
     */
    @Override
    public String toString() {
        return "MasterKey[•••]";
    }
}
