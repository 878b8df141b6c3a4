package dev.confluencekit.content.group;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.user.User;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups, which v1 pages by the place of the first row. */
class GroupsClientTest {
    private static final String ALL = V1 + "/group";
    private static final GroupId STAFF = GroupId.of("6d1a6b9e-0d4c-4d0c-8f64-6f3f6f2f0b11");
    private static final AccountId ADA = AccountId.of("557058:0c1b");
    private static final String MORE = "{\"next\":\"/rest/api/group?start=999\"}";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final GroupsClient groups = GroupsClient.over(site.connection());

    private static String page(String links, String... ids) {
        List<String> rows = List.of(ids).stream()
                .map(id -> "{\"type\":\"group\",\"name\":\"G" + id + "\",\"id\":\"" + id
                        + "\",\"usageType\":\"USERBASE_GROUP\",\"managedBy\":\"ADMINS\",\"_links\":{}}")
                .toList();
        return "{\"results\":[" + String.join(",", rows) + "],\"start\":0,\"limit\":200,\"size\":" + ids.length
                + ",\"_links\":" + links + "}";
    }

    @Test
    void list_goesOnAfterWhatCame_whateverTheNextLinkSays() {
        site.on("GET " + ALL, ok(page(MORE, "a", "b")), ok(page(MORE, "c")), ok(page("{}", "d")));
        assertThat(groups.list()).extracting(Group::name).containsExactly("Ga", "Gb", "Gc", "Gd");
        assertThat(site.asked())
                .containsExactly(
                        "GET " + ALL + "?start=0&limit=200",
                        "GET " + ALL + "?start=2&limit=200",
                        "GET " + ALL + "?start=3&limit=200");
    }

    @Test
    void list_withANextLinkAndNoRows_ends() {
        site.on("GET " + ALL, ok(page(MORE, "a")), ok(page(MORE)));
        assertThat(groups.list()).hasSize(1);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void list_withoutLinks_endsWhenNothingMoreComes() {
        site.on("GET " + ALL, ok(page("null", "a")), ok(page("null")));
        assertThat(groups.list()).hasSize(1);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void list_ofAnAnswerWithoutRows_isAnErrorAndNotTakenForItsEnd() {
        site.on("GET " + ALL, ok(page(MORE, "a")), ok("{\"size\":0}"));
        assertThatThrownBy(() -> groups.list().toList(100)).isInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void list_unread_asksNothing() {
        groups.list().batches();
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void search_asksForTheText() {
        site.on("GET " + ALL + "/picker", ok(page("{}", "a")));
        assertThat(groups.search("staff & co")).hasSize(1);
        assertThat(site.asked()).containsExactly("GET " + ALL + "/picker?query=staff & co&start=0&limit=200");
        assertThatThrownBy(() -> groups.search(" ")).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void get_isByIdInTheQuery() {
        site.on("GET " + ALL + "/by-id", ok("{\"type\":\"group\",\"name\":\"staff\",\"id\":\"" + STAFF + "\"}"));
        assertThat(groups.get(STAFF).name()).isEqualTo("staff");
        assertThat(site.asked()).containsExactly("GET " + ALL + "/by-id?id=" + STAFF);
    }

    @Test
    void members_areListed() {
        site.on("GET " + ALL + "/" + STAFF + "/membersByGroupId", ok("""
                {"results":[{"type":"known","accountId":"557058:0c1b","displayName":"Ada"}],"start":0,"limit":200,"size":1,
                 "_links":{}}"""));
        assertThat(groups.members(STAFF)).extracting(User::displayName).containsExactly("Ada");
    }

    @Test
    void of_listsTheGroupsThatSomebodyIsIn() {
        site.on("GET " + V1 + "/user/memberof", ok(page("{}", "a")));
        assertThat(groups.of(ADA)).hasSize(1);
        assertThat(site.asked())
                .containsExactly("GET " + V1 + "/user/memberof?accountId=557058:0c1b&start=0&limit=200");
    }

    @Test
    void members_areAddedAndRemoved() {
        String member = ALL + "/userByGroupId";
        site.on("POST " + member, json(201, "{}")).on("DELETE " + member, empty(204));
        groups.addMember(STAFF, ADA);
        assertThat(site.lastJson()).isEqualTo(Map.of("accountId", "557058:0c1b"));
        groups.removeMember(STAFF, ADA);
        assertThat(site.asked())
                .containsExactly(
                        "POST " + member + "?groupId=" + STAFF,
                        "DELETE " + member + "?groupId=" + STAFF + "&accountId=557058:0c1b");
    }
}
