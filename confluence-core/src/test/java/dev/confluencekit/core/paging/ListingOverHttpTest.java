package dev.confluencekit.core.paging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.recorder.WireMockRecording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings over real HTTP, with replies in the form that Confluence documents. */
class ListingOverHttpTest {
    private static final String PAGES = "/wiki/api/v2/pages";
    private static final ApiRequest REQUEST =
            ApiRequest.get("getPages", PAGES).query("status", "current").build();

    @RegisterExtension
    static final WireMockExtension CONFLUENCE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new WireMockRecording()))
            .build();

    /** What the tests need of a row. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Row(@JsonProperty("id") String id) {}

    private ConfluenceRuntime runtime;
    private ConfluenceConnection connection;

    @BeforeEach
    void connect() {
        runtime = ConfluenceRuntime.create();
        Authorization key = Authorization.basic("ann@example.com", Secret.of("ATATT3xFfGF0"));
        connection =
                runtime.connect(ConfluenceSite.loopback("http://127.0.0.1:" + CONFLUENCE.getPort()), () -> key, null);
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    private Paged<Row> pages(int batchSize, @Nullable String from) {
        return connection.list(REQUEST, Row.class, batchSize, from == null ? null : Cursor.of(from));
    }

    private static void answer(String path, @Nullable String cursor, String json) {
        CONFLUENCE.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                .willReturn(okJson(json)));
    }

    private static List<String> requested() {
        return CONFLUENCE.findAll(getRequestedFor(urlPathEqualTo(PAGES))).stream()
                .map(LoggedRequest::getUrl)
                .toList();
    }

    private static void threeBatches() {
        answer(PAGES, null, """
                {"results":[{"id":"1","status":"current","title":"Home"},{"id":"2","status":"current","title":"Ü"}],
                "_links":{"next":"/wiki/api/v2/pages?limit=2&status=current&cursor=eyJpZCI6IjIiLCJ4IjoiYSt%2FPSJ9%3D%3D",
                "base":"https://acme.atlassian.net/wiki"}}""");
        answer(PAGES, "eyJpZCI6IjIiLCJ4IjoiYSt/PSJ9==", """
                {"results":[{"id":"3"},{"id":"4"}],
                "_links":{"next":"/wiki/api/v2/pages?limit=2&status=current&cursor=a%2Bb%26c","base":"https://acme.atlassian.net/wiki"}}""");
        answer(PAGES, "a+b&c", """
                {"results":[{"id":"5"}],"_links":{"base":"https://acme.atlassian.net/wiki"}}""");
    }

    @Test
    void listing_ofThreeBatches_givesEveryRowInOrder() {
        threeBatches();
        assertThat(pages(2, null)).extracting(Row::id).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void listing_ofThreeBatches_sendsFiltersAndTheCursorEncodedOnce() {
        threeBatches();
        pages(2, null).forEach(row -> {});
        assertThat(requested())
                .containsExactly(
                        PAGES + "?status=current&limit=2",
                        PAGES + "?status=current&cursor=eyJpZCI6IjIiLCJ4IjoiYSt%2FPSJ9%3D%3D&limit=2",
                        PAGES + "?status=current&cursor=a%2Bb%26c&limit=2");
    }

    @Test
    void listing_first_sendsOneRequest() {
        threeBatches();
        assertThat(pages(2, null).first().items()).hasSize(2);
        assertThat(requested()).hasSize(1);
    }

    @Test
    void listing_resumed_beginsAtTheStoredCursor() {
        threeBatches();
        assertThat(pages(2, "a+b&c")).extracting(Row::id).containsExactly("5");
    }

    @Test
    void listing_nextLinkInTheHeaderOnly_isFollowed() {
        CONFLUENCE.stubFor(get(urlPathEqualTo(PAGES))
                .withQueryParam("cursor", absent())
                .willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")
                        .withHeader("Link", "</wiki/api/v2/pages?limit=1&cursor=abc>; rel=\"next\"")));
        answer(PAGES, "abc", "{\"results\":[{\"id\":\"2\"}]}");
        assertThat(pages(1, null)).extracting(Row::id).containsExactly("1", "2");
    }

    @Test
    void listing_nextLinksWithoutWiki_staysOnThePathThatWasAsked() {
        ApiRequest search = ApiRequest.get("searchByCQL", "/wiki/rest/api/search")
                .query("cql", "type = page and title ~ \"a&b\"")
                .build();
        answer("/wiki/rest/api/search", null, """
                {"results":[{"id":"1"}],"start":0,"limit":1,"size":1,"totalSize":2,
                "_links":{"base":"https://acme.atlassian.net/wiki","context":"/wiki",
                "next":"/rest/api/search?next=true&cursor=_t_MTIz_f_c29ydA%3D%3D&limit=1&start=1&cql=type%3Dpage"}}""");
        answer("/wiki/rest/api/search", "_t_MTIz_f_c29ydA==", """
                {"results":[{"id":"2"}],"_links":{"base":"https://acme.atlassian.net/wiki"}}""");
        assertThat(connection.list(search, Row.class, 1, null))
                .extracting(Row::id)
                .containsExactly("1", "2");
    }

    @Test
    void listing_nextLinkToAnotherHost_sendsNothingThere() {
        try (Elsewhere elsewhere = new Elsewhere()) {
            answer(
                    PAGES,
                    null,
                    "{\"results\":[{\"id\":\"1\"}],\"_links\":{\"next\":\"" + elsewhere.address()
                            + "/wiki/api/v2/pages?cursor=abc\"}}");
            assertThatExceptionOfType(PagingException.class)
                    .isThrownBy(() -> pages(1, null).forEach(row -> {}))
                    .extracting(PagingException::reason)
                    .isEqualTo(Reason.FOREIGN_HOST);
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void listing_gatewayTimesOutOnLargeBatches_asksForLess() {
        CONFLUENCE.stubFor(get(urlPathEqualTo(PAGES)).willReturn(aResponse().withStatus(504)));
        CONFLUENCE.stubFor(get(urlPathEqualTo(PAGES))
                .withQueryParam("limit", equalTo("62"))
                .willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")));
        assertThat(pages(250, null)).extracting(Row::id).containsExactly("1");
        assertThat(requested())
                .containsExactly(
                        PAGES + "?status=current&limit=250",
                        PAGES + "?status=current&limit=125",
                        PAGES + "?status=current&limit=62");
    }

    @Test
    void listing_answerLongerThanTheByteLimit_asksForLess() {
        String row = "{\"id\":\"" + "9".repeat(600) + "\"}";
        CONFLUENCE.stubFor(get(urlPathEqualTo(PAGES))
                .withQueryParam("limit", equalTo("2"))
                .willReturn(okJson("{\"results\":[" + row + "," + row + "]}")));
        CONFLUENCE.stubFor(get(urlPathEqualTo(PAGES))
                .withQueryParam("limit", equalTo("1"))
                .willReturn(okJson("{\"results\":[" + row + "]}")));
        try (ConfluenceRuntime small =
                ConfluenceRuntime.builder().maxResponseBytes(1_000).build()) {
            Authorization key = Authorization.basic("ann@example.com", Secret.of("ATATT3xFfGF0"));
            Paged<Row> paged = small.connect(connection.site(), () -> key, null).list(REQUEST, Row.class, 2, null);
            assertThat(paged).hasSize(1);
        }
    }

    /** A second server, which nobody may call. */
    private static final class Elsewhere implements AutoCloseable {
        private final WireMockServer server = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new WireMockRecording()));

        Elsewhere() {
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.port();
        }

        int requests() {
            return server.getAllServeEvents().size();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
