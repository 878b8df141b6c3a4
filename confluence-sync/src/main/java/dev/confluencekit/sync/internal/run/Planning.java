package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.sync.internal.checkpoint.Checkpoint.Binding;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.internal.site.SiteReader;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.report.MirrorPlan;
import dev.confluencekit.sync.report.NobodyException;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.target.TargetSession;
import java.util.HashSet;
import java.util.Set;

/** Tells beforehand what a run would cost, by two or three requests. */
public final class Planning {
    /** Who we are, at the beginning and at the end. */
    private static final long IDENTITY = 2;

    private final RunSettings settings;

    /** The plan of a run with these settings. */
    public Planning(RunSettings settings) {
        this.settings = settings;
    }

    /** Makes it. */
    public MirrorPlan plan() {
        try (ConfluenceConnection calls = settings.connection().share();
                TargetSession session = settings.target().open("the planning of a mirror run")) {
            SiteReader site = new SiteReader(calls, settings.scope());
            String account = site.account()
                    .orElseThrow(() -> new NobodyException("The site takes the API key for nobody's, so nothing can be"
                            + " told of what a run would cost."));
            Binding binding = MirrorRun.binding(settings, account);
            Ledger ledger = new Ledger(session, Bindings.checkpointOf(session, binding));
            Set<ItemKey> lost = new HashSet<>(session.lost(MirrorRun.MOST_LOST));
            RunKind kind = RunChoice.kind(ledger, session, site, lost, settings.reconcileEvery(), site.now());
            return of(kind, session, site);
        }
    }

    private static MirrorPlan of(RunKind kind, TargetSession session, SiteReader site) {
        if (kind == RunKind.FIRST) {
            long spaces = site.spaces().size();
            long items = site.countInScope();
            long listing = spaces * site.shelves().size() + items / Shelf.MOST_IDS;
            long bodies = (items + Shelf.MOST_IDS - 1) / Shelf.MOST_IDS;
            long apart = items * (site.requestsForParts() + site.families().requests());
            return new MirrorPlan(kind, items, IDENTITY + spaceListings(spaces) + listing + bodies + apart);
        }
        long items = 0;
        for (Shelf shelf : site.shelves()) {
            items += session.count(shelf.kind());
        }
        long spaces = session.count(ItemKind.SPACE);
        long groups = (spaces + Shelf.MOST_SPACES - 1) / Shelf.MOST_SPACES;
        long work = kind == RunKind.RECONCILING
                ? RunChoice.costOfReconciling(session, site)
                : 2 * groups * site.shelves().size() + site.families().requests();
        return new MirrorPlan(kind, items, IDENTITY + spaceListings(spaces) + work);
    }

    private static long spaceListings(long spaces) {
        return Math.max(1, (spaces + Shelf.MOST_IDS - 1) / Shelf.MOST_IDS);
    }
}
