package dev.confluencekit.core.testing;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time for many threads at once: it passes only while every one of them waits, and then jumps to the end of the earliest
 * wait. Work that takes no waiting takes no time.
 */
public final class VirtualTime implements TimeSource {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Wait> waits = new ArrayList<>();
    private long now;
    private int busy;

    /** Starts at {@link ManualTime#START}. */
    public VirtualTime() {}

    /** Each has a condition of its own, so no two are equal. */
    private record Wait(long end, CountDownLatch wakeUp, Condition over) {
        boolean isOver(long now) {
            return now >= end || wakeUp.getCount() == 0;
        }
    }

    /** Runs the work, each piece on a thread of its own, until all is done; fails if one fails or it takes a minute. */
    public void run(List<? extends Runnable> work) throws InterruptedException {
        lock.lock();
        try {
            busy += work.size();
        } finally {
            lock.unlock();
        }
        List<Background> threads = work.stream()
                .map(piece -> Background.start(() -> {
                    try {
                        piece.run();
                    } finally {
                        retire();
                    }
                }))
                .toList();
        for (Background thread : threads) {
            Throwable failure = thread.failure(Duration.ofMinutes(1));
            if (failure != null) {
                throw new AssertionError(failure);
            }
        }
    }

    private void retire() {
        lock.lock();
        try {
            busy--;
            passOn();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant now() {
        return ManualTime.START.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long end = duration.compareTo(Duration.ofNanos(Long.MAX_VALUE - now)) > 0
                    ? Long.MAX_VALUE
                    : now + duration.toNanos();
            Wait mine = new Wait(end, wakeUp, lock.newCondition());
            waits.add(mine);
            busy--;
            try {
                passOn();
                while (!mine.isOver(now)) {
                    // Somebody who is not one of the threads may have counted the latch down, so it looks now and then.
                    if (!mine.over().await(20, TimeUnit.MILLISECONDS)) {
                        passOn();
                    }
                }
                return wakeUp.getCount() == 0;
            } finally {
                waits.remove(mine);
                busy++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets those go on whose wait is over; if nobody can, time passes. */
    private void passOn() {
        boolean anyoneGoesOn = signalThoseThatAreOver();
        if (!anyoneGoesOn && busy == 0 && !waits.isEmpty()) {
            now = Math.max(now, waits.stream().mapToLong(Wait::end).min().orElseThrow());
            signalThoseThatAreOver();
        }
    }

    private boolean signalThoseThatAreOver() {
        boolean any = false;
        for (Wait wait : waits) {
            if (wait.isOver(now)) {
                wait.over().signal();
                any = true;
            }
        }
        return any;
    }
}
