package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Entry.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How an integration is added: look for a duplicate, verify, take the place in the list without being seen, store the key,
 * be seen. A crash at any point leaves either nothing that anybody sees, or all of it.
 */
final class Adding {
    private final Ledger ledger;
    private final CredentialStore credentials;
    private final Verifier verifier;
    private final HalfDone halfDone;
    private final Messages messages;
    private final TimeSource time;

    Adding(
            Ledger ledger,
            CredentialStore credentials,
            Verifier verifier,
            HalfDone halfDone,
            Messages messages,
            TimeSource time) {
        this.ledger = ledger;
        this.credentials = credentials;
        this.verifier = verifier;
        this.halfDone = halfDone;
        this.messages = messages;
        this.time = time;
    }

    Integration add(NewIntegration given, Wanted wanted) {
        Credential credential = wanted.credential() != null ? wanted.credential() : borrowed(given);
        if (!given.duplicateAllowed) {
            refuseDuplicate(i -> i.site().tenant().equals(wanted.site().tenant())
                    && i.username().equalsIgnoreCase(credential.username()));
        }
        ConnectionReport report = verifier.verify(wanted.site(), null, credential);
        Account account = Objects.requireNonNull(report.account(), "a report that is ok names an account");
        String identity = report.cloudId() + "/" + account.accountId();
        if (!given.duplicateAllowed) {
            refuseDuplicate(i -> identity.equals(i.cloudId() + "/" + i.account().accountId()));
        }
        IntegrationId id = IntegrationId.of(UUID.randomUUID().toString());
        Integration integration = new Integration(
                id,
                wanted.name(),
                wanted.capabilities(),
                wanted.site(),
                report.cloudId(),
                credential.username(),
                account,
                CredentialId.of("integration-" + id),
                KeyLife.of(credential),
                nextInLine(),
                report.testedAt(),
                report);
        Entry entry = new Entry(integration, State.ADDING, time.now(), given.duplicateAllowed ? null : identity, null);
        takePlace(entry);
        return store(entry, credential);
    }

    private Credential borrowed(NewIntegration given) {
        Entry other = ledger.require(Objects.requireNonNull(given.credentialFrom));
        return ledger.storing(() -> credentials.find(other.integration().credentialId()))
                .map(StoredCredential::credential)
                .orElseThrow(ledger::noSuch);
    }

    private void refuseDuplicate(Predicate<Integration> same) {
        Optional<Integration> existing = ledger.listed().stream().filter(same).findFirst();
        if (existing.isPresent()) {
            throw duplicate(existing.get());
        }
    }

    private DuplicateIntegrationException duplicate(Integration existing) {
        return new DuplicateIntegrationException(
                messages.say(
                        MessageCode.DUPLICATE_INTEGRATION,
                        Map.of("name", existing.name(), "site", existing.site().host())),
                existing.id());
    }

    /** The newest stands at the top, even if the clock went back or two were added in one tick of it. */
    private Instant nextInLine() {
        Instant now = time.now();
        List<Integration> listed = ledger.listed();
        if (listed.isEmpty() || listed.get(0).addedAt().isBefore(now)) {
            return now;
        }
        return listed.get(0).addedAt().plusMillis(1);
    }

    /** Two that add the same account at once have both found none; the identity lets one through. */
    private void takePlace(Entry entry) {
        while (!ledger.add(entry)) {
            Optional<Entry> holder = ledger.all().stream()
                    .filter(other -> Objects.equals(entry.identity(), other.identity()))
                    .findFirst();
            boolean free =
                    holder.isEmpty() || holder.get().state() == State.ADDING && halfDone.giveUpAdding(holder.get());
            if (!free) {
                throw duplicate(holder.get().integration());
            }
        }
    }

    private Integration store(Entry entry, Credential credential) {
        Integration integration = entry.integration();
        try {
            boolean stored =
                    ledger.storing(() -> credentials.put(integration.credentialId(), credential, CredentialStore.NONE));
            if (!stored) {
                throw new IllegalStateException("the store holds a key for an id made at random already");
            }
            return ledger.change(
                            integration.id(), e -> e.state() == State.ADDING ? e.to(State.ACTIVE, time.now()) : null)
                    .filter(Entry::isListed)
                    .orElseThrow(ledger::noSuch)
                    .integration();
        } catch (RuntimeException | Error e) {
            try {
                halfDone.forget(integration);
            } catch (RuntimeException second) {
                // The next opening sweeps it away.
                e.addSuppressed(second);
            }
            throw e;
        }
    }
}
