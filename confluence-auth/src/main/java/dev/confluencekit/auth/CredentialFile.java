package dev.confluencekit.auth;

import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.internal.state.LockBusyException;
import dev.confluencekit.core.internal.state.SideCarLock;
import dev.confluencekit.core.internal.state.SideCarLock.Held;
import dev.confluencekit.core.internal.state.StateDirectory;
import dev.confluencekit.core.internal.state.StateFile;
import dev.confluencekit.core.internal.state.StateFile.Stamp;
import dev.confluencekit.core.internal.state.StateTooLargeException;
import dev.confluencekit.core.time.TimeSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table of credentials in a file that many processes share. Looking up costs a look at the file's stamp as long as
 * nothing changed; a change goes lock, read, compare, replace.
 */
final class CredentialFile {
    static final int MOST_BYTES = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The coarsest clock of a file system that we know (FAT). A younger file may change without its stamp showing it. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    private static final byte[] NOTHING = {};

    private final Path path;
    private final StateFile file;
    private final CredentialFormat format;
    private final TimeSource time;
    private volatile Seen seen = new Seen(null, NOTHING, CredentialTable.EMPTY, false);
    private volatile boolean closed;
    private volatile boolean swept;

    private CredentialFile(Path path, CredentialFormat format, TimeSource time) {
        this.path = path;
        this.file = StateFile.at(path);
        this.format = format;
        this.time = time;
    }

    /**
     * What was read last.
     *
     * @param settled whether a later change is sure to show in the stamp
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals where it is compared
    private record Seen(@Nullable Stamp stamp, byte[] content, CredentialTable table, boolean settled) {}

    /** Opens and reads, so that a wrong key is seen at once. The format is wiped if that fails. */
    static CredentialFile open(Path path, CredentialFormat format, TimeSource time) {
        CredentialFile opened = new CredentialFile(path, format, time);
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                StateDirectory.create(directory);
            }
            opened.refresh();
            return opened;
        } catch (IOException e) {
            format.wipe();
            throw opened.failed("could not be opened", e);
        } catch (RuntimeException | Error e) {
            format.wipe();
            throw e;
        }
    }

    Optional<StoredCredential> find(CredentialId id) {
        try {
            return Optional.ofNullable(current().entries().get(id.value()));
        } catch (IOException e) {
            throw failed("could not be read", e);
        }
    }

    private CredentialTable current() throws IOException {
        refuseIfClosed();
        Seen known = seen;
        if (known.settled() && file.stamp().equals(Optional.ofNullable(known.stamp()))) {
            return known.table();
        }
        return refresh().table();
    }

    /** Reading and remembering is one step, so that what is remembered never goes back. */
    private synchronized Seen refresh() throws IOException {
        refuseIfClosed();
        Optional<Stamp> stamp = file.stamp();
        Optional<byte[]> content = file.read(MOST_BYTES);
        if (stamp.isEmpty() || content.isEmpty()) {
            if (seen.content().length > 0) {
                throw problem("has vanished while it was in use. Restore it, or if that is meant, open the store anew");
            }
            return seen;
        }
        boolean settled = stamp.get().modified().toInstant().isBefore(time.now().minus(CLOCK_GRAIN));
        CredentialTable table = isKnown(content.get()) ? seen.table() : read(content.get());
        seen = new Seen(stamp.get(), content.get(), table, settled);
        return seen;
    }

    private boolean isKnown(byte[] content) {
        return content.length > 0 && Arrays.equals(content, seen.content());
    }

    private CredentialTable read(byte[] content) {
        if (content.length == 0) {
            throw problem("is empty. Restore it from a copy, or delete it to begin anew");
        }
        CredentialTable table;
        try {
            table = format.read(content);
        } catch (UnusableContentException e) {
            throw problem(e.problem());
        }
        CredentialTable before = seen.table();
        boolean isFork = format.isOursAlone()
                && table.generation() == before.generation()
                && !table.entries().equals(before.entries());
        if (table.generation() < before.generation() || isFork) {
            throw problem("was put back to an older state (change " + table.generation() + " after change "
                    + before.generation() + "). Restore the newest, or if that is meant, open the store anew");
        }
        return table;
    }

    boolean put(CredentialId id, Credential credential, long expectedVersion) {
        return change(id, expectedVersion, table -> table.with(id, credential));
    }

    void remove(CredentialId id) {
        change(id, null, table -> table.without(id));
    }

    @SuppressWarnings("try") // the lock is there to be held
    private boolean change(CredentialId id, @Nullable Long expectedVersion, UnaryOperator<CredentialTable> change) {
        refuseIfClosed();
        try (Held held = lock().acquire(PATIENCE, time)) {
            sweepOnce();
            Seen present = refresh();
            long version = present.table().version(id);
            if (expectedVersion == null ? version == CredentialStore.NONE : version != expectedVersion) {
                return false;
            }
            CredentialTable next = change.apply(present.table());
            byte[] content = write(present, next);
            file.replace(content);
            remember(content, next);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException("Changing " + this + " was interrupted; nothing was changed.");
        } catch (ClosedByInterruptException e) {
            throw new ConfluenceInterruptedException("Changing " + this + " was interrupted; nothing was changed.");
        } catch (IOException e) {
            throw failed("could not be changed", e);
        }
    }

    /** Beside the file itself, not beside a link to it, so that all who change it meet. */
    private SideCarLock lock() throws IOException {
        Path target = file.target();
        return SideCarLock.at(target.resolveSibling(target.getFileName() + ".lock"));
    }

    /** To be called under the lock, before the first change; later ones find nothing that was not there then. */
    private void sweepOnce() throws IOException {
        if (!swept) {
            file.sweep();
            swept = true;
        }
    }

    private synchronized byte[] write(Seen present, CredentialTable next) {
        refuseIfClosed();
        byte[] content;
        try {
            content = format.write(present.content(), present.table(), next);
        } catch (UnusableContentException e) {
            throw problem(e.problem());
        }
        if (content.length > MOST_BYTES) {
            throw problem("would grow over 1 MiB. Remove credentials, or use another file for this one");
        }
        return content;
    }

    /** The stamp is taken at the next look. */
    private synchronized void remember(byte[] content, CredentialTable next) {
        if (next.generation() > seen.table().generation()) {
            seen = new Seen(null, content, next, false);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new CredentialException("The store on " + this + " has been closed; open it anew.");
        }
    }

    synchronized void close() {
        closed = true;
        seen = new Seen(null, NOTHING, CredentialTable.EMPTY, false);
        format.wipe();
    }

    private CredentialException problem(String problem) {
        return new CredentialException("The credential file " + path + " " + problem + ".");
    }

    private CredentialException failed(String what, IOException e) {
        if (e instanceof StateTooLargeException) {
            return problem("is larger than 1 MiB, so it is none of this library's");
        }
        if (e instanceof LockBusyException busy) {
            return problem(what + ": another process has been changing it for " + PATIENCE.toSeconds()
                    + " seconds and holds " + busy.lockFile() + ". Try again, or end that process");
        }
        return problem(
                what + " (" + reason(e) + "). Check that the directory is there, that this process may write to it,"
                        + " and that the disk is not full");
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException about && about.getReason() != null) {
            return about.getReason();
        }
        String name = e.getClass().getSimpleName();
        return e instanceof FileSystemException || e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    @Override
    public String toString() {
        return "credential file " + path;
    }
}
