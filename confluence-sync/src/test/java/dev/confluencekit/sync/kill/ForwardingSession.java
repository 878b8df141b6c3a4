package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes everything on to another session; what a test changes of that, it overrides. */
public abstract class ForwardingSession implements TargetSession {
    private final TargetSession session;

    /** Passes on to that one. */
    protected ForwardingSession(TargetSession session) {
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
    public boolean parentsFirst() {
        return session.parentsFirst();
    }

    @Override
    public void apply(TargetBatch batch) {
        session.apply(batch);
    }

    @Override
    public void close() {
        session.close();
    }
}
