package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles in spaces, on a site that has gone to them. */
class SpaceRolesTest {

    private static final String ADA = "ada@example.com";
    private static final String ADA_KEY = "ada-key";
    private static final String PAGE = "/wiki/api/v2/pages/201";
    private static final String ROLES = "/wiki/api/v2/space-roles";
    private static final String ASSIGNMENTS = "/wiki/api/v2/spaces/100/role-assignments";

    private final Site site = Site.withPages(1);
    private String ada = "";
    private String me = "";

    @BeforeEach
    void accounts() {
        site.simulator().roleBasedAccess(true);
        site.simulator().account(Site.EMAIL).administrator(true);
        me = site.simulator().account(Site.EMAIL).accountId();
        site.simulator().account(ADA).issueKey(ADA_KEY);
        ada = site.simulator().account(ADA).accountId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> send(String method, String target, String body) {
        return sendAs(Site.EMAIL, Site.KEY, method, target, body);
    }

    private HttpResponse<String> sendAs(String email, String key, String method, String target, String body) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(email, key))
                .header("X-Atlassian-Token", "no-check")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String entry(String type, String id, String role) {
        String principal = "{\"principal\":{\"principalType\":\"" + type + "\",\"principalId\":\"" + id + "\"}";
        return role.isEmpty() ? principal + "}" : principal + ",\"roleId\":\"" + role + "\"}";
    }

    private HttpResponse<String> assign(String... entries) {
        return send("POST", ASSIGNMENTS, "[" + String.join(",", entries) + "]");
    }

    private String role(String name) {
        for (JsonNode role : site.json(ROLES).path("results")) {
            if (role.path("name").asText().equals(name)) {
                return role.path("id").asText();
            }
        }
        throw new IllegalStateException("no role " + name);
    }

    private static String roleBody(String name, String... rights) {
        return "{\"name\":\"" + name + "\",\"description\":\"d\",\"spacePermissions\":[\""
                + String.join("\",\"", rights) + "\"]}";
    }

    private String created(String name, String... rights) {
        HttpResponse<String> answer = send("POST", ROLES, roleBody(name, rights));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Site.tree(answer).path("id").asText();
    }

    private List<String> assigned(String query) {
        List<String> all = new ArrayList<>();
        for (JsonNode row : site.json(ASSIGNMENTS + query).path("results")) {
            all.add(row.at("/principal/principalId").asText() + " "
                    + row.path("roleId").asText());
        }
        return all;
    }

    private int adaReads() {
        return site.getAs(ADA, ADA_KEY, PAGE).statusCode();
    }

    private boolean adaUpdates() {
        return site.getAs(ADA, ADA_KEY, PAGE + "/operations").body().contains("\"update\"");
    }

    @Test
    void mode_tellsWhetherThereAreRoles_withoutThemNothingElseIsThere() {
        assertThat(site.json("/wiki/api/v2/space-role-mode").path("mode").asText())
                .isEqualTo("ROLES");

        site.simulator().roleBasedAccess(false);
        assertThat(site.json("/wiki/api/v2/space-role-mode").path("mode").asText())
                .isEqualTo("PRE_ROLES");
        for (String path : List.of(ROLES, ROLES + "/1", ASSIGNMENTS, "/wiki/api/v2/space-permissions")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void newSpace_hasRoles_andOldPermissionsCannotBeWritten() {
        assertThat(assigned(""))
                .containsExactly("all-licensed-users " + role("Collaborator"), "712020:simulator " + role("Admin"));
        assertThat(site.json("/wiki/api/v2/spaces/100?include-role-assignments=true")
                        .at("/roleAssignments/results"))
                .hasSize(2);

        HttpResponse<String> old = send(
                "POST",
                "/wiki/rest/api/space/DOCS/permission",
                "{\"subject\":{\"type\":\"user\",\"identifier\":\"" + ada
                        + "\"},\"operation\":{\"key\":\"read\",\"target\":\"space\"}}");
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains("InvalidRbacOperationException");
    }

    @Test
    void assignment_decidesWhoSeesAndWrites_andTakesTheOldOnesPlace() {
        assign(entry("USER", me, role("Admin")), entry("ACCESS_CLASS", "all-licensed-users", ""));
        assertThat(adaReads()).isEqualTo(404);

        HttpResponse<String> viewer = assign(entry("USER", ada, role("Viewer")));
        assertThat(Site.tree(viewer).path("results")).hasSize(1);
        assertThat(adaReads()).isEqualTo(200);
        assertThat(adaUpdates()).isFalse();
        assign(entry("USER", ada, role("Collaborator")));
        assertThat(adaUpdates()).isTrue();
        assign(entry("USER", ada, ""));
        assertThat(adaReads()).isEqualTo(404);
        String team = site.simulator().community().addGroup("team", ada);
        assign(entry("GROUP", team, role("Viewer")));
        assertThat(adaReads()).isEqualTo(200);
    }

    @Test
    void assignments_areFilteredByRoleAndHolder() {
        assign(entry("USER", ada, role("Viewer")));

        assertThat(assigned("?role-id=" + role("Viewer"))).containsExactly(ada + " " + role("Viewer"));
        assertThat(assigned("?principal-type=USER&principal-id=" + ada)).hasSize(1);
        assertThat(assigned("?role-type=CUSTOM")).isEmpty();
        assertThat(site.get(ASSIGNMENTS + "?principal-id=" + ada).statusCode()).isEqualTo(400);
        assertThat(site.ids(ROLES + "?principal-type=USER&principal-id=" + ada)).containsExactly(role("Viewer"));
        assertThat(site.values(ROLES + "?role-type=SYSTEM&space-id=100", "name"))
                .containsExactly("Admin", "Manager", "Collaborator", "Viewer");
    }

    @Test
    void assignments_areAllOrNothing_andLeaveSomebodyToAdminister() {
        assertThat(assign(entry("USER", ada, role("Viewer")), entry("USER", me, "none"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(assign(entry("USER", "712020:none", role("Viewer"))).statusCode())
                .isEqualTo(400);
        assertThat(assigned("")).hasSize(2);
        assign(entry("USER", ada, role("Admin")));
        assertThat(assign(entry("USER", ada, role("Viewer"))).statusCode()).isEqualTo(200);
        assertThat(assign(entry("USER", "712020:simulator", "")).statusCode()).isEqualTo(400);
        assertThat(sendAs(ADA, ADA_KEY, "POST", ASSIGNMENTS, "[]").statusCode()).isEqualTo(404);
    }

    @Test
    void role_isCreatedReadAndRefused() {
        String id = created("Reader", "read/space", "create/comment");

        JsonNode role = site.json(ROLES + "/" + id);
        assertThat(role.path("type").asText()).isEqualTo("CUSTOM");
        assertThat(role.path("spacePermissions").toString()).isEqualTo("[\"read/space\",\"create/comment\"]");
        assertThat(send("POST", ROLES, roleBody("Reader", "read/space")).statusCode())
                .isEqualTo(400);
        assertThat(send("POST", ROLES, roleBody("A", "create/page")).statusCode())
                .isEqualTo(400);
        assertThat(send("POST", ROLES, roleBody("A", "read/space", "fly/space")).statusCode())
                .isEqualTo(400);
        assertThat(sendAs(ADA, ADA_KEY, "POST", ROLES, roleBody("A", "read/space"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.values("/wiki/api/v2/space-permissions", "id")).contains("read/space", "administer/space");
    }

    @Test
    void roleChanged_changesWhatItsHoldersMay() {
        String id = created("Writer", "read/space");
        assign(entry("USER", me, role("Admin")), entry("ACCESS_CLASS", "all-licensed-users", ""));
        assign(entry("USER", ada, id));
        assertThat(adaUpdates()).isFalse();

        HttpResponse<String> changed = send("PUT", ROLES + "/" + id, roleBody("Writer", "read/space", "create/page"));
        assertThat(changed.statusCode()).isEqualTo(202);
        assertThat(site.get("/wiki/rest/api/longtask/"
                                + Site.tree(changed).path("taskId").asText())
                        .statusCode())
                .isEqualTo(200);
        assertThat(adaUpdates()).isTrue();
        assertThat(send("DELETE", ROLES + "/" + id, "").statusCode()).isEqualTo(202);
        assertThat(adaReads()).isEqualTo(404);
        assertThat(site.get(ROLES + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void roleChanged_mayHandOnWhatEverybodyHas() {
        site.simulator().anonymousAccess(true);
        String id = created("Open", "read/space", "create/comment");
        assign(entry("ACCESS_CLASS", "anonymous-users", id));
        assertThat(site.getWithoutKey(PAGE).statusCode()).isEqualTo(200);

        String body = roleBody("Open", "read/space");
        send(
                "PUT",
                ROLES + "/" + id,
                body.substring(0, body.length() - 1) + ",\"anonymousReassignmentRoleId\":\"" + role("Viewer") + "\"}");
        assertThat(assigned("?principal-type=ACCESS_CLASS&principal-id=anonymous-users"))
                .containsExactly("anonymous-users " + role("Viewer"));
    }

    @Test
    void systemRole_staysAsItIs() {
        String body = roleBody("Mine", "read/space");
        assertThat(send("PUT", ROLES + "/" + role("Viewer"), body).statusCode()).isEqualTo(400);
        assertThat(send("DELETE", ROLES + "/" + role("Viewer"), "").statusCode())
                .isEqualTo(400);
        assertThat(send("DELETE", ROLES + "/none", "").statusCode()).isEqualTo(404);
    }
}
