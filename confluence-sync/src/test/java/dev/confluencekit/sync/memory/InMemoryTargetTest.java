package dev.confluencekit.sync.memory;

import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetSession;
import dev.confluencekit.sync.target.contract.MirrorTargetContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryTargetTest extends MirrorTargetContract {
    private InMemoryTarget target = new InMemoryTarget();

    @Override
    protected MirrorTarget newTarget() {
        target = new InMemoryTarget();
        return target;
    }

    @Override
    protected MirrorTarget sameTarget(MirrorTarget same) {
        return same;
    }

    @Override
    protected Optional<String> bodyOf(ItemKey key) {
        return target.find(key).map(MirrorItem::body).map(ItemBody::text);
    }

    @Override
    protected Optional<ItemDetails> detailsOf(ItemKey key) {
        return target.find(key).map(MirrorItem::details);
    }

    @Override
    protected Optional<byte[]> fileOf(ItemKey key) {
        return Optional.empty();
    }

    @Override
    protected boolean keepsFiles() {
        return false;
    }

    @Test
    void items_isACopyThatLaterBatchesDoNotChange() {
        InMemoryTarget mirror = new InMemoryTarget();
        try (TargetSession session = mirror.open("a test")) {
            session.apply(put("one", page("1", "10", 1)));
            Map<ItemKey, MirrorItem> before = mirror.items();
            session.apply(put("two", page("2", "10", 1)));
            assertThat(before).hasSize(1);
            assertThat(mirror.items()).hasSize(2);
        }
    }
}
