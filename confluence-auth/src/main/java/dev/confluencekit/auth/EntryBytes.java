package dev.confluencekit.auth;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One entry in bytes: format 1, version, dates, username, key. The key is padded, so that the length of what is encrypted
 * does not tell its length. There is one form of each entry; any other is refused.
 */
final class EntryBytes {
    private static final byte FORMAT = 1;
    private static final int ISSUED = 1;
    private static final int EXPIRES = 2;
    private static final int PADDED_TO = 256;
    private static final int INSTANT_BYTES = Long.BYTES + Integer.BYTES;

    private EntryBytes() {}

    static byte[] of(StoredCredential entry) {
        Credential credential = entry.credential();
        byte[] username = credential.username().getBytes(StandardCharsets.UTF_8);
        byte[] key = credential.apiKey().reveal().getBytes(StandardCharsets.UTF_8);
        int dates = (credential.issuedAt().isPresent() ? ISSUED : 0)
                | (credential.expiresAt().isPresent() ? EXPIRES : 0);
        ByteBuffer out = ByteBuffer.allocate(2
                + Long.BYTES
                + Integer.bitCount(dates) * INSTANT_BYTES
                + 2 * Integer.BYTES
                + username.length
                + padded(key.length));
        out.put(FORMAT).putLong(entry.version()).put((byte) dates);
        credential.issuedAt().ifPresent(date -> put(out, date));
        credential.expiresAt().ifPresent(date -> put(out, date));
        out.putInt(username.length).put(username).putInt(key.length).put(key);
        Arrays.fill(key, (byte) 0);
        return out.array();
    }

    private static int padded(int length) {
        return (length + PADDED_TO - 1) / PADDED_TO * PADDED_TO;
    }

    private static void put(ByteBuffer out, Instant date) {
        out.putLong(date.getEpochSecond()).putInt(date.getNano());
    }

    static StoredCredential read(byte[] bytes) throws UnusableContentException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != FORMAT) {
                throw malformed();
            }
            long version = in.getLong();
            int dates = in.get();
            if (version <= CredentialStore.NONE || (dates & ~(ISSUED | EXPIRES)) != 0) {
                throw malformed();
            }
            Optional<Instant> issued = date(in, dates & ISSUED);
            Optional<Instant> expires = date(in, dates & EXPIRES);
            Credential credential = Credential.of(text(in, false), Secret.of(text(in, true)));
            if (in.hasRemaining()) {
                throw malformed();
            }
            credential = issued.map(credential::issued).orElse(credential);
            return new StoredCredential(expires.map(credential::expires).orElse(credential), version);
        } catch (BufferUnderflowException
                | CharacterCodingException
                | DateTimeException
                | InvalidArgumentException unlikeWhatIsWritten) {
            throw malformed();
        }
    }

    private static Optional<Instant> date(ByteBuffer in, int there) throws UnusableContentException {
        if (there == 0) {
            return Optional.empty();
        }
        long seconds = in.getLong();
        int nanos = in.getInt();
        if (nanos < 0 || nanos > 999_999_999) {
            throw malformed();
        }
        return Optional.of(Instant.ofEpochSecond(seconds, nanos));
    }

    private static String text(ByteBuffer in, boolean isPadded)
            throws UnusableContentException, CharacterCodingException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw malformed();
        }
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        for (int i = length; isPadded && i < padded(length); i++) {
            if (in.get() != 0) {
                throw malformed();
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    }

    static UnusableContentException malformed() {
        return new UnusableContentException(
                "holds an entry that this version of the library cannot read. Was it written by a newer one?");
    }
}
