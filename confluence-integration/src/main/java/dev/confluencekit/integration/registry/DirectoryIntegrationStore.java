package dev.confluencekit.integration.registry;

import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.internal.state.SideCarLock;
import dev.confluencekit.core.internal.state.StateDirectory;
import dev.confluencekit.core.internal.state.StateFile;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import dev.confluencekit.integration.internal.store.FileDocument;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file for each integration. Reading takes no lock, since files are replaced as a whole; a change is made under the
 * directory's lock. A file that cannot be read is a failure of the whole list: leaving it out would make an integration
 * vanish, and its account free for another.
 */
final class DirectoryIntegrationStore implements IntegrationStore {
    private static final String ENDING = ".json";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final JsonCodec codec = JsonCodec.create();

    DirectoryIntegrationStore(Path directory) {
        this.directory = directory;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public List<StoredIntegration> list() {
        return on("read", this::readAll);
    }

    @Override
    public Optional<StoredIntegration> find(IntegrationId id) {
        return on("read", () -> read(id.value()));
    }

    @Override
    public Written put(IntegrationId id, @Nullable String identity, String document, long expectedVersion) {
        return locked(() -> {
            long present = read(id.value()).map(StoredIntegration::version).orElse(NONE);
            if (present != expectedVersion) {
                return Written.OUTDATED;
            }
            if (identity != null && InMemoryIntegrationStore.isTaken(id, identity, readAll())) {
                return Written.IDENTITY_TAKEN;
            }
            String text = codec.write(FileDocument.of(id.value(), expectedVersion + 1, identity, document));
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            if (content.length > MOST_BYTES) {
                throw new IOException("an integration does not take more than " + MOST_BYTES + " bytes");
            }
            StateFile file = file(id.value());
            file.sweep();
            file.replace(content);
            return Written.STORED;
        });
    }

    @Override
    public void remove(IntegrationId id) {
        locked(() -> {
            StateFile file = file(id.value());
            file.sweep();
            file.delete();
            return id;
        });
    }

    private StateFile file(String id) {
        return StateFile.at(directory.resolve(id + ENDING));
    }

    private List<StoredIntegration> readAll() throws IOException {
        List<StoredIntegration> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[!.]*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                read(name.substring(0, name.length() - ENDING.length())).ifPresent(entries::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** Of another id than its file's name says it is none; a file system may not tell upper from lower case. */
    private Optional<StoredIntegration> read(String id) throws IOException {
        Optional<byte[]> content = file(id).read(MOST_BYTES);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        FileDocument found;
        try {
            found = codec.read(new ByteArrayInputStream(content.get()), FileDocument.class);
        } catch (JsonException e) {
            throw new IOException("the file " + id + ENDING + " is damaged", e);
        }
        if (found.format() > FileDocument.FORMAT) {
            throw new IOException("the file " + id + ENDING + " was written by a newer version of the library");
        }
        if (found.sha256() == null || found.id() == null || found.document() == null || !found.isWhole()) {
            throw new IOException("the file " + id + ENDING + " is damaged");
        }
        return found.id().equals(id)
                ? Optional.of(new StoredIntegration(
                        IntegrationId.of(id), found.version(), found.identity(), found.document()))
                : Optional.empty();
    }

    private <T> T locked(Work<T> work) {
        return on("saved", () -> {
            StateDirectory.create(directory);
            SideCarLock.Held held = acquire();
            try {
                return work.run();
            } finally {
                held.close();
            }
        });
    }

    private SideCarLock.Held acquire() throws IOException {
        try {
            return SideCarLock.at(directory.resolve(".lock")).acquire(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private <T> T on(String done, Work<T> work) {
        try {
            return work.run();
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (IOException e) {
            String reason = "the directory " + directory + " could not be " + done + ": " + e.getMessage();
            throw new StoreException(Messages.standard().say(MessageCode.STORE_FAILED, Map.of("reason", reason)), e);
        }
    }

    private ConfluenceInterruptedException interrupted() {
        return new ConfluenceInterruptedException("interrupted while using the directory " + directory);
    }

    @Override
    public String toString() {
        return "integrations in " + directory;
    }
}
