package dev.confluencekit.integration.registry;

import dev.confluencekit.core.error.ConfluenceClosedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is open, by integration; opened when it is first needed. */
final class Slots {
    private final Map<IntegrationId, Slot> slots = new ConcurrentHashMap<>();
    private final Function<Integration, Slot> opening;
    private volatile boolean closed;

    Slots(Function<Integration, Slot> opening) {
        this.opening = opening;
    }

    Slot of(Integration integration) {
        ensureOpen();
        Slot[] outdated = new Slot[1];
        Slot slot = slots.compute(integration.id(), (id, open) -> {
            if (open != null && open.fits(integration)) {
                return open;
            }
            outdated[0] = open;
            return opening.apply(integration);
        });
        if (outdated[0] != null) {
            outdated[0].close();
        }
        if (closed) {
            slot.close();
            ensureOpen();
        }
        return slot;
    }

    void close(IntegrationId id) {
        Slot slot = slots.remove(id);
        if (slot != null) {
            slot.close();
        }
    }

    /** Closes everything; true the first time. */
    boolean closeAll() {
        boolean first = !closed;
        closed = true;
        for (IntegrationId id : List.copyOf(slots.keySet())) {
            close(id);
        }
        return first;
    }

    boolean isClosed() {
        return closed;
    }

    void ensureOpen() {
        if (closed) {
            throw new ConfluenceClosedException("the integration registry has been closed");
        }
    }
}
