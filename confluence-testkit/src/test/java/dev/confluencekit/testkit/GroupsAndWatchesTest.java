package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups, users and who watches what: version 1, but for the look-up of many users. */
class GroupsAndWatchesTest {

    private static final String GROUP = "/wiki/rest/api/group";
    private static final String WATCH = "/wiki/rest/api/user/watch";
    private static final String OTHER = "ada@northwind-cycles.example";

    private final Site site = Site.withPages(1);
    private final Writes writes = new Writes(site);
    private final SimulatedAccount me = site.simulator().account(Site.EMAIL);
    private final SimulatedAccount ada = site.simulator().account(OTHER);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void groups_areListedByName_page_byPage() {
        SimulatedCommunity community = site.simulator().community();
        community.addGroup("writers");
        community.addGroup("admins");
        community.addGroup("readers");

        JsonNode first = site.json(GROUP + "?limit=2");
        assertThat(first.path("results").findValuesAsText("name")).containsExactly("admins", "readers");
        assertThat(first.at("/_links/next").asText())
                .startsWith("/rest/api/group?")
                .contains("start=2");
        assertThat(site.values("/wiki" + first.at("/_links/next").asText(), "name"))
                .containsExactly("writers");
        assertThat(site.json(GROUP + "?start=2").at("/_links").has("next")).isFalse();
        assertThat(site.values(GROUP + "/picker?query=READ", "name")).containsExactly("readers");
        assertThat(site.get(GROUP + "/picker").statusCode()).isEqualTo(400);
    }

    @Test
    void group_isFoundById_withItsMembers() {
        String id = site.simulator().community().addGroup("writers", ada.accountId());

        assertThat(site.json(GROUP + "/by-id?id=" + id).path("name").asText()).isEqualTo("writers");
        assertThat(site.values(GROUP + "/" + id + "/membersByGroupId", "accountId"))
                .containsExactly(ada.accountId());
        assertThat(site.values("/wiki/rest/api/user/memberof?accountId=" + ada.accountId(), "id"))
                .containsExactly(id);
        assertThat(site.get(GROUP + "/" + id + "/membersByGroupId?limit=201").statusCode())
                .isEqualTo(400);
        assertThat(site.get(GROUP + "/by-id?id=none").statusCode()).isEqualTo(404);
    }

    @Test
    void members_areChangedByWhoAdministersTheSite() {
        String id = site.simulator().community().addGroup("writers");
        String path = GROUP + "/userByGroupId?groupId=" + id;
        String body = "{\"accountId\":\"" + ada.accountId() + "\"}";

        assertThat(writes.send("POST", path, body).statusCode()).isEqualTo(403);
        me.administrator(true);
        assertThat(writes.send("POST", path, body).statusCode()).isEqualTo(201);
        assertThat(writes.send("POST", path, "{\"accountId\":\"712020:nobody\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("POST", GROUP + "/userByGroupId?groupId=none", body)
                        .statusCode())
                .isEqualTo(404);
        String member = path + "&accountId=" + ada.accountId();
        assertThat(writes.send("DELETE", member, "").statusCode()).isEqualTo(204);
        assertThat(writes.send("DELETE", member, "").statusCode()).isEqualTo(204);
        assertThat(site.values(GROUP + "/" + id + "/membersByGroupId", "accountId"))
                .isEmpty();
    }

    @Test
    void groups_areMadeAndTakenAway_byWhoAdministersTheSite() {
        assertThat(writes.send("POST", GROUP, "{\"name\":\"new\"}").statusCode())
                .isEqualTo(403);
        me.administrator(true);
        String id =
                writes.done(201, "POST", GROUP, "{\"name\":\"new\"}").path("id").asText();

        assertThat(writes.send("POST", GROUP, "{\"name\":\"new\"}").statusCode())
                .isEqualTo(400);
        assertThat(writes.send("DELETE", GROUP + "/by-id?id=" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(site.values(GROUP, "name")).isEmpty();
    }

    @Test
    void groupsByTheirNames_areWithdrawn() {
        assertThat(site.get(GROUP + "/by-name?name=x").statusCode()).isEqualTo(410);
        assertThat(site.get(GROUP + "/writers/member").statusCode()).isEqualTo(410);
    }

    @Test
    void users_areLookedUpTogether_unknownOnesLeftOut() {
        ada.emailHidden(true);
        JsonNode users = writes.done(
                        200,
                        "POST",
                        "/wiki/api/v2/users-bulk",
                        "{\"accountIds\":[\"" + ada.accountId() + "\",\"712020:nobody\"]}")
                .path("results");

        assertThat(users.findValuesAsText("accountId")).containsExactly(ada.accountId());
        assertThat(users.at("/0/email").asText()).isEmpty();
        assertThat(users.at("/0/accountStatus").asText()).isEqualTo("active");
        List<String> many =
                IntStream.rangeClosed(1, 251).mapToObj(i -> "\"" + i + "\"").toList();
        assertThat(writes.send("POST", "/wiki/api/v2/users-bulk", "{\"accountIds\":" + many + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void user_isFoundByItsAccount() {
        assertThat(site.json("/wiki/rest/api/user?accountId=" + ada.accountId())
                        .path("displayName")
                        .asText())
                .isEqualTo("ada");
        assertThat(site.get("/wiki/rest/api/user?accountId=712020:nobody").statusCode())
                .isEqualTo(404);
        assertThat(site.values(
                        "/wiki/rest/api/user/bulk?accountId=712020:nobody&accountId=" + ada.accountId(), "accountId"))
                .containsExactly(ada.accountId());
        assertThat(site.json("/wiki/rest/api/user/anonymous").path("type").asText())
                .isEqualTo("anonymous");
    }

    @Test
    void content_isWatched_untilItIsNot() {
        String watch = WATCH + "/content/201";
        assertThat(site.json(watch).path("watching").asBoolean()).isFalse();

        assertThat(writes.send("POST", watch, "").statusCode()).isEqualTo(204);
        assertThat(site.json(watch).path("watching").asBoolean()).isTrue();
        JsonNode watchers = site.json("/wiki/rest/api/content/201/notification/child-created");
        assertThat(watchers.at("/results/0/watcher/accountId").asText()).isEqualTo(me.accountId());
        assertThat(watchers.at("/results/0/contentId").asLong()).isEqualTo(201);

        assertThat(writes.send("DELETE", watch, "").statusCode()).isEqualTo(204);
        assertThat(site.json(watch).path("watching").asBoolean()).isFalse();
    }

    @Test
    void space_isWatchedByItsKey_andAskedForByItsContent() {
        writes.send("POST", WATCH + "/space/DOCS", "");

        assertThat(site.json(WATCH + "/space/DOCS").path("watching").asBoolean())
                .isTrue();
        assertThat(site.values("/wiki/rest/api/space/DOCS/watch", "spaceKey")).containsExactly("DOCS");
        assertThat(site.values("/wiki/rest/api/content/201/notification/created", "type"))
                .containsExactly("space");
        assertThat(site.get("/wiki/rest/api/space/NONE/watch").statusCode()).isEqualTo(404);
    }

    @Test
    void label_isWatched_ifThereIsOne() {
        assertThat(writes.send("POST", WATCH + "/label/faq", "").statusCode()).isEqualTo(403);
        site.simulator().labelPage("201", "faq");

        assertThat(writes.send("POST", WATCH + "/label/faq", "").statusCode()).isEqualTo(204);
        assertThat(site.json(WATCH + "/label/faq").path("watching").asBoolean()).isTrue();
    }

    @Test
    void watchesOfOthers_areForWhoAdministers() {
        String watch = WATCH + "/content/201?accountId=" + ada.accountId();

        assertThat(writes.send("POST", watch, "").statusCode()).isEqualTo(403);
        assertThat(site.get(watch).statusCode()).isEqualTo(403);
        me.administrator(true);
        assertThat(writes.send("POST", watch, "").statusCode()).isEqualTo(204);
        assertThat(site.json(watch).path("watching").asBoolean()).isTrue();
        assertThat(site.json(WATCH + "/content/201").path("watching").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNotThere_orLooksForged_isForbidden() {
        assertThat(site.get(WATCH + "/content/999").statusCode()).isEqualTo(403);
        assertThat(site.get(WATCH + "/space/NONE").statusCode()).isEqualTo(403);
        assertThat(site.send(site.request(WATCH + "/content/201")
                                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .body())
                .isEqualTo("XSRF check failed");
    }
}
