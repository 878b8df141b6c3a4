package dev.confluencekit.sync;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.kill.ForwardingSession;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A target that notes what comes to it before another one gets it, and may have lost things or spoil its checkpoint. */
final class WatchedTarget implements MirrorTarget {
    private final MirrorTarget into;
    private final Map<ItemKey, byte[]> files = new HashMap<>();
    private final List<ItemKey> lost = new ArrayList<>();
    private boolean parentsFirst;
    private Consumer<TargetBatch> beforeBatch = batch -> {};
    private UnaryOperator<String> checkpoint = UnaryOperator.identity();

    WatchedTarget(MirrorTarget into) {
        this.into = into;
    }

    /** The bytes of a file as they came last. */
    byte[] file(ItemKey key) {
        return files.getOrDefault(key, new byte[0]);
    }

    /** Is lost until it is stored or removed. */
    void lose(ItemKey key) {
        try (TargetSession session = into.open("a loss")) {
            String before = session.checkpoint().orElseThrow();
            session.apply(new TargetBatch(List.of(), List.of(), List.of(key), before));
        }
        lost.add(key);
    }

    /** Asks for parents before children. */
    void parentsFirst() {
        parentsFirst = true;
    }

    void beforeBatch(Consumer<TargetBatch> action) {
        beforeBatch = action;
    }

    void spoilsCheckpoint(UnaryOperator<String> how) {
        checkpoint = how;
    }

    @Override
    public TargetSession open(String who) {
        return new Session(into.open(who));
    }

    private final class Session extends ForwardingSession {
        Session(TargetSession session) {
            super(session);
        }

        @Override
        public Optional<String> checkpoint() {
            return super.checkpoint().map(checkpoint);
        }

        @Override
        public List<ItemKey> lost(int most) {
            return lost.stream().limit(most).toList();
        }

        @Override
        public boolean parentsFirst() {
            return parentsFirst;
        }

        @Override
        public void apply(TargetBatch batch) {
            beforeBatch.accept(batch);
            for (MirrorItem item : batch.put()) {
                lost.remove(item.key());
                if (item.file() != null) {
                    files.put(item.key(), bytes(item));
                }
            }
            lost.removeAll(batch.remove());
            super.apply(batch);
        }

        private byte[] bytes(MirrorItem item) {
            try {
                return item.file() == null
                        ? new byte[0]
                        : Files.readAllBytes(item.file().content());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
