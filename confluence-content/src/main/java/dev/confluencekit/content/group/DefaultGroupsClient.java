package dev.confluencekit.content.group;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.StartPaged;
import dev.confluencekit.content.user.User;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.function.Supplier;

/** Groups over a connection. */
final class DefaultGroupsClient implements GroupsClient {
    private static final String ALL = "/wiki/rest/api/group";
    private static final String MEMBER = ALL + "/userByGroupId";

    private final ConfluenceConnection connection;

    DefaultGroupsClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Paged<Group> list() {
        return groups(() -> ApiRequest.get("getGroups", ALL));
    }

    @Override
    public Paged<Group> search(String text) {
        Checks.text("text", text);
        return groups(() -> ApiRequest.get("searchGroups", ALL + "/picker").query("query", text));
    }

    @Override
    public Paged<Group> of(AccountId account) {
        return groups(() -> ApiRequest.get("getGroupMembershipsForUser", "/wiki/rest/api/user/memberof")
                .query("accountId", account.value()));
    }

    private Paged<Group> groups(Supplier<ApiRequest.Builder> request) {
        return StartPaged.of(connection, request, Groups.class, Groups::results, Groups::links);
    }

    @Override
    public Group get(GroupId id) {
        return connection.fetch(
                ApiRequest.get("getGroupByGroupId", ALL + "/by-id")
                        .query("id", id.value())
                        .build(),
                Group.class);
    }

    @Override
    public Paged<User> members(GroupId id) {
        return StartPaged.of(
                connection,
                () -> ApiRequest.get("getGroupMembersByGroupId", ALL + "/{groupId}/membersByGroupId")
                        .path("groupId", id.value()),
                GroupMembers.class,
                GroupMembers::results,
                GroupMembers::links);
    }

    @Override
    public void addMember(GroupId id, AccountId account) {
        connection.send(ApiRequest.of("POST", "addUserToGroupByGroupId", MEMBER)
                .query("groupId", id.value())
                .jsonBody(new JsonBody().with("accountId", account.value()).json())
                .build());
    }

    @Override
    public void removeMember(GroupId id, AccountId account) {
        connection.send(ApiRequest.of("DELETE", "removeMemberFromGroupByGroupId", MEMBER)
                .query("groupId", id.value())
                .query("accountId", account.value())
                .build());
    }
}
