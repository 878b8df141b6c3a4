package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.LocalContentException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.transfer.ContentSource;
import dev.confluencekit.core.transfer.Multipart;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files go to the service as it takes them, never whole in memory, and never shorter than they are. */
@Timeout(20)
class UploadTest {
    private static final String STORED =
            "{\"results\":[{\"id\":\"att98310\",\"type\":\"attachment\",\"status\":\"current\","
                    + "\"title\":\"manual.txt\"}],\"size\":1,\"_links\":{}}";
    private static final String BOUNDARY = "ConfluenceKit-0000000000000-0000000000000-0000000000000";

    @TempDir
    private Path directory;

    private final ManualTime time = new ManualTime();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ConfluenceRuntime runtime = closing(
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build());

    /** Gives up soon what stands still. */
    private ConfluenceRuntime hasty() {
        return closing(ConfluenceRuntime.builder()
                .time(time)
                .random(new FixedRandom(0))
                .attemptTimeout(Duration.ofMillis(400))
                .build());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.add(0, one);
        return one;
    }

    private static ApiRequest upload(Multipart multipart) {
        return ApiRequest.of("PUT", "createOrUpdateAttachments", "/wiki/rest/api/content/{id}/child/attachment")
                .path("id", "98304")
                .multipart(multipart)
                .build();
    }

    private static ApiRequest upload(String content) {
        return upload(Multipart.of("manual.txt", source(content)));
    }

    private static ContentSource source(String content) {
        return ContentSource.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private Object send(RawServer server, ApiRequest request) {
        return Calls.connect(runtime, server).fetch(request, Object.class);
    }

    private RawServer storing() {
        return closing(RawServer.answering(Reply.ok(STORED)));
    }

    @Test
    void the_parts_are_the_very_bytes_that_the_service_expects() {
        RawServer server = storing();

        send(
                server,
                upload(Multipart.of("Größe 手册.txt", source("first\r\nsecond"))
                        .mediaType("text/plain")
                        .comment("für Ann")
                        .minorEdit(true)));

        Received seen = server.requests().get(0);
        assertThat(seen.body()).isEqualTo("""
                --%1$s
                Content-Disposition: form-data; name="file"; filename="Größe 手册.txt"
                Content-Type: text/plain

                first
                second
                --%1$s
                Content-Disposition: form-data; name="minorEdit"

                true
                --%1$s
                Content-Disposition: form-data; name="comment"
                Content-Type: text/plain; charset=utf-8

                für Ann
                --%1$s--
                """.formatted(BOUNDARY).replace("\n", "\r\n"));
        assertThat(seen.header("content-type")).isEqualTo("multipart/form-data; boundary=" + BOUNDARY);
        assertThat(seen.header("content-length")).isEqualTo("" + seen.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(seen.header("x-atlassian-token")).isEqualTo("no-check");
        assertThat(seen.header("accept")).isEqualTo("application/json");
    }

    @Test
    void without_a_comment_there_is_no_part_for_it() {
        RawServer server = storing();

        send(server, upload("text"));

        assertThat(server.requests().get(0).body())
                .contains("name=\"minorEdit\"\r\n\r\nfalse\r\n")
                .contains("Content-Type: application/octet-stream\r\n\r\ntext\r\n")
                .doesNotContain("comment");
    }

    @Test
    void every_request_has_a_boundary_of_its_own() {
        RawServer server = storing();
        ConfluenceRuntime usual = closing(ConfluenceRuntime.create());
        ConfluenceConnection connection = Calls.connect(usual, server);

        connection.send(upload("a"));
        connection.send(upload("a"));

        assertThat(server.requests().get(0).header("content-type"))
                .isNotEqualTo(server.requests().get(1).header("content-type"));
    }

    @Test
    void a_file_is_sent_as_it_is_and_an_empty_one_too() throws IOException {
        RawServer server = storing();
        Path file = Files.writeString(directory.resolve("f"), "from a file");
        Path empty = Files.createFile(directory.resolve("e"));

        send(server, upload(Multipart.of("f", ContentSource.of(file))));
        send(server, upload(Multipart.of("e", ContentSource.of(empty))));

        assertThat(server.requests().get(0).body()).contains("\r\n\r\nfrom a file\r\n--");
        assertThat(server.requests().get(1).body()).contains("octet-stream\r\n\r\n\r\n--");
    }

    @Test
    void progress_tells_the_bytes_of_the_file() {
        List<String> told = new ArrayList<>();

        send(
                storing(),
                upload(Multipart.of("f", source("12345")).progress((bytes, total) -> told.add(bytes + "/" + total))));

        assertThat(told).containsExactly("5/" + OptionalLong.of(5));
    }

    private static ContentSource lying(long said, String content) {
        return ContentSource.reopenable(said, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A server that answers only what arrived whole. */
    private RawServer storingWhatIsWhole(AtomicInteger stored) {
        return closing(RawServer.playing(peer -> {
            Received head = peer.readHead();
            long length = Long.parseLong(head == null ? "0" : head.header("content-length"));
            if (head != null && peer.skip(length) == length) {
                stored.incrementAndGet();
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            }
        }));
    }

    @Test
    void a_source_that_is_shorter_than_it_said_stores_nothing() {
        AtomicInteger stored = new AtomicInteger();
        RawServer server = storingWhatIsWhole(stored);

        LocalContentException failure = Failures.of(
                LocalContentException.class, () -> send(server, upload(Multipart.of("f", lying(10, "12345")))));

        assertThat(failure).hasMessageContaining("ended after 5 of the 10 bytes");
        assertThat(failure.call().outcomeUnknown()).isFalse();
        assertThat(stored).hasValue(0);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_source_that_is_longer_than_it_said_stores_nothing() {
        AtomicInteger stored = new AtomicInteger();

        LocalContentException failure = Failures.of(
                LocalContentException.class,
                () -> send(storingWhatIsWhole(stored), upload(Multipart.of("f", lying(3, "12345")))));

        assertThat(failure).hasMessageContaining("more than the 3 bytes");
        assertThat(stored).hasValue(0);
    }

    @Test
    void a_source_that_cannot_be_opened_is_told_as_such() {
        ContentSource gone = ContentSource.reopenable(3, () -> {
            throw new IOException("the share is gone");
        });

        assertThatThrownBy(() -> send(storing(), upload(Multipart.of("f", gone))))
                .isInstanceOf(LocalContentException.class)
                .hasMessageContaining("the share is gone");
    }

    @Test
    void a_source_that_throws_anything_else_is_told_as_such() {
        ContentSource broken = ContentSource.reopenable(3, () -> {
            throw new IllegalStateException("defect");
        });

        assertThatThrownBy(() -> send(storing(), upload(Multipart.of("f", broken))))
                .isInstanceOf(LocalContentException.class)
                .hasMessageContaining("IllegalStateException");
    }

    @Test
    void every_stream_of_the_source_is_closed() {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        ContentSource counted = ContentSource.reopenable(4, () -> {
            opened.incrementAndGet();
            return closing("text", closed);
        });
        RawServer server = closing(RawServer.answering(Reply.status(429).header("Retry-After", "1"), Reply.ok(STORED)));

        send(server, upload(Multipart.of("f", counted)));

        assertThat(opened).hasValue(2);
        assertThat(closed).hasValue(2);
    }

    private static InputStream closing(String content, AtomicInteger closed) {
        return new FilterInputStream(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Test
    void a_throttled_upload_is_sent_again_whole() {
        RawServer server = closing(RawServer.answering(Reply.status(429).header("Retry-After", "1"), Reply.ok(STORED)));

        send(server, upload("the content"));

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).body())
                .isEqualTo(server.requests().get(0).body())
                .contains("the content");
    }

    @Test
    void the_time_that_a_file_took_is_not_the_calls() {
        ContentSource slow = ContentSource.reopenable(1, () -> {
            time.advance(Duration.ofHours(1));
            return new ByteArrayInputStream(new byte[1]);
        });
        RawServer server = closing(RawServer.answering(Reply.status(429).header("Retry-After", "1"), Reply.ok(STORED)));

        send(server, upload(Multipart.of("f", slow)));

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_conflict_is_not_repeated() {
        RawServer server = closing(RawServer.answering(Reply.status(409).json("{\"message\":\"no\"}")));

        assertThatThrownBy(() -> send(server, upload("a"))).isInstanceOf(ConflictException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_lost_answer_leaves_the_outcome_open_and_is_not_repeated() {
        RawServer server = closing(RawServer.playing(peer -> {
            peer.readRequest();
            peer.reset();
        }));

        ConfluenceTransportException lost =
                Failures.of(ConfluenceTransportException.class, () -> send(server, upload("a")));

        assertThat(lost.call().outcomeUnknown()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_fault_of_the_service_leaves_the_outcome_open() {
        RawServer server = closing(RawServer.answering(Reply.status(500)));

        assertThat(Failures.of(ServerErrorException.class, () -> send(server, upload("a")))
                        .call()
                        .outcomeUnknown())
                .isTrue();
    }

    @Test
    void an_upload_that_is_cut_before_its_end_has_stored_nothing_and_is_sent_again() {
        AtomicInteger connections = new AtomicInteger();
        RawServer server = closing(RawServer.playing(peer -> {
            Received head = peer.readHead();
            if (connections.getAndIncrement() == 0) {
                peer.skip(100_000);
                peer.reset();
            } else {
                peer.skip(Long.parseLong(head == null ? "0" : head.header("content-length")));
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            }
        }));

        send(server, upload(Multipart.of("f", ContentSource.of(new byte[20_000_000]))));

        assertThat(connections).hasValue(2);
    }

    @Test
    void an_upload_that_goes_on_may_take_longer_than_a_call() {
        RawServer server = closing(RawServer.playing(peer -> {
            Received head = peer.readHead();
            long left = Long.parseLong(head == null ? "0" : head.header("content-length"));
            while (left > 0) {
                TimeUnit.MILLISECONDS.sleep(50);
                left -= peer.skip(Math.min(left, 1_000_000));
            }
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        }));
        ConfluenceRuntime real = closing(ConfluenceRuntime.builder()
                .attemptTimeout(Duration.ofSeconds(1))
                .build());

        Object answer = Calls.connect(real, server)
                .with(CallOptions.defaults().timeout(Duration.ofMillis(200)))
                .fetch(upload(Multipart.of("f", ContentSource.of(new byte[30_000_000]))), Object.class);

        assertThat(answer).hasToString("{}");
    }

    @Test
    void an_upload_that_stands_still_is_given_up_and_hung_up_on() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        RawServer server = closing(RawServer.playing(peer -> {
            peer.readHead();
            over.await();
            peer.awaitEnd();
        }));

        ConfluenceTransportException failure = Failures.of(
                ConfluenceTransportException.class,
                () -> Calls.connect(hasty(), server)
                        .with(CallOptions.defaults().withoutRetry())
                        .fetch(upload(Multipart.of("f", ContentSource.of(new byte[20_000_000]))), Object.class));
        over.countDown();

        assertThat(failure.kind()).isEqualTo(FaultKind.TIMEOUT);
        assertThat(failure.call().outcomeUnknown()).isFalse();
        assertThat(server.awaitHangUp()).isTrue();
    }

    @Test
    void an_interrupt_ends_it_and_hangs_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        RawServer server = closing(RawServer.playing(peer -> {
            peer.readHead();
            arrived.countDown();
            over.await();
            peer.awaitEnd();
        }));
        ConfluenceRuntime patient = closing(ConfluenceRuntime.create());
        Background call = Background.start(() ->
                Calls.connect(patient, server).send(upload(Multipart.of("f", ContentSource.of(new byte[20_000_000])))));
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        call.interrupt();

        assertThat(call.failure()).isInstanceOf(ConfluenceInterruptedException.class);
        over.countDown();
        assertThat(server.awaitHangUp()).isTrue();
    }

    @Test
    void a_request_has_one_body() {
        assertThatThrownBy(() -> ApiRequest.of("POST", "createAttachment", "/wiki/rest/api/content/1/child/attachment")
                        .jsonBody("{}")
                        .multipart(Multipart.of("f", source("")))
                        .build())
                .hasMessageContaining("multipart");
    }
}
