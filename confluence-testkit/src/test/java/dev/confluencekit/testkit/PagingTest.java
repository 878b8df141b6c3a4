package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are paged by an opaque cursor that the client takes from the body or the Link header. */
class PagingTest {

    private static List<String> walk(Site site, String first) {
        List<String> ids = new ArrayList<>();
        String target = first;
        while (!target.isEmpty()) {
            JsonNode batch = site.json(target);
            batch.path("results").forEach(row -> ids.add(row.path("id").asText()));
            target = batch.path("_links").path("next").asText();
        }
        return ids;
    }

    private static String cursor(String next) {
        String value = next.substring(next.indexOf("cursor=") + 7);
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    @Test
    void list_withMoreRows_linksToThemRelativeToTheHost() {
        try (Site site = Site.withPages(5)) {
            HttpResponse<String> answer = site.get("/wiki/api/v2/pages?status=current&limit=2");
            JsonNode links = Site.tree(answer).path("_links");
            String base = site.simulator().baseUri() + "/wiki";
            String next = links.path("next").asText();

            assertThat(next).startsWith("/wiki/api/v2/pages?status=current&limit=2&cursor=");
            assertThat(links.path("base").asText()).isEqualTo(base);
            assertThat(answer.headers().firstValue("Link"))
                    .contains("<" + next + ">; rel=\"next\", <" + base + ">; rel=\"base\"");
        }
    }

    @Test
    void list_atTheEnd_hasNoNext() {
        try (Site site = Site.withPages(2)) {
            HttpResponse<String> answer = site.get("/wiki/api/v2/pages?limit=2");

            assertThat(Site.tree(answer).path("_links").has("next")).isFalse();
            assertThat(answer.headers().firstValue("Link").orElseThrow()).doesNotContain("rel=\"next\"");
        }
    }

    @Test
    void cursor_hasCharactersThatMustBeEncoded() {
        try (Site site = Site.withPages(3)) {
            String next = site.json("/wiki/api/v2/pages?limit=1")
                    .path("_links")
                    .path("next")
                    .asText();

            assertThat(cursor(next)).contains("+", "/").endsWith("==");
            assertThat(next).contains("cursor=%2B%2F%2F%2B").endsWith("%3D%3D");
        }
    }

    @Test
    void cursor_sentWithoutEncoding_isRefused() {
        try (Site site = Site.withPages(3)) {
            String next = site.json("/wiki/api/v2/pages?limit=1")
                    .path("_links")
                    .path("next")
                    .asText();
            HttpResponse<String> raw = site.get("/wiki/api/v2/pages?limit=1&cursor=" + cursor(next));
            HttpResponse<String> twice = site.get(next.replace("%2B", "%252B"));

            assertThat(raw.statusCode()).isEqualTo(400);
            assertThat(twice.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void cursor_isAllThatIsNeededToGoOn() {
        try (Site site = Site.withPages(5)) {
            String next = site.json("/wiki/api/v2/pages?limit=2")
                    .path("_links")
                    .path("next")
                    .asText();
            String encoded = URLEncoder.encode(cursor(next), StandardCharsets.UTF_8);

            assertThat(site.ids("/wiki/api/v2/pages?limit=3&cursor=" + encoded)).containsExactly("203", "204", "205");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/pages?limit=1&cursor=nonsense",
                "/wiki/api/v2/pages?limit=1&cursor=",
                "/wiki/api/v2/pages?limit=1&cursor=eyJpZCI6IjEifQ%3D%3D",
            })
    void cursor_malformed_isRefused(String target) {
        try (Site site = Site.withPages(3)) {
            HttpResponse<String> answer = site.get(target);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Site.tree(answer).at("/errors/0/code").asText()).isEqualTo("INVALID_REQUEST_PARAMETER");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/spaces?limit=2",
                "/wiki/api/v2/pages?limit=2&sort=-id",
                "/wiki/api/v2/pages?limit=2&status=archived",
                "/wiki/api/v2/spaces/100/pages?limit=2",
            })
    void cursor_ofAnotherListing_isRefused(String target) {
        try (Site site = Site.withPages(3)) {
            String next = site.json("/wiki/api/v2/pages?limit=1")
                    .path("_links")
                    .path("next")
                    .asText();
            String foreign = target + next.substring(next.indexOf("&cursor="));

            assertThat(site.get(foreign).statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "-id",
                "created-date",
                "-created-date",
                "modified-date",
                "-modified-date",
                "title",
                "-title"
            })
    void pages_inEveryOrder_areAllShownOnce(String sort) {
        KnowledgeBase generated = KnowledgeBase.generated(2, 40, 20, 7);
        try (Site site = Site.of(ConfluenceSimulator.builder().knowledgeBase(generated))) {
            List<String> walked = walk(site, "/wiki/api/v2/pages?limit=7&sort=" + sort);

            assertThat(walked)
                    .doesNotHaveDuplicates()
                    .hasSize(80)
                    .containsExactlyElementsOf(site.ids("/wiki/api/v2/pages?limit=250&sort=" + sort));
        }
    }

    @Test
    void paging_goesOnWhereItWas_whenRowsComeAndGo() {
        try (Site site = Site.withPages(6)) {
            JsonNode first = site.json("/wiki/api/v2/pages?limit=3&sort=id");
            site.simulator().removePage("202");
            site.simulator().addPage(PageSeed.builder("DOCS", "Early").id("150").build());
            site.simulator()
                    .addPage(PageSeed.builder("DOCS", "Between").id("300").build());

            List<String> rest = walk(site, first.path("_links").path("next").asText());

            assertThat(rest).containsExactly("204", "205", "206", "300");
        }
    }

    @Test
    void paging_goesOn_whenTheLastRowShownIsGone() {
        try (Site site = Site.withPages(5)) {
            JsonNode first = site.json("/wiki/api/v2/pages?limit=2&sort=id");
            site.simulator().removePage("202");

            assertThat(walk(site, first.path("_links").path("next").asText())).containsExactly("203", "204", "205");
        }
    }

    @Test
    void nextLink_throughTheGateway_isTheSameAsAtTheSite() {
        try (Site site = Site.withPages(4)) {
            String gateway = "/ex/confluence/" + site.simulator().cloudId();
            JsonNode links = site.json(gateway + "/wiki/api/v2/pages?limit=2").path("_links");
            String next = links.path("next").asText();

            assertThat(next).startsWith("/wiki/api/v2/pages?limit=2&cursor=");
            assertThat(links.path("base").asText()).isEqualTo(site.simulator().baseUri() + "/wiki");
            assertThat(site.ids(gateway + next)).containsExactly("203", "204");
        }
    }

    @Test
    void nextLink_keepsTheFilters_withTheirEncoding() {
        try (Site site = Site.empty()) {
            site.simulator().addSpace(SpaceSeed.of("A", "A"));
            site.simulator().addSpace(SpaceSeed.of("B", "B"));
            site.simulator().addPage(PageSeed.of("A", "Ä & B", "<p>1</p>"));
            site.simulator().addPage(PageSeed.of("B", "Ä & B", "<p>2</p>"));
            String target = "/wiki/api/v2/pages?title=%C3%84%20%26%20B&body-format=storage&limit=1";

            String next = site.json(target).path("_links").path("next").asText();

            assertThat(next).startsWith(target + "&cursor=");
            assertThat(site.json(next).at("/results/0/body/storage/value").asText())
                    .isEqualTo("<p>2</p>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "251", "-1", "abc", "1.5", "99999999999"})
    void limit_outsideItsRange_isRefused(String limit) {
        try (Site site = Site.withPages(1)) {
            assertThat(site.get("/wiki/api/v2/pages?limit=" + limit).statusCode())
                    .isEqualTo(400);
            assertThat(site.get("/wiki/api/v2/spaces?limit=" + limit).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void limit_isTwentyFiveByDefault_and250AtMost() {
        try (Site site = Site.withPages(30)) {
            assertThat(site.ids("/wiki/api/v2/pages")).hasSize(25);
            assertThat(site.ids("/wiki/api/v2/pages?limit=250")).hasSize(30);
        }
    }
}
