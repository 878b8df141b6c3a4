package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of each batch before and after it is applied, so that whoever kills knows what has to last. */
final class ToldTarget implements MirrorTarget {
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
        tell(Progress.OPENED, Progress.mark(session.checkpoint()));
        return new ToldSession(session);
    }

    private void tell(String what, String mark) {
        listener.accept(what + " " + mark);
    }

    private final class ToldSession implements TargetSession {
        private final TargetSession session;

        ToldSession(TargetSession session) {
            this.session = session;
        }

        @Override
        public Optional<String> checkpoint() {
            return session.checkpoint();
        }

        @Override
        public Map<ItemKey, ItemState> find(Collection<ItemKey> keys) {
            return session.find(keys);
        }

        @Override
        public List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
            return session.list(kind, spaceId, after, most);
        }

        @Override
        public List<ItemState> ownedBy(ItemKey owner) {
            return session.ownedBy(owner);
        }

        @Override
        public long count(ItemKind kind) {
            return session.count(kind);
        }

        @Override
        public long countUnreachable(ItemKind kind) {
            return session.countUnreachable(kind);
        }

        @Override
        public List<ItemKey> lost(int most) {
            return session.lost(most);
        }

        @Override
        public void apply(TargetBatch batch) {
            String mark = Progress.mark(Optional.of(batch.checkpoint()));
            tell(Progress.APPLYING, mark);
            session.apply(batch);
            tell(Progress.APPLIED, mark);
        }

        @Override
        public void close() {
            tell(Progress.CLOSING, "");
            session.close();
            tell(Progress.CLOSED, "");
        }
    }
}
