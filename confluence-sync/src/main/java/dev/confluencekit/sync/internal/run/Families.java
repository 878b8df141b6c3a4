package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.sync.internal.site.FamilyReader;
import dev.confluencekit.sync.internal.site.Parts;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Comments and files of pages and blog posts. A family is read whole and compared with what the mirror has of it, after its
 * page has been stored.
 */
final class Families implements AutoCloseable {
    /** A family to read, and what waits for it. */
    private record Visit(ItemKey owner, String spaceId, Runnable then) {}

    /** A file to fetch. */
    private record Fetch(Row row, @Nullable ItemState old, Outstanding family) {}

    private final FamilyReader reader;
    private final BodyFormat bodies;
    private final Crew crew;
    private final Ledger ledger;
    private final Selection selection;
    private final Vanished vanished;
    private final Tally tally;
    private final Skips skips;
    private final Troubles troubles;
    private final Deque<Visit> toVisit = new ArrayDeque<>();
    private final Deque<Fetch> toFetch = new ArrayDeque<>();
    private final Deque<ItemState> toConfirm = new ArrayDeque<>();
    private final Set<ItemKey> visited = new HashSet<>();
    private @Nullable Runnable toAskForChanges;
    private boolean readsChanges;
    private @Nullable Path staging;

    Families(
            FamilyReader reader,
            Crew crew,
            Ledger ledger,
            Selection selection,
            Vanished vanished,
            Tally tally,
            Skips skips,
            Troubles troubles) {
        this.reader = reader;
        this.bodies = selection.bodies();
        this.crew = crew;
        this.ledger = ledger;
        this.selection = selection;
        this.vanished = vanished;
        this.tally = tally;
        this.skips = skips;
        this.troubles = troubles;
    }

    /** Has a family read, if any is in scope, and then does something. */
    void visit(ItemKey owner, String spaceId, Runnable then) {
        if (!reader.isWanted()) {
            then.run();
            return;
        }
        if (!readsChanges || visited.add(owner)) {
            toVisit.add(new Visit(owner, spaceId, then));
        } else {
            then.run();
        }
    }

    /** Has those families read that the site lists as changed; {@code end} hears whether that list could be read. */
    void readChanged(Instant until, Consumer<@Nullable RuntimeException> end) {
        if (!reader.isWanted()) {
            return;
        }
        readsChanges = true;
        toAskForChanges = () -> crew.send(
                () -> reader.changedSince(until),
                touched -> {
                    troubles.succeeded();
                    touched(touched);
                    end.accept(null);
                },
                failure -> {
                    troubles.failed(failure);
                    end.accept(failure);
                });
    }

    private void touched(Collection<ItemKey> keys) {
        List<ItemKey> asked = List.copyOf(keys);
        for (int from = 0; from < asked.size(); from += 500) {
            Map<ItemKey, ItemState> found =
                    ledger.session().find(asked.subList(from, Math.min(from + 500, asked.size())));
            for (ItemState state : found.values()) {
                ItemKey owner = state.owner() == null ? state.key() : state.owner();
                if (visited.add(owner)) {
                    toVisit.add(new Visit(owner, state.spaceId(), () -> {}));
                }
            }
        }
    }

    int backlog() {
        return toVisit.size() + toFetch.size() + toConfirm.size();
    }

    boolean sendOne() {
        if (toAskForChanges != null) {
            toAskForChanges.run();
            toAskForChanges = null;
            return true;
        }
        if (!toFetch.isEmpty()) {
            fetch(toFetch.remove());
            return true;
        }
        if (!toConfirm.isEmpty()) {
            confirm(toConfirm.remove());
            return true;
        }
        if (!toVisit.isEmpty()) {
            read(toVisit.remove());
            return true;
        }
        return false;
    }

    private void read(Visit visit) {
        crew.send(
                () -> selection.fetched(reader.of(visit.owner(), visit.spaceId(), bodies)),
                fetched -> wasRead(visit, fetched),
                failure -> {
                    if (!(failure instanceof NotFoundException)) {
                        troubles.failed(failure);
                        skips.add(visit.owner(), Reason.UNREADABLE, String.valueOf(failure.getMessage()));
                    }
                    visit.then().run();
                });
    }

    private void wasRead(Visit visit, Fetched fetched) {
        troubles.succeeded();
        Map<ItemKey, ItemState> old = new HashMap<>();
        ledger.session().ownedBy(visit.owner()).forEach(state -> old.put(state.key(), state));
        Outstanding family = new Outstanding(visit.then());
        List<MirrorItem> put = new ArrayList<>();
        List<ItemState> back = new ArrayList<>();
        for (Row row : fetched.rows()) {
            ItemState had = old.remove(row.key());
            ItemState now = row.state();
            if (had != null && had.sameAs(now)) {
                if (had.unreachableSince() != null) {
                    back.add(now);
                }
            } else if (row.key().kind() == ItemKind.ATTACHMENT) {
                family.await();
                toFetch.add(new Fetch(row, had, family));
            } else {
                take(row, had, null, fetched.renderer(), put);
            }
        }
        toConfirm.addAll(old.values());
        if (!put.isEmpty() || !back.isEmpty()) {
            ledger.apply(put, back, List.of());
        }
        family.settled();
    }

    private void take(
            Row row, @Nullable ItemState old, @Nullable ItemFile file, BodyRenderer renderer, List<MirrorItem> put) {
        try {
            MirrorItem item = selection.item(row, Parts.NONE, renderer);
            put.add(new MirrorItem(item.state(), item.details(), item.body(), file));
            tally.stored(old, item.state());
        } catch (RuntimeException e) {
            skips.add(row.key(), owner(row), Reason.NOT_RENDERED, String.valueOf(e.getMessage()));
        }
    }

    private static ItemKey owner(Row row) {
        return row.owner() == null ? row.key() : row.owner();
    }

    private static ItemKey owner(ItemState state) {
        return state.owner() == null ? state.key() : state.owner();
    }

    private void fetch(Fetch wanted) {
        Row row = wanted.row();
        Path place = staging();
        crew.send(
                () -> reader.download(row.key(), place),
                file -> {
                    troubles.succeeded();
                    List<MirrorItem> put = new ArrayList<>();
                    take(row, wanted.old(), file, selection.renderer(), put);
                    ledger.apply(put, List.of(), List.of());
                    remove(file.content());
                    wanted.family().settled();
                },
                failure -> {
                    if (!(failure instanceof NotFoundException)) {
                        troubles.failed(failure);
                    }
                    skips.add(row.key(), owner(row), Reason.UNREADABLE, String.valueOf(failure.getMessage()));
                    wanted.family().settled();
                });
    }

    private void confirm(ItemState missing) {
        crew.send(
                () -> reader.status(missing.key()),
                status -> {
                    troubles.succeeded();
                    confirmed(missing, status);
                },
                failure -> {
                    troubles.failed(failure);
                    skips.add(missing.key(), owner(missing), Reason.UNREADABLE, String.valueOf(failure.getMessage()));
                });
    }

    private void confirmed(ItemState missing, Optional<String> status) {
        if (status.isEmpty()) {
            vanished.absent(missing);
        } else if (!status.get().equals("current")) {
            vanished.gone(missing);
        }
    }

    private Path staging() {
        Path place = staging;
        if (place == null) {
            try {
                place = Files.createTempDirectory("confluencekit-files");
            } catch (IOException e) {
                throw TargetException.of("making a temporary directory for files", e);
            }
            staging = place;
        }
        return place;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw TargetException.of("removing the temporary file " + file, e);
        }
    }

    /** Removes what was fetched and not stored. */
    @Override
    public void close() {
        Path place = staging;
        if (place == null) {
            return;
        }
        try (var files = Files.list(place)) {
            files.forEach(Families::remove);
            Files.deleteIfExists(place);
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException("Failed at removing the temporary directory " + place, e);
        }
    }

    /** What is still to come of a family. */
    private static final class Outstanding {
        private final Runnable then;
        private int open = 1;

        Outstanding(Runnable then) {
            this.then = then;
        }

        void await() {
            open++;
        }

        void settled() {
            open--;
            if (open == 0) {
                then.run();
            }
        }
    }
}
