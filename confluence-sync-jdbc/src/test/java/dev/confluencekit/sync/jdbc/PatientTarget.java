package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetSession;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Waits until the lease of a process that was killed has run out. */
record PatientTarget(MirrorTarget target) implements MirrorTarget {
    private static final Duration LEASE = Duration.ofMillis(300);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    static PatientTarget on(DataSource source) {
        return new PatientTarget(JdbcTarget.on(source).lease(LEASE));
    }

    @Override
    public TargetSession open(String holder) {
        long end = System.nanoTime() + MOST_NANOS;
        while (true) {
            try {
                return target.open(holder);
            } catch (TargetBusyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
