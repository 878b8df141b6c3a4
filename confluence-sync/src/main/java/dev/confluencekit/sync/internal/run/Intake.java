package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes into the target next: spaces before what is in them, and, where the target asks for it, parents before children. */
final class Intake {
    /** An item that has come, and whose it is. */
    record Arrival(Candidate candidate, MirrorItem item) {}

    private final Ledger ledger;
    private final boolean parentsFirst;
    private final List<MirrorItem> newSpaces = new ArrayList<>();
    private final List<ItemState> backAgain = new ArrayList<>();
    private final Map<ItemKey, List<Arrival>> waiting = new LinkedHashMap<>();
    private final Set<ItemKey> toLookFor = new LinkedHashSet<>();

    Intake(Ledger ledger) {
        this.ledger = ledger;
        this.parentsFirst = ledger.session().parentsFirst();
    }

    /** A space that the mirror does not have yet. */
    void space(MirrorItem item) {
        if (newSpaces.stream().noneMatch(other -> other.key().equals(item.key()))) {
            newSpaces.add(item);
        }
    }

    /** An item that was unreachable and is as it was. */
    void back(ItemState state) {
        backAgain.add(state.unreachableSince(null));
    }

    /** Stores what may go in, and gives whose it was; what has to wait for its parent is stored with it. */
    List<Candidate> store(List<Arrival> arrivals) {
        List<Arrival> all = parentsFirst ? inOrder(arrivals) : arrivals;
        List<MirrorItem> put = new ArrayList<>(newSpaces);
        all.forEach(arrival -> put.add(arrival.item()));
        if (!put.isEmpty() || !backAgain.isEmpty()) {
            ledger.apply(put, backAgain, List.of());
        }
        newSpaces.clear();
        backAgain.clear();
        return all.stream().map(Arrival::candidate).toList();
    }

    /** Stores, too, what still waits: its parents do not come, or stand below their own children. */
    List<Candidate> storeRest() {
        List<Arrival> rest = waiting.values().stream().flatMap(List::stream).toList();
        waiting.clear();
        toLookFor.clear();
        List<MirrorItem> put = rest.stream().map(Arrival::item).toList();
        if (!put.isEmpty()) {
            ledger.apply(put, List.of(), List.of());
        }
        return rest.stream().map(Arrival::candidate).toList();
    }

    boolean isAnythingWaiting() {
        return !waiting.isEmpty();
    }

    /** Parents that something has come to wait for since this was asked last. */
    Collection<ItemKey> parentsToLookFor() {
        List<ItemKey> keys = List.copyOf(toLookFor);
        toLookFor.clear();
        return keys;
    }

    private List<Arrival> inOrder(List<Arrival> arrivals) {
        Set<ItemKey> parents = new HashSet<>();
        arrivals.forEach(arrival -> {
            ItemKey parent = parent(arrival);
            if (parent != null) {
                parents.add(parent);
            }
        });
        Set<ItemKey> stored = new HashSet<>(ledger.session().find(parents).keySet());
        arrivals.forEach(arrival -> {
            ItemKey parent = parent(arrival);
            if (parent != null && !stored.contains(parent)) {
                waiting.computeIfAbsent(parent, key -> new ArrayList<>()).add(arrival);
            }
        });
        List<Arrival> ordered = new ArrayList<>();
        Deque<Arrival> free = new ArrayDeque<>();
        for (Arrival arrival : arrivals) {
            ItemKey parent = parent(arrival);
            if (parent == null || stored.contains(parent)) {
                free.add(arrival);
            }
        }
        while (!free.isEmpty()) {
            Arrival next = free.remove();
            ordered.add(next);
            List<Arrival> children = waiting.remove(next.item().key());
            if (children != null) {
                free.addAll(children);
            }
        }
        for (Arrival arrival : arrivals) {
            ItemKey parent = parent(arrival);
            if (parent != null && waiting.containsKey(parent)) {
                toLookFor.add(parent);
            }
        }
        return ordered;
    }

    /** The page that an item stands below. Folders and the like are not mirrored. */
    private static @Nullable ItemKey parent(Arrival arrival) {
        MirrorItem item = arrival.item();
        String id = item.state().parentId();
        String type = item.details().parentType();
        boolean ofAPage = item.key().kind() == ItemKind.PAGE && (type == null || type.equals("page"));
        return id == null || !ofAPage ? null : new ItemKey(ItemKind.PAGE, id);
    }
}
