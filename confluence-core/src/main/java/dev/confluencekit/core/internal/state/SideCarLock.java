package dev.confluencekit.core.internal.state;

import dev.confluencekit.core.time.TimeSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process in at a time, by a lock on a file of its own: never on the data, which a rename would
 * exchange under the lock. The system frees it when its holder dies, however it dies; the file stays, and holds nothing.
 * Threads that wait are served in no order. Not reentrant; not safe on NFS, nor between two copies of this library in one
 * JVM.
 */
public final class SideCarLock {
    /**
     * Who is in, by real path. A system's lock belongs to the process and goes with the first descriptor that is closed,
     * so the file must never be open twice in a JVM.
     */
    private static final Map<Path, CountDownLatch> HOLDERS = new ConcurrentHashMap<>();

    private static final long FIRST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 8_000_000;

    private final Path lockFile;

    private SideCarLock(Path lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * The lock at a place. Nothing is opened or created yet.
     *
     * @param lockFile the lock's file, which is created when needed; its directory is to be there
     * @return the lock
     */
    public static SideCarLock at(Path lockFile) {
        return new SideCarLock(lockFile);
    }

    /**
     * Waits for the lock in real time.
     *
     * @param patience how long to wait at most; zero to try once
     * @return the lock, held until it is closed
     * @throws LockBusyException if others held it all the time
     * @throws IOException if the lock file cannot be opened or locked
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    public Held acquire(Duration patience) throws IOException, InterruptedException {
        return acquire(patience, TimeSource.system());
    }

    /**
     * Waits for the lock.
     *
     * @param patience how long to wait at most; zero to try once
     * @param time the clock of the wait
     * @return the lock, held until it is closed
     * @throws LockBusyException if others held it all the time
     * @throws IOException if the lock file cannot be opened or locked
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    public Held acquire(Duration patience, TimeSource time) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Wait wait = new Wait(patience, time, time.nanoTime());
        Path key = realPath();
        CountDownLatch turn = new CountDownLatch(1);
        for (CountDownLatch other = enter(key, turn); other != null; other = enter(key, turn)) {
            wait.forEndOf(other);
        }
        try {
            return new Held(key, turn, lock(wait));
        } catch (ClosedByInterruptException e) {
            leave(key, turn);
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            leave(key, turn);
            throw e;
        }
    }

    private static @Nullable CountDownLatch enter(Path key, CountDownLatch turn) {
        return HOLDERS.putIfAbsent(key, turn);
    }

    private static void leave(Path key, CountDownLatch turn) {
        HOLDERS.remove(key, turn);
        turn.countDown();
    }

    private Path realPath() throws IOException {
        if (Files.exists(lockFile)) {
            return lockFile.toRealPath();
        }
        Path absolute = lockFile.toAbsolutePath();
        Path directory = absolute.getParent();
        Path name = absolute.getFileName();
        if (directory == null || name == null) {
            throw new IOException(lockFile + " is no place for a file");
        }
        return directory.toRealPath().resolve(name);
    }

    private FileChannel lock(Wait wait) throws IOException, InterruptedException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(lockFile, options, OwnerOnly.file(lockFile));
        try {
            long pause = FIRST_PAUSE_NANOS;
            while (!isLocked(channel)) {
                wait.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
            return channel;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherCopyOfThisClass) {
            return false;
        }
    }

    /** The patience that is left. */
    private final class Wait {
        private final Duration patience;
        private final TimeSource time;
        private final long start;

        Wait(Duration patience, TimeSource time, long start) {
            this.patience = patience;
            this.time = time;
            this.start = start;
        }

        void forEndOf(CountDownLatch other) throws LockBusyException, InterruptedException {
            time.await(left(), other);
        }

        void pause(long nanos) throws LockBusyException, InterruptedException {
            Duration left = left();
            Duration pause = Duration.ofNanos(nanos);
            time.await(pause.compareTo(left) < 0 ? pause : left, new CountDownLatch(1));
        }

        private Duration left() throws LockBusyException {
            Duration left = patience.minusNanos(time.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw new LockBusyException(lockFile.toString(), patience.toMillis() + " ms");
            }
            return left;
        }
    }

    @Override
    public String toString() {
        return lockFile.toString();
    }

    /** A lock that is held; to be closed by whoever acquired it. */
    public static final class Held implements AutoCloseable {
        private final Path key;
        private final CountDownLatch turn;
        private final FileChannel channel;

        private Held(Path key, CountDownLatch turn, FileChannel channel) {
            this.key = key;
            this.turn = turn;
            this.channel = channel;
        }

        /**
         * Lets the next one in. A second call does nothing.
         *
         * @throws IOException if the lock file cannot be closed
         */
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                leave(key, turn);
            }
        }
    }
}
