package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.TargetSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mirror has of a space and a complete listing did not show, found part by part. */
final class Difference {
    private static final int PART = 1_000;

    private final ItemKind kind;
    private final String spaceId;
    private final SeenIds seen;
    private @Nullable ItemKey after;
    private boolean done;

    Difference(ItemKind kind, String spaceId, SeenIds seen) {
        this.kind = kind;
        this.spaceId = spaceId;
        this.seen = seen;
    }

    boolean isDone() {
        return done;
    }

    /** The missing ones among the next part. */
    List<ItemState> next(TargetSession session) {
        List<ItemState> part = session.list(kind, spaceId, after, PART);
        if (part.isEmpty()) {
            done = true;
        } else {
            after = part.get(part.size() - 1).key();
        }
        return part.stream().filter(state -> !seen.contains(state.key().id())).toList();
    }
}
