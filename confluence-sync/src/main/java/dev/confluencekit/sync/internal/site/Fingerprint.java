package dev.confluencekit.sync.internal.site;

import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that is mirrored of an item but its body and its version's own facts. Two items with one fingerprint are
 * taken for the same, so each value goes in with its length.
 */
final class Fingerprint {
    private static final int BYTES = 18;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(ItemState state, ItemDetails details) {
        Fingerprint print = new Fingerprint();
        print.add(state.spaceId());
        print.add(state.owner() == null ? null : state.owner().toString());
        print.add(state.parentId());
        print.add(state.title());
        print.add(state.status());
        print.add(details.spaceKey());
        print.add(details.parentType());
        print.add(details.position() == null ? null : details.position().toString());
        print.add(details.createdAt() == null ? null : details.createdAt().toString());
        print.add(details.authorId());
        print.add(details.ownerId());
        print.add(details.resolution());
        details.labels().forEach(print::add);
        print.add("properties");
        details.properties().forEach((key, value) -> {
            print.add(key);
            print.add(value);
        });
        if (details.access() != null) {
            for (Iterable<String> who : Arrays.<Iterable<String>>asList(
                    details.access().readUsers(),
                    details.access().readGroups(),
                    details.access().updateUsers(),
                    details.access().updateGroups())) {
                print.add("access");
                who.forEach(print::add);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(print.digest.digest(), BYTES));
    }

    private void add(@Nullable String value) {
        if (value == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
