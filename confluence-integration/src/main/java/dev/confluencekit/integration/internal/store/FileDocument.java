package dev.confluencekit.integration.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file of the directory store: an entry, with a checksum over all of it. */
public record FileDocument(
        int format,
        String sha256,
        String id,
        long version,
        @Nullable String identity,
        String document) {
    /** The format that this version writes. */
    public static final int FORMAT = 1;

    /** An entry with its checksum. */
    public static FileDocument of(String id, long version, @Nullable String identity, String document) {
        return new FileDocument(FORMAT, sum(id, version, identity, document), id, version, identity, document);
    }

    /** Whether it is what was written. */
    public boolean isWhole() {
        return sha256.equals(sum(id, version, identity, document));
    }

    private static String sum(String id, long version, @Nullable String identity, String document) {
        String all = String.join("\n", id, Long.toString(version), identity == null ? "-" : "=" + identity, document);
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
