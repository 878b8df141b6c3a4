package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the mirror is to forget. Three locks stand before it: only what a complete listing did not show is looked at; each item
 * was then asked for by its id; and if too much is missing at once, nothing is forgotten and the report says so. An item that
 * answers "not found" is marked first, since that is also what somebody sees who may no longer see it, and what a site in
 * trouble answers; only if it is still not found in another run, five minutes later or more, is it forgotten. All is held
 * until the end of the run, when it is asked once more whether the site still knows the account.
 */
final class Vanished {
    private static final Duration SECOND_LOOK = Duration.ofMinutes(5);
    /** A handful may always go, or a small mirror could never lose one page of three. */
    private static final long ALWAYS_ALLOWED = 25;

    private final long most;
    private final Instant now;
    private final Map<ItemKey, ItemState> marks = new LinkedHashMap<>();
    private final Map<ItemKey, ItemState> removals = new LinkedHashMap<>();
    private long inAll;
    private boolean tooMany;

    Vanished(long stored, double share, Instant now) {
        this.most = Math.max(ALWAYS_ALLOWED, (long) (stored * share));
        this.now = now;
    }

    /** The site does not show it. */
    void absent(ItemState old) {
        Instant since = old.unreachableSince();
        if (since == null) {
            note(marks, old.unreachableSince(now));
        } else if (!now.isBefore(since.plus(SECOND_LOOK))) {
            note(removals, old);
        }
    }

    /** The site says that it is in the trash, or out of scope. */
    void gone(ItemState old) {
        note(removals, old);
    }

    private void note(Map<ItemKey, ItemState> where, ItemState state) {
        if (marks.containsKey(state.key()) || removals.containsKey(state.key())) {
            return;
        }
        inAll++;
        tooMany |= inAll > most;
        if (!tooMany) {
            where.put(state.key(), state);
        } else {
            marks.clear();
            removals.clear();
        }
    }

    /** It was seen after all. */
    void back(ItemKey key) {
        if (marks.remove(key) != null || removals.remove(key) != null) {
            inAll--;
        }
    }

    /** Leaves out what is in other spaces than these. */
    void keepOnly(Set<String> spaces) {
        marks.values().removeIf(state -> !spaces.contains(state.spaceId()));
        removals.values().removeIf(state -> !spaces.contains(state.spaceId()));
    }

    boolean isEmpty() {
        return marks.isEmpty() && removals.isEmpty();
    }

    /** How many are not forgotten because they are too many. */
    long heldBack() {
        return tooMany ? inAll : 0;
    }

    List<ItemState> marks() {
        return new ArrayList<>(marks.values());
    }

    List<ItemState> removals() {
        return new ArrayList<>(removals.values());
    }
}
