package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.internal.site.SiteReader;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.target.TargetSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a run sets out to do. */
final class RunChoice {
    /** A reconciling run that costs no more than this is always made. */
    private static final long CHEAP = 20;

    private RunChoice() {}

    static RunKind kind(
            Ledger ledger,
            TargetSession session,
            SiteReader site,
            Set<ItemKey> lost,
            Duration reconcileEvery,
            Instant now) {
        Instant last = ledger.reconciled();
        if (ledger.watermark() == null) {
            return RunKind.FIRST;
        }
        boolean due = last == null || !now.isBefore(last.plus(reconcileEvery));
        // Of a comment or file that the target has lost nobody knows any more where it belongs.
        boolean listsAll = lost.size() >= MirrorRun.MOST_LOST
                || lost.stream()
                        .anyMatch(key -> site.shelves().stream().noneMatch(shelf -> shelf.kind() == key.kind()));
        return due || listsAll || costOfReconciling(session, site) <= CHEAP ? RunKind.RECONCILING : RunKind.INCREMENTAL;
    }

    /** About how many requests it takes to list everything and to ask for what listings do not show. */
    static long costOfReconciling(TargetSession session, SiteReader site) {
        long spaces = session.count(ItemKind.SPACE);
        long cost = 0;
        for (Shelf shelf : site.shelves()) {
            long items = session.count(shelf.kind());
            cost += Math.max(spaces, items / Shelf.MOST_IDS + spaces / 2)
                    + items * (site.requestsForParts() + site.families().requests());
        }
        return cost;
    }
}
