package dev.confluencekit.auth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;

/** Entries of a PKCS#12 key store. Aliases know no case, so ids are written in hexadecimal. */
final class KeyStoreFormat implements CredentialFormat {
    private static final String PREFIX = "confluencekit-";

    /** No id in hexadecimal. */
    private static final String VERSIONS = PREFIX + "versions";

    /** The one name under which the JDK stores any bytes. */
    private static final String ALGORITHM = "AES";

    private static final int DER_SEQUENCE = 0x30;

    private final char[] password;

    KeyStoreFormat(char[] password) {
        this.password = password;
    }

    @Override
    public CredentialTable read(byte[] content) throws UnusableContentException {
        try {
            KeyStore keyStore = load(content);
            SortedMap<String, StoredCredential> entries = new TreeMap<>();
            for (String alias : Collections.list(keyStore.aliases())) {
                if (alias.startsWith(PREFIX) && !alias.equals(VERSIONS)) {
                    byte[] entry = bytes(keyStore, alias);
                    entries.put(id(alias), EntryBytes.read(entry));
                    Arrays.fill(entry, (byte) 0);
                }
            }
            if (!keyStore.containsAlias(VERSIONS)) {
                return new CredentialTable(0, highest(entries), entries);
            }
            byte[] versions = bytes(keyStore, VERSIONS);
            if (versions.length != 2 * Long.BYTES) {
                throw EntryBytes.malformed();
            }
            ByteBuffer in = ByteBuffer.wrap(versions);
            return new CredentialTable(in.getLong(), in.getLong(), entries);
        } catch (GeneralSecurityException e) {
            throw new UnusableContentException(
                    "holds an entry that its password does not open, or that this Java runtime" + " cannot read ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private static long highest(SortedMap<String, StoredCredential> entries) {
        return entries.values().stream()
                .mapToLong(StoredCredential::version)
                .max()
                .orElse(CredentialStore.NONE);
    }

    private byte[] bytes(KeyStore keyStore, String alias) throws GeneralSecurityException, UnusableContentException {
        Key key = keyStore.getKey(alias, password);
        if (key == null || key.getEncoded() == null) {
            throw EntryBytes.malformed();
        }
        return key.getEncoded();
    }

    private static String id(String alias) throws UnusableContentException {
        try {
            return new String(
                    HexFormat.of().parseHex(alias, PREFIX.length(), alias.length()), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw EntryBytes.malformed();
        }
    }

    private static String alias(String id) {
        return PREFIX + HexFormat.of().formatHex(id.getBytes(StandardCharsets.US_ASCII));
    }

    private KeyStore load(byte[] content) throws GeneralSecurityException, UnusableContentException {
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        if (content.length > 0 && content[0] != DER_SEQUENCE) {
            throw new UnusableContentException("is no PKCS#12 key store. Convert a JKS or JCEKS one with keytool"
                    + " -importkeystore -deststoretype PKCS12");
        }
        try {
            keyStore.load(content.length == 0 ? null : new ByteArrayInputStream(content), password);
            return keyStore;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new UnusableContentException("cannot be opened: its password is another one, or the file was"
                        + " changed or damaged. Give the right one, or restore the file from a copy");
            }
            throw damaged();
        } catch (RuntimeException theParserOfTheJdkStumbled) {
            throw damaged();
        }
    }

    private static UnusableContentException damaged() {
        return new UnusableContentException(
                "is no PKCS#12 key store, or was cut off or damaged. Restore it from a copy");
    }

    @Override
    public byte[] write(byte[] content, CredentialTable present, CredentialTable next) throws UnusableContentException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            KeyStore keyStore = load(content);
            for (String id : present.entries().keySet()) {
                if (!next.entries().containsKey(id)) {
                    keyStore.deleteEntry(alias(id));
                }
            }
            for (String id : next.entries().keySet()) {
                StoredCredential entry = next.entries().get(id);
                if (entry != null && !entry.equals(present.entries().get(id))) {
                    set(keyStore, alias(id), EntryBytes.of(entry));
                }
            }
            ByteBuffer versions = ByteBuffer.allocate(2 * Long.BYTES);
            versions.putLong(next.generation()).putLong(next.highestGone());
            set(keyStore, VERSIONS, versions.array());
            keyStore.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableContentException("cannot be written as a PKCS#12 key store by this Java runtime ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private void set(KeyStore keyStore, String alias, byte[] bytes) throws GeneralSecurityException {
        KeyStore.PasswordProtection protection = new KeyStore.PasswordProtection(password);
        keyStore.setEntry(alias, new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, ALGORITHM)), protection);
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isOursAlone() {
        return false;
    }

    @Override
    public void wipe() {
        Arrays.fill(password, '\0');
    }
}
