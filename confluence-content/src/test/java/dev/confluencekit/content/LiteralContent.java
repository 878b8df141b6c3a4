package dev.confluencekit.content;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.recorder.WireMockRecording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clients over a site that gives literal answers, and what they asked of it. */
public final class LiteralContent implements AutoCloseable {
    public static final String CLOUD_ID = "2b6c2a5e-6f0d-4c4e-9d0d-3f5b8f0a1c11";
    public static final String GATEWAY = "/ex/confluence/" + CLOUD_ID;
    public static final String SPACES = "/wiki/api/v2/spaces";
    public static final String PAGES = "/wiki/api/v2/pages";
    public static final String NOT_FOUND =
            "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Not Found\",\"detail\":null}]}";

    private static final JsonCodec CODEC = JsonCodec.create();
    /** One for all tests; making an HTTP client takes longer than most of them. */
    private static final Transport TRANSPORT = JdkTransport.create(Duration.ofSeconds(10), null, null);

    private final WireMockExtension server;
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().transport(TRANSPORT).random(() -> 0).build(); // retries wait for nothing
    private final ConfluenceConnection connection;
    private final SpacesClient spaces;
    private final PagesClient pages;

    /** Clients over a server of {@link #newServer()}. */
    public LiteralContent(WireMockExtension server) {
        this.server = server;
        this.connection = runtime.connect(
                ConfluenceSite.loopback("http://127.0.0.1:" + server.getPort()),
                () -> Authorization.basic("kb-bot@acme.example", Secret.of("ATATT3xLiteralKey")),
                null);
        this.spaces = SpacesClient.over(connection);
        this.pages = PagesClient.over(connection, new SpaceKeys(spaces));
    }

    /** A server for the tests of a class. */
    public static WireMockExtension newServer() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()))
                .build();
    }

    public SpacesClient spaces() {
        return spaces;
    }

    public PagesClient pages() {
        return pages;
    }

    /** Gives an answer to a path, whatever its query. */
    public LiteralContent on(String path, int status, String json) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(jsonResponse(json, status)));
        return this;
    }

    /** Gives an answer to a batch of a listing; null for its first. */
    public LiteralContent onBatch(String path, @Nullable String cursor, String json) {
        server.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                .willReturn(jsonResponse(json, 200)));
        return this;
    }

    /** Rows of given ids. */
    public static String rows(String... ids) {
        List<String> rows = Stream.of(ids).map(id -> "{\"id\":\"" + id + "\"}").toList();
        return "{\"results\":[" + String.join(",", rows) + "]}";
    }

    /** Rows of given ids, and a link to more. */
    public static String rowsThen(String next, String... ids) {
        String rows = rows(ids);
        return rows.substring(0, rows.length() - 1) + ",\"_links\":{\"next\":\"" + next
                + "\",\"base\":\"https://acme.atlassian.net/wiki\"}}";
    }

    /** Path and query of each request, as sent. */
    public List<String> requests() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .map(request -> request.getUrl())
                .toList();
    }

    /** The path of each request. */
    public List<String> paths() {
        return requests().stream().map(request -> URI.create(request).getPath()).toList();
    }

    /** The parameters of the only request, in order, decoded. */
    public List<String> parameters() {
        List<String> all = requests();
        if (all.size() != 1) {
            throw new AssertionError("one request was expected, not " + all);
        }
        String query = URI.create(all.get(0)).getRawQuery();
        return query == null
                ? List.of()
                : Stream.of(query.split("&"))
                        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                        .toList();
    }

    /** Reads a document as the library does. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return CODEC.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a record and reads it as plain maps. */
    public static Map<?, ?> written(Object value) {
        return read(CODEC.write(value), Map.class);
    }

    @Override
    public void close() {
        connection.close();
        runtime.close();
    }
}
