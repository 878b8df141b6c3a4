package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SkippedItem.Reason;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.report.SpaceOutcome.Result;
import java.util.ArrayList;
import java.util.List;

/** What a run could not do, remembered for the report, for the listeners, and for the next run. */
final class Skips {
    private final Ledger ledger;
    private final Tally tally;
    private final Progress progress;
    private final List<SpaceOutcome> spaces = new ArrayList<>();

    Skips(Ledger ledger, Tally tally, Progress progress) {
        this.ledger = ledger;
        this.tally = tally;
        this.progress = progress;
    }

    void add(ItemKey key, Reason reason, String detail) {
        add(key, key, reason, detail);
    }

    /** With {@code again}, what the next run is to look at because of it. */
    void add(ItemKey key, ItemKey again, Reason reason, String detail) {
        ledger.pending(again);
        tell(new SkippedItem(key, reason, detail));
    }

    /** It went away while it was read; no later run need look for it. */
    void gone(ItemKey key) {
        tell(new SkippedItem(key, Reason.GONE_WHILE_READING, "was listed, and is not there any more"));
    }

    private void tell(SkippedItem item) {
        tally.skipped(item);
        progress.skipped(item);
    }

    void ended(SpaceOutcome space) {
        spaces.add(space);
        progress.spaceEnded(space);
    }

    List<SpaceOutcome> spaces() {
        return spaces;
    }

    /** Whether everything that was to be read was read. */
    boolean isClean() {
        boolean nothingOpen =
                spaces.stream().allMatch(space -> space.result() == Result.READ || space.result() == Result.ARCHIVED);
        return nothingOpen && tally.skipped().stream().allMatch(item -> item.reason() == Reason.GONE_WHILE_READING);
    }
}
