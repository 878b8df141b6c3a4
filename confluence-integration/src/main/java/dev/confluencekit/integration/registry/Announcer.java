package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.registry.IntegrationEvent.KeyRefused;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners; what they throw is logged and changes nothing. */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.integrations");

    private final List<Consumer<IntegrationEvent>> listeners;

    Announcer(List<Consumer<IntegrationEvent>> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void tell(IntegrationEvent event) {
        if (event instanceof KeyRefused) {
            LOG.warn("{} [{}]", event.message(), event.integration().id());
        } else {
            LOG.info("{} [{}]", event.message(), event.integration().id());
        }
        for (Consumer<IntegrationEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.warn("a listener failed on {}", event.message().code(), e);
            }
        }
    }
}
