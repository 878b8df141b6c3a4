package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of each batch before and after it is applied, so that whoever kills knows what has to last. */
final class ToldTarget implements MirrorTarget {
    private static final int MOST_ITEMS = 1_000_000;

    private final MirrorTarget target;
    private final Consumer<String> listener;

    ToldTarget(MirrorTarget target, Consumer<String> listener) {
        this.target = target;
        this.listener = listener;
    }

    @Override
    public TargetSession open(String holder) {
        tell(Progress.OPENING, "");
        TargetSession session = target.open(holder);
        ToldSession told = new ToldSession(session);
        tell(Progress.OPENED, Progress.mark(session.checkpoint(), told.held));
        return told;
    }

    /** All that a session holds. */
    static Map<ItemKey, ItemState> held(TargetSession session) {
        Map<ItemKey, ItemState> held = new HashMap<>();
        for (ItemKind kind : ItemKind.values()) {
            session.list(kind, null, null, MOST_ITEMS).forEach(state -> held.put(state.key(), state));
        }
        return held;
    }

    private void tell(String what, String mark) {
        listener.accept(what + " " + mark);
    }

    private final class ToldSession extends ForwardingSession {
        private final Map<ItemKey, ItemState> held;

        ToldSession(TargetSession session) {
            super(session);
            held = held(session);
        }

        @Override
        public void apply(TargetBatch batch) {
            batch.put().forEach(item -> held.put(item.key(), item.state()));
            batch.mark().forEach(state -> held.put(state.key(), state));
            batch.remove().forEach(held::remove);
            String mark = Progress.mark(Optional.of(batch.checkpoint()), held);
            tell(Progress.APPLYING, mark);
            super.apply(batch);
            tell(Progress.APPLIED, mark);
        }

        @Override
        public void close() {
            tell(Progress.CLOSING, "");
            super.close();
            tell(Progress.CLOSED, "");
        }
    }
}
