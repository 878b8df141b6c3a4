package dev.confluencekit.sync.item;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The item's own restrictions. Empty sets mean that it has none of its own; what its ancestors are restricted to holds as
 * well, and is to be looked for there. Immutable.
 *
 * @param readUsers the account ids that reading is restricted to
 * @param readGroups the group ids that reading is restricted to
 * @param updateUsers the account ids that editing is restricted to
 * @param updateGroups the group ids that editing is restricted to
 */
public record ItemAccess(
        SortedSet<String> readUsers,
        SortedSet<String> readGroups,
        SortedSet<String> updateUsers,
        SortedSet<String> updateGroups) {
    /** Copies the sets. */
    public ItemAccess {
        readUsers = Collections.unmodifiableSortedSet(new TreeSet<>(readUsers));
        readGroups = Collections.unmodifiableSortedSet(new TreeSet<>(readGroups));
        updateUsers = Collections.unmodifiableSortedSet(new TreeSet<>(updateUsers));
        updateGroups = Collections.unmodifiableSortedSet(new TreeSet<>(updateGroups));
    }
}
