package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for items by their ids, whatever their status: what complete listings did not show, and what was skipped before. */
final class Search {
    /** Hears of what is there. */
    interface Finder {
        /** It is there, as the row says; {@code old} is what the mirror has of it. */
        void found(Row row, @Nullable ItemState old);
    }

    private final Crew crew;
    private final Ledger ledger;
    private final Vanished vanished;
    private final Skips skips;
    private final Troubles troubles;
    private final Finder finder;
    private final Map<ItemKind, Shelf> shelves = new EnumMap<>(ItemKind.class);
    private final Map<ItemKind, Set<ItemKey>> wanted = new EnumMap<>(ItemKind.class);
    private final Deque<List<ItemKey>> smaller = new ArrayDeque<>();
    private final Deque<Difference> differences = new ArrayDeque<>();

    Search(
            List<Shelf> shelves,
            Crew crew,
            Ledger ledger,
            Vanished vanished,
            Skips skips,
            Troubles troubles,
            Finder finder) {
        this.crew = crew;
        this.ledger = ledger;
        this.vanished = vanished;
        this.skips = skips;
        this.troubles = troubles;
        this.finder = finder;
        for (Shelf shelf : shelves) {
            this.shelves.put(shelf.kind(), shelf);
            wanted.put(shelf.kind(), new LinkedHashSet<>());
        }
    }

    void add(Difference difference) {
        differences.add(difference);
    }

    void lookFor(Collection<ItemKey> keys) {
        for (ItemKey key : keys) {
            Set<ItemKey> ofKind = wanted.get(key.kind());
            if (ofKind != null) {
                ofKind.add(key);
            }
        }
    }

    int backlog() {
        return wanted.values().stream().mapToInt(Set::size).sum();
    }

    /** Asks for what fills a request, or with {@code all} for what there is; false if there is nothing to ask. */
    boolean sendOne(boolean all) {
        if (!smaller.isEmpty()) {
            ask(smaller.remove());
            return true;
        }
        while (!differences.isEmpty() && backlog() < Shelf.MOST_IDS) {
            compare(differences.element());
        }
        for (Set<ItemKey> ofKind : wanted.values()) {
            if (ofKind.size() >= Shelf.MOST_IDS || all && !ofKind.isEmpty()) {
                List<ItemKey> taken = ofKind.stream().limit(Shelf.MOST_IDS).toList();
                taken.forEach(ofKind::remove);
                ask(taken);
                return true;
            }
        }
        return false;
    }

    private void compare(Difference difference) {
        List<ItemState> missing = difference.next(ledger.session());
        if (difference.isDone()) {
            differences.remove();
        }
        lookFor(missing.stream().map(ItemState::key).toList());
    }

    private void ask(List<ItemKey> keys) {
        Shelf shelf = shelves.get(keys.get(0).kind());
        if (shelf == null) {
            throw new IllegalStateException(keys.get(0) + " is not in scope");
        }
        crew.send(
                () -> shelf.byIds(keys.stream().map(ItemKey::id).toList(), null),
                rows -> answered(keys, rows),
                failure -> failed(keys, failure));
    }

    private void failed(List<ItemKey> keys, RuntimeException failure) {
        if (keys.size() > 1 && troubles.mayHelpToSplit(failure)) {
            int half = keys.size() / 2;
            smaller.add(keys.subList(0, half));
            smaller.add(keys.subList(half, keys.size()));
            return;
        }
        troubles.failed(failure);
        keys.forEach(key -> skips.add(key, Reason.UNREADABLE, String.valueOf(failure.getMessage())));
    }

    private void answered(List<ItemKey> keys, List<Row> rows) {
        troubles.succeeded();
        Map<ItemKey, Row> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        Map<ItemKey, ItemState> old = ledger.session().find(keys);
        for (ItemKey key : keys) {
            Row row = byKey.get(key);
            ItemState had = old.get(key);
            if (row != null) {
                finder.found(row, had);
            } else if (had != null) {
                vanished.absent(had);
            }
        }
    }
}
