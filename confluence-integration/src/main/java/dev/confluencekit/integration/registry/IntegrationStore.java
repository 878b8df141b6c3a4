package dev.confluencekit.integration.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one tenant's integrations, without their keys: documents under ids, each with a version and, as a rule, an
 * identity that no other entry may share. A change names the version that it replaces, so that of two changes at once
 * exactly one wins. On a database that is a table of four columns: id (primary key), version, identity (unique where it is
 * not null), document.
 *
 * <p>Implementations are safe for use by many threads, and by as many processes as share what is underneath. One that
 * cannot read or write throws {@link StoreException}, and never answers empty instead.
 */
public interface IntegrationStore {
    /** The version to name when there is to be no entry yet. */
    long NONE = 0;

    /** What became of a change. */
    enum Written {
        /** It was written; the version is one higher now. */
        STORED,
        /** The entry has another version than the one named, or there is none; nothing was written. */
        OUTDATED,
        /** Another entry has the same identity; nothing was written. */
        IDENTITY_TAKEN
    }

    /**
     * All entries, in any order.
     *
     * @return a list of its own
     * @throws StoreException if the store cannot be read
     */
    List<StoredIntegration> list();

    /**
     * Looks an entry up.
     *
     * @param id its id
     * @return the entry, or empty if there is none
     * @throws StoreException if the store cannot be read
     */
    Optional<StoredIntegration> find(IntegrationId id);

    /**
     * Adds or replaces an entry, provided that it still has the version named and that no other one has its identity.
     *
     * @param id its id
     * @param identity what no other entry may have, or null
     * @param document what to keep
     * @param expectedVersion the version that is replaced, or {@link #NONE} if there is to be none
     * @return what became of it; of a version that does not fit and an identity that is taken, the first counts
     * @throws StoreException if the store cannot be written; the entry is then as it was before
     */
    Written put(IntegrationId id, @Nullable String identity, String document, long expectedVersion);

    /**
     * Removes an entry. Removing what is not there is no error.
     *
     * @param id its id
     * @throws StoreException if the store cannot be written
     */
    void remove(IntegrationId id);

    /**
     * A store in memory; it ends with the JVM.
     *
     * @return an empty store
     */
    static IntegrationStore inMemory() {
        return new InMemoryIntegrationStore();
    }

    /**
     * A directory with one JSON file for each integration. Files are replaced atomically, can be read by their owner only,
     * and carry a checksum; a lock file beside them lets many processes share the directory. For a local file system.
     *
     * @param directory the directory; made with the first entry if it is not there
     * @return a store over the directory
     */
    static IntegrationStore directory(Path directory) {
        return new DirectoryIntegrationStore(directory);
    }
}
