package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.kill.ForwardingSession;
import dev.confluencekit.sync.kill.TargetUnderKill;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A target that is wrong: it says that a batch lasts, and stores it before it does anything else. */
public final class LazyUnderKill implements TargetUnderKill {
    private final DirectoryUnderKill directory = new DirectoryUnderKill();

    /** Made by its name. */
    public LazyUnderKill() {}

    @Override
    public String place(Path home, int number) throws Exception {
        return directory.place(home, number);
    }

    @Override
    public MirrorTarget target(String place) throws Exception {
        MirrorTarget target = directory.target(place);
        return holder -> new LazySession(target.open(holder));
    }

    @Override
    public List<MirrorItem> stored(String place) throws Exception {
        return directory.stored(place);
    }

    private static final class LazySession extends ForwardingSession {
        private @Nullable TargetBatch waiting;

        LazySession(TargetSession session) {
            super(session);
        }

        @Override
        public Map<ItemKey, ItemState> find(Collection<ItemKey> keys) {
            store();
            return super.find(keys);
        }

        @Override
        public List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
            store();
            return super.list(kind, spaceId, after, most);
        }

        @Override
        public List<ItemState> ownedBy(ItemKey owner) {
            store();
            return super.ownedBy(owner);
        }

        @Override
        public long count(ItemKind kind) {
            store();
            return super.count(kind);
        }

        @Override
        public void apply(TargetBatch batch) {
            store();
            waiting = batch;
        }

        @Override
        public void close() {
            store();
            super.close();
        }

        private void store() {
            if (waiting != null) {
                super.apply(waiting);
                waiting = null;
            }
        }
    }
}
