package dev.confluencekit.auth;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted file. All numbers are big-endian.
 *
 * <pre>
 * header   magic 8 · format 2 · suite 1 · derivation 1 · iterations 4 · salt 16 · generation 8 · length of the content 4
 * key      nonce 12 · data key, encrypted under the master key, 32 · tag 16         (authenticates the header too)
 * content  nonce 12 · table, encrypted under the data key · tag 16                  (authenticates all before it, too)
 * </pre>
 *
 * The data key is new at each write, so no two tables share one and no part of a file fits into another.
 */
final class SealedFormat implements CredentialFormat {
    static final byte[] MAGIC = "CKITCRED".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = 44;

    private static final short FORMAT = 1;
    private static final byte AES_256_GCM = 1;
    private static final byte SUPPLIED = 0;
    private static final byte PBKDF2_HMAC_SHA256 = 1;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SEALED_KEY = NONCE + MasterKey.BYTES + TAG;

    private final MasterKey master;
    private final KeyDerivation derivation;
    private final KeyDerivation.Work work;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Derived derived;

    SealedFormat(MasterKey master, KeyDerivation derivation, KeyDerivation.Work work) {
        this.master = master;
        this.derivation = derivation;
        this.work = work;
    }

    /** The key that was made of the password, kept so that it is made once per file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Derived(byte[] salt, int iterations, byte[] key) {
        boolean isOf(byte[] otherSalt, int otherIterations) {
            return iterations == otherIterations && Arrays.equals(salt, otherSalt);
        }

        void wipe() {
            Arrays.fill(key, (byte) 0);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Header(int iterations, byte[] salt, long generation) {}

    @Override
    public CredentialTable read(byte[] content) throws UnusableContentException {
        Header header = header(content);
        Derived opened = derived(header.salt(), header.iterations());
        byte[] dataKey = new byte[0];
        byte[] table = new byte[0];
        try {
            dataKey = open(opened.key(), content, HEADER, SEALED_KEY);
            int sealed = HEADER + SEALED_KEY;
            table = open(dataKey, content, sealed, content.length - sealed);
            CredentialTable read = table(header.generation(), table);
            remember(opened);
            return read;
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(table, (byte) 0);
        }
    }

    /** Everything that can be refused is refused here, before any work with the password. */
    private Header header(byte[] content) throws UnusableContentException {
        if (content.length < HEADER + SEALED_KEY + NONCE + TAG
                || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnusableContentException("is no encrypted credential file of this library, or was cut off");
        }
        ByteBuffer in = ByteBuffer.wrap(content, MAGIC.length, HEADER - MAGIC.length);
        if (in.getShort() != FORMAT || in.get() != AES_256_GCM) {
            throw new UnusableContentException(
                    "is of a format that this version of the library does not know, or was damaged");
        }
        byte how = in.get();
        int iterations = in.getInt();
        checkDerivation(how, iterations);
        byte[] salt = new byte[SALT];
        in.get(salt);
        long generation = in.getLong();
        if (generation < 1 || in.getInt() != content.length - HEADER - SEALED_KEY - NONCE - TAG) {
            throw new UnusableContentException("was cut off or damaged. Restore it from a copy");
        }
        return new Header(iterations, salt, generation);
    }

    private void checkDerivation(byte how, int iterations) throws UnusableContentException {
        if (how == PBKDF2_HMAC_SHA256) {
            if (!work.allows(iterations)) {
                throw new UnusableContentException("asks for " + Integer.toUnsignedString(iterations)
                        + " iterations of PBKDF2, and " + work.fewest() + " to " + work.most()
                        + " are allowed; it was changed by somebody. Restore it from a copy");
            }
        } else if (how != SUPPLIED || iterations != 0) {
            throw new UnusableContentException(
                    "is of a format that this version of the library does not know, or was damaged");
        }
        if ((how == PBKDF2_HMAC_SHA256) != master.isPassword()) {
            throw new UnusableContentException(
                    how == SUPPLIED
                            ? "says that it was made with a supplied key, not with a password"
                            : "says that it was made with a password, not with a supplied key");
        }
    }

    private Derived derived(byte[] salt, int iterations) throws UnusableContentException {
        Derived known = derived;
        if (known != null && known.isOf(salt, iterations)) {
            return known;
        }
        try {
            return new Derived(salt, iterations, master.derive(derivation, salt, iterations));
        } catch (GeneralSecurityException e) {
            throw cannot(e);
        }
    }

    private void remember(Derived opened) {
        Derived before = derived;
        if (before != null && !before.isOf(opened.salt(), opened.iterations())) {
            before.wipe();
        }
        derived = opened;
    }

    private static CredentialTable table(long generation, byte[] bytes) throws UnusableContentException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        SortedMap<String, StoredCredential> entries = new TreeMap<>();
        try {
            long highestGone = in.getLong();
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                String id = new String(part(in, Byte.toUnsignedInt(in.get())), StandardCharsets.US_ASCII);
                byte[] entry = part(in, in.getInt());
                if (!entries.isEmpty() && entries.lastKey().compareTo(id) >= 0) {
                    throw EntryBytes.malformed();
                }
                entries.put(id, EntryBytes.read(entry));
                Arrays.fill(entry, (byte) 0);
            }
            if (in.hasRemaining() || highestGone < 0 || count < 0) {
                throw EntryBytes.malformed();
            }
            return new CredentialTable(generation, highestGone, entries);
        } catch (BufferUnderflowException e) {
            throw EntryBytes.malformed();
        }
    }

    private static byte[] part(ByteBuffer in, int length) throws UnusableContentException {
        if (length < 0 || length > in.remaining()) {
            throw EntryBytes.malformed();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    @Override
    public byte[] write(byte[] content, CredentialTable present, CredentialTable next) throws UnusableContentException {
        Derived current = derived;
        if (current == null || content.length == 0) {
            current = derived(randomBytes(SALT), master.isPassword() ? work.forNewFiles() : 0);
        }
        byte[] dataKey = randomBytes(MasterKey.BYTES);
        byte[] table = bytes(next);
        try {
            ByteBuffer out = ByteBuffer.allocate(HEADER + SEALED_KEY + NONCE + table.length + TAG);
            out.put(MAGIC).putShort(FORMAT).put(AES_256_GCM);
            out.put(master.isPassword() ? PBKDF2_HMAC_SHA256 : SUPPLIED).putInt(current.iterations());
            out.put(current.salt()).putLong(next.generation()).putInt(table.length);
            seal(current.key(), dataKey, out);
            seal(dataKey, table, out);
            remember(current);
            return out.array();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(table, (byte) 0);
        }
    }

    private static byte[] bytes(CredentialTable table) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        table.entries().forEach((id, entry) -> entries.put(id, EntryBytes.of(entry)));
        int length = Long.BYTES + Integer.BYTES;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            length += 1 + entry.getKey().length() + Integer.BYTES + entry.getValue().length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putLong(table.highestGone()).putInt(entries.size());
        entries.forEach((id, entry) -> {
            out.put((byte) id.length()).put(id.getBytes(StandardCharsets.US_ASCII));
            out.putInt(entry.length).put(entry);
            Arrays.fill(entry, (byte) 0);
        });
        return out.array();
    }

    /** Appends nonce, ciphertext and tag; what stands before them is authenticated along. */
    private void seal(byte[] key, byte[] plain, ByteBuffer out) throws UnusableContentException {
        try {
            byte[] nonce = randomBytes(NONCE);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(out.duplicate().flip());
            out.put(nonce).put(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw cannot(e);
        }
    }

    private static byte[] open(byte[] key, byte[] content, int start, int length) throws UnusableContentException {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(content, start, start + NONCE));
            cipher.updateAAD(content, 0, start);
            return cipher.doFinal(content, start + NONCE, length - NONCE);
        } catch (AEADBadTagException e) {
            throw new UnusableContentException(
                    "cannot be opened: the master key or password is another one, or the file"
                            + " was changed or damaged. Give the right one, or restore the file from a copy");
        } catch (GeneralSecurityException e) {
            throw cannot(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static UnusableContentException cannot(GeneralSecurityException e) {
        return new UnusableContentException(
                "cannot be opened or written here: AES-GCM or PBKDF2 with HMAC-SHA256 of this" + " Java runtime fails ("
                        + e.getClass().getSimpleName() + ")");
    }

    @Override
    public boolean isOursAlone() {
        return true;
    }

    @Override
    public void wipe() {
        master.close();
        if (derived != null) {
            derived.wipe();
        }
        derived = null;
    }
}
