package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Entry.State;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a key is exchanged: verify the new one, say in the entry that the key is about to change, replace it in the
 * credential store in one step, say what is known of it now. The store holds the old key or the new one at every instant.
 */
final class KeyExchange {
    private final Ledger ledger;
    private final CredentialStore credentials;
    private final Verifier verifier;
    private final HalfDone halfDone;
    private final Messages messages;
    private final TimeSource time;

    KeyExchange(
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

    Integration exchange(Integration integration, Credential candidate) {
        ConnectionReport report = verifier.verify(integration.site(), integration.cloudId(), candidate);
        requireSameAccount(integration, report);
        IntegrationId id = integration.id();
        ledger.changeListed(id, entry -> entry.to(State.CHANGING_KEY, time.now()));
        try {
            replace(integration, candidate);
            KeyLife life = KeyLife.of(candidate);
            return ledger.changeListed(
                            id, entry -> entry.withKey(life, time.now()).tested(report))
                    .integration();
        } catch (RuntimeException | Error e) {
            tidyUp(integration, e);
            throw e;
        }
    }

    /** The old key is still there, or the new one: the entry is to say which. Of a removed integration none is to stay. */
    private void tidyUp(Integration integration, Throwable failure) {
        try {
            if (failure instanceof NoSuchIntegrationException) {
                credentials.remove(integration.credentialId());
            } else {
                halfDone.settleKey(integration);
            }
        } catch (RuntimeException second) {
            // The next opening settles it.
            failure.addSuppressed(second);
        }
    }

    private void requireSameAccount(Integration integration, ConnectionReport report) {
        Account expected = integration.account();
        Account found = Objects.requireNonNull(report.account(), "a report that is ok names an account");
        if (!found.accountId().equals(expected.accountId())) {
            throw new AnotherAccountException(
                    messages.say(
                            MessageCode.ANOTHER_ACCOUNT, Map.of("expected", nameOf(expected), "found", nameOf(found))),
                    found);
        }
    }

    private static String nameOf(Account account) {
        String name = account.name();
        return name == null ? account.accountId() : name;
    }

    /** Whoever exchanges last wins, also over another process; but a removed integration gets no key again. */
    private void replace(Integration integration, Credential candidate) {
        boolean replaced = false;
        while (!replaced) {
            Optional<StoredCredential> present = ledger.storing(() -> credentials.find(integration.credentialId()));
            if (present.isEmpty() && ledger.findListed(integration.id()).isEmpty()) {
                throw ledger.noSuch();
            }
            long version = present.map(StoredCredential::version).orElse(CredentialStore.NONE);
            replaced = ledger.storing(() -> credentials.put(integration.credentialId(), candidate, version));
        }
    }
}
