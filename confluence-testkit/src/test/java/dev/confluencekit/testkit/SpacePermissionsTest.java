package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permissions in spaces: one truth of who sees and writes what. */
class SpacePermissionsTest {

    private static final String ADA = "ada@example.com";
    private static final String ADA_KEY = "ada-key";
    private static final String PAGE = "/wiki/api/v2/pages/301";
    private static final String PERMISSIONS = "/wiki/api/v2/spaces/100/permissions";
    private static final String GRANT = "/wiki/rest/api/space/DOCS/permission";

    private final Site site = Site.withPages(1);
    private String ada = "";

    @BeforeEach
    void accounts() {
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Below")
                        .id("301")
                        .parentId("201")
                        .build());
        site.simulator().account(Site.EMAIL).administrator(true);
        site.simulator().account(ADA).issueKey(ADA_KEY);
        ada = site.simulator().account(ADA).accountId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> send(String email, String key, String method, String target, String body) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(email, key))
                .header("X-Atlassian-Token", "no-check")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> grant(String type, String identifier, String right) {
        int slash = right.indexOf('/');
        String body = "{\"subject\":{\"type\":\"" + type + "\",\"identifier\":\"" + identifier
                + "\"},\"operation\":{\"key\":\"" + right.substring(0, slash) + "\",\"target\":\""
                + right.substring(slash + 1) + "\"}}";
        return send(Site.EMAIL, Site.KEY, "POST", GRANT, body);
    }

    private int revoke(String id) {
        return send(Site.EMAIL, Site.KEY, "DELETE", GRANT + "/" + id, "").statusCode();
    }

    private JsonNode granted() {
        return site.json(PERMISSIONS + "?limit=250").path("results");
    }

    private List<String> rightsOf(String principalId) {
        return StreamSupport.stream(granted().spliterator(), false)
                .filter(row -> row.at("/principal/id").asText().equals(principalId))
                .map(row -> row.at("/operation/key").asText() + "/"
                        + row.at("/operation/targetType").asText())
                .toList();
    }

    private String idOf(String principalId, String right) {
        return StreamSupport.stream(granted().spliterator(), false)
                .filter(row -> row.at("/principal/id").asText().equals(principalId))
                .filter(row -> right.equals(row.at("/operation/key").asText() + "/"
                        + row.at("/operation/targetType").asText()))
                .map(row -> row.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private int adaReads() {
        return site.getAs(ADA, ADA_KEY, PAGE).statusCode();
    }

    private boolean mayRead(String type, String identifier, String operation) {
        String body = "{\"subject\":{\"type\":\"" + type + "\",\"identifier\":\"" + identifier + "\"},\"operation\":\""
                + operation + "\"}";
        return Site.tree(send(Site.EMAIL, Site.KEY, "POST", "/wiki/rest/api/content/301/permission/check", body))
                .path("hasPermission")
                .asBoolean();
    }

    /** From now on who sees the space was named one by one; the caller was. */
    private void nameReaders(String... names) {
        grant("user", site.simulator().account(Site.EMAIL).accountId(), "read/space");
        for (String name : names) {
            grant("user", name, "read/space");
        }
        assertThat(revoke(idOf("all-licensed-users", "read/space"))).isEqualTo(204);
    }

    @Test
    void newSpace_isEverybodysWithALicence_andAdministeredByWhoMadeIt() {
        assertThat(rightsOf("all-licensed-users"))
                .contains("read/space", "create/page", "delete/comment")
                .doesNotContain("administer/space");
        assertThat(rightsOf("712020:simulator")).contains("read/space", "administer/space");
        assertThat(site.json("/wiki/api/v2/spaces/100?include-permissions=true").at("/permissions/results"))
                .isEqualTo(site.json(PERMISSIONS + "?limit=50").path("results"));
    }

    @Test
    void readingTaken_takesAllElse_andHidesTheSpace() {
        nameReaders();

        assertThat(rightsOf("all-licensed-users")).isEmpty();
        assertThat(adaReads()).isEqualTo(404);
        assertThat(mayRead("user", ada, "read")).isFalse();
        assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void foldersAndWhiteboards_areGrantedWithPages() {
        String wanted = "{\"spaceId\":\"100\",\"title\":\"Drawings\"}";
        assertThat(send(ADA, ADA_KEY, "POST", "/wiki/api/v2/folders", wanted).statusCode())
                .isEqualTo(200);

        assertThat(revoke(idOf("all-licensed-users", "create/page"))).isEqualTo(204);

        assertThat(send(ADA, ADA_KEY, "POST", "/wiki/api/v2/folders", wanted).statusCode())
                .isEqualTo(404);
        assertThat(send(ADA, ADA_KEY, "POST", "/wiki/api/v2/whiteboards", wanted)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void readingGranted_toAUser_orItsGroup_showsTheSpace() {
        String team = site.simulator().community().addGroup("team", ada);
        nameReaders();
        assertThat(mayRead("group", team, "read")).isFalse();

        HttpResponse<String> granted = grant("group", team, "read/space");
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(adaReads()).isEqualTo(200);
        assertThat(mayRead("group", team, "read")).isTrue();
        assertThat(mayRead("user", ada, "read")).isTrue();

        assertThat(revoke(Site.tree(granted).path("id").asText())).isEqualTo(204);
        assertThat(adaReads()).isEqualTo(404);
        assertThat(grant("user", ada, "read/space").statusCode()).isEqualTo(200);
        assertThat(adaReads()).isEqualTo(200);
    }

    @Test
    void readingGranted_toNobody_opensTheSpaceToAll() {
        site.simulator().anonymousAccess(true);
        assertThat(site.getWithoutKey(PAGE).statusCode()).isEqualTo(404);
        assertThat(mayRead("user", "anonymous", "read")).isFalse();

        HttpResponse<String> granted = grant("user", "anonymous", "read/space");
        assertThat(Site.tree(granted).at("/subject/identifier").asText()).isEqualTo("anonymous");
        assertThat(site.getWithoutKey(PAGE).statusCode()).isEqualTo(200);
        assertThat(mayRead("user", "anonymous", "read")).isTrue();
    }

    @Test
    void whoMayOnlyRead_writesNothing() {
        nameReaders(ada);
        String update = "{\"id\":\"301\",\"status\":\"current\",\"title\":\"x\",\"version\":{\"number\":2},"
                + "\"body\":{\"representation\":\"storage\",\"value\":\"\"}}";
        String create =
                "{\"spaceId\":\"100\",\"title\":\"New\",\"body\":{\"representation\":\"storage\",\"value\":\"\"}}";

        assertThat(send(ADA, ADA_KEY, "POST", "/wiki/api/v2/pages", create).statusCode())
                .isEqualTo(404);
        assertThat(send(ADA, ADA_KEY, "PUT", PAGE, update).statusCode()).isEqualTo(404);
        assertThat(mayRead("user", ada, "update")).isFalse();
        assertThat(site.getAs(ADA, ADA_KEY, PAGE + "/operations").body()).doesNotContain("update");
        grant("user", ada, "create/page");
        assertThat(mayRead("user", ada, "update")).isTrue();
        assertThat(mayRead("user", ada, "delete")).isFalse();
        assertThat(site.getAs(ADA, ADA_KEY, PAGE + "/operations").body())
                .contains("\"update\"")
                .doesNotContain("\"delete\"");
        assertThat(send(ADA, ADA_KEY, "PUT", PAGE, update).statusCode()).isEqualTo(200);
        assertThat(send(ADA, ADA_KEY, "DELETE", PAGE, "").statusCode()).isEqualTo(404);
        assertThat(site.getAs(ADA, ADA_KEY, "/wiki/api/v2/spaces/100/operations")
                        .body())
                .contains("{\"operation\":\"create\",\"targetType\":\"page\"}")
                .doesNotContain("blogpost");
    }

    @Test
    void spaceTakenFromSight_staysSo_whateverIsGranted() {
        site.simulator().access().takeSpace("DOCS", ADA);
        assertThat(grant("user", ada, "read/space").statusCode()).isEqualTo(200);
        assertThat(adaReads()).isEqualTo(404);
        assertThat(mayRead("user", ada, "read")).isFalse();

        site.simulator().access().giveSpace("DOCS", ADA);
        assertThat(adaReads()).isEqualTo(200);
    }

    @Test
    void grant_comesAfterReading_once_andToWhoIsThere() {
        HttpResponse<String> early = grant("user", ada, "create/page");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(grant("user", ada, "read/space").statusCode()).isEqualTo(200);
        assertThat(grant("user", ada, "read/space").body()).contains("Permission already exists");
        assertThat(grant("user", "712020:none", "read/space").statusCode()).isEqualTo(400);
        assertThat(grant("group", "none", "read/space").statusCode()).isEqualTo(400);
        assertThat(grant("user", ada, "copy/page").statusCode()).isEqualTo(400);
    }

    @Test
    void permissions_areChangedByWhoAdministersTheSpace_andSomebodyMust() {
        assertThat(send(ADA, ADA_KEY, "POST", GRANT, "{}").statusCode()).isEqualTo(403);
        assertThat(send(ADA, ADA_KEY, "DELETE", GRANT + "/1", "").statusCode()).isEqualTo(403);
        grant("user", ada, "read/space");
        grant("user", ada, "administer/space");
        assertThat(send(ADA, ADA_KEY, "DELETE", GRANT + "/1", "").statusCode()).isEqualTo(404);

        assertThat(revoke(idOf("712020:simulator", "administer/space"))).isEqualTo(204);
        assertThat(revoke(idOf(ada, "administer/space"))).isEqualTo(400);
        assertThat(revoke(idOf(ada, "read/space"))).isEqualTo(400);
        assertThat(rightsOf(ada)).containsExactly("read/space", "administer/space");
    }

    @Test
    void permissions_ofASpaceThatIsHidden_areNotThere() {
        site.simulator().access().takeSpace("DOCS", Site.EMAIL);

        assertThat(site.get(PERMISSIONS).statusCode()).isEqualTo(404);
        assertThat(grant("user", ada, "read/space").statusCode()).isEqualTo(404);
    }

    @Test
    void permissions_ofCustomContent_areForApps() {
        assertThat(send(Site.EMAIL, Site.KEY, "POST", GRANT + "/custom-content", "{}")
                        .statusCode())
                .isEqualTo(403);
    }
}
