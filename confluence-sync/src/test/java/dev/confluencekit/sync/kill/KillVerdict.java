package dev.confluencekit.sync.kill;

import java.util.List;

/**
 * What many kills did to a target.
 *
 * @param seed what the trials follow from, but for the instants of the kills on the machine's clock
 * @param kills how many processes were killed
 * @param compared after how many of these the mirror was opened, brought to its end and compared; after the others the next
 *     process was killed in its turn
 * @param inBatch how many were killed while a batch was being applied
 * @param inOpeningOrClosing how many were killed while a session was being opened or closed
 * @param batches how many batches were applied in all
 * @param items how many items were compared in all
 * @param lost items that were not there in the end, or not as they should be
 * @param doubled items that were there twice, or should not have been there
 * @param torn places where something was not whole when it was opened
 * @param unreadable places that could not be opened
 * @param restarted places that were not, checkpoint and items together, as the last batch left them that was said to last, nor
 *     as the one that was being applied would leave them
 * @param wrong what was wrong, in words
 */
public record KillVerdict(
        long seed,
        int kills,
        int compared,
        int inBatch,
        int inOpeningOrClosing,
        long batches,
        long items,
        long lost,
        long doubled,
        int torn,
        int unreadable,
        int restarted,
        List<String> wrong) {
    /** Copies the list. */
    public KillVerdict {
        wrong = List.copyOf(wrong);
    }

    /**
     * All that should not be.
     *
     * @return the sum of the last five counts
     */
    public long faults() {
        return lost + doubled + torn + unreadable + restarted;
    }

    @Override
    public String toString() {
        return kills + " kills, " + compared + " compared, " + inBatch + " in a batch, " + inOpeningOrClosing
                + " in opening or closing; " + batches + " batches, " + items + " items; " + lost + " lost, " + doubled
                + " doubled, " + torn + " torn, " + unreadable + " unreadable, " + restarted + " restarted (seed "
                + seed
                + ")" + (wrong.isEmpty() ? "" : "\n" + String.join("\n", wrong));
    }
}
