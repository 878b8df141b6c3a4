package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all callers of one site share within a runtime: how many requests may be under way at once, a pause that the
 * service has asked for, and the budget for repeats. Callers pass it before they take a connection, in the order in which
 * their calls began, so that a call that was sent away with a 429 does not lose its turn.
 */
final class TenantGate {
    private final TimeSource time;
    private final long origin;
    private final int longestLine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> line = new PriorityQueue<>();
    private final AtomicLong tickets = new AtomicLong();
    private final RetryBudget budget = new RetryBudget();
    private final Allowance allowance;

    // Guarded by TenantGates.
    int users;
    long lastUsed;

    TenantGate(TimeSource time, Allowance allowance, int longestLine) {
        this.time = time;
        this.origin = time.nanoTime();
        this.allowance = allowance;
        this.longestLine = longestLine;
    }

    /** Why a caller was not let in. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        /** The ways to be turned away. */
        enum Reason {
            /** The line is as long as it may be. */
            FULL,
            /** The caller's time was over before its turn came. */
            OUT_OF_TIME,
            /** The service asked for a pause that outlasts the caller's time. */
            PAUSED,
            /** The caller has been closed. */
            CLOSED
        }

        private final transient Reason reason;
        private final transient Duration pauseLeft;

        private Refusal(Reason reason, Duration pauseLeft) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.pauseLeft = pauseLeft;
        }

        Reason reason() {
            return reason;
        }

        Duration pauseLeft() {
            return pauseLeft;
        }
    }

    /** One caller in line, woken to look again whether its turn has come. */
    private static final class Waiter implements Comparable<Waiter> {
        private final long ticket;
        private CountDownLatch wakeUp = new CountDownLatch(1);

        Waiter(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public int compareTo(Waiter other) {
            return Long.compare(ticket, other.ticket);
        }
    }

    /** A place in the order of calls, kept by a call for all its attempts. */
    long ticket() {
        return tickets.getAndIncrement();
    }

    RetryBudget budget() {
        return budget;
    }

    /** How much of a pause is left; zero if there is none. */
    Duration pauseLeft() {
        lock.lock();
        try {
            return Duration.ofNanos(allowance.shutFor(now()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets a caller in when its turn has come, or refuses as soon as it is known that it will not come in time.
     *
     * @param onPause told, outside of the lock, of each pause that is waited for
     */
    Pass enter(long ticket, Deadline deadline, Lifeline lifeline, Consumer<Duration> onPause)
            throws Refusal, InterruptedException {
        Waiter me = new Waiter(ticket);
        Optional<Pass> atOnce = enterOrQueue(me);
        if (atOnce.isPresent()) {
            return atOnce.get();
        }
        Runnable waker = () -> wake(me);
        lifeline.onClose(waker);
        try {
            return awaitTurn(me, deadline, lifeline, onPause);
        } finally {
            lifeline.forget(waker);
            leaveLine(me);
        }
    }

    private Optional<Pass> enterOrQueue(Waiter me) throws Refusal, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (line.isEmpty() && allowance.hasRoom(now())) {
                return Optional.of(allowance.take());
            }
            if (line.size() >= longestLine) {
                throw new Refusal(Refusal.Reason.FULL, Duration.ZERO);
            }
            line.add(me);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a caller in line is the one object that it made
    private Pass awaitTurn(Waiter me, Deadline deadline, Lifeline lifeline, Consumer<Duration> onPause)
            throws Refusal, InterruptedException {
        long toldUntil = 0;
        while (true) {
            CountDownLatch wakeUp;
            long pause;
            long until;
            lock.lockInterruptibly();
            try {
                long now = now();
                pause = allowance.shutFor(now);
                until = now + pause;
                if (lifeline.isClosed()) {
                    throw new Refusal(Refusal.Reason.CLOSED, Duration.ZERO);
                }
                if (line.peek() == me && allowance.hasRoom(now)) {
                    return allowance.take();
                }
                if (pause > 0 && deadline.isCrossedBy(Duration.ofNanos(pause))) {
                    throw new Refusal(Refusal.Reason.PAUSED, Duration.ofNanos(pause));
                }
                if (deadline.remaining().isZero()) {
                    throw new Refusal(Refusal.Reason.OUT_OF_TIME, Duration.ZERO);
                }
                wakeUp = new CountDownLatch(1);
                me.wakeUp = wakeUp;
            } finally {
                lock.unlock();
            }
            if (pause > 0 && until > toldUntil) {
                toldUntil = until;
                onPause.accept(Duration.ofNanos(pause));
            }
            time.await(pause > 0 ? Duration.ofNanos(pause) : deadline.remaining(), wakeUp);
        }
    }

    private void leaveLine(Waiter me) {
        lock.lock();
        try {
            line.remove(me);
            wakeHead();
        } finally {
            lock.unlock();
        }
    }

    /** An answer came, and it was not throttling; {@code warned} if the service says that its limit is near. */
    void answered(Pass pass, boolean warned) {
        lock.lock();
        try {
            allowance.answered(pass, warned);
            wakeHead();
        } finally {
            lock.unlock();
        }
    }

    /** Shuts the gate for everybody. Those whose time does not last until it opens again are told so at once. */
    void throttled(Pass pass, Duration asked) {
        lock.lock();
        try {
            allowance.throttled(pass, asked, now());
            line.forEach(waiter -> waiter.wakeUp.countDown());
        } finally {
            lock.unlock();
        }
    }

    /** The request is over; does nothing more if an answer has been reported. */
    void leave(Pass pass) {
        lock.lock();
        try {
            allowance.giveBack(pass);
            wakeHead();
        } finally {
            lock.unlock();
        }
    }

    private void wakeHead() {
        @Nullable Waiter head = line.peek();
        if (head != null) {
            head.wakeUp.countDown();
        }
    }

    private void wake(Waiter waiter) {
        lock.lock();
        try {
            waiter.wakeUp.countDown();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing would be lost if a new gate took its place. */
    boolean isFresh() {
        lock.lock();
        try {
            return line.isEmpty() && budget.isFull() && allowance.isFresh(now());
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return time.nanoTime() - origin;
    }
}
