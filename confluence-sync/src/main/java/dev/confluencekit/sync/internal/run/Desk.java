package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Shelf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What is to be fetched of one kind, gathered into requests as large as may be. */
final class Desk {
    private static final int SIDE_BY_SIDE = 8;
    private static final int FEWEST = Shelf.MOST_IDS / 2;

    private final Shelf shelf;
    private final Deque<Candidate> wanted = new ArrayDeque<>();
    private final Deque<List<Candidate>> smaller = new ArrayDeque<>();

    Desk(Shelf shelf) {
        this.shelf = shelf;
    }

    Shelf shelf() {
        return shelf;
    }

    void add(Candidate candidate) {
        wanted.add(candidate);
    }

    /** Asks for half as many at once: one that the service cannot give spoils the answer for all. */
    void split(List<Candidate> failed) {
        int half = failed.size() / 2;
        smaller.add(failed.subList(0, half));
        smaller.add(failed.subList(half, failed.size()));
    }

    /** What fills a request, or what there is if nothing else will come; empty if it is better to wait. */
    List<Candidate> take(boolean all) {
        if (!smaller.isEmpty()) {
            return smaller.remove();
        }
        if (wanted.size() < Shelf.MOST_IDS && !all) {
            return List.of();
        }
        // The last ones are dealt out evenly, so that no single request is waited for at the end.
        int most = all
                ? Math.min(Shelf.MOST_IDS, Math.max(FEWEST, (wanted.size() + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE))
                : Shelf.MOST_IDS;
        List<Candidate> taken = new ArrayList<>();
        while (taken.size() < most && !wanted.isEmpty()) {
            taken.add(wanted.remove());
        }
        return taken;
    }
}
