package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.observe.CallObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each observer, and lets none of them break a call: one that throws is logged once and not asked again. What an
 * observer does while it is told, calls of its own included, is told to nobody: that might have no end.
 */
public final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<CallObserver> observers;
    private final Set<CallObserver> muted;
    private final Set<Thread> telling;

    /** The observers of a runtime. */
    public Observers(List<CallObserver> observers) {
        this(List.copyOf(observers), ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }

    private Observers(List<CallObserver> observers, Set<CallObserver> muted, Set<Thread> telling) {
        this.observers = observers;
        this.muted = muted;
        this.telling = telling;
    }

    /** The same ones and some more, who hear of some calls only. */
    Observers and(List<CallObserver> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<CallObserver> all = new ArrayList<>(observers);
        all.addAll(more);
        return new Observers(all, muted, telling);
    }

    void tell(Consumer<CallObserver> event) {
        if (observers.isEmpty() || !telling.add(Thread.currentThread())) {
            return;
        }
        try {
            observers.forEach(observer -> tell(observer, event));
        } finally {
            telling.remove(Thread.currentThread());
        }
    }

    private void tell(CallObserver observer, Consumer<CallObserver> event) {
        if (muted.contains(observer)) {
            return;
        }
        try {
            event.accept(observer);
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                // The whole JVM's trouble and not the observer's.
                throw e;
            }
            muted.add(observer);
            LOG.warn(
                    "The call observer {} threw and is not asked again",
                    observer.getClass().getName(),
                    e);
        }
    }
}
