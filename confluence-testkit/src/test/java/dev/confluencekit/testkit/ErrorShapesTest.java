package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Error answers, literally. */
class ErrorShapesTest {

    private static final String NOT_FOUND =
            "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Not Found\",\"detail\":null}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/pages/999",
                "/wiki/api/v2/spaces/999",
                "/wiki/api/v2/spaces/999/pages",
                "/wiki/api/v2/pages/201?version=9",
                "/wiki/api/v2/pages/201?status=trashed",
                "/wiki/api/v2/nothing-of-the-kind",
                "/wiki/api/v2/pages/201/unheard-of",
                "/wiki/api/v2",
            })
    void missing_v2_is404(String target) {
        try (Site site = Site.withPages(1)) {
            HttpResponse<String> answer = site.get(target);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(NOT_FOUND);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }
    }

    @Test
    void wrongKey_v2_is401() {
        try (Site site = Site.empty()) {
            HttpResponse<String> answer = site.getAs(Site.EMAIL, "wrong", "/wiki/api/v2/spaces");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body())
                    .isEqualTo("{\"errors\":[{\"status\":401,\"code\":\"UNAUTHORIZED\","
                            + "\"title\":\"Unauthorized\",\"detail\":null}]}");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("OAuth realm=");
        }
    }

    @Test
    void noCredentials_v1_is403NotPermitted() {
        try (Site site = Site.empty()) {
            HttpResponse<String> answer = site.getWithoutKey("/wiki/rest/api/user/current");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo("{\"statusCode\":403,\"data\":{\"authorized\":false,\"valid\":true,\"errors\":[],"
                            + "\"successful\":false},\"message\":\"Current user not permitted to use Confluence\","
                            + "\"reason\":\"Forbidden\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/rest/api/space",
                "/wiki/rest/api/space/DOCS",
                "/wiki/rest/api/content",
                "/wiki/rest/api/content/201?expand=body.storage",
            })
    void withdrawnOperation_v1_is410_authorized(String target) {
        try (Site site = Site.withPages(1)) {
            HttpResponse<String> answer = site.get(target);

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(Site.tree(answer).path("message").asText())
                    .endsWith("GoneException: This deprecated endpoint has been removed.");
            assertThat(Site.tree(answer).at("/data/authorized").asBoolean()).isTrue();
            assertThat(Site.tree(answer).path("statusCode").asInt()).isEqualTo(410);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/pages/abc",
                "/wiki/api/v2/pages/DOCS",
                "/wiki/api/v2/pages/-1",
                "/wiki/api/v2/pages/99999999999999999999",
                "/wiki/api/v2/spaces/DOCS",
                "/wiki/api/v2/spaces/DOCS/pages",
                "/wiki/api/v2/pages?id=1,x",
                "/wiki/api/v2/pages?id=",
                "/wiki/api/v2/pages?space-id=DOCS",
                "/wiki/api/v2/pages?sort=position",
                "/wiki/api/v2/pages?status=draft",
                "/wiki/api/v2/pages?status=any",
                "/wiki/api/v2/pages?status=current,nonsense",
                "/wiki/api/v2/pages?body-format=view",
                "/wiki/api/v2/pages?subtype=whiteboard",
                "/wiki/api/v2/spaces/100/pages?depth=2",
                "/wiki/api/v2/spaces/100/pages?body-format=editor",
                "/wiki/api/v2/pages/201?body-format=wiki",
                "/wiki/api/v2/pages/201?status=any",
                "/wiki/api/v2/pages/201?version=x",
                "/wiki/api/v2/pages/201?include-labels=maybe",
                "/wiki/api/v2/spaces?type=team",
                "/wiki/api/v2/spaces?status=trashed",
                "/wiki/api/v2/spaces?sort=created-date",
                "/wiki/api/v2/spaces?ids=DOCS",
                "/wiki/api/v2/spaces?description-format=storage",
                "/wiki/api/v2/spaces?include-icon=1",
            })
    void badParameter_is400(String target) {
        try (Site site = Site.withPages(1)) {
            HttpResponse<String> answer = site.get(target);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Site.tree(answer).at("/errors/0/status").asInt()).isEqualTo(400);
            assertThat(Site.tree(answer).at("/errors/0/code").asText()).isEqualTo("INVALID_REQUEST_PARAMETER");
        }
    }

    @Test
    void badPageId_saysWhichTypeIsExpected() {
        try (Site site = Site.empty()) {
            assertThat(Site.tree(site.get("/wiki/api/v2/pages/abc"))
                            .at("/errors/0/title")
                            .asText())
                    .containsIgnoringCase("expected type is ContentId");
        }
    }

    @Test
    void tooManyIds_is400() {
        try (Site site = Site.withPages(1)) {
            String ids250 =
                    IntStream.rangeClosed(1, 250).mapToObj(String::valueOf).collect(Collectors.joining(","));
            String ids100 =
                    IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));

            assertThat(site.get("/wiki/api/v2/pages?id=" + ids250).statusCode()).isEqualTo(200);
            assertThat(site.get("/wiki/api/v2/pages?id=" + ids250 + ",251").statusCode())
                    .isEqualTo(400);
            assertThat(site.get("/wiki/api/v2/pages?space-id=" + ids100).statusCode())
                    .isEqualTo(200);
            assertThat(site.get("/wiki/api/v2/pages?space-id=" + ids100 + "&space-id=101")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(site.get("/wiki/api/v2/spaces?ids=" + ids250 + ",251").statusCode())
                    .isEqualTo(400);
            assertThat(site.get("/wiki/api/v2/spaces?keys=" + ids250 + ",K").statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void methodThatAPathDoesNotKnow_is405_withThoseItKnows(String method) {
        try (Site site = Site.withPages(1)) {
            HttpResponse<String> answer = site.send(site.request("/wiki/api/v2/spaces/100")
                    .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                    .method(method, HttpRequest.BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void withdrawnWrite_v1_is410(String method) {
        try (Site site = Site.withPages(1)) {
            assertThat(write(site, method, "no-check").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void writeOfVersion1_thatMayBeABrowsers_is403_inPlainText() {
        try (Site site = Site.withPages(1)) {
            HttpResponse<String> answer = write(site, "PUT", "");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("XSRF check failed");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
    }

    private static HttpResponse<String> write(Site site, String method, String token) {
        HttpRequest.Builder request = site.request("/wiki/rest/api/content/201")
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        return site.send(token.isEmpty() ? request : request.header("X-Atlassian-Token", token));
    }

    @Test
    void malformedBody_asAdf_is500_butStorageIsReadable() {
        try (Site site = Site.withPages(1)) {
            site.simulator().updatePage("201", "<p>never closed");

            assertThat(site.get("/wiki/api/v2/pages/201?body-format=storage").statusCode())
                    .isEqualTo(200);
            assertThat(site.get("/wiki/api/v2/pages/201?body-format=atlas_doc_format")
                            .statusCode())
                    .isEqualTo(500);
        }
    }
}
