package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.space.Space;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.sync.internal.checkpoint.Checkpoint;
import dev.confluencekit.sync.internal.checkpoint.Checkpoint.Binding;
import dev.confluencekit.sync.internal.site.SiteReader;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.NobodyException;
import dev.confluencekit.sync.report.Outcome;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.target.TargetSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from the opened target to the report. */
public final class MirrorRun {
    /** Longer pauses end the run, so that the target is free and somebody can be told. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(15);
    /** More calls at once than any site's gate lets through, so that the gate is never idle. */
    private static final int WORKERS = 10;

    private static final int PART = 250;
    /** More than this is found by listing everything. */
    static final int MOST_LOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.mirror");

    private final RunSettings settings;
    private final Cancellation cancellation;
    private final Tally tally = new Tally();
    private final Progress progress;
    private final Crew crew;
    private final ConfluenceConnection calls;
    private final SiteReader site;
    private RunKind kind = RunKind.FIRST;
    private @Nullable Skips skips;
    private @Nullable Vanished vanished;
    private @Nullable Families families;

    /** A run over a target; {@code cancellation} ends it. */
    public MirrorRun(RunSettings settings, Cancellation cancellation) {
        this.settings = settings;
        this.cancellation = cancellation;
        this.progress = new Progress(settings.listeners(), settings.connection().time(), tally);
        this.crew = new Crew(settings.executor(), WORKERS);
        this.calls = settings.connection()
                .share()
                .with(CallOptions.defaults().timeout(LONGEST_CALL).observer(tally.traffic()));
        this.site = new SiteReader(calls, settings.scope());
    }

    /** Does it. */
    public MirrorReport run() {
        cancellation.over(calls);
        try (TargetSession session = settings.target().open(holder())) {
            return over(session);
        } finally {
            calls.close();
        }
    }

    private String holder() {
        return "a mirror of " + settings.connection().site().host() + " in process "
                + ProcessHandle.current().pid() + ", thread "
                + Thread.currentThread().getName() + ", since "
                + settings.connection().time().now();
    }

    private MirrorReport over(TargetSession session) {
        try {
            return read(session);
        } catch (ConfluenceInterruptedException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException("The mirror run was interrupted; the next one goes on from there");
        } catch (RateLimitedException e) {
            return report(session, Outcome.PAUSED, e);
        } catch (ConfluenceException e) {
            return report(session, cancellation.isAsked() ? Outcome.CANCELLED : Outcome.STOPPED, e);
        } finally {
            // What is under way is cut off before the target is left, so that nothing of this run comes after it.
            calls.close();
            crew.awaitAll();
            if (families != null) {
                families.close();
            }
        }
    }

    private MirrorReport read(TargetSession session) throws InterruptedException {
        String account = site.account().orElseThrow(MirrorRun::nobody);
        Instant started = site.knowsTime() ? site.now() : site.now().minus(Duration.ofDays(1));
        Binding binding = binding(settings, account);
        Checkpoint before = Bindings.checkpointOf(session, binding);
        Ledger ledger = new Ledger(session, before);
        Set<ItemKey> lost = new HashSet<>(session.lost(MOST_LOST));
        kind = RunChoice.kind(ledger, session, site, lost, settings.reconcileEvery(), started);
        long stored = site.shelves().stream()
                .mapToLong(shelf -> session.count(shelf.kind()))
                .sum();
        Vanished missing = new Vanished(stored, settings.mostRemoved(), site.now());
        Skips ended = new Skips(ledger, tally, progress);
        vanished = missing;
        skips = ended;

        List<Space> spaces = site.spaces();
        Territory territory = Territory.of(settings.scope(), spaces, session, site, kind, ended);
        Selection selection =
                new Selection(settings.scope(), settings.renderer(), site.shelves(), territory.ids(), calls);
        Troubles troubles = new Troubles();
        Families belonging = new Families(site.families(), crew, ledger, selection, missing, tally, ended, troubles);
        families = belonging;
        Reading reading = new Reading(
                site, crew, ledger, selection, missing, tally, progress, ended, troubles, belonging, calls.time());
        progress.begins(kind, territory.spaces().size());
        if (!territory.changed().isEmpty()) {
            ledger.apply(territory.changed(), List.of(), List.of());
        }
        Assignment assignment = new Assignment(reading, belonging, ledger, site.shelves(), kind);
        assignment.give(territory);
        reading.lookFor(ledger.takePending());
        reading.lookFor(lost);
        reading.toEnd();

        forget(session, ledger, missing, territory, account);
        if (ended.isClean()) {
            giveUp(session, ledger, lost);
        }
        conclude(ledger, assignment, started);
        boolean clean = ended.isClean() && missing.heldBack() == 0 && assignment.isComplete();
        return report(session, clean ? Outcome.COMPLETE : Outcome.PARTIAL, assignment.problem());
    }

    static Binding binding(RunSettings settings, String account) {
        return new Binding(
                settings.connection().site().host(),
                account,
                settings.scope() + " as " + settings.renderer().name());
    }

    private static NobodyException nobody() {
        return new NobodyException(
                "The site takes the API key for nobody's: it has expired, has been revoked, or was never"
                        + " valid. Nothing was changed in the mirror; it goes on with a new key of the same account.");
    }

    /**
     * The last lock: whoever asks must still be somebody, and the same one. Also where nothing is missing, since a listing that
     * went on as nobody's has left out what it would have shown.
     */
    private void forget(TargetSession session, Ledger ledger, Vanished missing, Territory territory, String account) {
        List<ItemState> lost = territory.newlyLost();
        if (missing.heldBack() > 0) {
            LOG.warn(
                    "The mirror keeps {} items that the site does not show any more: too many at once to believe it",
                    missing.heldBack());
        }
        if (!missing.isEmpty()) {
            // What is in a space that was taken from sight meanwhile is not gone.
            missing.keepOnly(
                    site.spaces().stream().map(space -> space.id().value()).collect(Collectors.toSet()));
        }
        if (!site.account().filter(account::equals).isPresent()) {
            throw nobody();
        }
        List<ItemState> marks = new ArrayList<>(lost);
        for (ItemState marked : missing.marks()) {
            marks.add(marked);
            session.ownedBy(marked.key()).stream()
                    .filter(owned -> owned.unreachableSince() == null)
                    .forEach(owned -> marks.add(owned.unreachableSince(marked.unreachableSince())));
        }
        for (int from = 0; from < marks.size(); from += PART) {
            ledger.apply(List.of(), marks.subList(from, Math.min(from + PART, marks.size())), List.of());
        }
        tally.unreachable(marks.size() - lost.size());
        List<ItemKey> keys = new ArrayList<>();
        for (ItemState state : missing.removals()) {
            session.ownedBy(state.key()).forEach(owned -> keys.add(owned.key()));
            keys.add(state.key());
            if (keys.size() >= PART) {
                ledger.apply(List.of(), List.of(), keys);
                keys.clear();
            }
        }
        if (!keys.isEmpty()) {
            ledger.apply(List.of(), List.of(), keys);
        }
        tally.removed(missing.removals().size());
    }

    /** What the target had lost and the site does not give any more is not to be looked for again. */
    private static void giveUp(TargetSession session, Ledger ledger, Set<ItemKey> lost) {
        List<ItemKey> still =
                session.lost(MOST_LOST).stream().filter(lost::contains).toList();
        if (!still.isEmpty()) {
            ledger.apply(List.of(), List.of(), still);
        }
    }

    private void conclude(Ledger ledger, Assignment assignment, Instant started) {
        if (assignment.isComplete()) {
            ledger.watermark(started);
        }
        if (ledger.hasLostPending() || kind == RunKind.FIRST && assignment.goesOnMidway()) {
            ledger.reconciled(null);
        } else if (kind != RunKind.INCREMENTAL) {
            ledger.reconciled(started);
        }
        ledger.apply(List.of(), List.of(), List.of());
    }

    private MirrorReport report(TargetSession session, Outcome outcome, @Nullable ConfluenceException failure) {
        long unreachable = 0;
        for (ItemKind each : ItemKind.values()) {
            unreachable += session.countUnreachable(each);
        }
        return new MirrorReport(
                kind,
                outcome,
                tally.counts(),
                tally.trafficSoFar(),
                progress.elapsed(),
                skips == null ? List.of() : skips.spaces(),
                tally.skipped(),
                tally.skippedInAll(),
                unreachable,
                vanished == null ? 0 : vanished.heldBack(),
                failure instanceof ConfluenceApiException answer
                        ? answer.retryAt().orElse(null)
                        : null,
                failure);
    }
}
