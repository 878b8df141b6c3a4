package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.report.MirrorListener;
import dev.confluencekit.sync.report.MirrorProgress;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SpaceOutcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners how far a run has come. For the thread of the run. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.mirror");

    private final List<MirrorListener> listeners;
    private final TimeSource time;
    private final Tally tally;
    private final long start;
    private RunKind kind = RunKind.FIRST;
    private int spaces;
    private int spacesDone;

    Progress(List<MirrorListener> listeners, TimeSource time, Tally tally) {
        this.listeners = listeners;
        this.time = time;
        this.tally = tally;
        this.start = time.nanoTime();
    }

    void begins(RunKind what, int howManySpaces) {
        kind = what;
        spaces = howManySpaces;
    }

    Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    void spaceEnded(SpaceOutcome space) {
        spacesDone++;
        tell(listener -> listener.spaceEnded(space));
    }

    void skipped(SkippedItem item) {
        LOG.warn("The mirror skips {} ({}): {}", item.key(), item.reason(), item.detail());
        tell(listener -> listener.skipped(item));
    }

    void progressed(long waiting) {
        MirrorProgress now = new MirrorProgress(
                kind,
                spacesDone,
                spaces,
                tally.listed(),
                tally.stored(),
                waiting,
                tally.trafficSoFar().requests(),
                elapsed(),
                remaining(waiting));
        tell(listener -> listener.progressed(now));
    }

    private @Nullable Duration remaining(long waiting) {
        if (spacesDone == spaces) {
            return tally.stored() == 0 ? null : part(waiting, tally.stored());
        }
        return spacesDone == 0 ? null : part(spaces - spacesDone, spacesDone);
    }

    private Duration part(long left, long done) {
        return Duration.ofNanos((long) ((double) elapsed().toNanos() * left / done));
    }

    private void tell(Consumer<MirrorListener> event) {
        for (MirrorListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("The mirror listener {} threw", listener.getClass().getName(), e);
            }
        }
    }
}
