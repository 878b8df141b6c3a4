package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceClosedException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Whether something is still open; closing it wakes whoever waits on its behalf, and closes what hangs on it. */
public final class Lifeline {
    private final String what;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Runnable> wakers = ConcurrentHashMap.newKeySet();
    // Weak, so that an integration that was dropped without being closed does not stay in memory with its runtime.
    private final Set<Lifeline> children = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Opens; {@code what} names the thing in the message of calls that come too late. */
    public Lifeline(String what) {
        this.what = what;
    }

    /** A lifeline that ends with this one at the latest. */
    public Lifeline child(String name) {
        ensureOpen();
        Lifeline child = new Lifeline(name);
        children.add(child);
        if (isClosed()) {
            child.close();
        }
        return child;
    }

    /** Closes; true the first time. */
    public boolean close() {
        synchronized (closed) {
            if (isClosed()) {
                return false;
            }
            closed.countDown();
        }
        wakers.forEach(Runnable::run);
        List<Lifeline> hanging;
        synchronized (children) {
            hanging = List.copyOf(children);
        }
        hanging.forEach(Lifeline::close);
        return true;
    }

    /** Whether it has been closed. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Throws if it has been closed. */
    public void ensureOpen() {
        if (isClosed()) {
            throw closedException();
        }
    }

    ConfluenceClosedException closedException() {
        return new ConfluenceClosedException(what + " has been closed");
    }

    /** Runs something when this is closed, for waits that no latch can end. Does nothing if it is closed already. */
    void onClose(Runnable waker) {
        wakers.add(waker);
    }

    void forget(Runnable waker) {
        wakers.remove(waker);
    }

    CountDownLatch wakeUp() {
        return closed;
    }
}
