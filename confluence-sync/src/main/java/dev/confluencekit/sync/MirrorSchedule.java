package dev.confluencekit.sync;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.target.TargetException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of a mirror at an interval, one after another: the next is due an interval after the end of the one before. What a run
 * throws is logged and does not end the schedule. Safe for use by many threads.
 */
public final class MirrorSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.mirror");

    private final Mirror mirror;
    private final Consumer<MirrorReport> reports;
    private final Future<?> runs;
    private final Runnable end;

    MirrorSchedule(
            Mirror mirror,
            Duration interval,
            Consumer<MirrorReport> reports,
            ScheduledExecutorService scheduler,
            Runnable end) {
        this.mirror = mirror;
        this.reports = reports;
        this.end = end;
        this.runs = scheduler.scheduleWithFixedDelay(this::runOnce, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void runOnce() {
        try {
            reports.accept(mirror.run());
        } catch (ConfluenceException | TargetException e) {
            LOG.warn("A scheduled run of {} failed; the next one goes on from there", mirror, e);
        } catch (RuntimeException e) {
            LOG.error("A scheduled run of {} broke", mirror, e);
        }
    }

    /** Makes no more runs, and cancels one that is under way. The scheduler that was given stays open. Idempotent. */
    @Override
    public void close() {
        runs.cancel(false);
        mirror.cancel();
        end.run();
    }
}
