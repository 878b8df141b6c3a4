package dev.confluencekit.content.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UserProfile;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.core.error.NotFoundException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups and users of a simulated site. */
class GroupsOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final GroupsClient groups = GroupsClient.over(site.connection());
    private final AccountId ada = AccountId.of(
            site.simulator().account("ada@northwind-cycles.example").accountId());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void group_getsAndLosesMembers() {
        GroupId id = GroupId.of(site.simulator().community().addGroup("writers"));

        groups.addMember(id, ada);
        assertThat(groups.members(id).stream().map(User::accountId)).containsExactly(ada.value());
        assertThat(groups.of(ada).stream().map(Group::name)).containsExactly("writers");
        groups.removeMember(id, ada);
        assertThat(groups.members(id).stream()).isEmpty();
        assertThat(groups.get(id).name()).isEqualTo("writers");
        assertThatThrownBy(() -> groups.get(GroupId.of("none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void groups_areListedOverManyPages_andSearched() {
        IntStream.rangeClosed(1, 201).forEach(i -> site.simulator().community().addGroup("team-" + i));

        assertThat(groups.list().stream()).hasSize(201);
        assertThat(groups.search("team-20").stream().map(Group::name))
                .containsExactly("team-20", "team-200", "team-201");
    }

    @Test
    void users_areLookedUpByTheirIds() {
        AccountId nobody = AccountId.of("712020:nobody");

        assertThat(UsersClient.over(site.connection())
                        .byIds(List.of(nobody, ada))
                        .values())
                .extracting(UserProfile::displayName)
                .containsExactly("ada");
    }
}
