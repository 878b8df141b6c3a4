package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.internal.connection.ConnectionTest;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Entry.State;
import dev.confluencekit.integration.registry.IntegrationEvent.Added;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyExpiring;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyRefused;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyUpdated;
import dev.confluencekit.integration.registry.IntegrationEvent.Tested;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings the steps together and tells what they came to. */
final class DefaultIntegrationRegistry implements IntegrationRegistry {
    private final Ledger ledger;
    private final Messages messages;
    private final Announcer announcer;
    private final TimeSource time;
    private final KeyWarnings warnings;
    private final boolean loopbackAllowed;
    private final Runnable afterClose;
    private final HalfDone halfDone;
    private final Adding adding;
    private final KeyExchange exchange;
    private final Slots slots;
    private final Set<KeyWatcher> watchers = ConcurrentHashMap.newKeySet();

    DefaultIntegrationRegistry(
            Ledger ledger,
            CredentialStore credentials,
            ConfluenceRuntime runtime,
            Messages messages,
            Announcer announcer,
            KeyWarnings warnings,
            boolean loopbackAllowed,
            Runnable afterClose) {
        this.ledger = ledger;
        this.messages = messages;
        this.announcer = announcer;
        this.time = runtime.time();
        this.warnings = warnings;
        this.loopbackAllowed = loopbackAllowed;
        this.afterClose = afterClose;
        this.halfDone = new HalfDone(ledger, credentials, messages, announcer, time);
        Verifier verifier = new Verifier(runtime, messages);
        this.adding = new Adding(ledger, credentials, verifier, halfDone, messages, time);
        this.exchange = new KeyExchange(ledger, credentials, verifier, halfDone, messages, time);
        this.slots = new Slots(integration -> new Slot(integration, runtime, credentials, this::tellRefused));
    }

    @Override
    public Integration add(NewIntegration wanted) {
        slots.ensureOpen();
        Integration added = adding.add(wanted, Wanted.check(wanted, fields()));
        announcer.tell(new Added(added, say(MessageCode.INTEGRATION_ADDED, added), time.now()));
        return added;
    }

    @Override
    public List<Integration> list() {
        slots.ensureOpen();
        return ledger.listed();
    }

    @Override
    public Optional<Integration> find(IntegrationId id) {
        slots.ensureOpen();
        return ledger.findListed(id).map(Entry::integration);
    }

    @Override
    public Integration rename(IntegrationId id, String name) {
        slots.ensureOpen();
        Fields fields = fields();
        String checked = fields.name(name);
        fields.requireAll();
        return ledger.changeListed(id, entry -> entry.named(Objects.requireNonNull(checked)))
                .integration();
    }

    @Override
    public ConnectionReport testConnection(IntegrationId id) {
        Integration integration = require(id);
        Slot slot = slots.of(integration);
        KeyLife life = slot.keyLife().orElse(integration.keyLife());
        ConnectionReport report =
                new ConnectionTest(slot.connection(), messages).run(new KeyHistory(life, integration.keyAcceptedAt()));
        Optional<Entry> tested = ledger.change(
                id,
                entry -> entry.isListed()
                        ? entry.corrected(integration.keyLife(), life).tested(report)
                        : null);
        tested.filter(Entry::isListed).map(Entry::integration).ifPresent(now -> {
            announcer.tell(new Tested(now, report.message(), time.now(), report));
            if (isForTheKey(report)) {
                slot.keyRefused(null);
            }
        });
        return report;
    }

    private static boolean isForTheKey(ConnectionReport report) {
        return report.verdict() == Verdict.REFUSED && report.account() == null;
    }

    @Override
    public Integration updateApiKey(IntegrationId id, KeyUpdate update) {
        Integration before = require(id);
        Credential candidate = Wanted.check(update, before.username(), fields());
        Slot slot = slots.of(before);
        slot.takeTurn();
        Integration after;
        try {
            after = exchange.exchange(require(id), candidate);
        } finally {
            slot.endTurn();
        }
        announcer.tell(new KeyUpdated(after, say(MessageCode.KEY_UPDATED, after), time.now()));
        return after;
    }

    @Override
    public void remove(IntegrationId id) {
        slots.ensureOpen();
        Optional<Entry> tombstone = ledger.change(
                id, entry -> entry.state() == State.REMOVING ? null : entry.to(State.REMOVING, time.now()));
        slots.close(id);
        tombstone.ifPresent(halfDone::finishRemoving);
    }

    @Override
    public ConfluenceIntegration connect(IntegrationId id) {
        Slot slot = slots.of(require(id));
        return new View(slot.facade().share(), () -> testConnection(id));
    }

    @Override
    public List<Integration> expiringWithin(Duration ahead) {
        slots.ensureOpen();
        return warnings.expiringWithin(ahead);
    }

    @Override
    public List<KeyExpiring> warnOfExpiringKeys() {
        slots.ensureOpen();
        return warnings.warn();
    }

    @Override
    public KeyWatch watchKeys(Duration every) {
        if (every.isNegative() || every.isZero()) {
            throw new InvalidArgumentException("every", "must be positive");
        }
        KeyWatcher watcher = new KeyWatcher(warnings, every, time, watchers::remove);
        watchers.add(watcher);
        if (slots.isClosed()) {
            watcher.close();
        }
        slots.ensureOpen();
        watcher.start();
        return watcher;
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public void close() {
        if (slots.closeAll()) {
            watchers.forEach(KeyWatcher::close);
            afterClose.run();
        }
    }

    /** Whoever else removed it has no hold on what is open here. */
    private Integration require(IntegrationId id) {
        slots.ensureOpen();
        Optional<Entry> listed = ledger.findListed(id);
        if (listed.isEmpty()) {
            slots.close(id);
        }
        return listed.orElseThrow(ledger::noSuch).integration();
    }

    private void tellRefused(IntegrationId id) {
        ledger.findListed(id)
                .map(Entry::integration)
                .ifPresent(integration -> announcer.tell(
                        new KeyRefused(integration, say(MessageCode.KEY_REFUSED_IN_USE, integration), time.now())));
    }

    private Fields fields() {
        return new Fields(messages, time.now(), loopbackAllowed);
    }

    private Message say(MessageCode code, Integration integration) {
        return messages.say(
                code,
                Map.of("name", integration.name(), "site", integration.site().host()));
    }

    @Override
    public String toString() {
        return "integration registry";
    }
}
