package dev.confluencekit.content.restriction;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.PageId;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Restrictions and permissions against literal replies. */
class RestrictionsClientTest {
    private static final String CONTENT = V1 + "/content/";
    private static final String READ = CONTENT + "7/restriction/byOperation/read";
    private static final ContentId ID = ContentId.of("7");
    private static final AccountId ANNA = AccountId.of("5:anna");
    private static final AccountId BEN = AccountId.of("5:ben");
    private static final GroupId TEAM = GroupId.of("2b6c2a5e-6f0d-4c4e-9d0d-3f5b8f0a1c11");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final RestrictionsClient restrictions = RestrictionsClient.over(site.connection());

    private static String answer(String users, String groups) {
        return "{\"operation\":\"read\",\"restrictions\":{\"user\":{\"results\":[" + users
                + "],\"start\":0,\"limit\":100,\"size\":1},\"group\":{\"results\":[" + groups
                + "],\"start\":0,\"limit\":100,\"size\":0}},\"_expandable\":{},\"_links\":{}}";
    }

    private static String user(AccountId account) {
        return "{\"type\":\"known\",\"accountId\":\"" + account + "\",\"displayName\":\"x\"}";
    }

    private static String group(GroupId group) {
        return "{\"type\":\"group\",\"name\":\"team\",\"id\":\"" + group + "\"}";
    }

    private void restricted(String content, AccountId... accounts) {
        String path = "GET " + CONTENT + content + "/restriction/byOperation/read";
        if (accounts.length == 0) {
            site.on(path, ok(answer("", "")));
        } else {
            site.on(path, ok(answer(user(accounts[0]), "")), ok(answer("", "")));
        }
    }

    @Test
    void get_readsUntilNobodyNewIsNamed() {
        site.on("GET " + READ, ok(answer(user(ANNA), group(TEAM))), ok(answer(user(BEN), "")), ok(answer("", "")));
        Restriction restriction = restrictions.get(ID, RestrictedOperation.READ);

        assertThat(restriction.users()).containsExactlyInAnyOrder(ANNA, BEN);
        assertThat(restriction.groups()).containsExactly(TEAM);
        String expanded = "?expand=restrictions.user&expand=restrictions.group&start=";
        assertThat(site.asked())
                .containsExactly(
                        "GET " + READ + expanded + "0&limit=100",
                        "GET " + READ + expanded + "1&limit=100",
                        "GET " + READ + expanded + "2&limit=100");
    }

    @Test
    void get_siteThatNamesTheSameAgain_ends() {
        site.on("GET " + READ, ok(answer(user(ANNA), "")));
        assertThat(restrictions.get(ID, RestrictedOperation.READ).users()).containsExactly(ANNA);
    }

    @Test
    void get_openContent_isOneRequest() {
        site.on("GET " + READ, ok(answer("", "")));
        assertThat(restrictions.get(ID, RestrictedOperation.READ).isRestricted())
                .isFalse();
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void get_answerWithoutItsLists_isNotTakenForOpen() {
        site.on("GET " + READ, ok("{\"operation\":\"read\",\"restrictions\":{\"_expandable\":{\"user\":\"\"}}}"));
        assertThatThrownBy(() -> restrictions.get(ID, RestrictedOperation.READ))
                .isInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void names_isToldByTheStatus() {
        site.on("GET " + READ + "/user", empty(200), notFound()).on("GET " + READ + "/byGroupId/" + TEAM, notFound());
        assertThat(restrictions.names(ID, RestrictedOperation.READ, ANNA)).isTrue();
        assertThat(restrictions.names(ID, RestrictedOperation.READ, ANNA)).isFalse();
        assertThat(restrictions.names(ID, RestrictedOperation.READ, TEAM)).isFalse();
        assertThat(site.asked().get(0)).isEqualTo("GET " + READ + "/user?accountId=5:anna");
    }

    @Test
    void addRemoveClear_goToTheirAddresses() {
        String update = CONTENT + "7/restriction/byOperation/update";
        site.on("PUT " + READ + "/user", empty(200))
                .on("PUT " + READ + "/byGroupId/" + TEAM, empty(200))
                .on("DELETE " + update + "/user", empty(200))
                .on("DELETE " + update + "/byGroupId/" + TEAM, empty(200))
                .on("DELETE " + CONTENT + "7/restriction", ok("{\"results\":[],\"start\":0,\"limit\":25,\"size\":0}"));
        restrictions.add(ID, RestrictedOperation.READ, ANNA);
        restrictions.add(ID, RestrictedOperation.READ, TEAM);
        restrictions.remove(ID, RestrictedOperation.UPDATE, ANNA);
        restrictions.remove(ID, RestrictedOperation.UPDATE, TEAM);
        restrictions.clear(ID);
        assertThat(site.asked())
                .containsExactly(
                        "PUT " + READ + "/user?accountId=5:anna",
                        "PUT " + READ + "/byGroupId/" + TEAM,
                        "DELETE " + update + "/user?accountId=5:anna",
                        "DELETE " + update + "/byGroupId/" + TEAM,
                        "DELETE " + CONTENT + "7/restriction");
    }

    @Test
    void add_answerLost_isLookedFor() {
        site.on("PUT " + READ + "/user", empty(502)).on("GET " + READ + "/user", empty(200));
        restrictions.add(ID, RestrictedOperation.READ, ANNA);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void clear_answerLostAndAlreadyOpen_isDone() {
        site.on("DELETE " + CONTENT + "7/restriction", empty(502))
                .on("GET " + READ, ok(answer("", "")))
                .on("GET " + CONTENT + "7/restriction/byOperation/update", ok(answer("", "")));
        restrictions.clear(ID);
        assertThat(site.asked()).hasSize(3);
    }

    @Test
    void effectiveReadAccess_wantsEachLevelToLetThrough() {
        site.on(
                        "GET " + V2 + "/pages/7/ancestors",
                        ok("{\"results\":[{\"id\":\"5\",\"type\":\"page\"},{\"id\":\"6\",\"type\":\"folder\"}]}"))
                .on("GET " + V2 + "/pages/5/ancestors", ok("{\"results\":[]}"));
        restricted("5", ANNA);
        restricted("6");
        restricted("7", BEN);
        ReadAccess access = restrictions.effectiveReadAccess(PageId.of("7"));

        assertThat(access.levels()).extracting(level -> level.content().value()).containsExactly("5", "6", "7");
        assertThat(access.isRestricted()).isTrue();
        assertThat(access.permits(ANNA, Set.of())).isFalse();
        assertThat(access.permits(BEN, Set.of())).isFalse();
    }

    @Test
    void effectiveReadAccess_levelThatCannotBeRead_isClosed() {
        site.on("GET " + V2 + "/pages/7/ancestors", ok("{\"results\":[{\"id\":\"5\",\"type\":\"page\"}]}"))
                .on("GET " + V2 + "/pages/5/ancestors", ok("{\"results\":[]}"))
                .on("GET " + CONTENT + "5/restriction/byOperation/read", notFound());
        restricted("7");
        assertThatThrownBy(() -> restrictions.effectiveReadAccess(PageId.of("7")))
                .isInstanceOfSatisfying(ReadAccessUnknownException.class, e -> {
                    assertThat(e.unread()).isEqualTo(ContentId.of("5"));
                    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
                });
    }

    @Test
    void effectiveReadAccess_wayThatCannotBeRead_isClosed() {
        site.on("GET " + V2 + "/pages/7/ancestors", notFound());
        assertThatThrownBy(() -> restrictions.effectiveReadAccess(PageId.of("7")))
                .isInstanceOf(ReadAccessUnknownException.class)
                .hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void restriction_permitsWhomItNames() {
        Restriction named = new Restriction(ID, RestrictedOperation.READ, Set.of(ANNA), Set.of(TEAM));
        assertThat(named.permits(ANNA, List.of())).isTrue();
        assertThat(named.permits(BEN, List.of(TEAM))).isTrue();
        assertThat(named.permits(BEN, List.of())).isFalse();
        assertThat(new Restriction(ID, RestrictedOperation.READ, Set.of(), Set.of()).permits(BEN, List.of()))
                .isTrue();
    }

    @Test
    void permits_denial_isAnAnswer() {
        site.on(
                "POST " + CONTENT + "7/permission/check",
                ok("{\"hasPermission\":true,\"errors\":[],\"_links\":{}}"),
                ok("{\"hasPermission\":false,\"errors\":[{\"translation\":\"no\",\"args\":[]}],\"_links\":{}}"));
        assertThat(restrictions.permits(ID, ANNA, CheckedOperation.UPDATE)).isTrue();
        assertThat(site.lastJson())
                .isEqualTo(Map.of("subject", Map.of("type", "user", "identifier", "5:anna"), "operation", "update"));
        assertThat(restrictions.permits(ID, TEAM, CheckedOperation.DELETE)).isFalse();
        assertThat(site.lastJson().get("subject")).isEqualTo(Map.of("type", "group", "identifier", TEAM.value()));
    }
}
