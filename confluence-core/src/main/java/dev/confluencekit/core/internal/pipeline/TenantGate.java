package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all callers of one site share within a runtime: how many requests may be under way at once, and a pause that the
 * service has asked for. Callers pass it before they take a connection.
 */
final class TenantGate {
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> line = new ArrayDeque<>();
    private int free;
    private final long origin;
    private final AtomicLong closedForNanos = new AtomicLong();

    TenantGate(TimeSource time, int concurrency) {
        this.time = time;
        this.free = concurrency;
        this.origin = time.nanoTime();
    }

    /** Shuts the gate for everybody until the wait is over; never shortens a pause that stands already. */
    void pause(Duration wait) {
        long now = sinceOrigin();
        long end = now > Long.MAX_VALUE - Deadline.saturatedNanos(wait)
                ? Long.MAX_VALUE
                : now + Deadline.saturatedNanos(wait);
        closedForNanos.accumulateAndGet(end, Math::max);
    }

    /** How much of a pause is left; zero if the gate is open. */
    Duration pauseLeft() {
        return Duration.ofNanos(Math.max(0, closedForNanos.get() - sinceOrigin()));
    }

    /** Takes a place, waiting in line; false if none became free in time or the caller was closed meanwhile. */
    boolean enter(Duration atMost, Lifeline lifeline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0 && line.isEmpty()) {
                free--;
                return true;
            }
            return standInLine(atMost.toNanos(), lifeline);
        } finally {
            lock.unlock();
        }
    }

    /** Not a semaphore's line, since nothing but an interrupt can call somebody out of that one. */
    @SuppressWarnings("ReferenceEquality") // each caller in line is the one condition that it made
    private boolean standInLine(long atMostNanos, Lifeline lifeline) throws InterruptedException {
        Condition turn = lock.newCondition();
        Runnable waker = () -> wake(turn);
        line.add(turn);
        lifeline.onClose(waker);
        try {
            long left = atMostNanos;
            while (free == 0 || line.peek() != turn) {
                if (left <= 0 || lifeline.isClosed()) {
                    return false;
                }
                left = turn.awaitNanos(left);
            }
            free--;
            return true;
        } finally {
            lifeline.forget(waker);
            line.remove(turn);
            wakeNext();
        }
    }

    void leave() {
        lock.lock();
        try {
            free++;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        Condition next = line.peek();
        if (free > 0 && next != null) {
            next.signal();
        }
    }

    private void wake(Condition turn) {
        lock.lock();
        try {
            turn.signal();
        } finally {
            lock.unlock();
        }
    }

    private long sinceOrigin() {
        return time.nanoTime() - origin;
    }
}
