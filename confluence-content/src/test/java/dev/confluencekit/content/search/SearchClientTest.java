package dev.confluencekit.content.search;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Cursor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches against literal replies. */
class SearchClientTest {
    private static final String CONTENT = V1 + "/content/search";
    private static final String SEARCH = V1 + "/search";
    private static final String FOUND = "{\"id\":\"7\",\"type\":\"page\",\"status\":\"current\",\"title\":\"A\","
            + "\"_expandable\":{\"body\":\"\"},\"_links\":{\"webui\":\"/x\"}}";
    private static final String RESULT =
            "{\"content\":" + FOUND + ",\"title\":\"A\",\"excerpt\":\"some\",\"url\":\"/x\","
                    + "\"entityType\":\"content\",\"lastModified\":\"2026-11-01T08:00:00.000Z\",\"score\":1.5,\"breadcrumbs\":[]}";
    private static final Instant SINCE = Instant.parse("2026-07-01T10:30:00Z");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final SearchClient search = SearchClient.over(site.connection());

    @Test
    void content_followsTheCursorOfVersion1() {
        site.on(
                "GET " + CONTENT,
                ok("{\"results\":[" + FOUND + "],\"start\":0,\"limit\":1,\"size\":1,\"_links\":{\"base\":"
                        + "\"https://acme.atlassian.net/wiki\",\"context\":\"/wiki\",\"next\":"
                        + "\"/rest/api/content/search?next=true&cursor=raNDoM%3D%3D&limit=1&start=1&cql=x\"}}"),
                ok("{\"results\":[" + FOUND.replace("7", "8") + "],\"size\":1,\"_links\":{}}"));
        assertThat(search.content(SearchQuery.of(Cql.label("a=b")).batchSize(1)).stream())
                .extracting(FoundContent::id)
                .containsExactly(ContentId.of("7"), ContentId.of("8"));
        assertThat(site.asked())
                .containsExactly(
                        "GET " + CONTENT + "?cql=label = \"a=b\"&limit=1",
                        "GET " + CONTENT + "?cql=label = \"a=b\"&cursor=raNDoM==&limit=1");
        assertThat(site.askedAsSent().get(0)).contains("cql=label%20%3D%20%22a%3Db%22");
    }

    @Test
    void search_knowsArchivedSpaces() {
        site.on("GET " + SEARCH, ok("{\"results\":[" + RESULT + "],\"totalSize\":1,\"_links\":{}}"));
        SearchResult result = search.search(SearchQuery.of(Cql.text("x")).includeArchivedSpaces())
                .findFirst()
                .orElseThrow();
        assertThat(result.lastModified()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
        assertThat(result.content()).extracting(FoundContent::type).isEqualTo(ContentType.PAGE);
        assertThat(site.asked())
                .containsExactly("GET " + SEARCH + "?cql=text ~ \"x\"&includeArchivedSpaces=true&limit=100");
    }

    @Test
    void content_withArchivedSpaces_isRefused() {
        assertThatThrownBy(() -> search.content(SearchQuery.of(Cql.text("x")).includeArchivedSpaces()))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void instants_areWrittenInTheAccountsZone_askedForOnce() {
        site.on(
                        "GET " + V1 + "/user/current",
                        ok("{\"type\":\"known\",\"accountId\":\"5:a\",\"timeZone\":\"Europe/Berlin\"}"))
                .on("GET " + CONTENT, ok("{\"results\":[],\"_links\":{}}"));
        search.content(SearchQuery.of(Cql.modifiedSince(SINCE))).first();
        search.content(SearchQuery.of(Cql.modifiedSince(SINCE))).first();
        String asked = "GET " + CONTENT + "?cql=lastmodified >= \"2026-07-01 12:30\"&limit=100";
        assertThat(site.asked()).containsExactly("GET " + V1 + "/user/current", asked, asked);
    }

    @Test
    void instants_ofAnAccountThatHidesItsZone_areNotGuessed() {
        site.on("GET " + V1 + "/user/current", ok("{\"type\":\"known\",\"accountId\":\"5:a\",\"timeZone\":null}"));
        assertThatThrownBy(() ->
                        search.content(SearchQuery.of(Cql.modifiedSince(SINCE))).first())
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("zone"));
    }

    @Test
    void instants_withAGivenZone_askNobody() {
        site.on("GET " + CONTENT, ok("{\"results\":[],\"_links\":{}}"));
        SearchClient.over(site.connection(), ZoneId.of("America/New_York"))
                .content(SearchQuery.of(Cql.modifiedSince(SINCE)).cursor(Cursor.of("abc")))
                .first();
        assertThat(site.asked())
                .containsExactly("GET " + CONTENT + "?cql=lastmodified >= \"2026-07-01 06:30\"&cursor=abc&limit=100");
    }

    @Test
    void queryThatIsNotUnderstood_isABadRequest() {
        site.on("GET " + CONTENT, json(400, "{\"statusCode\":400,\"message\":\"Could not parse cql : x\"}"));
        assertThatThrownBy(() -> search.content(SearchQuery.of(Cql.raw("x"))).first())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Could not parse cql");
    }

    @Test
    void records_keepUnknownMembers() {
        SearchResult result = LiteralContent.read(RESULT, SearchResult.class);
        assertThat(LiteralContent.written(result)).isEqualTo(LiteralContent.read(RESULT, Map.class));
    }
}
