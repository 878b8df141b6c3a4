package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.testing.SmallHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are small, odd or in trouble themselves. */
@Timeout(60)
class HostConditionsTest {
    private static final String BATCH = "{\"results\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"_links\":{%s}}";

    private static byte[] httpHead(String more) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + more).getBytes(StandardCharsets.US_ASCII);
    }

    private static void play(RawServer.Peer peer, Received request, CountDownLatch stalled)
            throws IOException, InterruptedException {
        String id = request.target().replaceAll(".*/v2/pages/?|\\?.*", "");
        String path = id.isEmpty() ? "listing" : SmallHost.PAGES.get(Integer.parseInt(id));
        Duration atOnce = Duration.ofNanos(1);
        switch (path) {
            case "endless" -> {
                peer.send(httpHead("\r\n"));
                peer.sendForEver(" ".repeat(1 << 20), atOnce);
            }
            case "bomb" -> {
                byte[] bomb = bomb();
                peer.send(httpHead("Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n"));
                peer.send(bomb);
            }
            case "refusal" -> {
                byte[] bomb = bomb();
                peer.send("HTTP/1.1 501 No\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: " + bomb.length + "\r\n\r\n");
                peer.send(bomb);
            }
            case "deep" -> {
                peer.send(httpHead("\r\n"));
                peer.send("[".repeat(5_000_000));
            }
            case "headers" -> {
                peer.send(httpHead(""));
                peer.sendForEver(("X-More: " + "x".repeat(1_000) + "\r\n").repeat(50), atOnce);
            }
            case "listing" -> {
                int at = request.target().contains("cursor=") ? cursor(request.target()) : 0;
                String next = at == 9 ? "" : "\"next\":\"/wiki/api/v2/pages?cursor=c" + (at + 1) + "\"";
                answer(peer, String.format(BATCH, next));
            }
            case "stalled" -> {
                stalled.countDown();
                peer.awaitEnd();
            }
            case "stalling" -> {
                stalled.await();
                answer(peer, "{}");
            }
            default -> answer(peer, "{\"id\":\"42\"}");
        }
    }

    private static byte[] bomb() {
        return Reply.gzip(" ".repeat(100 << 20).getBytes(StandardCharsets.US_ASCII));
    }

    private static int cursor(String target) {
        return Integer.parseInt(target.replaceAll(".*cursor=c([0-9]+).*", "$1"));
    }

    private static void answer(RawServer.Peer peer, String json) throws IOException {
        peer.send(httpHead("Content-Length: " + json.length() + "\r\nConnection: close\r\n\r\n"));
        peer.send(json);
    }

    /** Also a host on one processor, and one that shuts down in the middle of a call. */
    @Test
    void a_host_of_64_megabytes_survives_whatever_a_server_sends(@TempDir Path dir) throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        Path output = dir.resolve("output.txt");
        try (RawServer server =
                RawServer.playing(peer -> play(peer, Objects.requireNonNull(peer.readRequest()), stalled))) {
            Process host = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:ActiveProcessorCount=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHost.class.getName(),
                            server.address())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = host.waitFor(50, TimeUnit.SECONDS);
            host.destroyForcibly();
            assertThat(ended).as("ended by itself").isTrue();
        }
        assertThat(Files.readAllLines(output).stream().filter(line -> line.matches("[a-z]+: .*")))
                .containsExactly(
                        "usual: {id=42}",
                        "endless: ResponseTooLargeException",
                        "bomb: ResponseTooLargeException",
                        "refusal: ServerErrorException",
                        "deep: ConfluenceProtocolException",
                        "headers: ConfluenceTransportException",
                        "usual: {id=42}",
                        "listing: 20",
                        "stalling: {}",
                        "stalled: ConfluenceClosedException");
    }

    @Test
    void a_thread_without_a_context_class_loader_can_read() throws Exception {
        AtomicReference<Object> answer = new AtomicReference<>();
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":\"42\"}"))) {
            Background caller = Background.start(() -> {
                Thread.currentThread().setContextClassLoader(null);
                try (ConfluenceRuntime runtime = ConfluenceRuntime.create()) {
                    answer.set(Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
                }
            });
            assertThat(caller.failure(Duration.ofSeconds(20))).isNull();
        }
        assertThat(answer.get()).hasToString("{id=42}");
    }

    @Test
    void two_hundred_virtual_threads_can_read_at_once() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "this JVM has no virtual threads");
        ExecutorService virtual = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":\"42\"}"));
                ConfluenceRuntime runtime = ConfluenceRuntime.create()) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            List<Future<Object>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(virtual.submit(() -> connection.fetch(Calls.GET, Object.class)));
            }
            for (Future<Object> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).hasToString("{id=42}");
            }
        } finally {
            virtual.shutdownNow();
        }
    }

    /** Cannot be made, as if memory or the stack had run out. */
    public static final class Unmakeable {
        /** Fails. */
        @JsonCreator
        public Unmakeable(Map<String, Object> members) {
            throw new StackOverflowError("scripted, " + members.size());
        }
    }

    @Test
    void an_error_while_an_answer_is_decoded_surfaces_and_frees_its_place() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":\"42\"}"));
                ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().concurrency(1).build()) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            assertThat(Failures.of(() -> connection.fetch(Calls.GET, Unmakeable.class)))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(connection.fetch(Calls.GET, Object.class)).hasToString("{id=42}");
        }
    }

    @Test
    void an_error_while_a_request_is_under_way_surfaces_and_frees_its_place() {
        ScriptedTransport transport = ScriptedTransport.playing(request -> {
            if (request.method().equals("POST")) {
                throw new OutOfMemoryError("scripted");
            }
            return Reply.ok("{\"id\":\"42\"}");
        });
        try (ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                .transport(transport)
                .concurrency(1)
                .callTimeout(Duration.ofSeconds(5))
                .build()) {
            ConfluenceConnection connection = Calls.connect(runtime, "acme");
            assertThat(Failures.of(() -> connection.fetch(Calls.POST, Object.class)))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(connection.fetch(Calls.GET, Object.class)).hasToString("{id=42}");
        }
    }

    /** A row that cannot be made from the fifth batch on. */
    public record Row(String id) {
        /** Takes a row as it comes. */
        @JsonCreator
        public Row(Map<String, Object> members) {
            this(String.valueOf(members.get("id")));
            if (id.equals("broken")) {
                throw new StackOverflowError("scripted");
            }
        }
    }

    @Test
    void an_error_while_a_batch_is_fetched_ahead_surfaces_at_the_caller() {
        ApiRequest pages = ApiRequest.get("getPages", "/wiki/api/v2/pages").build();
        try (RawServer server = RawServer.answering(request -> {
                    int at = request.target().contains("cursor=") ? cursor(request.target()) : 0;
                    String rows = String.format(BATCH, "\"next\":\"/wiki/api/v2/pages?cursor=c" + (at + 1) + "\"");
                    return Reply.ok(at == 4 ? rows.replace("\"2\"", "\"broken\"") : rows);
                });
                ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().concurrency(1).build()) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            List<Row> read = new ArrayList<>();
            assertThat(Failures.of(
                            () -> connection.list(pages, Row.class, 2, null).forEach(read::add)))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(read).hasSize(8);
            assertThat(connection.list(pages, Row.class, 2, null).first()).hasSize(2);
        }
    }
}
