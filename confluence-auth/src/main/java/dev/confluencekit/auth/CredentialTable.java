package dev.confluencekit.auth;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All credentials of a file. Immutable.
 *
 * @param generation counts the changes of the file, from 1; 0 while there is none
 * @param highestGone the highest version that an entry had when it was removed; entries to come begin above it, so that
 *     no version comes back
 * @param entries by id
 */
record CredentialTable(long generation, long highestGone, SortedMap<String, StoredCredential> entries) {
    static final CredentialTable EMPTY = new CredentialTable(0, 0, new TreeMap<>());

    CredentialTable {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    long version(CredentialId id) {
        StoredCredential present = entries.get(id.value());
        return present == null ? CredentialStore.NONE : present.version();
    }

    CredentialTable with(CredentialId id, Credential credential) {
        long before = entries.containsKey(id.value()) ? version(id) : highestGone;
        SortedMap<String, StoredCredential> next = new TreeMap<>(entries);
        next.put(id.value(), new StoredCredential(credential, before + 1));
        return new CredentialTable(generation + 1, highestGone, next);
    }

    CredentialTable without(CredentialId id) {
        SortedMap<String, StoredCredential> next = new TreeMap<>(entries);
        next.remove(id.value());
        return new CredentialTable(generation + 1, Math.max(highestGone, version(id)), next);
    }
}
