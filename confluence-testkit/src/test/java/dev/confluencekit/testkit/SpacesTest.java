package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing and reading spaces. */
class SpacesTest {

    private static final String SPACES = "/wiki/api/v2/spaces";

    private static Site three() {
        Site site = Site.empty();
        ConfluenceSimulator simulator = site.simulator();
        simulator.addSpace(SpaceSeed.builder("ALPHA", "Zebra")
                .id("11")
                .description("Fish & chips")
                .labels("blue")
                .authorId("author-1")
                .createdAt(Instant.parse("2024-05-06T07:08:09Z"))
                .build());
        simulator.addSpace(SpaceSeed.builder("BETA", "Yak")
                .id("12")
                .type("knowledge_base")
                .labels("blue", "red")
                .build());
        simulator.addSpace(
                SpaceSeed.builder("GAMMA", "Xerus").id("13").archived().build());
        return site;
    }

    @Test
    void row_hasTheMembersAndNullsOfTheService() {
        try (Site site = three()) {
            String home = site.simulator()
                    .addPage(PageSeed.builder("ALPHA", "Home").id("21").build());

            assertThat(site.json(SPACES).path("results").get(0).toString())
                    .isEqualTo("{\"id\":\"11\",\"key\":\"ALPHA\",\"name\":\"Zebra\",\"type\":\"global\","
                            + "\"status\":\"current\",\"authorId\":\"author-1\",\"spaceOwnerId\":\"author-1\","
                            + "\"currentActiveAlias\":\"ALPHA\",\"createdAt\":\"2024-05-06T07:08:09.000Z\","
                            + "\"homepageId\":\"" + home + "\",\"description\":{},\"icon\":null,"
                            + "\"_links\":{\"webui\":\"/spaces/ALPHA\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | 11 12 13",
                "?ids=13,11                   | 11 13",
                "?ids=12&ids=13               | 12 13",
                "?ids=99                      |",
                "?keys=ALPHA,GAMMA            | 11 13",
                "?keys=ALPHA&keys=BETA        | 11 12",
                "?keys=alpha                  |",
                "?type=knowledge_base         | 12",
                "?type=personal               |",
                "?status=archived             | 13",
                "?status=current              | 11 12",
                "?labels=red                  | 12",
                "?labels=red,blue             | 11 12",
                "?favorited-by=someone        |",
                "?not-favorited-by=someone    | 11 12 13",
                "?sort=-id                    | 13 12 11",
                "?sort=key                    | 11 12 13",
                "?sort=-key                   | 13 12 11",
                "?sort=name                   | 13 12 11",
                "?sort=-name&status=current   | 11 12",
                "?unheard-of=parameter        | 11 12 13",
            })
    void list_filtersAndSorts(String query, String expected) {
        try (Site site = three()) {
            assertThat(String.join(" ", site.ids(SPACES + query))).isEqualTo(expected == null ? "" : expected);
        }
    }

    @Test
    void description_isGivenInTheFormatAskedFor() {
        try (Site site = three()) {
            assertThat(site.json(SPACES + "/11").path("description").toString()).isEqualTo("{}");
            assertThat(site.json(SPACES + "/11?description-format=plain")
                            .path("description")
                            .toString())
                    .isEqualTo("{\"plain\":{\"representation\":\"plain\",\"value\":\"Fish & chips\"}}");
            assertThat(site.json(SPACES + "?ids=11&description-format=view")
                            .at("/results/0/description/view/value")
                            .asText())
                    .isEqualTo("<p>Fish &amp; chips</p>");
        }
    }

    @Test
    void single_hasBaseIconAndIncludes() {
        try (Site site = three()) {
            JsonNode space = site.json(SPACES + "/12?include-icon=true&include-labels=true&include-operations=true"
                    + "&include-properties=true&include-permissions=true&include-role-assignments=true");

            assertThat(space.at("/_links/base").asText())
                    .isEqualTo(site.simulator().baseUri() + "/wiki");
            assertThat(space.at("/_links/webui").asText()).isEqualTo("/spaces/BETA");
            assertThat(space.at("/icon/path").asText()).startsWith("/wiki/aa-avatar/");
            assertThat(space.at("/labels/results").findValuesAsText("name")).containsExactly("blue", "red");
            assertThat(space.at("/operations/results").findValuesAsText("targetType"))
                    .contains("space");
            assertThat(space.at("/properties/meta/hasMore").asBoolean(true)).isFalse();
            assertThat(space.at("/permissions/_links/self").asText()).isEqualTo(SPACES + "/12/permissions");
            assertThat(space.at("/roleAssignments/results").isArray()).isTrue();
            assertThat(space.has("currentActiveAlias")).isFalse(); // rows of a list have it
        }
    }

    @Test
    void rename_isSeenAtOnce() {
        try (Site site = three()) {
            site.simulator().renameSpace("BETA", "Aardvark");

            assertThat(site.values(SPACES + "?sort=name", "name")).containsExactly("Aardvark", "Xerus", "Zebra");
        }
    }
}
