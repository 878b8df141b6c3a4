package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.confluencekit.auth.ApiKeyAuthenticator;
import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EnvironmentCredentialStore;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageRequest;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * A unique key goes through everything that can happen, against a site that echoes it in every part of its answers; it
 * comes out nowhere, in no form.
 */
@Timeout(60)
class SecretCanaryTest {
    private static final String USERNAME = "canary@acme.example";
    private static final String KEY = "cAnArY+4/7=q&z%é~Ω 9x*(Z)";
    private static final SecretSearch SEARCH = new SecretSearch(USERNAME, KEY);
    private static final CredentialId ID = CredentialId.of("canary");
    private static final EchoServer SERVER = new EchoServer();

    private final Evidence evidence = new Evidence();

    @AfterEach
    void restoreLogs() {
        evidence.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Time goes on as ever, and jumps ahead where somebody waits. */
    private static final class Hasty implements TimeSource {
        private final AtomicLong ahead = new AtomicLong();

        @Override
        public Instant now() {
            return Instant.ofEpochSecond(1_795_000_000L, System.nanoTime() + ahead.get());
        }

        @Override
        public long nanoTime() {
            return System.nanoTime() + ahead.get();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) {
            ahead.addAndGet(duration.toNanos());
            return wakeUp.getCount() == 0;
        }
    }

    private static String http(String statusLine, String headers, String body) {
        return statusLine + "\r\nConnection: close\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n" + headers + "\r\n" + body;
    }

    private static String json(int status, String body) {
        return http("HTTP/1.1 " + status + " X", "Content-Type: application/json\r\n", body);
    }

    private static String html(int status, String body) {
        return http("HTTP/1.1 " + status + " X", "Content-Type: text/html\r\n", body);
    }

    /** Every form of the key, as a server that has received it can send it back. */
    private static String echo(String authorization) {
        String key = KEY;
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return String.join(
                " ",
                authorization,
                key,
                form,
                SecretSearch.percentEncoded(KEY),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /** What fits into a header: one line of ASCII. */
    private static String headerEcho(String authorization) {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        return authorization + " " + URLEncoder.encode(KEY, StandardCharsets.UTF_8) + " "
                + HexFormat.of().formatHex(bytes);
    }

    private static String success(String path) {
        if (path.endsWith("/user/current")) {
            return json(200, Literal.KNOWN_USER);
        }
        if (path.contains("/api/v2/pages/")) {
            return json(200, "{\"id\":\"1\",\"title\":\"Opening hours\"}");
        }
        return json(200, "{\"results\":[{\"id\":\"1\",\"key\":\"SUPPORT\",\"title\":\"Opening hours\"}]}");
    }

    private static EchoServer.Script onCloud(EchoServer.Script script) {
        return (path, key) ->
                path.startsWith("/_edge") ? json(200, Literal.TENANT_INFO_BODY) : script.answer(path, key);
    }

    private static Named<EchoServer.Script> refusing(int status) {
        return Named.of(
                "JSON " + status,
                (path, key) -> json(
                        status,
                        "{\"errors\":[{\"status\":" + status + ",\"code\":\"" + echo(key) + "\",\"title\":\""
                                + echo(key) + "\",\"detail\":\"" + echo(key) + "\"}],\"message\":\"" + echo(key)
                                + "\"}"));
    }

    private static Named<EchoServer.Script> page(int status) {
        return Named.of("HTML " + status, (path, key) -> html(status, "<html><p>" + echo(key) + "</p></html>"));
    }

    private static Named<EchoServer.Script> header(String name) {
        return Named.of(
                "header " + name + ", 503",
                (path, key) -> http("HTTP/1.1 503 X", name + ": " + headerEcho(key) + "\r\n", ""));
    }

    private static Named<EchoServer.Script> body(String name, String template) {
        return Named.of(name, (path, key) -> json(200, template.replace("ECHO", echo(key))));
    }

    static Stream<Named<EchoServer.Script>> sites() {
        Stream<Named<EchoServer.Script>> statuses = Stream.of(
                        400, 401, 403, 404, 408, 409, 410, 413, 414, 418, 425, 429, 431, 500, 501, 502, 503, 504)
                .flatMap(status -> Stream.of(refusing(status), page(status)));
        Stream<Named<EchoServer.Script>> headers = Stream.of(
                        "Content-Type",
                        "Content-Encoding",
                        "Retry-After",
                        "X-RateLimit-Reset",
                        "Atl-Request-Id",
                        "X-Request-Id",
                        "X-Failure-Category",
                        "X-Cache",
                        "WWW-Authenticate",
                        "Date",
                        "Link",
                        "Set-Cookie")
                .map(SecretCanaryTest::header);
        Stream<Named<EchoServer.Script>> bodies = Stream.of(
                body("scope", "{\"code\":401,\"message\":\"Unauthorized; scope does not match ECHO\"}"),
                body("text for a list", "{\"results\":\"ECHO\",\"id\":\"1\"}"),
                body("text for an object", "\"ECHO\""),
                body("list for an object", "[\"ECHO\"]"),
                body("id that is none", "{\"id\":\"ECHO\",\"type\":\"ECHO\",\"results\":[{\"id\":\"ECHO\"}]}"),
                body(
                        "date that is none",
                        "{\"id\":\"1\",\"createdAt\":\"ECHO\",\"results\":[{\"createdAt\":\"ECHO\"}]}"),
                body("name of a member", "{\"ECHO\":{\"ECHO\":1},\"id\":{\"ECHO\":2},\"results\":{\"ECHO\":3}}"),
                body("broken JSON", "{\"id\": ECHO"),
                body("no JSON", "ECHO"),
                body("trailing text", "{\"id\":\"1\",\"results\":[]} ECHO"),
                body("foreign next link", "{\"results\":[],\"_links\":{\"next\":\"https://ECHO/wiki?cursor=1\"}}"),
                body("next link without cursor", "{\"results\":[],\"_links\":{\"next\":\"/wiki/ECHO\"}}"),
                body("cursor", "{\"results\":[],\"_links\":{\"next\":\"/wiki?cursor=ECHO\"}}"),
                body("type of a user", "{\"type\":\"ECHO\",\"accountId\":\"1\"}"),
                body("anonymous user", "{\"type\":\"anonymous\",\"displayName\":\"ECHO\"}"));
        Stream<Named<EchoServer.Script>> wires = Stream.of(
                Named.of("success", (path, key) -> success(path)),
                page(200),
                Named.of(
                        "content type of 200",
                        (path, key) -> http("HTTP/1.1 200 X", "Content-Type: text/" + headerEcho(key) + "\r\n", "x")),
                Named.of(
                        "encoding of 200",
                        (path, key) -> http("HTTP/1.1 200 X", "Content-Encoding: " + headerEcho(key) + "\r\n", "x")),
                Named.of(
                        "encoding that is not kept",
                        (path, key) -> http("HTTP/1.1 200 X", "Content-Encoding: gzip\r\n", echo(key))),
                Named.of(
                        "redirect",
                        (path, key) -> http(
                                "HTTP/1.1 302 X",
                                "Location: https://" + key.replace("Basic ", "") + ".example/\r\n",
                                "")),
                Named.of(
                        "redirect to no address",
                        (path, key) -> http("HTTP/1.1 302 X", "Location: " + headerEcho(key) + "\r\n", "")),
                Named.of("status line", (path, key) -> http("HTTP/1.1 500 " + headerEcho(key), "", "")),
                Named.of("status line of 200", (path, key) -> http("HTTP/1.1 200 " + headerEcho(key), "", "x")),
                Named.of("status line that is none", (path, key) -> http(headerEcho(key), "", "")),
                Named.of("status that is none", (path, key) -> http("HTTP/1.1 " + headerEcho(key), "", "")),
                Named.of("status 299", (path, key) -> http("HTTP/1.1 299 " + headerEcho(key), "", echo(key))),
                Named.of("header that is none", (path, key) -> http("HTTP/1.1 200 X", headerEcho(key) + "\r\n", "{}")),
                Named.of(
                        "header with a bad name",
                        (path, key) -> http("HTTP/1.1 200 X", headerEcho(key) + ": x\r\n", "{}")),
                Named.of(
                        "length that is none",
                        (path, key) -> "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: " + headerEcho(key)
                                + "\r\n\r\n{}"),
                Named.of(
                        "chunk that is none",
                        (path, key) -> "HTTP/1.1 200 X\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + headerEcho(key) + "\r\n"),
                Named.of(
                        "cut body",
                        (path, key) ->
                                "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 9999\r\n\r\n" + echo(key)),
                Named.of("dropped connection", (path, key) -> ""));
        return Stream.of(statuses, headers, bodies, wires).flatMap(parts -> parts);
    }

    @ParameterizedTest
    @MethodSource("sites")
    void key_atASiteThatEchoesIt_comesOutNowhere(EchoServer.Script script) {
        SERVER.play(onCloud(script));
        useEverything(SERVER.address());

        assertThat(SERVER.requestsWithTheKey()).as("requests with the key").isPositive();
        assertNoLeak();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1"})
    void key_whereNobodyListens_comesOutNowhere(String address) {
        useEverything(address);
        assertNoLeak();
    }

    static Stream<Named<EchoServer.Script>> soundSites() {
        return Stream.of(
                Named.of("success", (path, key) -> success(path)), refusing(401), refusing(403), page(503), page(200));
    }

    /** Of broken HTTP the JDK quotes what broke it, at a level that nobody turns on by mistake. */
    @ParameterizedTest
    @MethodSource("soundSites")
    void key_inTheLogsOfTheJdk_comesOutNowhere(EchoServer.Script script) {
        evidence.listenToThePlatform();
        SERVER.play(onCloud(script));
        useEverything(SERVER.address());
        assertNoLeak();
    }

    @Test
    void key_whereNoCloudLives_comesOutNowhere() {
        SERVER.play((path, key) -> html(404, "<html>" + echo(key) + "</html>"));
        useEverything(SERVER.address());
        assertNoLeak();
    }

    @Test
    void key_afterClose_comesOutNowhere() {
        ConfluenceIntegration integration = integration(SERVER.address(), runtime());
        integration.close();
        witness(integration::testConnection);
        witness(() -> integration.spaces().list().first());
        assertNoLeak();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " ", "\u0000", "\uD800", "\u00A0"})
    void key_thatCannotBeUsed_comesOutNowhere(String rest) {
        witness(() -> Secret.of(KEY + rest));
        witness(() -> ConfluenceIntegration.builder()
                .environment(Map.of(
                        "CONFLUENCE_DOMAIN", "acme", "CONFLUENCE_USERNAME", USERNAME, "CONFLUENCE_API_KEY", KEY + rest))
                .build());
        assertNoLeak();
    }

    @Test
    void key_besideSettingsThatCannotBeUsed_comesOutNowhere() {
        witness(() -> ConfluenceIntegration.builder()
                .domain("a:b:c")
                .username("a:b")
                .apiKey(Secret.of(KEY))
                .cloudId("/")
                .build());
        assertNoLeak();
    }

    @Test
    void key_inAStoreThatPrintsIt_comesOutNowhere() {
        ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.of(new Talkative(), ID);
        evidence.add(authenticator);
        witness(authenticator::authorize);
        assertNoLeak();
    }

    @Test
    void key_inTheTextOfAnyObject_comesOutNowhere() {
        Credential credential =
                Credential.of(USERNAME, Secret.of(KEY)).issued(Instant.EPOCH).expires(Instant.EPOCH);
        CredentialStore store = CredentialStore.inMemory();
        store.put(ID, credential, CredentialStore.NONE);
        Map<String, String> variables = Map.of("CONFLUENCE_USERNAME", USERNAME, "CONFLUENCE_API_KEY", KEY);
        CredentialStore environment = CredentialStore.environment(variables);
        Stream.of(
                        Secret.of(KEY),
                        credential,
                        new StoredCredential(credential, 1),
                        store,
                        store.find(ID),
                        environment,
                        environment.find(EnvironmentCredentialStore.ID),
                        ApiKeyAuthenticator.of(store, ID),
                        ApiKeyAuthenticator.of(environment, EnvironmentCredentialStore.ID),
                        Authorization.basic(USERNAME, Secret.of(KEY)),
                        ConfluenceIntegration.builder().username(USERNAME).apiKey(Secret.of(KEY)))
                .forEach(evidence::add);
        witness(() -> environment.put(ID, credential, 0));
        witness(() -> {
            environment.remove(ID);
            return "removed";
        });
        assertNoLeak();
    }

    private void assertNoLeak() {
        List<String> leaks = evidence.texts().stream()
                .flatMap(text -> SEARCH.findIn(text).map(form -> form + " in: " + text).stream())
                .toList();
        assertThat(evidence.texts()).isNotEmpty();
        assertThat(leaks).isEmpty();
    }

    private ConfluenceRuntime runtime() {
        return ConfluenceRuntime.builder().time(new Hasty()).observer(evidence).build();
    }

    private static ConfluenceIntegration integration(String address, ConfluenceRuntime runtime) {
        CredentialStore store = CredentialStore.inMemory();
        store.put(ID, Credential.of(USERNAME, Secret.of(KEY)), CredentialStore.NONE);
        return ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback(address))
                .credentials(store, ID)
                .runtime(runtime)
                .build();
    }

    private void useEverything(String address) {
        Authenticator authenticator = () -> Authorization.basic(USERNAME, Secret.of(KEY));
        try (ConfluenceRuntime runtime = runtime();
                ConfluenceIntegration integration = integration(address, runtime);
                ConfluenceConnection connection =
                        runtime.connect(ConfluenceSite.loopback(address), authenticator, null)) {
            List<Object> objects = List.of(
                    runtime,
                    runtime.time(),
                    integration,
                    integration.site(),
                    integration.spaces(),
                    integration.pages(),
                    connection,
                    PageQuery.inSpace("SUPPORT"),
                    PageRequest.of(PageId.of("1")),
                    SpaceQuery.all(),
                    integration.spaces().list(),
                    integration.pages().list(PageQuery.inSpace("SUPPORT")));
            witness(integration::testConnection);
            witness(() -> integration.testConnection().orThrow());
            witness(() -> integration.spaces().list().toList(3));
            witness(() -> integration.spaces().find(SpaceId.of("1")));
            witness(() -> integration.spaces().list().first());
            witness(() -> integration.pages().get(PageId.of("1")));
            witness(() -> integration.pages().list(PageQuery.inSpace("SUPPORT")).findFirst());
            witness(connection::cloudId);
            witness(connection::route);
            objects.forEach(evidence::add);
        }
    }

    @FunctionalInterface
    private interface Use {
        Object make();
    }

    /** Keeps what a use says or throws; of an answer only what the library itself makes of it. */
    private void witness(Use use) {
        Throwable thrown = catchThrowable(() -> {
            Object result = use.make();
            if (result instanceof ConnectionReport || result instanceof Batch<?>) {
                evidence.add(result);
            }
            if (result instanceof ConnectionReport report) {
                evidence.add(report.checks());
            }
        });
        if (thrown != null) {
            evidence.add(thrown);
            if (thrown instanceof ConnectionFailedException failed) {
                evidence.add(failed.report());
                evidence.add(failed.report().checks());
            }
            if (thrown instanceof ConfluenceApiException api) {
                evidence.add(api.errors() + " " + api.serviceMessage() + " " + api.requestId() + " " + api.call());
            }
        }
    }

    /** A host's own store that says too much of itself. */
    private record Talkative() implements CredentialStore {
        @Override
        public Optional<StoredCredential> find(CredentialId id) {
            return Optional.empty();
        }

        @Override
        public boolean put(CredentialId id, Credential credential, long expectedVersion) {
            return false;
        }

        @Override
        public void remove(CredentialId id) {}

        @Override
        public String toString() {
            return "store with " + KEY;
        }
    }

    static Stream<String> planted() {
        byte[] key = KEY.getBytes(StandardCharsets.UTF_8);
        byte[] pair = (USERNAME + ":" + KEY).getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
        return Stream.of(
                KEY,
                Base64.getEncoder().encodeToString(key),
                Base64.getUrlEncoder().encodeToString(key),
                Base64.getEncoder().encodeToString(pair),
                Base64.getUrlEncoder().withoutPadding().encodeToString(pair),
                form,
                SecretSearch.percentEncoded(KEY),
                form.toLowerCase(Locale.ROOT),
                HexFormat.of().formatHex(key),
                HexFormat.of().withUpperCase().formatHex(key));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void search_plantedKey_isFound(String planted) {
        assertThat(SEARCH.findIn("text before " + planted + ", text after")).isPresent();
    }

    @Test
    void search_otherKey_isNotFound() {
        assertThat(SEARCH.findIn("Basic "
                        + Base64.getEncoder()
                                .encodeToString("other@acme.example:key".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void evidence_holdsWhatIsLoggedAtTrace() {
        LoggerFactory.getLogger("any.logger").trace("planted {}", KEY, new IllegalStateException(KEY));
        assertThat(evidence.texts()).anyMatch(text -> SEARCH.findIn(text).isPresent());
    }

    @Test
    void evidence_holdsWhatThePlatformLogs() {
        evidence.listenToThePlatform();
        java.util.logging.Logger.getLogger("jdk.internal.httpclient.debug").finest("planted " + KEY);
        assertThat(evidence.texts()).anyMatch(text -> SEARCH.findIn(text).isPresent());
    }

    @Test
    void evidence_holdsCausesAndSuppressed() {
        IllegalStateException thrown = new IllegalStateException("outer");
        thrown.addSuppressed(new IllegalStateException("inner", new IllegalStateException(KEY)));
        evidence.add(thrown);
        assertThat(evidence.texts()).anyMatch(text -> SEARCH.findIn(text).isPresent());
    }

    @Test
    void evidence_holdsTheLibrarysOwnLogs() {
        SERVER.play(onCloud((path, key) -> success(path)));
        useEverything(SERVER.address());
        assertThat(evidence.logged()).anyMatch(event -> event.getLoggerName().startsWith("dev.confluencekit"));
    }
}
