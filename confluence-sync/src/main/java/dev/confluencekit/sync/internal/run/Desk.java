package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.item.ItemKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be asked for by id of one kind, gathered into requests as large as may be. */
final class Desk {
    private final Shelf shelf;
    private final Deque<Candidate> toFetch = new ArrayDeque<>();
    private final Deque<List<Candidate>> smaller = new ArrayDeque<>();
    private final Set<ItemKey> toConfirm = new LinkedHashSet<>();
    private final Deque<List<ItemKey>> smallerToConfirm = new ArrayDeque<>();

    Desk(Shelf shelf) {
        this.shelf = shelf;
    }

    Shelf shelf() {
        return shelf;
    }

    Deque<Candidate> toFetch() {
        return toFetch;
    }

    Set<ItemKey> toConfirm() {
        return toConfirm;
    }

    /** Asks for half as many at once. */
    void split(List<Candidate> wanted) {
        int half = wanted.size() / 2;
        smaller.add(wanted.subList(0, half));
        smaller.add(wanted.subList(half, wanted.size()));
    }

    void splitToConfirm(List<ItemKey> keys) {
        int half = keys.size() / 2;
        smallerToConfirm.add(keys.subList(0, half));
        smallerToConfirm.add(keys.subList(half, keys.size()));
    }

    /** What fills a request, or what there is if nothing else will come; empty if it is better to wait. */
    List<Candidate> takeToFetch(boolean all) {
        if (!smaller.isEmpty()) {
            return smaller.remove();
        }
        if (toFetch.size() < Shelf.MOST_IDS && !all) {
            return List.of();
        }
        List<Candidate> taken = new ArrayList<>();
        while (taken.size() < Shelf.MOST_IDS && !toFetch.isEmpty()) {
            taken.add(toFetch.remove());
        }
        return taken;
    }

    /** Likewise, for what is only looked for. */
    List<ItemKey> takeToConfirm(boolean all) {
        if (!smallerToConfirm.isEmpty()) {
            return smallerToConfirm.remove();
        }
        if (toConfirm.size() < Shelf.MOST_IDS && !all) {
            return List.of();
        }
        List<ItemKey> taken = toConfirm.stream().limit(Shelf.MOST_IDS).toList();
        taken.forEach(toConfirm::remove);
        return taken;
    }
}
