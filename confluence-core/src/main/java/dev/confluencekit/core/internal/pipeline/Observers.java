package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.observe.CallObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each observer, and lets none of them break a call: one that throws is logged once and not asked again. */
public final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<CallObserver> observers;
    private final Set<CallObserver> muted = ConcurrentHashMap.newKeySet();

    /** The observers of a runtime. */
    public Observers(List<CallObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    void tell(Consumer<CallObserver> event) {
        for (CallObserver observer : observers) {
            if (muted.contains(observer)) {
                continue;
            }
            try {
                event.accept(observer);
            } catch (RuntimeException e) {
                muted.add(observer);
                LOG.warn(
                        "The call observer {} threw and is not asked again",
                        observer.getClass().getName(),
                        e);
            }
        }
    }
}
