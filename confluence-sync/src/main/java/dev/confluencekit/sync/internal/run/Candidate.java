package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Parts;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item that is being looked at: what was listed of it, what the mirror has, and who waits for it. */
final class Candidate {
    private Row row;
    private final @Nullable ItemState old;
    private final List<Step> steps = new ArrayList<>();
    private Parts parts = Parts.NONE;
    private boolean thorough;
    private int tries;

    /** With {@code thorough}, also what belongs to it is looked at, whether or not it has changed itself. */
    Candidate(Row row, @Nullable ItemState old, boolean thorough) {
        this.row = row;
        this.old = old;
        this.thorough = thorough;
    }

    ItemKey key() {
        return row.key();
    }

    Row row() {
        return row;
    }

    /** What the mirror has of it. */
    @Nullable
    ItemState old() {
        return old;
    }

    /** Whether what belongs to it is to be read: of what is listed as changed, only of what is new or back. */
    boolean bringsFamily() {
        return thorough || old == null || old.unreachableSince() != null;
    }

    Parts parts() {
        return parts;
    }

    void parts(Parts found) {
        parts = found;
    }

    /** It was listed once more while it was looked at. */
    void listedAgain(Row later, boolean thoroughly) {
        thorough |= thoroughly;
        if (later.version() > row.version()) {
            row = later;
        }
    }

    void awaitedBy(Step step) {
        step.await();
        steps.add(step);
    }

    void settle() {
        steps.forEach(Step::settle);
        steps.clear();
    }

    int tries() {
        return tries;
    }

    void tried() {
        tries++;
    }
}
