package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.directory.MirrorOnDisk.pages;
import static dev.confluencekit.sync.directory.StoppedMirror.open;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static dev.confluencekit.sync.target.contract.SampleItems.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which one step fails, and one whose power is cut. */
class FaultyDiskTest {
    private static final List<String> BEFORE = List.of("1 v1", "2 v1");
    private static final List<String> AFTER = List.of("1 v2", "3 v1");

    @TempDir
    private Path directory;

    private final FaultyDisk disk = new FaultyDisk(FileSystems.getDefault());

    @BeforeEach
    void onlyWherePathsAreAsHere() {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private Path root(int number) {
        return directory.resolve("mirror" + number);
    }

    private Path faulty(int number) {
        return disk.wrap(root(number));
    }

    private void begin(int number) {
        disk.failNever();
        try (TargetSession session = open(faulty(number))) {
            session.apply(put("0", page("1", "10", 1), page("2", "10", 1)));
        }
    }

    private static void change(TargetSession session) {
        session.apply(put("1", page("1", "10", 2), page("3", "11", 1)));
        session.apply(remove("2", MirrorOnDisk.page(2)));
    }

    @Test
    void aStepOfASessionFails_whatWasAppliedStandsAndTheNextGoesOn() throws IOException {
        failAtEvery(7);
    }

    @Test
    @Tag("proof")
    void anyStepOfASessionFails_whatWasAppliedStandsAndTheNextGoesOn() throws IOException {
        failAtEvery(1);
    }

    private void failAtEvery(int stride) throws IOException {
        boolean reached = true;
        int step = 0;
        int refused = 0;
        for (; reached; step += stride) {
            begin(step);
            disk.failAt(step);
            try (TargetSession session = open(faulty(step))) {
                change(session);
            } catch (TargetException e) {
                refused++;
                assertThat(e).as("step %s", step).hasMessageContaining("is full. Make room");
            }
            reached = disk.steps() > step;
            disk.failNever();
            checkWholeState(step);
        }
        assertThat(refused).isGreaterThanOrEqualTo(25 / stride);
        assertThat(step).isGreaterThan(30);
    }

    @Test
    void aStepOfABatchFails_theSameSessionTakesTheBatchAgain() throws IOException {
        boolean reached = true;
        int refused = 0;
        int toBeOpenedAgain = 0;
        for (int step = 0; reached; step++) {
            begin(step);
            try (TargetSession session = open(faulty(step))) {
                disk.failAt(step);
                try {
                    session.apply(put("1", page("1", "10", 2), page("3", "11", 1)));
                } catch (TargetException e) {
                    refused++;
                }
                reached = disk.steps() > step;
                disk.failNever();
                if (!goesOn(session)) {
                    toBeOpenedAgain++;
                    continue;
                }
            }
            try (TargetSession session = open(faulty(step))) {
                assertThat(session.checkpoint()).as("step %s", step).contains("2");
                assertThat(pages(session)).as("step %s", step).isEqualTo(AFTER);
            }
            checkWholeState(step);
        }
        assertThat(refused).isGreaterThan(10);
        assertThat(toBeOpenedAgain).isLessThan(refused / 2);
    }

    /** Takes the batch again and the next, or says that only a new session can. */
    private static boolean goesOn(TargetSession session) {
        try {
            change(session);
            return true;
        } catch (TargetException e) {
            assertThat(e).hasMessageContaining("again; that ends it");
            return false;
        }
    }

    private void checkWholeState(int number) throws IOException {
        try (TargetSession session = open(faulty(number))) {
            String checkpoint = session.checkpoint().orElseThrow();
            assertThat(session.lost(9)).as("step %s", number).isEmpty();
            assertThat(pages(session))
                    .as("step %s", number)
                    .isEqualTo(
                            switch (checkpoint) {
                                case "0" -> BEFORE;
                                case "1" -> List.of("1 v2", "2 v1", "3 v1");
                                default -> AFTER;
                            });
            change(session);
            assertThat(pages(session)).isEqualTo(AFTER);
        }
        assertThat(new DirectoryUnderKill().stored(root(number).toString())).hasSize(2);
    }

    @Test
    void powerIsCut_inASession_itsBatchesStandAndItsFilesAreToldAsLost() throws IOException {
        begin(0);
        disk.cutPower();
        try (TargetSession session = open(faulty(0))) {
            change(session);
            assertThat(disk.unforcedFiles(root(0))).isEqualTo(4);
            disk.cutPower();
            MirrorOnDisk.copy(root(0), root(1));
        }
        try (TargetSession session = open(faulty(1))) {
            assertThat(session.checkpoint()).contains("2");
            assertThat(session.lost(9)).containsExactly(MirrorOnDisk.page(1), MirrorOnDisk.page(3));
        }
    }

    @Test
    void powerIsCut_afterASessionWasClosed_nothingIsLost() throws IOException {
        begin(0);
        try (TargetSession session = open(faulty(0))) {
            change(session);
        }
        assertThat(disk.unforcedFiles(root(0))).isZero();
    }

    @Test
    void powerIsCut_afterAProcessWasKilledAndTheNextSessionWasClosed_nothingIsLost() throws IOException {
        begin(0);
        try (TargetSession session = open(faulty(0))) {
            change(session);
            MirrorOnDisk.copy(root(0), root(1));
            disk.copied(root(0), root(1));
        }
        assertThat(disk.unforcedFiles(root(1))).isEqualTo(4);
        open(faulty(1)).close();
        assertThat(disk.unforcedFiles(root(1))).isZero();
        disk.cutPower();
        try (TargetSession session = open(faulty(1))) {
            assertThat(session.lost(9)).isEmpty();
            assertThat(pages(session)).isEqualTo(AFTER);
        }
        assertThat(new DirectoryUnderKill().stored(root(1).toString())).hasSize(2);
    }
}
