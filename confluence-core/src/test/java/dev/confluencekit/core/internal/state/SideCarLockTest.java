package dev.confluencekit.core.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.internal.state.SideCarLock.Held;
import dev.confluencekit.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SideCarLockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private SideCarLock lock() {
        return SideCarLock.at(directory.resolve("state.lock"));
    }

    @Test
    void acquire_free_isHeld() throws Exception {
        try (Held held = lock().acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThat(directory.resolve("state.lock")).isEmptyFile();
        }
    }

    @Test
    void acquire_heldInThisJvm_isBusyNamingTheFile() throws Exception {
        try (Held held = lock().acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> lock().acquire(Duration.ZERO))
                    .isInstanceOf(LockBusyException.class)
                    .hasMessageContaining("state.lock");
        }
    }

    @Test
    void acquire_heldUnderAnotherNameOfThePlace_isBusy() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        try (Held held = lock().acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> SideCarLock.at(link.resolve("state.lock")).acquire(Duration.ZERO))
                    .isInstanceOf(LockBusyException.class);
        }
    }

    @Test
    void acquire_held_waitsForAllItsPatienceAndNoLonger() throws Exception {
        ManualTime time = new ManualTime();
        try (Held held = lock().acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> lock().acquire(Duration.ofSeconds(7), time))
                    .isInstanceOf(LockBusyException.class);
            assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void close_lock_letsTheNextIn() throws Exception {
        Held first = lock().acquire(Duration.ZERO);
        first.close();
        lock().acquire(Duration.ZERO).close();
    }

    @Test
    void close_twice_doesNotFreeTheNextOne() throws Exception {
        Held first = lock().acquire(Duration.ZERO);
        first.close();
        try (Held second = lock().acquire(Duration.ZERO)) {
            assertThat(second).isNotNull();
            first.close();
            assertThatThrownBy(() -> lock().acquire(Duration.ZERO)).isInstanceOf(LockBusyException.class);
        }
    }

    @Test
    void close_lock_leavesTheFile() throws Exception {
        lock().acquire(Duration.ZERO).close();
        assertThat(directory.resolve("state.lock")).exists();
    }

    @Test
    void acquire_noDirectory_failsAndCanBeTriedAgain() throws Exception {
        SideCarLock nowhere = SideCarLock.at(directory.resolve("none").resolve("state.lock"));
        assertThatThrownBy(() -> nowhere.acquire(PATIENCE)).isInstanceOf(NoSuchFileException.class);
        Files.createDirectory(directory.resolve("none"));
        nowhere.acquire(Duration.ZERO).close();
    }

    @Test
    void acquire_aDirectoryInItsPlace_failsAndIsNotHeld() throws Exception {
        Path place = Files.createDirectory(directory.resolve("state.lock"));
        assertThatThrownBy(() -> lock().acquire(PATIENCE)).isInstanceOf(IOException.class);
        Files.delete(place);
        lock().acquire(Duration.ZERO).close();
    }

    @Test
    void acquire_interrupted_endsAtOnceAndIsNotHeld() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lock().acquire(PATIENCE)).isInstanceOf(InterruptedException.class);
        lock().acquire(Duration.ZERO).close();
    }

    @Test
    void acquire_byManyThreads_letsInOneAtATime() throws Exception {
        int threads = 16;
        int turns = 25;
        int[] unguarded = new int[1];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    for (int turn = 0; turn < turns; turn++) {
                        try (Held held = lock().acquire(PATIENCE)) {
                            assertThat(held).isNotNull();
                            int seen = unguarded[0];
                            Thread.onSpinWait();
                            unguarded[0] = seen + 1;
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(unguarded[0]).isEqualTo(threads * turns);
    }

    @Test
    void acquire_heldByAnotherProcess_isBusyUntilThatIsKilled() throws Exception {
        try (LockProcess other = LockProcess.trying(directory.resolve("state.lock"))) {
            assertThat(other.said()).isEqualTo("held");
            assertThatThrownBy(() -> lock().acquire(Duration.ofMillis(3))).isInstanceOf(LockBusyException.class);
            other.kill();
            lock().acquire(PATIENCE).close();
        }
    }

    @Test
    void acquire_triedInVainInThisJvm_doesNotLetOtherProcessesIn() throws Exception {
        try (Held held = lock().acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> lock().acquire(Duration.ZERO)).isInstanceOf(LockBusyException.class);
            try (LockProcess other = LockProcess.trying(directory.resolve("state.lock"))) {
                assertThat(other.said()).isEqualTo("busy");
            }
        }
    }

    @Test
    void toString_isThePath() {
        assertThat(lock()).hasToString(directory.resolve("state.lock").toString());
    }
}
