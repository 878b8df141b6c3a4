package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The traps of the JDK's client hold for what is streamed as for what is not. */
@Timeout(20)
class TransferTest {
    private final JdkTransport transport = JdkTransport.create(Duration.ofMillis(500), null, null);

    @AfterEach
    void close() {
        transport.close();
    }

    private static TransportRequest get(RawServer server, Duration stall) {
        return new TransportRequest(
                "GET", URI.create(server.address() + "/file"), Map.of(), BodyPublishers.noBody(), stall, 1_000);
    }

    private static TransportRequest get(RawServer server) {
        return get(server, Duration.ofSeconds(5));
    }

    /** Keeps what it is given. */
    private static class Kept implements BodySink {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int wanted;

        Kept(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean takes(int status, HttpHeaders headers) {
            return status == wanted;
        }

        @Override
        public void write(ByteBuffer piece) throws IOException {
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
        }
    }

    private static RawServer playing(RawServer.Script script) {
        return RawServer.elsewhere(script);
    }

    private TransportFault fault(TransportRequest request, BodySink sink) throws IOException, InterruptedException {
        try {
            throw new AssertionError("answered " + transport.transfer(request, sink));
        } catch (TransportFault fault) {
            return fault;
        }
    }

    @Test
    void what_the_sink_takes_goes_there_and_nowhere_else() throws Exception {
        try (RawServer server = RawServer.answeringElsewhere(
                request -> Reply.status(200).header("X", "y").bytes(new byte[100_000]))) {
            Kept sink = new Kept(200);

            TransportResponse answer = transport.transfer(get(server), sink);

            assertThat(sink.bytes.size()).isEqualTo(100_000);
            assertThat(answer.body().size()).isZero();
            assertThat(answer.header("x")).hasValue("y");
        }
    }

    @Test
    void what_the_sink_does_not_take_is_an_answer_like_any_other() throws Exception {
        try (RawServer server =
                RawServer.answeringElsewhere(request -> Reply.status(404).body("text/plain", "no"))) {
            Kept sink = new Kept(200);

            TransportResponse answer = transport.transfer(get(server), sink);

            assertThat(sink.bytes.size()).isZero();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().open()).hasContent("no");
        }
    }

    @Test
    void what_the_sink_does_not_take_is_bounded() throws Exception {
        try (RawServer server =
                RawServer.answeringElsewhere(request -> Reply.status(404).bytes(new byte[10_000]))) {
            assertThat(fault(get(server), new Kept(200)).kind()).isEqualTo(FaultKind.TOO_LARGE);
        }
    }

    @Test
    void an_answer_that_goes_on_may_take_longer_than_the_limit() throws Exception {
        Duration stall = Duration.ofMillis(1_500);
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                TimeUnit.MILLISECONDS.sleep(200);
                peer.send("x");
            }
        })) {
            Kept sink = new Kept(200);
            long start = System.nanoTime();

            transport.transfer(get(server, stall), sink);

            assertThat(sink.bytes.size()).isEqualTo(10);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(stall);
        }
    }

    @Test
    void an_answer_that_stands_still_is_cut_off_and_the_connection_closed() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
            peer.awaitEnd();
        })) {
            TransportFault fault = fault(get(server, Duration.ofSeconds(1)), new Kept(200));

            assertThat(fault.kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(fault.detail()).isEqualTo("the answer had begun");
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void an_answer_that_never_begins_is_cut_off_and_the_connection_closed() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.awaitEnd();
        })) {
            TransportFault fault = fault(get(server, Duration.ofSeconds(1)), new Kept(200));

            assertThat(fault.kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(fault.detail()).isEqualTo("no answer had begun");
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void a_sink_that_takes_its_time_is_not_taken_for_a_server_that_does() throws Exception {
        try (RawServer server =
                RawServer.answeringElsewhere(request -> Reply.status(200).bytes(new byte[200_000]))) {
            CountDownLatch never = new CountDownLatch(1);
            Kept slow = new Kept(200) {
                private boolean rested;

                @Override
                public void write(ByteBuffer piece) throws IOException {
                    super.write(piece);
                    if (!rested) {
                        rested = true;
                        rest(never, 1_300);
                    }
                }
            };

            transport.transfer(get(server, Duration.ofSeconds(1)), slow);

            assertThat(slow.bytes.size()).isEqualTo(200_000);
        }
    }

    private static void rest(CountDownLatch never, int millis) throws IOException {
        try {
            if (never.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("woken");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_sink_that_throws_ends_the_exchange() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
            peer.sendForEver("x".repeat(1000), Duration.ofMillis(1));
        })) {
            assertThatThrownBy(() -> transport.transfer(get(server), new Kept(200) {
                        @Override
                        public void write(ByteBuffer piece) throws IOException {
                            throw new IOException("full");
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("full");
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void a_sink_that_takes_its_time_holds_the_server_back() throws Exception {
        AtomicLong sent = new AtomicLong();
        AtomicLong furthestAhead = new AtomicLong();
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 500000000\r\n\r\n");
            byte[] piece = new byte[100_000];
            for (int i = 0; i < 5_000; i++) {
                peer.send(piece);
                sent.addAndGet(piece.length);
            }
        })) {
            Kept sink = new Kept(200) {
                private int pieces;

                @Override
                public void write(ByteBuffer piece) throws IOException {
                    super.write(piece);
                    furthestAhead.accumulateAndGet(sent.get() - bytes.size(), Math::max);
                    rest(never, 4);
                    if (++pieces == 200) {
                        throw new IOException("enough");
                    }
                }
            };

            assertThatThrownBy(() -> transport.transfer(get(server), sink)).hasMessage("enough");

            assertThat(furthestAhead)
                    .as("what fits into the buffers on the way")
                    .hasValueLessThan(25_000_000);
        }
    }

    @Test
    void an_interrupt_closes_the_connection() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
            peer.awaitEnd();
        })) {
            Background transfer = Background.start(() -> {
                try {
                    transport.transfer(get(server, Duration.ofSeconds(15)), new Kept(200));
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                } catch (TransportFault | IOException e) {
                    throw new IllegalStateException("something else", e);
                }
            });
            assertThat(server.awaitRequest()).isTrue();

            transfer.interrupt();

            assertThat(transfer.failure()).hasMessage("interrupted");
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void closing_the_transport_ends_it() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
            peer.awaitEnd();
        })) {
            Background transfer = Background.start(() -> {
                try {
                    transport.transfer(get(server, Duration.ofSeconds(15)), new Kept(200));
                } catch (TransportFault e) {
                    throw new IllegalStateException(e.getMessage(), e);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException("something else", e);
                }
            });
            assertThat(server.awaitRequest()).isTrue();

            transport.close();

            assertThat(transfer.failure()).hasMessage("the transport was closed");
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void a_lost_get_is_not_sent_again_behind_our_back() throws Exception {
        try (RawServer server = playing(peer -> {
            peer.readRequest();
            peer.reset();
        })) {
            assertThat(fault(get(server), new Kept(200)).kind()).isEqualTo(FaultKind.CONNECTION_LOST);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_answer_with_several_lengths_is_refused_before_the_sink_is_asked() throws Exception {
        try (RawServer server = RawServer.elsewhere(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 10\r\n\r\nxxxxxxxxxx");
        })) {
            Kept sink = new Kept(200);

            assertThat(fault(get(server), sink).kind()).isEqualTo(FaultKind.PROTOCOL);
            assertThat(sink.bytes.size()).isZero();
        }
    }

    @Test
    void a_cut_answer_is_a_fault() throws Exception {
        try (RawServer server = RawServer.elsewhere(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nxxx");
        })) {
            Kept sink = new Kept(200);

            assertThat(fault(get(server), sink).kind()).isEqualTo(FaultKind.INCOMPLETE_BODY);
            assertThat(sink.bytes.size()).isEqualTo(3);
        }
    }
}
