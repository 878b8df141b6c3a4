package dev.confluencekit.content.user;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.LiteralSite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users by their account ids. */
class UsersInBulkTest {
    private static final String ADDRESS = V2 + "/users-bulk";
    private static final AccountId ADA = AccountId.of("557058:0c1b");
    private static final AccountId BEN = AccountId.of("712020:4c0a");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final UsersClient users = UsersClient.over(site.connection());

    @Test
    void byIds_leavesUnknownOnesOut_andKeepsTheOrder() {
        site.on("POST " + ADDRESS, ok("""
                {"results":[{"accountId":"712020:4c0a","displayName":"Ben","accountStatus":"closed","email":""},
                            {"accountId":"557058:0c1b","displayName":"Ada","accountStatus":"active",
                             "profilePicture":{"path":"/x","isDefault":false}}],"_links":{}}"""));
        Map<AccountId, UserProfile> found = users.byIds(List.of(ADA, AccountId.of("nobody"), BEN));
        assertThat(found.keySet()).containsExactly(ADA, BEN);
        assertThat(found.values())
                .extracting(UserProfile::accountStatus)
                .containsExactly(AccountStatus.ACTIVE, AccountStatus.CLOSED);
        assertThat(site.lastJson()).isEqualTo(Map.of("accountIds", List.of("557058:0c1b", "nobody", "712020:4c0a")));
    }

    @Test
    void byIds_ofManyIds_asksFor250AtATime() {
        site.on("POST " + ADDRESS, ok("{\"results\":[]}"));
        users.byIds(IntStream.range(0, 501).mapToObj(i -> AccountId.of("a" + i)).toList());
        assertThat(site.asked()).hasSize(3);
        assertThat(site.lastJson()).isEqualTo(Map.of("accountIds", List.of("a500")));
    }

    @Test
    void byIds_ofTheSameTwice_asksOnce() {
        site.on("POST " + ADDRESS, ok("{\"results\":[{\"accountId\":\"557058:0c1b\"}]}"));
        assertThat(users.byIds(List.of(ADA, ADA))).hasSize(1);
        assertThat(site.lastJson()).isEqualTo(Map.of("accountIds", List.of("557058:0c1b")));
    }

    @Test
    void byIds_onlyReads_soThatItIsAskedAgain() {
        site.on("POST " + ADDRESS, json(503, "{}"), ok("{\"results\":[]}"));
        assertThat(users.byIds(List.of(ADA))).isEmpty();
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void current_isAskedOfV1() {
        site.on("GET " + V1 + "/user/current", ok("{\"type\":\"known\",\"accountId\":\"557058:0c1b\"}"));
        assertThat(users.current().isAccount()).isTrue();
    }
}
