package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Entry.State;
import dev.confluencekit.integration.registry.IntegrationEvent.Removed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What lies between two stores. There is no transaction over both, so the entry says first what is about to happen to its
 * key, and says last that it has; whoever finds it in between knows what is left to do. An entry that is being added goes
 * again with its key (nobody was told that it is there), one that is being removed goes for good, and one whose key was
 * being exchanged takes what is known of the key that lies in the store.
 */
final class HalfDone {
    /** Storing a key takes far less; an entry that is being added for longer was left behind by a process that died. */
    static final Duration LONGEST_ADDING = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final CredentialStore credentials;
    private final Messages messages;
    private final Announcer announcer;
    private final TimeSource time;

    HalfDone(Ledger ledger, CredentialStore credentials, Messages messages, Announcer announcer, TimeSource time) {
        this.ledger = ledger;
        this.credentials = credentials;
        this.messages = messages;
        this.announcer = announcer;
        this.time = time;
    }

    /** Finishes all of it. */
    void finish() {
        for (Entry entry : ledger.all()) {
            switch (entry.state()) {
                case ADDING -> giveUpAdding(entry);
                case REMOVING -> finishRemoving(entry);
                case CHANGING_KEY -> settleKey(entry.integration());
                case ACTIVE -> {}
            }
        }
    }

    /** Another process may be adding it at this moment, so only an old one goes; true if it is gone. */
    boolean giveUpAdding(Entry entry) {
        if (!isLeftBehind(entry, time.now())) {
            return false;
        }
        Integration integration = entry.integration();
        Optional<Entry> tombstone = ledger.change(
                integration.id(), e -> e.state() == State.ADDING ? e.to(State.REMOVING, time.now()) : null);
        if (tombstone.isPresent() && tombstone.get().state() == State.REMOVING) {
            forget(integration);
            return true;
        }
        return tombstone.isEmpty();
    }

    private static boolean isLeftBehind(Entry entry, Instant now) {
        return entry.since().plus(LONGEST_ADDING).isBefore(now);
    }

    /** Takes key and entry away, the key first, and tells. */
    void finishRemoving(Entry tombstone) {
        Integration integration = tombstone.integration();
        forget(integration);
        announcer.tell(new Removed(
                integration,
                messages.say(MessageCode.INTEGRATION_REMOVED, Map.of("name", integration.name())),
                time.now()));
    }

    /** Takes key and entry away, the key first. */
    void forget(Integration integration) {
        ledger.storing(() -> {
            credentials.remove(integration.credentialId());
            return integration;
        });
        ledger.remove(integration.id());
    }

    /** Makes an entry agree with the key that lies in the store. */
    Entry settleKey(Integration integration) {
        KeyLife life = ledger.storing(() -> credentials.find(integration.credentialId()))
                .map(StoredCredential::credential)
                .map(KeyLife::of)
                .orElse(integration.keyLife());
        return ledger.change(
                        integration.id(),
                        entry -> entry.state() == State.CHANGING_KEY ? entry.withKey(life, time.now()) : null)
                .orElseThrow(ledger::noSuch);
    }
}
