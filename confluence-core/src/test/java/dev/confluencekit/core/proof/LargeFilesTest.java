package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.LargeFile;
import dev.confluencekit.core.testing.LargeFileHost;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.transfer.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size pass through a JVM with little memory, whole and unchanged, and no key passes to the media host. */
class LargeFilesTest {
    private static final long SMALL = 20_000_000;
    private static final long LARGE = 1L << 30;

    @TempDir
    private Path directory;

    private final AtomicLong size = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong secretsSeen = new AtomicLong();

    private final RawServer media = RawServer.elsewhere(this::give);
    private final RawServer site = RawServer.elsewhere(this::answer);

    @AfterEach
    void close() {
        site.close();
        media.close();
    }

    private void answer(RawServer.Peer peer) throws IOException {
        Received head = peer.readHead();
        if (head == null) {
            return;
        }
        if (head.method().equals("GET")) {
            peer.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: " + media.address()
                    + "/file/binary?token=signed\r\n\r\n");
            return;
        }
        received.set(peer.skip(Long.parseLong(head.header("content-length"))));
        peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
    }

    private void give(RawServer.Peer peer) throws IOException {
        Received head = peer.readHead();
        if (head == null) {
            return;
        }
        if (head.headers().containsKey("authorization") || head.headers().containsKey("cookie")) {
            secretsSeen.incrementAndGet();
        }
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: "
                + size + "\r\n\r\n");
        try (InputStream file = new LargeFile(size.get())) {
            byte[] piece = new byte[64 * 1024];
            for (int count = file.read(piece); count > 0; count = file.read(piece)) {
                peer.send(count == piece.length ? piece : Arrays.copyOf(piece, count));
            }
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] piece = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                sum.update(piece, 0, count);
            }
        }
        return sum.getValue();
    }

    @Test
    @Timeout(60)
    void twenty_megabytes_go_up_and_come_down() throws IOException {
        size.set(SMALL);
        Path file = directory.resolve("large.bin");
        try (ConfluenceRuntime runtime = ConfluenceRuntime.create()) {
            ConfluenceConnection connection = Calls.connect(runtime, site);

            connection.send(LargeFileHost.upload(SMALL));
            connection.download(LargeFileHost.DOWNLOAD, Download.to(file).expectedSize(SMALL));
        }

        assertThat(received.get()).isGreaterThan(SMALL).isLessThan(SMALL + 1_000);
        assertThat(checksum(file)).isEqualTo(LargeFile.checksum(SMALL));
        assertThat(secretsSeen).hasValue(0);
    }

    @Test
    @Tag("proof")
    @Timeout(600)
    void a_gigabyte_goes_up_and_comes_down_with_64_megabytes_of_heap() throws Exception {
        size.set(LARGE);
        Path file = directory.resolve("large.bin");
        Path output = directory.resolve("output");

        Process host = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileHost.class.getName(),
                        site.address(),
                        Long.toString(LARGE),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(host.waitFor(500, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().contains("sent: {}").contains("fetched: " + LARGE);
        assertThat(host.exitValue()).isZero();
        assertThat(received.get()).isGreaterThan(LARGE).isLessThan(LARGE + 1_000);
        assertThat(checksum(file)).isEqualTo(LargeFile.checksum(LARGE));
        assertThat(secretsSeen).hasValue(0);
    }
}
