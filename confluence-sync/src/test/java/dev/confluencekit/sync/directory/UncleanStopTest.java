package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.directory.MirrorOnDisk.pages;
import static dev.confluencekit.sync.directory.StoppedMirror.ALL;
import static dev.confluencekit.sync.directory.StoppedMirror.open;
import static dev.confluencekit.sync.target.contract.SampleItems.mark;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static dev.confluencekit.sync.target.contract.SampleItems.remove;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a session finds where the one before was not closed, or where somebody changed what it left. */
class UncleanStopTest {
    @TempDir
    private Path directory;

    @RegisterExtension
    private final HeardLog log = new HeardLog();

    private StoppedMirror mirror = new StoppedMirror(Path.of(""));

    @BeforeEach
    void place() {
        mirror = new StoppedMirror(directory);
    }

    @Test
    void died_afterABatch_hasAllOfIt() throws IOException {
        Path root = mirror.died();
        try (TargetSession session = open(root)) {
            assertThat(session.checkpoint()).contains("3");
            assertThat(pages(session)).isEqualTo(ALL);
            assertThat(session.lost(10)).isEmpty();
        }
        assertThat(log.warned()).isFalse();
    }

    @Test
    void died_beforeTheFilesOfABatchWereInPlace_putsThemThere() throws IOException {
        Path root = mirror.died();
        Path pages = root.resolve("spaces/10/pages");
        Files.move(pages.resolve("3.xml"), pages.resolve(".3.xml.new"));
        Files.move(pages.resolve("1.meta.json"), pages.resolve(".1.meta.json.new"));
        Files.writeString(pages.resolve("1.meta.json"), "the old one");
        try (TargetSession session = open(root)) {
            assertThat(pages(session)).isEqualTo(ALL);
        }
        assertThat(pages.resolve("3.xml")).hasContent("<p>3 in version 1</p>");
        assertThat(DirectoryReader.names(root)).noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    void died_whileABatchWasWritten_leavesNothingOfIt() throws IOException {
        Path root = mirror.died();
        Files.writeString(root.resolve("spaces/10/pages/.9.xml.new"), "half");
        Files.createDirectories(root.resolve("spaces/12/pages"));
        Files.writeString(root.resolve("spaces/12/pages/.4.xml.new"), "half");
        open(root).close();
        assertThat(DirectoryReader.names(root)).noneMatch(name -> name.contains(".new"));
        assertThat(root.resolve("spaces/12")).doesNotExist();
    }

    @Test
    void died_beforeTheFilesOfARemovedItemWereGone_removesThem() throws IOException {
        Path root = directory.resolve("mirror");
        Path crashed;
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1), page("2", "10", 1)));
            session.apply(remove("1", MirrorOnDisk.page(1)));
            crashed = mirror.copy(root);
        }
        Files.writeString(crashed.resolve("spaces/10/pages/1.xml"), "secret");
        open(crashed).close();
        assertThat(crashed.resolve("spaces/10/pages/1.xml")).doesNotExist();
        assertThat(crashed.resolve("spaces/10/pages/2.xml")).exists();
    }

    @Test
    void died_inItsFirstBatch_isEmptyAndGoesOn() throws IOException {
        Path root = directory.resolve("mirror");
        Path crashed;
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1)));
            crashed = mirror.copy(root);
        }
        Path journal = crashed.resolve("state/journal-0.jsonl");
        int header = Files.readAllLines(journal).subList(0, 2).stream()
                .mapToInt(line -> line.length() + 1)
                .sum();
        MirrorOnDisk.cut(journal, header);
        Path pages = crashed.resolve("spaces/10/pages");
        Files.move(pages.resolve("1.xml"), pages.resolve(".1.xml.new"));
        Files.move(pages.resolve("1.meta.json"), pages.resolve(".1.meta.json.new"));
        try (TargetSession session = open(crashed)) {
            assertThat(session.checkpoint()).isEmpty();
            session.apply(put("0", page("1", "10", 1)));
        }
        try (TargetSession session = open(crashed)) {
            assertThat(pages(session)).containsExactly("1 v1");
        }
    }

    @Test
    void fileThatDoesNotMatch_isLostAndToldUntilItIsPutOrRemoved() throws IOException {
        Path root = mirror.died();
        Files.writeString(root.resolve("spaces/10/pages/1.xml"), "");
        Files.delete(root.resolve("spaces/11/pages/2.meta.json"));
        for (int look = 0; look < 3; look++) {
            try (TargetSession session = open(root)) {
                assertThat(pages(session)).containsExactly("3 v1");
                assertThat(session.find(List.of(MirrorOnDisk.page(1)))).isEmpty();
                assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
                assertThat(session.lost(10)).containsExactly(MirrorOnDisk.page(1), MirrorOnDisk.page(2));
                assertThat(session.lost(1)).containsExactly(MirrorOnDisk.page(1));
                assertThat(session.checkpoint()).contains("3");
            }
        }
        assertThat(log.warned()).isTrue();
        assertThat(root.resolve("spaces/11")).doesNotExist();
        try (TargetSession session = open(root)) {
            session.apply(
                    mark("4", page("1", "10", 2).state(), page("2", "11", 2).state()));
            assertThat(session.lost(10)).hasSize(2);
            session.apply(put("5", page("1", "10", 3)));
            session.apply(remove("6", MirrorOnDisk.page(2)));
            assertThat(session.lost(10)).isEmpty();
        }
        try (TargetSession session = open(root)) {
            assertThat(session.lost(10)).isEmpty();
            assertThat(pages(session)).containsExactly("1 v3", "3 v1");
        }
    }

    @Test
    void mark_ofAnItemWhoseFilesSomebodyRemoved_losesIt() throws IOException {
        Path root = mirror.closed();
        try (TargetSession session = open(root)) {
            MirrorOnDisk.delete(root.resolve("spaces/10"));
            session.apply(mark("4", page("1", "12", 2).state()));
            assertThat(session.lost(10)).containsExactly(MirrorOnDisk.page(1));
            assertThat(session.find(List.of(MirrorOnDisk.page(1)))).isEmpty();
        }
        try (TargetSession session = open(root)) {
            assertThat(session.lost(10)).contains(MirrorOnDisk.page(1));
        }
    }
}
