package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the socket. */
class WireTest {

    private static final String CLOSE = "Host: x\r\nConnection: close\r\n\r\n";

    /** Sends bytes and reads until the server closes. */
    private static String talk(Site site, String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), site.simulator().baseUri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nbad name: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n folded: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void garbage_isRefusedWith400_andTheConnectionCloses(String request) throws IOException {
        try (Site site = Site.empty()) {
            assertThat(talk(site, request)).startsWith("HTTP/1.1 400 ").contains("Connection: close");
        }
    }

    @Test
    void tooLargeHeadOrBody_isRefused() throws IOException {
        try (Site site = Site.empty()) {
            String longHeader = "GET / HTTP/1.1\r\nX: " + "a".repeat(70_000);
            String longBody = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n";

            assertThat(talk(site, longBody)).startsWith("HTTP/1.1 413 ");
            assertThat(talk(site, longHeader.substring(0, 65_540))).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void connection_servesRequestAfterRequest_whateverTheirBodies() throws IOException {
        try (Site site = Site.empty()) {
            String answers = talk(
                    site,
                    "\r\nGET /_edge/tenant_info HTTP/1.1\r\nHost: x\r\n\r\n"
                            + "POST /wiki/api/v2/pages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                            + "POST /wiki/api/v2/pages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "5;ext=1\r\nhello\r\n0\r\nTrailer: 1\r\n\r\n"
                            + "GET http://x/_edge/tenant_info HTTP/1.1\r\n" + CLOSE);

            assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
            assertThat(answers.split("HTTP/1.1 401 ", -1)).hasSize(3);
            assertThat(site.simulator().requests()).hasSize(4);
        }
    }

    @Test
    void expectContinue_isAnsweredBeforeTheBodyIsRead() throws IOException {
        try (Site site = Site.empty();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        site.simulator().baseUri().getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST /x HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n" + CLOSE;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String interim = new String(in.readNBytes(25), StandardCharsets.US_ASCII);
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));

            assertThat(interim).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void http10_closesAfterTheAnswer() throws IOException {
        try (Site site = Site.empty()) {
            assertThat(talk(site, "GET /_edge/tenant_info HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void head_answersWithoutABody() throws IOException {
        try (Site site = Site.empty()) {
            String answer = talk(site, "HEAD /_edge/tenant_info HTTP/1.1\r\n" + CLOSE);

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Content-Length: ")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void gzip_isUsedIfAccepted() throws Exception {
        try (Site site = Site.withPages(3)) {
            HttpRequest request = site.request("/wiki/api/v2/pages")
                    .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<InputStream> packed = Site.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
            String text;
            try (InputStream in = new GZIPInputStream(packed.body())) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }

            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(Site.tree(text).path("results")).hasSize(3);
            assertThat(site.get("/wiki/api/v2/pages").headers().firstValue("Content-Encoding"))
                    .isEmpty();
            HttpResponse<String> refused =
                    site.send(site.request("/_edge/tenant_info").header("Accept-Encoding", "gzip;q=0, identity"));
            assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void answers_haveADateOfTheSimulatedClock_andARequestId() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-03-26T15:59:00Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock))) {
            HttpResponse<String> first = site.get("/wiki/api/v2/pages");
            HttpResponse<String> second = site.get("/wiki/api/v2/pages");

            assertThat(first.headers().firstValue("Date")).contains("Thu, 26 Mar 2026 15:59:00 GMT");
            assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(first.headers().firstValue("Atl-Request-Id"))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue("X-Request-Id"))
                    .isNotEqualTo(second.headers().firstValue("Atl-Request-Id"));
        }
    }

    @Test
    void clientThatOffersHttp2_isServedHttp11() throws Exception {
        try (Site site = Site.empty()) {
            HttpClient upgrading =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            HttpResponse<String> answer =
                    upgrading.send(site.request("/_edge/tenant_info").build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void manyClientsAtOnce_areAllAnswered_whileContentChanges() {
        try (Site site = Site.withPages(20)) {
            HttpRequest request = site.request("/wiki/api/v2/pages?sort=title&body-format=storage")
                    .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                    .build();
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 100)
                    .mapToObj(i -> {
                        site.simulator().updatePage("201", "<p>" + i + "</p>");
                        return Site.client().sendAsync(request, HttpResponse.BodyHandlers.ofString());
                    })
                    .toList();

            assertThat(calls).allSatisfy(call -> {
                assertThat(call.join().statusCode()).isEqualTo(200);
                assertThat(Site.tree(call.join()).path("results")).hasSize(20);
            });
        }
    }

    @Test
    void badPercentEncoding_is400() throws IOException {
        try (Site site = Site.empty()) {
            String credentials = "Authorization: " + Site.basic(Site.EMAIL, Site.KEY) + "\r\n";

            assertThat(talk(site, "GET /wiki/api/v2/pages?title=%zz HTTP/1.1\r\n" + credentials + CLOSE))
                    .startsWith("HTTP/1.1 400 ");
        }
    }
}
