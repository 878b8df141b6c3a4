package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.directory.MirrorOnDisk.pages;
import static dev.confluencekit.sync.directory.StoppedMirror.open;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import dev.confluencekit.sync.target.contract.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, and one that cannot be written to: real ones, in memory. They can be mounted by root on Linux only;
 * elsewhere these tests say that they were skipped.
 */
@Tag("proof")
@Timeout(300)
class TinyDiskTest {
    private static final int ROUNDS = 60;
    private static final int MOST_ROOM = 100_000;

    @TempDir
    private Path directory;

    private boolean mounted;

    private Path disk() {
        return directory.resolve("disk");
    }

    private void mountDisk() throws IOException, InterruptedException {
        Files.createDirectories(disk());
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk().toString());
        assumeTrue(mounted, "SKIPPED: a disk in memory cannot be mounted here; run as root on Linux");
    }

    private boolean remount(String how) throws IOException, InterruptedException {
        return succeeds("mount", "-o", "remount," + how, disk().toString());
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @AfterEach
    void unmountDisk() throws InterruptedException {
        if (mounted) {
            assertThat(succeeds("umount", disk().toString())).isTrue();
        }
    }

    private static MirrorItem large(int number, int version, Random random) {
        MirrorItem page = page("" + number, "10", version);
        String text = "x".repeat(1 + random.nextInt(12_000));
        return new MirrorItem(page.state(), page.details(), SampleItems.body(text), null);
    }

    @Test
    void diskThatRunsFull_keepsWhatWasAppliedAndGoesOnWhenThereIsRoom() throws Exception {
        mountDisk();
        Path mirror = disk().resolve("mirror");
        Path filling = disk().resolve("filling");
        long seed = Long.getLong("confluencekit.seed", System.nanoTime());
        Random random = new Random(seed);
        int last = 0;
        int full = 0;
        try (TargetSession session = open(mirror)) {
            session.apply(put("0", large(0, 1, random)));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            String trial = "round " + round + " of seed " + seed;
            long room = Files.getFileStore(disk()).getUsableSpace();
            Files.write(filling, new byte[(int) Math.max(0, room - random.nextInt(MOST_ROOM))]);
            int next = last + 1;
            try (TargetSession session = open(mirror)) {
                assertThat(session.checkpoint()).as(trial).contains("" + last);
                while (next < last + 60) {
                    session.apply(put("" + next, large(next % 20, next, random), large(20 + next % 7, next, random)));
                    next++;
                }
            } catch (TargetException e) {
                full++;
                assertThat(e)
                        .as(trial)
                        .hasMessageContaining("is full. Make room")
                        .hasMessageContaining("" + mirror);
            }
            Files.delete(filling);
            try (TargetSession session = open(mirror)) {
                int reached = Integer.parseInt(session.checkpoint().orElseThrow());
                assertThat(reached).as(trial).isBetween(next - 1, next);
                assertThat(session.lost(10)).as(trial).isEmpty();
                assertThat(pages(session)).as(trial).isEqualTo(wanted(reached));
                last = reached;
            }
            assertThat(new DirectoryUnderKill().stored(mirror.toString()))
                    .as(trial)
                    .hasSize(wanted(last).size());
        }
        System.out.printf("full disk: %d rounds, %d times full, %d batches%n", ROUNDS, full, last);
        assertThat(full).isGreaterThan(ROUNDS / 2);
    }

    /** What the batches up to one leave, in the order of the target. */
    private static List<String> wanted(int last) {
        Map<String, Integer> versions = new TreeMap<>();
        versions.put("0", 1);
        for (int i = 1; i <= last; i++) {
            versions.put("" + i % 20, i);
            versions.put("" + (20 + i % 7), i);
        }
        List<String> pages = new ArrayList<>();
        versions.forEach((id, version) -> pages.add(id + " v" + version));
        return pages;
    }

    @Test
    void diskThatIsFullFromTheFirst_isSaidAndLeavesNothingBroken() throws Exception {
        mountDisk();
        Path filling = disk().resolve("filling");
        assertThatThrownBy(() -> Files.write(filling, new byte[2 << 20])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    try (TargetSession session = open(disk().resolve("mirror"))) {
                        session.apply(put("0", page("1", "10", 1)));
                    }
                })
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("is full. Make room");
        Files.delete(filling);
        try (TargetSession session = open(disk().resolve("mirror"))) {
            assertThat(session.checkpoint()).isEmpty();
            session.apply(put("0", page("1", "10", 1)));
            assertThat(pages(session)).containsExactly("1 v1");
        }
    }

    @Test
    void diskThatIsReadOnly_isSaidAndNothingChanges() throws Exception {
        mountDisk();
        Path mirror = disk().resolve("mirror");
        try (TargetSession session = open(mirror)) {
            session.apply(put("0", page("1", "10", 1)));
        }
        Map<String, String> before = DirectoryReader.files(mirror);
        assertThat(remount("ro")).isTrue();
        assertThatThrownBy(() -> open(mirror).close())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("may not be written to")
                .hasMessageContaining("" + mirror);
        assertThatThrownBy(() -> open(disk().resolve("other")).close())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("may not be written to");
        assertThat(DirectoryReader.files(mirror)).isEqualTo(before);
        assertThat(remount("rw")).isTrue();
        try (TargetSession session = open(mirror)) {
            ItemBody body = new ItemBody("new", "text/plain", "txt");
            session.apply(put("1", new MirrorItem(page("1", "10", 2).state(), SampleItems.bareDetails(), body, null)));
        }
        assertThat(Files.readString(mirror.resolve("spaces/10/pages/1.txt"), UTF_8))
                .isEqualTo("new");
    }
}
