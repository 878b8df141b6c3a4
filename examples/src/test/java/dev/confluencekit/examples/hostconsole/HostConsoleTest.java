package dev.confluencekit.examples.hostconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console over real HTTP, against its simulator. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostConsoleTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> everything = new ArrayList<>();
    private HostConsole console;
    private SimulatedSite site;
    private String token;

    @BeforeEach
    void start() throws IOException {
        start(Map.of());
    }

    private void restart(Map<String, String> settings) throws IOException {
        console.close();
        start(settings);
    }

    private void start(Map<String, String> settings) throws IOException {
        console = HostConsole.start(settings);
        site = Objects.requireNonNull(console.simulator());
        token = console.address().getFragment().substring("token=".length());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void an_integration_lives_from_adding_to_deleting() throws Exception {
        assertThat(send("GET", "/api/integrations", "").body()).isEqualTo("[]");

        HttpResponse<String> added = send("POST", "/api/integrations", form(Map.of()));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("The integration \\\"Support\\\" was added.");
        String path = "/api/integrations/" + onlyId();

        assertThat(send("POST", path + "/test", "").body()).contains("\"ok\":true");

        assertThat(send("POST", "/api/simulator/0/revoke", "").statusCode()).isEqualTo(200);
        assertThat(send("POST", path + "/test", "").body()).contains("\"verdict\":\"Refused\"", "key-revoked");

        HttpResponse<String> updated = send("POST", path + "/key", json(Map.of("apiKey", site.key(1))));
        assertThat(updated.body()).contains("The API key of \\\"Support\\\" was updated.");
        assertThat(send("POST", path + "/test", "").body()).contains("\"ok\":true");

        assertThat(send("POST", path + "/name", json(Map.of("name", "Docs"))).body())
                .contains("\"name\":\"Docs\"");
        assertThat(send("DELETE", path, "").body()).contains("The integration \\\"Docs\\\" was deleted");
        assertThat(send("GET", "/api/integrations", "").body()).isEqualTo("[]");
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_key_that_was_typed_is_in_no_response_in_any_form() throws Exception {
        send("GET", "/", "");
        send("GET", "/api/kinds", "");
        send("POST", "/api/integrations", form(Map.of("apiKey", site.key(0) + " ")));
        send("POST", "/api/integrations", form(Map.of("apiKey", site.key(0) + "-wrong")));
        send("POST", "/api/integrations", form(Map.of()));
        String path = "/api/integrations/" + onlyId();
        send("POST", "/api/integrations", form(Map.of()));
        send("POST", path + "/test", "");
        send("POST", path + "/key", json(Map.of("apiKey", site.key(1))));
        send("POST", path + "/key", json(Map.of("apiKey", site.key(1) + "\u00a0")));
        send("POST", "/api/simulator/1/expire", "");
        send("POST", path + "/test", "");
        send("GET", "/api/simulator", "");
        send("GET", "/api/integrations", "");
        send("DELETE", path, "");
        assertThat(everything).hasSizeGreaterThan(12);
        for (int key = 0; key < 2; key++) {
            for (String form : formsOf(site.key(key))) {
                assertThat(everything).noneMatch(answer -> answer.contains(form));
            }
        }
    }

    private static List<String> formsOf(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] pair = (SimulatedSite.USERNAME + ":" + key).getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return List.of(key, key.substring(0, 12), base64.encodeToString(bytes), base64.encodeToString(pair));
    }

    @Test
    void what_is_wrong_comes_back_by_field_and_nothing_is_added() throws Exception {
        HttpResponse<String> answer =
                send("POST", "/api/integrations", json(Map.of("name", "", "domain", "http://acme.example")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "\"field\":\"name\"", "\"field\":\"username\"", "\"field\":\"apiKey\"", "\"field\":\"domain\"");
        assertThat(send("GET", "/api/integrations", "").body()).isEqualTo("[]");
    }

    @Test
    void a_key_that_is_refused_comes_back_with_the_report_and_nothing_is_added() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/integrations", form(Map.of("apiKey", "wrong-key")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"verdict\":\"Refused\"", "key-refused", "\"checks\":[");
        assertThat(send("GET", "/api/integrations", "").body()).isEqualTo("[]");
    }

    @Test
    void the_key_s_end_is_told_in_days() throws Exception {
        String inTwelveDays = LocalDate.now(ZoneOffset.UTC).plusDays(12).toString();
        assertThat(send("POST", "/api/integrations", form(Map.of("keyExpires", inTwelveDays)))
                        .body())
                .contains("expires in 12 days", "\"tone\":\"warn\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "token"})
    void an_api_request_with_another_token_or_none_is_refused(String wrong) throws Exception {
        for (String path : List.of("/api/kinds", "/api/integrations", "/api/simulator", "/api/nothing")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
            if (!wrong.isEmpty()) {
                request.header(ConsoleServer.TOKEN_HEADER, wrong);
            }
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_token_counts_in_the_header_alone() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("/api/integrations?token=" + token))
                .header("Cookie", "token=" + token)
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void every_start_has_another_token() throws Exception {
        try (HostConsole other = HostConsole.start(Map.of())) {
            assertThat(other.address().getFragment())
                    .isNotEqualTo(console.address().getFragment())
                    .hasSize(70);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "127.0.0.1.evil.example:PORT", "[::1]:PORT"})
    void a_request_for_another_host_is_refused_even_with_the_token(String host) throws Exception {
        String named = host.replace("PORT", String.valueOf(console.address().getPort()));
        for (String path : List.of("/", "/console.js", "/api/integrations")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + named + "\r\n" + ConsoleServer.TOKEN_HEADER + ": "
                            + token + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("<html");
        }
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, console.address().getPort()).close())
                    .isInstanceOf(SocketException.class);
        }
        assertThat(console.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(InetAddress.getByName(console.address().getHost()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void every_answer_forbids_storing_framing_and_foreign_content() throws Exception {
        for (String path : List.of("/", "/console.js", "/nothing", "/api/integrations")) {
            HttpResponse<String> answer = send("GET", path, "");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        String large = json(Map.of("name", "x".repeat(ConsoleServer.LARGEST_BODY)));
        assertThat(send("POST", "/api/integrations", large).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "name=x"})
    void a_body_that_is_no_form_is_refused(String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/integrations", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void a_form_as_other_sites_could_send_it_is_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("/api/integrations"))
                .header(ConsoleServer.TOKEN_HEADER, token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(form(Map.of())))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @Test
    void a_wrong_method_is_refused_and_the_right_ones_are_named() throws Exception {
        HttpResponse<String> list = send("PUT", "/api/integrations", "");
        assertThat(list.statusCode()).isEqualTo(405);
        assertThat(list.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(send("POST", "/", "").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/api/integrations/x/test", "").statusCode()).isEqualTo(405);
        assertThat(send("OPTIONS", "/api/integrations", "").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/../pom.xml",
                "/index.html",
                "/api/",
                "/api/nothing",
                "/api/integrations/x/test/y",
                "/api/simulator/7/revoke",
                "/api/simulator/0/steal"
            })
    void what_is_not_there_is_not_found(String path) throws Exception {
        String method = path.startsWith("/api/simulator") ? "POST" : "GET";
        assertThat(send(method, path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void integrations_outlive_the_console_in_a_directory_with_their_keys_encrypted(@TempDir Path directory)
            throws Exception {
        Map<String, String> settings = Map.of(
                "CONFLUENCE_CONSOLE_DIR", directory.toString(),
                "CONFLUENCE_CONSOLE_KEY",
                        Base64.getEncoder()
                                .encodeToString(
                                        "a master key with 32 bytes in it".getBytes(StandardCharsets.US_ASCII)));
        restart(settings);
        assertThat(send("POST", "/api/integrations", form(Map.of())).statusCode())
                .isEqualTo(201);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(site.key(0));
            }
        }
        restart(settings);
        assertThat(send("GET", "/api/integrations", "").body()).contains("\"name\":\"Support\"");
    }

    @Test
    void a_directory_without_a_key_is_refused_with_how_to_make_one(@TempDir Path directory) {
        assertThatThrownBy(() -> HostConsole.start(Map.of("CONFLUENCE_CONSOLE_DIR", directory.toString())))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("openssl rand");
    }

    @Test
    void for_real_sites_there_is_no_simulator_and_no_loopback_site() throws Exception {
        try (HostConsole real = HostConsole.start(Map.of("CONFLUENCE_CONSOLE_REAL_SITES", "yes"))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(real.address().resolve("/api/simulator"))
                    .header(
                            ConsoleServer.TOKEN_HEADER,
                            real.address().getFragment().substring("token=".length()))
                    .header("Content-Type", "application/json");
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
            HttpRequest add = request.uri(real.address().resolve("/api/integrations"))
                    .POST(BodyPublishers.ofString(form(Map.of())))
                    .build();
            assertThat(http.send(add, BodyHandlers.ofString()).body()).contains("\"field\":\"domain\"");
        }
    }

    @Test
    void the_start_says_where_the_console_is_how_to_end_it_and_what_to_type() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        console.announce(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(console.address().toString(), "Ctrl+C", SimulatedSite.USERNAME, site.domain())
                .contains(site.key(0), site.key(1));
    }

    private String form(Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                "Support",
                "capability",
                "CONTENT_MANAGEMENT",
                "username",
                SimulatedSite.USERNAME,
                "apiKey",
                site.key(0),
                "domain",
                site.domain(),
                "keyExpires",
                ""));
        form.putAll(other);
        return json(form);
    }

    private static String json(Map<String, String> form) {
        return JsonCodec.create().write(form);
    }

    private String onlyId() throws Exception {
        Matcher id = ID.matcher(send("GET", "/api/integrations", "").body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + console.address().getPort() + path);
    }

    /** As the page does it. */
    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header(ConsoleServer.TOKEN_HEADER, token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        everything.add(answer.headers().map() + answer.body());
        return answer;
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), console.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
