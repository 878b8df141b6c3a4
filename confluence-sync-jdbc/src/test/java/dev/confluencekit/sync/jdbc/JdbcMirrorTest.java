package dev.confluencekit.sync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.MirroredSite;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.memory.InMemoryTarget;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.RunKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Runs of a mirror into a database. */
class JdbcMirrorTest {
    @TempDir
    private Path directory;

    private final MirroredSite site = new MirroredSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void runs_bringAndRefreshWhatAMirrorInMemoryHolds() throws Exception {
        SQLiteDataSource source = Sources.sqlite(directory.resolve("mirror.db"));
        site.space("DOCS");
        String edited = site.page("DOCS", "First");
        String gone = site.page("DOCS", "Second");
        site.page("DOCS", "Third \u0000 \ud83d\ude00");
        Mirror mirror = site.mirror().into(JdbcTarget.on(source)).mostRemoved(1).build();

        MirrorReport first = mirror.run().orThrow();
        site.clock().advance(Duration.ofHours(1));
        site.simulator().updatePage(edited, "<p>new</p>");
        site.simulator().trashPage(gone);
        MirrorReport second = mirror.run().orThrow();

        assertThat(first.kind()).isEqualTo(RunKind.FIRST);
        assertThat(first.counts().added()).isEqualTo(3);
        assertThat(second.counts().updated()).isEqualTo(1);
        assertThat(second.counts().removed()).isEqualTo(1);
        assertThat(new Stored(source).text("body", new ItemKey(ItemKind.PAGE, edited)))
                .contains("<p>new</p>");
        InMemoryTarget memory = new InMemoryTarget();
        site.mirror().into(memory).build().run().orThrow();
        assertThat(new Stored(source).all())
                .hasSize(3)
                .extracting(MirrorItem::key)
                .containsExactlyInAnyOrderElementsOf(memory.items().keySet());
    }
}
