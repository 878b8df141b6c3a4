package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.checkpoint.Checkpoint;
import dev.confluencekit.sync.internal.checkpoint.Checkpoint.Binding;
import dev.confluencekit.sync.internal.checkpoint.CheckpointText;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The only one that writes to the target: each batch goes with how far the run has come by it. */
final class Ledger {
    private static final int MOST_PENDING = 10_000;

    private final TargetSession session;
    private final Binding binding;
    private final Map<String, Map<ItemKind, SpaceListing>> openNow = new HashMap<>();
    private final Map<String, Map<String, String>> openBefore;
    private final Set<String> unreconciled = new LinkedHashSet<>();
    private final Set<ItemKey> pending = new LinkedHashSet<>();
    private @Nullable Instant watermark;
    private @Nullable Instant reconciled;
    private boolean pendingOverflowed;

    Ledger(TargetSession session, Checkpoint before) {
        this.session = session;
        this.binding = before.binding();
        this.openBefore = new TreeMap<>(before.open());
        this.unreconciled.addAll(before.unreconciled());
        this.watermark = before.watermark();
        this.reconciled = before.reconciled();
        for (String line : before.pending()) {
            int blank = line.indexOf(' ');
            pending.add(new ItemKey(ItemKind.of(line.substring(0, blank)), line.substring(blank + 1)));
        }
    }

    TargetSession session() {
        return session;
    }

    @Nullable
    Instant watermark() {
        return watermark;
    }

    void watermark(Instant seenUpTo) {
        watermark = seenUpTo;
    }

    @Nullable
    Instant reconciled() {
        return reconciled;
    }

    void reconciled(@Nullable Instant at) {
        reconciled = at;
    }

    /** What was skipped before and is to be tried again; forgotten here, since it is skipped anew if it fails again. */
    List<ItemKey> takePending() {
        List<ItemKey> all = List.copyOf(pending);
        pending.clear();
        return all;
    }

    void pending(ItemKey key) {
        if (pending.size() < MOST_PENDING) {
            pending.add(key);
        } else {
            pendingOverflowed = true;
        }
    }

    /** More was skipped than is remembered, so that only a reconciling run finds it. */
    boolean hasLostPending() {
        return pendingOverflowed;
    }

    /** Spaces whose first listing another run has begun: where it goes on, by kind; "" is the beginning. */
    Map<String, Map<String, String>> openBefore() {
        return openBefore;
    }

    /** Spaces that a reconciling run could not read to the end. */
    Set<String> unreconciled() {
        return unreconciled;
    }

    /** The first listing of a space begins, or goes on. */
    void open(SpaceWork space, SpaceListing listing) {
        openBefore.remove(space.id().value());
        openNow.computeIfAbsent(space.id().value(), id -> new HashMap<>())
                .put(listing.shelf().kind(), listing);
    }

    /** The first listing of a space has come to its end. */
    void closed(SpaceWork space, SpaceListing listing) {
        Map<ItemKind, SpaceListing> listings = openNow.get(space.id().value());
        if (listings != null) {
            listings.remove(listing.shelf().kind(), listing);
            if (listings.isEmpty()) {
                openNow.remove(space.id().value());
            }
        }
    }

    void apply(List<MirrorItem> put, List<ItemState> mark, List<ItemKey> remove) {
        session.apply(new TargetBatch(put, mark, remove, CheckpointText.of(checkpoint())));
    }

    private Checkpoint checkpoint() {
        Map<String, Map<String, String>> open = new TreeMap<>(openBefore);
        openNow.forEach((space, listings) -> {
            Map<String, String> places = new TreeMap<>();
            listings.forEach((kind, listing) -> places.put(
                    kind.word(),
                    listing.settledUpTo() == null ? "" : listing.settledUpTo().value()));
            open.put(space, places);
        });
        List<String> skipped = new ArrayList<>();
        pending.forEach(key -> skipped.add(key.toString()));
        return new Checkpoint(binding, watermark, reconciled, open, List.copyOf(unreconciled), skipped);
    }
}
