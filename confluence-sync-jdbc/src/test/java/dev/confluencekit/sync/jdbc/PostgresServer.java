package dev.confluencekit.sync.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of this JVM's own, from the binaries in the package registry; under a dropped uid where this one is root. */
final class PostgresServer {
    private static final String NOBODY = "65534";
    private static final long MOST_SECONDS = 60;

    private static @Nullable PostgresServer running;
    private static String absent = "";

    private final Path home;
    private final List<String> dropped;
    private final AtomicInteger schemas = new AtomicInteger();
    private int port;
    private @Nullable Process server;

    private PostgresServer(Path home, List<String> dropped) {
        this.home = home;
        this.dropped = dropped;
    }

    /** The server, or the test is skipped, saying why. */
    static synchronized PostgresServer need() {
        if (running == null && absent.isEmpty()) {
            try {
                running = start();
            } catch (IOException | SQLException e) {
                absent = "no PostgreSQL here: " + e.getMessage();
                System.out.println("SKIPPED: " + absent);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        PostgresServer found = running;
        if (found == null) {
            Assumptions.abort(absent);
        }
        return found;
    }

    private static PostgresServer start() throws IOException, InterruptedException, SQLException {
        Path home = Files.createTempDirectory("confluencekit-postgres");
        boolean root = System.getProperty("user.name").equals("root");
        List<String> dropped =
                root ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups") : List.of();
        PostgresServer made = new PostgresServer(home, dropped);
        Runtime.getRuntime().addShutdownHook(new Thread(made::stop));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = home.resolve("postgres.txz");
        try (InputStream in = PostgresServer.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (in == null) {
                throw new IOException("no binaries on the class path");
            }
            Files.copy(in, archive);
        }
        run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
        Path data = Files.createDirectory(home.resolve("data"));
        if (root) {
            run(List.of("chown", NOBODY + ":" + NOBODY, data.toString()));
        }
        made.runDropped("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            made.port = free.getLocalPort();
        }
        made.launch();
        return made;
    }

    private void launch() throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>(dropped);
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                home.resolve("data").toString(),
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                // Processes are killed here, not machines.
                "-c",
                "fsync=off"));
        server = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (true) {
            try (Connection connection = source(url("public")).getConnection()) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new IOException(Files.readString(home.resolve("log")), e);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private void runDropped(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(dropped);
        command.add(home.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " failed: " + said);
        }
    }

    private String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&currentSchema=" + schema;
    }

    /** The address of an empty schema. */
    String newSchema() throws SQLException {
        String name = "s" + schemas.incrementAndGet();
        new Stored(source(url("public"))).execute("create schema " + name);
        return url(name);
    }

    static DataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    private void stop() {
        Process process = server;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("left behind: " + home + ", " + e);
        }
    }
}
