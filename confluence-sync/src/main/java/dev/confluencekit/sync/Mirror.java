package dev.confluencekit.sync;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.internal.run.Cancellation;
import dev.confluencekit.sync.internal.run.MirrorRun;
import dev.confluencekit.sync.internal.run.Planning;
import dev.confluencekit.sync.internal.run.RunSettings;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.report.MirrorListener;
import dev.confluencekit.sync.report.MirrorPlan;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.MirrorTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A copy of spaces of Confluence in a target, kept true by {@linkplain #run() runs}.
 *
 * <p>The first run reads everything. Later ones read what the site lists as changed; every so often, and always when that costs
 * little, a run lists everything and finds what no listing of changes shows: moves, other labels and restrictions, deletions.
 * A run may end at any instant, also with its process: what it stored stands, and the next one goes on from there.
 *
 * <p>Nothing is removed from the mirror on the word of one answer. An item goes if a complete listing of its space did not show
 * it and the site, asked for it by its id, says that it is in the trash or in no space of the mirror; or if it answered "not
 * found" in two runs at least five minutes apart; and only if not too many go at once
 * ({@link Builder#mostRemoved(double)}) and the site knows the account to the end. A whole space that is not there, or may not
 * be seen any more, is reported, and what is mirrored of it stays.
 *
 * <p>Immutable; safe for use by many threads. Of two runs on one target the second throws
 * {@link dev.confluencekit.sync.target.TargetBusyException}.
 *
 * <pre>{@code
 * Mirror mirror = Mirror.of(connection)
 *         .scope(MirrorScope.spaces("SUPPORT", "DOCS"))
 *         .into(target)
 *         .build();
 * MirrorReport report = mirror.run();
 * }</pre>
 */
public final class Mirror {
    private final RunSettings settings;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

    private Mirror(RunSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a mirror of a site.
     *
     * @param connection the site, under the account whose view is mirrored; it stays the caller's to close
     * @return a builder
     */
    public static Builder of(ConfluenceConnection connection) {
        return new Builder(connection);
    }

    /**
     * Brings the target up to date, on the caller's thread; calls of the site run on the executor of the connection's runtime,
     * up to ten at once and never more than the site's gate lets through.
     *
     * @return what was done, and how it ended: what the site did is in there, and not thrown
     * @throws dev.confluencekit.sync.target.TargetBusyException if another run is using the target
     * @throws dev.confluencekit.sync.target.TargetMismatchException if the target holds a mirror of something else
     * @throws dev.confluencekit.sync.target.TargetException if the target fails; what was stored before stands
     * @throws dev.confluencekit.core.error.ConfluenceInterruptedException if the thread is interrupted; likewise
     */
    public MirrorReport run() {
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        try {
            return new MirrorRun(settings, cancellation).run();
        } finally {
            running.remove(cancellation);
        }
    }

    /**
     * Tells what the next run would be and about what it would cost, by a few requests and without changing anything.
     *
     * @return the plan
     * @throws dev.confluencekit.core.error.ConfluenceException if the site cannot be asked
     * @throws dev.confluencekit.sync.target.TargetException as {@link #run()} does
     */
    public MirrorPlan plan() {
        return new Planning(settings).plan();
    }

    /**
     * Makes runs at an interval, the first one at once, on a daemon thread of its own.
     *
     * @param interval from the end of a run to the beginning of the next
     * @param reports is given each report, on that thread
     * @return the schedule, to be closed by the caller
     * @throws InvalidArgumentException if the interval is not positive
     */
    public MirrorSchedule schedule(Duration interval, Consumer<MirrorReport> reports) {
        ScheduledExecutorService own = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "confluencekit-mirror");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return schedule(interval, reports, own, own::shutdown);
        } catch (InvalidArgumentException e) {
            own.shutdown();
            throw e;
        }
    }

    /**
     * Makes runs at an interval, on a scheduler of the host's, which stays the host's to close.
     *
     * @param interval from the end of a run to the beginning of the next
     * @param reports is given each report, on a thread of the scheduler
     * @param scheduler where runs are made; each takes a thread for as long as it lasts
     * @return the schedule, to be closed by the caller
     * @throws InvalidArgumentException if the interval is not positive
     */
    public MirrorSchedule schedule(
            Duration interval, Consumer<MirrorReport> reports, ScheduledExecutorService scheduler) {
        return schedule(interval, reports, scheduler, () -> {});
    }

    private MirrorSchedule schedule(
            Duration interval, Consumer<MirrorReport> reports, ScheduledExecutorService scheduler, Runnable end) {
        if (interval.isNegative() || interval.isZero()) {
            throw new InvalidArgumentException("interval", "must be positive");
        }
        return new MirrorSchedule(this, interval, reports, scheduler, end);
    }

    /**
     * Ends the run that is under way, soon: its calls are cut off, and {@link #run()} returns a report that says so. Does nothing
     * if none is under way. From any thread.
     */
    public void cancel() {
        running.forEach(Cancellation::cancel);
    }

    @Override
    public String toString() {
        return "a mirror of " + settings.scope() + " of "
                + settings.connection().site().host() + " into " + settings.target();
    }

    /** How a mirror is made; for one thread. */
    public static final class Builder {
        private final ConfluenceConnection connection;
        private final List<MirrorListener> listeners = new ArrayList<>();
        private MirrorScope scope = MirrorScope.allSpaces();
        private BodyRenderer renderer = BodyRenderer.storage();
        private Duration reconcileEvery = Duration.ofHours(24);
        private double mostRemoved = 0.2;
        private @Nullable MirrorTarget target;
        private @Nullable Executor executor;

        private Builder(ConfluenceConnection connection) {
            this.connection = connection;
        }

        /**
         * What to mirror. Default: the current pages of all spaces.
         *
         * @param what the scope
         * @return this builder
         */
        public Builder scope(MirrorScope what) {
            this.scope = what;
            return this;
        }

        /**
         * Where to. Required.
         *
         * @param where the target
         * @return this builder
         */
        public Builder into(MirrorTarget where) {
            this.target = where;
            return this;
        }

        /**
         * What to make of bodies. Default: the storage format as it comes.
         *
         * @param what the renderer
         * @return this builder
         */
        public Builder renderedBy(BodyRenderer what) {
            this.renderer = what;
            return this;
        }

        /**
         * Who hears of runs; may be called several times.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(MirrorListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * How long to go without listing everything. Default 24 hours. A run that lists everything is made anyway where it
         * costs no more than some 20 requests.
         *
         * @param interval zero to list everything in each run
         * @return this builder
         * @throws InvalidArgumentException if it is negative
         */
        public Builder reconcileEvery(Duration interval) {
            if (interval.isNegative()) {
                throw new InvalidArgumentException("interval", "must not be negative");
            }
            this.reconcileEvery = interval;
            return this;
        }

        /**
         * How large a share of the mirror a run may remove or mark as unreachable. If more is missing, none of it is touched,
         * and the report tells how much was held back: run once with a larger share if it is right. Default 0.2; 25 items may
         * always go.
         *
         * @param share 0 to 1
         * @return this builder
         * @throws InvalidArgumentException if it is out of range
         */
        public Builder mostRemoved(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new InvalidArgumentException("share", "must be from 0 to 1");
            }
            this.mostRemoved = share;
            return this;
        }

        /**
         * Where calls are made. It stays the host's to close. Default: the executor of the connection's runtime.
         *
         * @param given an executor
         * @return this builder
         */
        public Builder executor(Executor given) {
            this.executor = given;
            return this;
        }

        /**
         * Makes the mirror. Asks the site nothing, and does not open the target.
         *
         * @return the mirror
         * @throws InvalidArgumentException if there is no target
         */
        public Mirror build() {
            if (target == null) {
                throw new InvalidArgumentException("target", "is missing: say where to with into(…)");
            }
            return new Mirror(new RunSettings(
                    connection,
                    executor == null ? connection.executor() : executor,
                    scope,
                    renderer,
                    Objects.requireNonNull(target),
                    List.copyOf(listeners),
                    reconcileEvery,
                    mostRemoved));
        }
    }
}
