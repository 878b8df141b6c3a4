package dev.confluencekit.sync.directory;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The machine's file system, in which one step fails: the one of a given number, counted over opening, writing, forcing, reading,
 * moving. A failing write has written half before. It knows which files have not been forced since they were written, and
 * loses them when the power is cut.
 */
final class FaultyDisk extends FileSystem {
    private final FileSystem real;
    private final FileSystemProvider provider = new Provider();
    private final AtomicInteger steps = new AtomicInteger();
    private final Set<Path> unforced = ConcurrentHashMap.newKeySet();
    private volatile int failing = Integer.MAX_VALUE;

    FaultyDisk(FileSystem real) {
        this.real = real;
    }

    /** Counts from here; the step of that number, from 0, fails. */
    void failAt(int step) {
        steps.set(0);
        failing = step;
    }

    void failNever() {
        failAt(Integer.MAX_VALUE);
    }

    /** Cuts the power: of each file that was not forced, half is gone. */
    void cutPower() throws IOException {
        for (Path file : unforced) {
            if (Files.isRegularFile(file)) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)));
            }
        }
        unforced.clear();
    }

    /** How many files of items would suffer. */
    int unforcedFiles(Path mirror) {
        return (int) unforced.stream()
                .filter(file -> file.startsWith(mirror.resolve(Names.SPACES)))
                .filter(Files::isRegularFile)
                .count();
    }

    /** What was copied is as little on the disk as what it was copied from. */
    void copied(Path from, Path to) {
        for (Path file : Set.copyOf(unforced)) {
            if (file.startsWith(from)) {
                unforced.add(to.resolve(from.relativize(file)));
            }
        }
    }

    int steps() {
        return steps.get();
    }

    private void step(String name) throws FileSystemException {
        if (steps.getAndIncrement() == failing) {
            throw new FileSystemException(name, null, "No space left on device");
        }
    }

    /** A path of this disk. */
    Path wrap(Path path) {
        return (Path) Proxy.newProxyInstance(
                FaultyDisk.class.getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getFileSystem" -> this;
                    case "hashCode" -> path.hashCode();
                    case "equals" -> arguments[0] instanceof Path other && path.equals(bare(other));
                    default -> asked(path, method, arguments);
                });
    }

    private @Nullable Object asked(Path path, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] bared = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < bared.length; i++) {
            bared[i] = bared[i] instanceof Path other ? bare(other) : bared[i];
        }
        try {
            Object answer = method.invoke(path, bared);
            return answer instanceof Path made ? wrap(made) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Path bare(Path path) {
        return Path.of(path.toString());
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        return real.getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }

    private final class Provider extends FileSystemProvider {
        private FileSystemProvider below() {
            return real.provider();
        }

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return FaultyDisk.this;
        }

        @Override
        public Path getPath(URI uri) {
            return wrap(Path.of(uri));
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            step("open");
            return new Channel(below().newFileChannel(bare(path), options, attributes), bare(path));
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            step("read");
            return below().newByteChannel(bare(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return below().newDirectoryStream(bare(path), filter);
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
            below().createDirectory(bare(path), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            below().delete(bare(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            below().copy(bare(source), bare(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            step("move");
            below().move(bare(source), bare(target), options);
            if (unforced.remove(bare(source))) {
                unforced.add(bare(target));
            } else {
                unforced.remove(bare(target));
            }
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return below().isSameFile(bare(path), bare(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return below().isHidden(bare(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return below().getFileStore(bare(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            below().checkAccess(bare(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return below().getFileAttributeView(bare(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return below().readAttributes(bare(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return below().readAttributes(bare(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            below().setAttribute(bare(path), attribute, value, options);
        }
    }

    private final class Channel extends DelegatingChannel {
        private final Path file;

        Channel(FileChannel real, Path file) {
            super(real);
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            try {
                unforced.add(file);
                step("write");
            } catch (FileSystemException e) {
                super.write(source.slice(source.position(), source.remaining() / 2));
                throw e;
            }
            return super.write(source);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            step("force");
            super.force(metaData);
            unforced.remove(file);
        }
    }
}
