package dev.confluencekit.sync.internal.run;

import org.jspecify.annotations.Nullable;

/** What a run writes down of a space as its listings begin and end: what is read of it, and what has to be looked for. */
final class SpaceBooks implements SpaceWork.Watcher {
    private final Ledger ledger;
    private final Intake intake;
    private final Search search;
    private final Skips skips;

    SpaceBooks(Ledger ledger, Intake intake, Search search, Skips skips) {
        this.ledger = ledger;
        this.intake = intake;
        this.search = search;
        this.skips = skips;
    }

    @Override
    public void began(SpaceWork space, SpaceListing listing) {
        space.unstored().ifPresent(item -> {
            // All at once: a kind that were not among the open ones would be taken for read.
            space.unfinished().forEach(each -> ledger.open(space, each));
            intake.space(item);
        });
    }

    @Override
    public void listed(SpaceWork space, SpaceListing listing, @Nullable SeenIds seen) {
        ledger.closed(space, listing);
        if (seen != null && !space.hasFailed()) {
            search.add(new Difference(listing.shelf().kind(), space.id().value(), seen));
        }
    }

    @Override
    public void ended(SpaceWork space) {
        if (space.hasFailed() && space.unstored().isEmpty()) {
            ledger.unreconciled().add(space.id().value());
        } else {
            ledger.unreconciled().remove(space.id().value());
        }
        skips.ended(space.outcome());
    }
}
