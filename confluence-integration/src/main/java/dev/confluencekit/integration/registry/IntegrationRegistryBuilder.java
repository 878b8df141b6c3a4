package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.integration.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parts of a registry; for one thread. */
public final class IntegrationRegistryBuilder {
    private IntegrationStore integrations = IntegrationStore.inMemory();
    private CredentialStore credentials = CredentialStore.inMemory();
    private @Nullable ConfluenceRuntime runtime;
    private Messages messages = Messages.standard();
    private final List<Consumer<IntegrationEvent>> listeners = new ArrayList<>();
    private List<Integer> warnDays = List.of(30, 14, 7, 1);
    private boolean loopbackAllowed;

    IntegrationRegistryBuilder() {}

    /**
     * Where integrations are kept. Default: in memory.
     *
     * @param store a store; stays the caller's
     * @return this builder
     */
    public IntegrationRegistryBuilder integrations(IntegrationStore store) {
        this.integrations = store;
        return this;
    }

    /**
     * Where keys are kept. Default: in memory. Many registries may share one store: entries are named after the
     * integrations, whose ids are random.
     *
     * @param store a store that can be written; stays the caller's
     * @return this builder
     */
    public IntegrationRegistryBuilder credentials(CredentialStore store) {
        this.credentials = store;
        return this;
    }

    /**
     * A runtime to share with other registries and integrations; stays the caller's to close. Without one the registry
     * makes its own and closes it with itself.
     *
     * @param shared the runtime
     * @return this builder
     */
    public IntegrationRegistryBuilder runtime(ConfluenceRuntime shared) {
        this.runtime = shared;
        return this;
    }

    /**
     * The words for people. Default: the standard ones.
     *
     * @param words the messages
     * @return this builder
     */
    public IntegrationRegistryBuilder messages(Messages words) {
        this.messages = words;
        return this;
    }

    /**
     * Adds a listener. It is called in the thread that caused the event and should return quickly; what it throws is
     * logged and changes nothing.
     *
     * @param listener safe for use by many threads
     * @return this builder
     */
    public IntegrationRegistryBuilder listener(Consumer<IntegrationEvent> listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * How many days before a key ends {@link IntegrationRegistry#warnOfExpiringKeys} tells of it. Default: 30, 14, 7, 1.
     *
     * @param days numbers from 0 to 365, at least one
     * @return this builder
     * @throws InvalidArgumentException if there is none, or one is out of range
     */
    public IntegrationRegistryBuilder warnDaysBefore(int... days) {
        if (days.length == 0 || IntStream.of(days).anyMatch(day -> day < 0 || day > 365)) {
            throw new InvalidArgumentException("warnDaysBefore", "must be numbers from 0 to 365");
        }
        this.warnDays = IntStream.of(days).boxed().toList();
        return this;
    }

    /**
     * Lets plain http on this machine, such as {@code http://127.0.0.1:8080}, be typed as a domain; for tests and
     * demonstrations. Default: refused, so that nobody who may add integrations can make the host call itself.
     *
     * @return this builder
     */
    public IntegrationRegistryBuilder allowLoopbackSites() {
        this.loopbackAllowed = true;
        return this;
    }

    /**
     * Opens the registry, and finishes or sweeps away what was half done when it was last in use.
     *
     * @return a registry, to be closed by the caller
     * @throws StoreException if something half done was found and a store failed
     */
    public IntegrationRegistry build() {
        ConfluenceRuntime shared = runtime;
        ConfluenceRuntime used = shared != null ? shared : ConfluenceRuntime.create();
        Runnable afterClose = shared != null ? () -> {} : used::close;
        Ledger ledger = new Ledger(integrations, messages);
        Announcer announcer = new Announcer(listeners);
        try {
            new HalfDone(ledger, credentials, messages, announcer, used.time()).finish();
        } catch (RuntimeException | Error e) {
            afterClose.run();
            throw e;
        }
        return new DefaultIntegrationRegistry(
                ledger,
                credentials,
                used,
                messages,
                announcer,
                new KeyWarnings(ledger, warnDays, messages, announcer, used.time()),
                loopbackAllowed,
                afterClose);
    }
}
