package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Restrictions of pages, which version 1 alone has, and the question who may do what. */
class RestrictionsTest {

    private static final String PAGE = "/wiki/rest/api/content/201";
    private static final String ALL = PAGE + "/restriction";
    private static final String V2_PAGE = "/wiki/api/v2/pages/201";
    private static final String EXPANDED = "?expand=restrictions.user,restrictions.group";

    private final Site site = Site.withPages(2);
    private final Writes writes = new Writes(site);
    private final SimulatedAccount me = site.simulator().account(Site.EMAIL);
    private final SimulatedAccount ada = site.simulator().account("ada@northwind-cycles.example");

    @AfterEach
    void close() {
        site.close();
    }

    private static String restriction(String operation, SimulatedAccount account) {
        return "{\"operation\":\"" + operation + "\",\"restrictions\":{\"user\":[{\"type\":\"known\",\"accountId\":\""
                + account.accountId() + "\"}]}}";
    }

    private int named(String operation, SimulatedAccount account) {
        return site.get(ALL + "/byOperation/" + operation + "/user?accountId=" + account.accountId())
                .statusCode();
    }

    @Test
    void openContent_hasEntriesOfBothOperations_thatNameNobody() {
        JsonNode all = site.json(ALL + EXPANDED);
        assertThat(all.path("results").findValuesAsText("operation")).containsExactly("read", "update");
        assertThat(all.at("/results/0/restrictions/user/results")).isEmpty();
        assertThat(site.json(ALL + "/byOperation").at("/update/operation").asText())
                .isEqualTo("update");
        assertThat(named("read", me)).isEqualTo(404);
    }

    @Test
    void added_joinTheOthers_replaced_takeTheirPlace_cleared_areGone() {
        assertThat(writes.send("POST", ALL, "[" + restriction("update", me) + "]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(writes.send("POST", ALL, "{\"results\":[" + restriction("update", ada) + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(named("update", me)).isEqualTo(200);
        assertThat(named("update", ada)).isEqualTo(200);

        writes.send("PUT", ALL, "[" + restriction("read", me) + "]");
        assertThat(named("update", ada)).isEqualTo(404);
        assertThat(named("read", me)).isEqualTo(200);

        writes.send("DELETE", ALL, "");
        assertThat(named("read", me)).isEqualTo(404);
    }

    @Test
    void whoMayNotEdit_readsAndComments_butWritesNothing() {
        writes.send("PUT", ALL, "[" + restriction("update", ada) + "]");

        assertThat(site.get(V2_PAGE).statusCode()).isEqualTo(200);
        assertThat(writes.send("PUT", V2_PAGE + "/title", "{\"status\":\"current\",\"title\":\"New\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("DELETE", V2_PAGE, "").statusCode()).isEqualTo(404);
        assertThat(writes.send("DELETE", ALL, "").statusCode()).isEqualTo(403);
        JsonNode operations = site.json(V2_PAGE + "/operations").path("operations");
        assertThat(operations.findValuesAsText("operation")).contains("read").doesNotContain("update", "delete");
        assertThat(operations.findValuesAsText("targetType"))
                .contains("comment")
                .doesNotContain("attachment");
    }

    @Test
    void whatNamesNobodyKnown_isRefused() {
        String user = ALL + "/byOperation/read/user?accountId=712020:nobody";
        assertThat(writes.send("PUT", user, "").statusCode()).isEqualTo(404);
        assertThat(writes.send("PUT", ALL + "/byOperation/read/byGroupId/none", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("PUT", ALL + "/byOperation/delete/user?accountId=" + me.accountId(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("PUT", ALL, "[{\"operation\":\"read\",\"restrictions\":{}}]")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void permission_ofOthers_isToldToAdministrators_aDenialIsAnAnswer() {
        String mine = check(me);
        String theirs = check(ada);
        assertThat(writes.send("POST", PAGE + "/permission/check", mine).statusCode())
                .isEqualTo(200);
        assertThat(writes.send("POST", PAGE + "/permission/check", theirs).statusCode())
                .isEqualTo(403);
        me.administrator(true);
        site.simulator().access().restrictPage("201", Site.EMAIL);
        JsonNode denial = Site.tree(writes.send("POST", PAGE + "/permission/check", theirs));
        assertThat(denial.path("hasPermission").asBoolean(true)).isFalse();
        assertThat(denial.at("/errors/0/translation").asText())
                .isEqualTo("User does not have permission to the content");
    }

    private static String check(SimulatedAccount account) {
        return "{\"subject\":{\"type\":\"user\",\"identifier\":\"" + account.accountId()
                + "\"},\"operation\":\"read\"}";
    }
}
