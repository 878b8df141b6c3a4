package dev.confluencekit.integration.registry;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Documents.UnreadableException;
import dev.confluencekit.integration.registry.IntegrationStore.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of an {@link IntegrationStore}, in the registry's own terms; what fails has a message for people. */
final class Ledger {
    static final Comparator<Integration> NEWEST_FIRST = Comparator.comparing(Integration::addedAt)
            .reversed()
            .thenComparing(integration -> integration.id().value());

    private final IntegrationStore store;
    private final Documents documents = new Documents();
    private final Messages messages;

    Ledger(IntegrationStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    /** Every entry, whatever its state. */
    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        for (StoredIntegration stored : storing(store::list)) {
            entries.add(read(stored));
        }
        return entries;
    }

    /** The integrations in the list, newest first. */
    List<Integration> listed() {
        return all().stream()
                .filter(Entry::isListed)
                .map(Entry::integration)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** An entry in whatever state. */
    Optional<Entry> find(IntegrationId id) {
        return storing(() -> store.find(id)).map(this::read);
    }

    /** An integration in the list. */
    Optional<Entry> findListed(IntegrationId id) {
        return find(id).filter(Entry::isListed);
    }

    Entry require(IntegrationId id) {
        return findListed(id).orElseThrow(this::noSuch);
    }

    NoSuchIntegrationException noSuch() {
        return new NoSuchIntegrationException(messages.say(MessageCode.NO_SUCH_INTEGRATION));
    }

    /** Adds an entry; false if its identity is taken. */
    boolean add(Entry entry) {
        IntegrationId id = entry.integration().id();
        String document = documents.write(entry);
        Written written = storing(() -> store.put(id, entry.identity(), document, IntegrationStore.NONE));
        if (written == Written.OUTDATED) {
            throw new IllegalStateException("the id " + id + ", made at random, is there already");
        }
        return written == Written.STORED;
    }

    /**
     * Changes an entry, again where somebody else was faster.
     *
     * @param change gives the changed entry, or null to leave it as it is
     * @return the entry as it is now, or empty if there is none
     */
    Optional<Entry> change(IntegrationId id, Function<Entry, @Nullable Entry> change) {
        while (true) {
            Optional<StoredIntegration> stored = storing(() -> store.find(id));
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Entry present = read(stored.get());
            Entry next = change.apply(present);
            if (next == null || next.equals(present)) {
                return Optional.of(present);
            }
            String document = documents.write(next);
            Written written = storing(
                    () -> store.put(id, next.identity(), document, stored.get().version()));
            if (written == Written.STORED) {
                return Optional.of(next);
            }
            if (written == Written.IDENTITY_TAKEN) {
                throw new IllegalStateException("a change of " + id + " cannot take another entry's identity");
            }
        }
    }

    /** Changes an integration in the list; throws if there is none. */
    Entry changeListed(IntegrationId id, Function<Entry, Entry> change) {
        return change(id, entry -> entry.isListed() ? change.apply(entry) : null)
                .filter(Entry::isListed)
                .orElseThrow(this::noSuch);
    }

    void remove(IntegrationId id) {
        storing(() -> {
            store.remove(id);
            return id;
        });
    }

    private Entry read(StoredIntegration stored) {
        try {
            return documents.read(stored);
        } catch (UnreadableException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Work on a store of either kind; failures of it come out with a message for people. */
    <T> T storing(Supplier<T> work) {
        try {
            return work.get();
        } catch (CredentialException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private StoreException failed(String reason, Throwable cause) {
        return new StoreException(messages.say(MessageCode.STORE_FAILED, Map.of("reason", reason)), cause);
    }
}
