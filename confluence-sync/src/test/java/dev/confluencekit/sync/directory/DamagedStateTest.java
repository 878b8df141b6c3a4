package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.directory.MirrorOnDisk.pages;
import static dev.confluencekit.sync.directory.StoppedMirror.ALL;
import static dev.confluencekit.sync.directory.StoppedMirror.open;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a session finds where index or journal are damaged or missing. */
class DamagedStateTest {
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
    void journal_cutAnywhere_isTheStateAfterAWholeBatch() throws IOException {
        cutJournalAtEvery(97);
    }

    @Test
    @Tag("proof")
    void journal_cutAtEveryByte_isTheStateAfterAWholeBatch() throws IOException {
        cutJournalAtEvery(1);
    }

    private void cutJournalAtEvery(int step) throws IOException {
        Path root = mirror.died();
        int size = (int) Files.size(root.resolve("state/journal-1.jsonl"));
        for (int length = 0; length < size; length += step) {
            Path trial = mirror.copy(root);
            MirrorOnDisk.cut(trial.resolve("state/journal-1.jsonl"), length);
            checkAnEarlierState(trial, "cut at " + length);
        }
    }

    @Test
    void journal_bitFlippedAnywhere_isTheStateAfterAWholeBatch() throws IOException {
        flipJournalAtEvery(701);
    }

    @Test
    @Tag("proof")
    void journal_everyBitFlipped_isTheStateAfterAWholeBatch() throws IOException {
        flipJournalAtEvery(1);
    }

    private void flipJournalAtEvery(int step) throws IOException {
        Path root = mirror.died();
        int bits = 8 * (int) Files.size(root.resolve("state/journal-1.jsonl"));
        for (int bit = 0; bit < bits; bit += step) {
            Path trial = mirror.copy(root);
            MirrorOnDisk.flip(trial.resolve("state/journal-1.jsonl"), bit);
            log.forget();
            checkAnEarlierState(trial, "bit " + bit);
            assertThat(log.isSilent()).as("bit %s", bit).isFalse();
        }
    }

    /** The files are newer than the index: what does not match is lost, what matches is there, all of it. */
    private void checkAnEarlierState(Path trial, String what) throws IOException {
        Map<String, Set<String>> mostByCheckpoint =
                Map.of("1", Set.of("1 v1", "2 v2"), "2", Set.of("1 v2", "2 v2", "3 v1"), "3", Set.copyOf(ALL));
        for (int look = 0; look < 2; look++) {
            try (TargetSession session = open(trial)) {
                String checkpoint = session.checkpoint().orElseThrow();
                assertThat(checkpoint).as(what).isIn("1", "2");
                Set<String> most = mostByCheckpoint.getOrDefault(checkpoint, Set.of());
                assertThat(most).as(what).containsAll(pages(session));
                assertThat(pages(session).size() + session.lost(10).size())
                        .as(what)
                        .isEqualTo(most.size());
            }
        }
        MirrorOnDisk.delete(trial);
    }

    @Test
    void index_cutAnywhere_theGenerationBeforeLeadsToTheSameState() throws IOException {
        cutIndexAtEvery(149);
    }

    @Test
    @Tag("proof")
    void index_cutAtEveryByte_theGenerationBeforeLeadsToTheSameState() throws IOException {
        cutIndexAtEvery(1);
    }

    private void cutIndexAtEvery(int step) throws IOException {
        Path root = mirror.closed();
        int size = (int) Files.size(root.resolve("index.jsonl"));
        for (int length = 0; length < size; length += step) {
            Path trial = mirror.copy(root);
            MirrorOnDisk.cut(trial.resolve("index.jsonl"), length);
            checkSameState(trial, "cut at " + length);
        }
    }

    @Test
    void index_bitFlippedAnywhere_theGenerationBeforeLeadsToTheSameState() throws IOException {
        flipIndexAtEvery(1_201);
    }

    @Test
    @Tag("proof")
    void index_everyBitFlipped_theGenerationBeforeLeadsToTheSameState() throws IOException {
        flipIndexAtEvery(1);
    }

    private void flipIndexAtEvery(int step) throws IOException {
        Path root = mirror.closed();
        int bits = 8 * (int) Files.size(root.resolve("index.jsonl"));
        for (int bit = 0; bit < bits; bit += step) {
            Path trial = mirror.copy(root);
            MirrorOnDisk.flip(trial.resolve("index.jsonl"), bit);
            checkSameState(trial, "bit " + bit);
        }
    }

    private void checkSameState(Path trial, String what) throws IOException {
        log.forget();
        try (TargetSession session = open(trial)) {
            assertThat(session.checkpoint()).as(what).contains("3");
            assertThat(pages(session)).as(what).isEqualTo(ALL);
            assertThat(session.lost(10)).as(what).isEmpty();
        }
        assertThat(log.warned()).as(what).isTrue();
        log.forget();
        try (TargetSession session = open(trial)) {
            assertThat(pages(session)).as(what).isEqualTo(ALL);
        }
        assertThat(log.warned()).as(what).isFalse();
        MirrorOnDisk.delete(trial);
    }

    @Test
    void index_damagedAgainAfterItsRepair_theGenerationBeforeStillLeadsToTheSameState() throws IOException {
        Path root = mirror.closed();
        for (int time = 0; time < 4; time++) {
            MirrorOnDisk.flip(root.resolve("index.jsonl"), 800);
            try (TargetSession session = open(root)) {
                assertThat(pages(session)).isEqualTo(ALL);
                session.apply(put("3", page("3", "10", 1)));
            }
        }
        assertThat(log.warned()).isTrue();
    }

    @Test
    void index_missing_theGenerationBeforeLeadsToTheSameState() throws IOException {
        Path root = mirror.closed();
        Files.delete(root.resolve("index.jsonl"));
        try (TargetSession session = open(root)) {
            assertThat(session.checkpoint()).contains("3");
            assertThat(pages(session)).isEqualTo(ALL);
        }
    }

    @Test
    void index_alone_isEnough() throws IOException {
        Path root = mirror.closed();
        MirrorOnDisk.delete(root.resolve("state"));
        try (TargetSession session = open(root)) {
            assertThat(session.checkpoint()).contains("3");
            assertThat(pages(session)).isEqualTo(ALL);
        }
    }

    @Test
    void index_ofAnEarlierTimeWithItsFiles_isTheStateOfThatTime() throws IOException {
        Path root = directory.resolve("mirror");
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1)));
        }
        Path committed = mirror.copy(root);
        MirrorOnDisk.delete(committed.resolve("state"));
        for (int time = 1; time < 5; time++) {
            try (TargetSession session = open(root)) {
                session.apply(put("" + time, page("1", "10", 1 + time), page("" + (time + 1), "10", 1)));
            }
        }
        MirrorOnDisk.delete(root.resolve("spaces"));
        MirrorOnDisk.copy(committed, root);
        for (int time = 0; time < 3; time++) {
            try (TargetSession session = open(root)) {
                assertThat(pages(session)).containsExactly("1 v1");
                session.apply(put("back", page("1", "10", 1)));
            }
            MirrorOnDisk.flip(root.resolve("index.jsonl"), 500);
        }
    }

    @Test
    void bothGenerationsDamaged_isRefusedAndNothingChanges() throws IOException {
        Path root = mirror.closed();
        MirrorOnDisk.flip(root.resolve("index.jsonl"), 1_000);
        MirrorOnDisk.flip(root.resolve("state/index.previous.jsonl"), 1_000);
        checkRefused(root, "index.jsonl back from a backup");
    }

    @Test
    void everythingButTheFilesIsGone_isRefusedAndNothingChanges() throws IOException {
        Path root = mirror.closed();
        MirrorOnDisk.delete(root.resolve("state"));
        Files.delete(root.resolve("index.jsonl"));
        checkRefused(root, "no index that knows them");
    }

    @Test
    void onlyJournalDamagedAtItsBeginning_isRefusedAndNothingChanges() throws IOException {
        Path root = directory.resolve("mirror");
        Path crashed;
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1)));
            session.apply(put("1", page("2", "10", 1)));
            crashed = mirror.copy(root);
        }
        Path journal = crashed.resolve("state/journal-0.jsonl");
        int firstCommit = new String(Files.readAllBytes(journal), UTF_8).indexOf("\"checkpoint\"");
        for (int length = 0; length < firstCommit; length += 13) {
            Path trial = mirror.copy(crashed);
            MirrorOnDisk.cut(trial.resolve("state/journal-0.jsonl"), length);
            assertThatThrownBy(() -> open(trial).close())
                    .as("cut at %s", length)
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("to mirror everything anew");
            assertThat(trial.resolve("spaces/10/pages/1.xml")).exists();
        }
        MirrorOnDisk.flip(journal, 100);
        checkRefused(crashed, "to mirror everything anew");
    }

    private void checkRefused(Path root, String advice) throws IOException {
        for (int trial = 0; trial < 2; trial++) {
            Map<String, String> before = DirectoryReader.files(root.resolve("spaces"));
            assertThatThrownBy(() -> open(root).close())
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining(advice)
                    .hasMessageContaining(root.toString());
            assertThat(DirectoryReader.files(root.resolve("spaces"))).isEqualTo(before);
        }
    }

    @Test
    void newerFormat_isRefusedAndNothingChanges() throws IOException {
        Path root = mirror.closed();
        Path index = root.resolve("index.jsonl");
        rewrite(index, "\"format\":1", "\"format\":2");
        byte[] before = Files.readAllBytes(index);
        assertThatThrownBy(() -> open(root).close())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("newer version");
        assertThat(Files.readAllBytes(index)).isEqualTo(before);
        Path crashed = died2();
        rewrite(crashed.resolve("state/journal-0.jsonl"), "\"format\":1", "\"format\":7");
        assertThatThrownBy(() -> open(crashed).close())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("newer version");
    }

    private Path died2() throws IOException {
        Path root = directory.resolve("mirror2");
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1)));
            return mirror.copy(root);
        }
    }

    /** Changes a line and makes the checksums hold. */
    private static void rewrite(Path file, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] before = {};
        Blocks.Writer block = new Blocks.Writer(out, before);
        boolean begun = false;
        for (String line : Files.readAllLines(file)) {
            if (!begun) {
                block = new Blocks.Writer(out, before);
                begun = true;
            }
            if (line.startsWith("{\"sha256\"")) {
                before = block.end();
                begun = false;
            } else {
                block.line(line.replace(from, to));
            }
        }
        Files.write(file, out.toByteArray());
    }

    @Test
    void longSession_writesTheIndexAnewInBetween_andLosesNothing() throws IOException {
        Path root = directory.resolve("mirror");
        Path crashed;
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3_000_000) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        String checkpoint = text.toString();
        try (TargetSession session = open(root)) {
            for (int i = 0; i < 8; i++) {
                session.apply(put(i + checkpoint, page("" + i, "10", 1)));
            }
            crashed = mirror.copy(root);
        }
        assertThat(crashed.resolve("index.jsonl")).exists();
        for (Path mirror : List.of(root, crashed)) {
            try (TargetSession session = open(mirror)) {
                assertThat(session.checkpoint()).contains(7 + checkpoint);
                assertThat(pages(session)).hasSize(8);
            }
        }
        MirrorOnDisk.flip(crashed.resolve("index.jsonl"), 999);
        try (TargetSession session = open(crashed)) {
            assertThat(session.checkpoint()).contains(7 + checkpoint);
            assertThat(pages(session)).hasSize(8);
        }
    }
}
