package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.internal.run.Intake.Arrival;
import dev.confluencekit.sync.internal.site.Parts;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.internal.site.RowBatch;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.internal.site.SiteReader;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The middle of a run: lists, compares, fetches what differs, stores it, and looks for what is missing. Listings go ahead of
 * fetching, so that bodies of one space travel side by side, but not far, so that memory stays flat.
 */
final class Reading {
    private static final int MOST_BACKLOG = 16 * Shelf.MOST_IDS;
    /** One less than a site's gate lets through by default: everything waits for listings, so they wait for nothing. */
    private static final int MOST_BESIDE_LISTINGS = 7;

    private final SiteReader site;
    private final Crew crew;
    private final Ledger ledger;
    private final Selection selection;
    private final Vanished vanished;
    private final Tally tally;
    private final Progress progress;
    private final Skips skips;
    private final Troubles troubles;
    private final Families families;
    private final Search search;
    private final Deque<Listing> listings = new ArrayDeque<>();
    private final Deque<Candidate> toInspect = new ArrayDeque<>();
    private final Map<ItemKind, Desk> desks = new EnumMap<>(ItemKind.class);
    private final Map<ItemKey, Candidate> inWork = new HashMap<>();
    private final Latecomers late;
    private final Intake intake;
    private int listingsOut;
    private int inspectionsOut;

    Reading(
            SiteReader site,
            Crew crew,
            Ledger ledger,
            Selection selection,
            Vanished vanished,
            Tally tally,
            Progress progress,
            Skips skips,
            Troubles troubles,
            Families families,
            TimeSource time) {
        this.site = site;
        this.crew = crew;
        this.ledger = ledger;
        this.selection = selection;
        this.vanished = vanished;
        this.tally = tally;
        this.progress = progress;
        this.skips = skips;
        this.troubles = troubles;
        this.families = families;
        this.search = new Search(site.shelves(), crew, ledger, vanished, skips, troubles, this::found);
        this.late = new Latecomers(time);
        this.intake = new Intake(ledger);
        site.shelves().forEach(shelf -> desks.put(shelf.kind(), new Desk(shelf)));
    }

    /** Has a listing read, compared and stored. */
    void add(Listing listing) {
        listings.add(listing);
    }

    /** What keeps the books of the spaces whose listings are added. */
    SpaceWork.Watcher spaces() {
        return new SpaceBooks(ledger, intake, search, skips);
    }

    /** Has items looked for by their ids, whatever listings show of them. */
    void lookFor(Collection<ItemKey> keys) {
        search.lookFor(keys);
    }

    /** Works until nothing is left to do. */
    void toEnd() throws InterruptedException {
        while (true) {
            while (crew.hasRoom() && sendOne()) {
                // One more is out.
            }
            if (!crew.isIdle()) {
                crew.takeOne();
            } else if (!late.isEmpty()) {
                awaitLate();
            } else if (intake.isAnythingWaiting()) {
                intake.storeRest().forEach(this::held);
            } else {
                store(List.of());
                return;
            }
        }
    }

    private boolean sendOne() {
        if (!listings.isEmpty() && backlog() < MOST_BACKLOG) {
            send(listings.remove());
            return true;
        }
        if (listingsOut > 0 && crew.out() - listingsOut >= MOST_BESIDE_LISTINGS) {
            return false;
        }
        if (!toInspect.isEmpty()) {
            inspect(toInspect.remove());
            return true;
        }
        if (families.sendOne()) {
            return true;
        }
        boolean nothingElse = listings.isEmpty() && listingsOut == 0 && inspectionsOut == 0 || crew.isIdle();
        if (backlog() < MOST_BACKLOG && search.sendOne(nothingElse)) {
            return true;
        }
        for (Desk desk : desks.values()) {
            List<Candidate> wanted = desk.take(nothingElse);
            if (!wanted.isEmpty()) {
                fetch(desk, wanted);
                return true;
            }
        }
        return false;
    }

    private int backlog() {
        return inWork.size() + families.backlog() + search.backlog();
    }

    private void send(Listing listing) {
        listing.begin();
        listingsOut++;
        crew.send(
                () -> listing.fetch(listing.next()),
                batch -> {
                    listingsOut--;
                    listed(listing, batch);
                },
                failure -> {
                    listingsOut--;
                    listingFailed(listing, failure);
                });
    }

    private void listed(Listing listing, RowBatch batch) {
        troubles.succeeded();
        Step step = listing.took(batch);
        if (!listing.isExhausted()) {
            listings.add(listing);
        }
        tally.listed(batch.rows().size());
        Map<ItemKey, ItemState> old =
                ledger.session().find(batch.rows().stream().map(Row::key).toList());
        for (Row row : batch.rows()) {
            listing.saw(row.key().id());
            look(row, old.get(row.key()), step, listing.isThorough());
        }
        step.settle();
        progress.progressed(inWork.size());
    }

    private void listingFailed(Listing listing, RuntimeException failure) {
        if (Troubles.mayBeTheCursor(failure) && listing.restart()) {
            listings.add(listing);
            return;
        }
        troubles.failed(failure);
        listing.failed(failure);
    }

    private void look(Row row, @Nullable ItemState old, @Nullable Step step, boolean thorough) {
        Candidate known = inWork.get(row.key());
        if (known != null) {
            known.listedAgain(row, thorough);
            if (step != null) {
                known.awaitedBy(step);
            }
            return;
        }
        if (!selection.takes(row)) {
            if (old != null) {
                vanished.gone(old);
            }
            return;
        }
        vanished.back(row.key());
        if (!thorough && site.hasParts() && old != null && old.version() == row.version()) {
            return;
        }
        Candidate candidate = new Candidate(row, old, thorough);
        if (step != null) {
            candidate.awaitedBy(step);
        }
        inWork.put(row.key(), candidate);
        if (site.hasParts()) {
            toInspect.add(candidate);
        } else {
            judge(candidate);
        }
    }

    private void found(Row row, @Nullable ItemState old) {
        look(row, old, null, true);
    }

    private void inspect(Candidate candidate) {
        inspectionsOut++;
        crew.send(() -> site.parts(candidate.key()), parts -> inspected(candidate, parts), failure -> {
            inspectionsOut--;
            if (failure instanceof NotFoundException notFound && !notFound.isPassing()) {
                missing(candidate);
            } else {
                troubles.failed(failure);
                skip(candidate, Reason.UNREADABLE, failure);
            }
        });
    }

    private void inspected(Candidate candidate, Parts parts) {
        inspectionsOut--;
        troubles.succeeded();
        candidate.parts(parts);
        judge(candidate);
    }

    private void judge(Candidate candidate) {
        ItemState old = candidate.old();
        if (old == null || !old.sameAs(candidate.row().state(candidate.parts()))) {
            desk(candidate).add(candidate);
            return;
        }
        if (old.unreachableSince() != null) {
            intake.back(old);
        }
        held(candidate);
    }

    private Desk desk(Candidate candidate) {
        Desk desk = desks.get(candidate.key().kind());
        if (desk == null) {
            throw new IllegalStateException(candidate.key() + " is not in scope");
        }
        return desk;
    }

    private void fetch(Desk desk, List<Candidate> wanted) {
        List<String> ids =
                wanted.stream().map(candidate -> candidate.key().id()).toList();
        crew.send(
                () -> selection.fetched(desk.shelf().byIds(ids, selection.bodies())),
                fetched -> fetched(wanted, fetched),
                failure -> fetchFailed(desk, wanted, failure));
    }

    private void fetchFailed(Desk desk, List<Candidate> wanted, RuntimeException failure) {
        if (wanted.size() > 1 && troubles.mayHelpToSplit(failure)) {
            desk.split(wanted);
            return;
        }
        troubles.failed(failure);
        wanted.forEach(candidate -> skip(candidate, Reason.UNREADABLE, failure));
    }

    private void fetched(List<Candidate> wanted, Fetched fetched) {
        troubles.succeeded();
        Map<ItemKey, Row> byKey = new HashMap<>();
        fetched.rows().forEach(row -> byKey.put(row.key(), row));
        List<Arrival> put = new ArrayList<>();
        List<Candidate> held = new ArrayList<>();
        List<Candidate> settled = new ArrayList<>();
        for (Candidate candidate : wanted) {
            Row row = byKey.get(candidate.key());
            if (row == null) {
                missing(candidate);
            } else if (late.isStale(candidate, row)) {
                late.add(candidate);
            } else if (!selection.takes(row)) {
                if (candidate.old() != null) {
                    vanished.gone(candidate.old());
                }
                settled.add(candidate);
            } else {
                take(candidate, row, fetched.renderer(), put, held);
            }
        }
        store(put);
        settled.forEach(this::done);
        held.forEach(this::held);
        progress.progressed(inWork.size());
    }

    private void awaitLate() throws InterruptedException {
        store(List.of());
        for (Candidate candidate : late.await()) {
            if (late.mayComeStill(candidate)) {
                desk(candidate).add(candidate);
            } else {
                skips.add(
                        candidate.key(),
                        Reason.STALE,
                        "version " + candidate.row().version() + " is listed, and an older one comes");
                done(candidate);
            }
        }
    }

    private void take(Candidate candidate, Row row, BodyRenderer renderer, List<Arrival> put, List<Candidate> held) {
        MirrorItem item;
        try {
            item = selection.item(row, candidate.parts(), renderer);
        } catch (RuntimeException e) {
            skip(candidate, Reason.NOT_RENDERED, e);
            return;
        }
        ItemState old = candidate.old();
        if (old == null || !old.sameAs(item.state()) || old.unreachableSince() != null) {
            put.add(new Arrival(candidate, item));
            tally.stored(old, item.state());
        } else {
            held.add(candidate);
        }
    }

    private void missing(Candidate candidate) {
        ItemState old = candidate.old();
        if (old != null) {
            vanished.absent(old);
        } else {
            skips.gone(candidate.key());
        }
        done(candidate);
    }

    private void skip(Candidate candidate, Reason reason, RuntimeException failure) {
        skips.add(candidate.key(), reason, String.valueOf(failure.getMessage()));
        done(candidate);
    }

    /** The mirror has it as it is; what belongs to it comes next. */
    private void held(Candidate candidate) {
        inWork.remove(candidate.key());
        if (candidate.bringsFamily()) {
            families.visit(candidate.key(), candidate.row().spaceId(), candidate::settle);
        } else {
            candidate.settle();
        }
    }

    private void done(Candidate candidate) {
        inWork.remove(candidate.key());
        candidate.settle();
    }

    /** Stores, with what else has come to be stored meanwhile. */
    private void store(List<Arrival> arrivals) {
        List<Candidate> stored = intake.store(arrivals);
        for (ItemKey parent : intake.parentsToLookFor()) {
            if (!inWork.containsKey(parent)) {
                search.lookFor(List.of(parent));
            }
        }
        stored.forEach(this::held);
    }
}
