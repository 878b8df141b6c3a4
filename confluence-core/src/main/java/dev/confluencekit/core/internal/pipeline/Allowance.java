package dev.confluencekit.core.internal.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How many requests of a site may be under way, and from when on: what the site's answers have taught. Throttling shuts
 * it for a while, after which one request goes first and each answer doubles what may follow; a warning halves it; while
 * all is well it grows again by ones. Times are nanoseconds since some origin. Guarded by the lock of its gate.
 */
final class Allowance {
    private static final Duration THROTTLED_BASE = Duration.ofSeconds(2);
    private static final Duration THROTTLED_CAP = Duration.ofSeconds(30);
    private static final double THROTTLED_JITTER = 0.3;

    private final int start;
    private final int most;
    private final RandomGenerator random;

    private int underWay;
    private int window;
    /** Up to here the window doubles with each answer, from here on it grows by ones. */
    private int knownGood;

    private int answersAtThisSize;
    private int lesson;
    private int throttlesInARow;
    private long shutUntil;

    Allowance(int start, int most, RandomGenerator random) {
        this.start = start;
        this.most = most;
        this.random = random;
        this.window = start;
        this.knownGood = start;
    }

    /** A request under way, and what had been learnt when it left. */
    static final class Pass {
        private final int lesson;
        private boolean over;

        private Pass(int lesson) {
            this.lesson = lesson;
        }
    }

    boolean hasRoom(long now) {
        return now >= shutUntil && underWay < window;
    }

    long shutFor(long now) {
        return Math.max(0, shutUntil - now);
    }

    Pass take() {
        underWay++;
        return new Pass(lesson);
    }

    /** The request is over, whether or not an answer was reported before. */
    void giveBack(Pass pass) {
        if (!pass.over) {
            pass.over = true;
            underWay--;
        }
    }

    /** An answer other than throttling came, be it a success or not. */
    void answered(Pass pass, boolean warned) {
        boolean wasFull = underWay >= window;
        giveBack(pass);
        if (pass.lesson != lesson) {
            // It left before the last cut, so it says nothing about the size since then.
            return;
        }
        throttlesInARow = 0;
        if (warned) {
            cutTo(Math.max(1, window / 2));
        } else if (window < knownGood) {
            window = Math.min(knownGood, window * 2);
        } else if (wasFull && window < most && ++answersAtThisSize >= window) {
            answersAtThisSize = 0;
            window++;
            knownGood = window;
        }
    }

    /** The site refused for the time being. Never shortens a wait that stands already. */
    void throttled(Pass pass, Duration asked, long now) {
        giveBack(pass);
        if (pass.lesson == lesson) {
            throttlesInARow++;
            int half = Math.max(1, window / 2);
            cutTo(1);
            knownGood = half;
        }
        long wait = saturatedSum(waitNanos(asked), now);
        shutUntil = Math.max(shutUntil, wait);
    }

    /** Never earlier than asked; a little later, so that not every process comes back at once. */
    private long waitNanos(Duration asked) {
        int doublings = Math.min(Math.max(0, throttlesInARow - 1), 10);
        long own = Math.min(THROTTLED_CAP.toNanos(), THROTTLED_BASE.toNanos() << doublings);
        long base = Math.max(Deadline.saturatedNanos(asked), own);
        return saturatedSum(base, (long) (base * THROTTLED_JITTER * random.nextDouble()));
    }

    private void cutTo(int size) {
        lesson++;
        window = size;
        knownGood = size;
        answersAtThisSize = 0;
    }

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** Whether it is as good as a new one. */
    boolean isFresh(long now) {
        return underWay == 0 && window == start && knownGood == start && throttlesInARow == 0 && now >= shutUntil;
    }
}
