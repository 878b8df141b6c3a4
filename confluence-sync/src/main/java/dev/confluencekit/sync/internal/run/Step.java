package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** One response of a listing, until everything that it listed is settled. */
final class Step {
    private final Listing listing;
    private final @Nullable Cursor after;
    private int open = 1;

    Step(Listing listing, @Nullable Cursor after) {
        this.listing = listing;
        this.after = after;
    }

    @Nullable
    Cursor after() {
        return after;
    }

    boolean isSettled() {
        return open == 0;
    }

    void await() {
        open++;
    }

    void settle() {
        open--;
        if (open == 0) {
            listing.advance();
        }
    }
}
