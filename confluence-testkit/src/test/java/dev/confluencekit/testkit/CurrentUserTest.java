package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The three calls of a connection test. */
class CurrentUserTest {

    @Test
    void tenantInfo_needsNoCredentials() {
        try (Site site = Site.empty()) {
            assertThat(site.getWithoutKey("/_edge/tenant_info").body())
                    .isEqualTo("{\"cloudId\":\"" + site.simulator().cloudId() + "\"}");
        }
    }

    @Test
    void currentUser_isThePersonOfTheKnowledgeBase() {
        try (Site site = Site.demo()) {
            JsonNode user = site.json("/wiki/rest/api/user/current");

            assertThat(user.path("type").asText()).isEqualTo("known");
            assertThat(user.path("accountId").asText()).isEqualTo("712020:5c0f7a3e-2b1d-4f7e-9a65-0d1be3f1c305");
            assertThat(user.path("accountType").asText()).isEqualTo("atlassian");
            assertThat(user.path("email").asText()).isEqualTo(Site.EMAIL);
            assertThat(user.path("displayName").asText()).isEqualTo("Knowledge Base Bot");
            assertThat(user.path("timeZone").asText()).isEqualTo("Etc/UTC");
            assertThat(user.at("/profilePicture/path").asText()).startsWith("/wiki/aa-avatar/");
            assertThat(user.has("operations")).isFalse();
            assertThat(user.at("/_expandable/operations").isTextual()).isTrue();
            assertThat(user.at("/_links/base").asText())
                    .isEqualTo(site.simulator().baseUri() + "/wiki");
        }
    }

    @Test
    void currentUser_expandedOperations_showAnAdministrator() {
        try (Site site = Site.empty()) {
            String target = "/wiki/rest/api/user/current?expand=operations";

            assertThat(site.json(target).path("operations").findValuesAsText("operation"))
                    .contains("use")
                    .doesNotContain("administer");
            site.simulator().account(Site.EMAIL).administrator(true);
            assertThat(site.json(target).path("operations").findValuesAsText("operation"))
                    .contains("administer");
        }
    }

    @Test
    void currentUser_withHiddenEmail_hasAnEmptyOne() {
        try (Site site = Site.empty()) {
            site.simulator().account(Site.EMAIL).emailHidden(true);

            assertThat(site.json("/wiki/rest/api/user/current").path("email").asText("?"))
                    .isEmpty();
        }
    }

    @Test
    void currentUser_ofAnAnonymousCaller_hasNoAccountId() {
        try (Site site = Site.empty()) {
            site.simulator().anonymousAccess(true);
            JsonNode user = Site.tree(site.getWithoutKey("/wiki/rest/api/user/current"));

            assertThat(user.path("type").asText()).isEqualTo("anonymous");
            assertThat(user.has("accountId")).isFalse();
        }
    }

    @Test
    void userName_isNotCaseSensitive() {
        try (Site site = Site.empty()) {
            assertThat(site.getAs("KB-Bot@Northwind-Cycles.example", Site.KEY, "/wiki/rest/api/user/current")
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
