package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.Rerouted;
import dev.confluencekit.core.testing.TestAuthority;
import dev.confluencekit.core.testing.TlsServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that takes back what it had accepted under HTTP/2: reads are sent again, writes are in doubt. */
@Timeout(30)
class Http2FaultsTest {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int INTERNAL_ERROR = 2;
    /** {@code :status: 200} in HPACK's table of usual headers. */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private static TestAuthority authority;

    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void certify(@TempDir Path dir) throws Exception {
        authority = TestAuthority.in(dir).certify("server", "SAN=dns:localhost");
    }

    /** What becomes of the request of that number, counted from 1. */
    private interface Fate {
        void of(int request, int stream, DataOutputStream out) throws IOException;
    }

    private TlsServer server(Fate fate) throws Exception {
        return TlsServer.playing(authority.server("server"), "h2", (number, connection) -> {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
            frame(out, SETTINGS, 0, 0);
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                in.readUnsignedByte();
                int stream = in.readInt();
                in.readNBytes(length);
                if (type == HEADERS) {
                    fate.of(requests.incrementAndGet(), stream, out);
                }
            }
        });
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte... payload)
            throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static void answer(DataOutputStream out, int stream) throws IOException {
        frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
        frame(out, DATA, END_STREAM, stream, "{}".getBytes(StandardCharsets.US_ASCII));
    }

    private static void goAway(DataOutputStream out, int lastStream) throws IOException {
        byte[] payload = new byte[8];
        System.arraycopy(number(lastStream), 0, payload, 0, 4);
        frame(out, GOAWAY, 0, 0, payload);
    }

    private static Object fetch(TlsServer server, ApiRequest request) throws Exception {
        try (Rerouted transport = new Rerouted(
                        JdkTransport.create(Duration.ofSeconds(5), null, authority.client()), server.address());
                ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .transport(transport)
                        .time(new ManualTime())
                        .random(new FixedRandom(0))
                        .attemptTimeout(Duration.ofSeconds(3))
                        .build()) {
            return Calls.connect(runtime, "acme").fetch(request, Object.class);
        }
    }

    private static ConfluenceTransportException failure(TlsServer server, ApiRequest request) throws Exception {
        try {
            throw new AssertionError("answered " + fetch(server, request));
        } catch (ConfluenceTransportException e) {
            return e;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {REFUSED_STREAM, INTERNAL_ERROR})
    void a_read_whose_stream_is_reset_is_sent_again(int reason) throws Exception {
        try (TlsServer server = server((request, stream, out) -> {
            if (request == 1) {
                frame(out, RST_STREAM, 0, stream, number(reason));
            } else {
                answer(out, stream);
            }
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{}");
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void a_read_that_the_server_leaves_undone_when_it_goes_away_is_sent_again() throws Exception {
        try (TlsServer server = server((request, stream, out) -> {
            if (request == 1) {
                goAway(out, 0);
                throw new IOException("hangs up");
            }
            answer(out, stream);
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{}");
        }
    }

    @Test
    void a_read_that_the_server_still_answers_when_it_goes_away_gets_its_result() throws Exception {
        // Older JDKs drop such a read, which then is sent again.
        try (TlsServer server = server((request, stream, out) -> {
            if (request == 1) {
                goAway(out, stream);
            }
            answer(out, stream);
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{}");
        }
    }

    @Test
    void a_server_that_resets_every_stream_costs_the_budget_and_no_more() throws Exception {
        try (TlsServer server =
                server((request, stream, out) -> frame(out, RST_STREAM, 0, stream, number(INTERNAL_ERROR)))) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.CONNECTION_LOST);
            assertThat(requests).hasValue(4);
        }
    }

    @Test
    void a_write_whose_stream_is_reset_is_in_doubt_and_not_sent_again() throws Exception {
        try (TlsServer server =
                server((request, stream, out) -> frame(out, RST_STREAM, 0, stream, number(INTERNAL_ERROR)))) {
            assertThat(failure(server, Calls.POST).call().outcomeUnknown()).isTrue();
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void an_answer_whose_stream_is_reset_in_the_middle_is_incomplete() throws Exception {
        try (TlsServer server = server((request, stream, out) -> {
            frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
            frame(out, DATA, 0, stream, "{\"id\":".getBytes(StandardCharsets.US_ASCII));
            frame(out, RST_STREAM, 0, stream, number(INTERNAL_ERROR));
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.INCOMPLETE_BODY);
        }
    }
}
