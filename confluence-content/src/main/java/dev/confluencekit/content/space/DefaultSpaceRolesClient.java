package dev.confluencekit.content.space;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles in spaces over a connection. */
final class DefaultSpaceRolesClient implements SpaceRolesClient {
    private static final String ALL = "/wiki/api/v2/space-roles";
    private static final String ONE = ALL + "/{id}";
    private static final String ASSIGNMENTS = "/wiki/api/v2/spaces/{id}/role-assignments";

    private final ConfluenceConnection connection;

    DefaultSpaceRolesClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public SpaceRoleMode mode() {
        return connection
                .fetch(
                        ApiRequest.get("getSpaceRoleMode", "/wiki/api/v2/space-role-mode")
                                .build(),
                        SpaceRoleModeAnswer.class)
                .mode();
    }

    @Override
    public Paged<SpaceRole> list() {
        return roles(null);
    }

    @Override
    public Paged<SpaceRole> list(SpaceId space) {
        return roles(space);
    }

    private Paged<SpaceRole> roles(@Nullable SpaceId space) {
        ApiRequest request = ApiRequest.get("getAvailableSpaceRoles", ALL)
                .query("space-id", space)
                .build();
        return connection.list(request, SpaceRole.class, Batch.LARGEST, null);
    }

    @Override
    public SpaceRole get(SpaceRoleId id) {
        return connection.fetch(
                ApiRequest.get("getSpaceRolesById", ONE).path("id", id.value()).build(), SpaceRole.class);
    }

    @Override
    public SpaceRole create(String name, String description, Collection<String> permissions) {
        ApiRequest request = ApiRequest.of("POST", "createSpaceRole", ALL)
                .jsonBody(role(name, description, permissions))
                .build();
        return connection.fetch(request, SpaceRole.class);
    }

    @Override
    public SpaceRoleChange update(SpaceRoleId id, String name, String description, Collection<String> permissions) {
        ApiRequest request = ApiRequest.of("PUT", "updateSpaceRole", ONE)
                .path("id", id.value())
                .jsonBody(role(name, description, permissions))
                .build();
        return connection.fetch(request, SpaceRoleChange.class);
    }

    private static String role(String name, String description, Collection<String> permissions) {
        return new JsonBody()
                .with("name", Checks.text("name", name))
                .with("description", description)
                .with("spacePermissions", List.copyOf(permissions))
                .json();
    }

    @Override
    public SpaceRoleChange delete(SpaceRoleId id) {
        ApiRequest request = ApiRequest.of("DELETE", "deleteSpaceRole", ONE)
                .path("id", id.value())
                .build();
        return connection.fetch(request, SpaceRoleChange.class);
    }

    @Override
    public Paged<SpaceRoleAssignment> assignments(SpaceId space) {
        ApiRequest request = ApiRequest.get("getSpaceRoleAssignments", ASSIGNMENTS)
                .path("id", space.value())
                .build();
        return connection.list(request, SpaceRoleAssignment.class, Batch.LARGEST, null);
    }

    @Override
    public List<SpaceRoleAssignment> assign(SpaceId space, SpacePrincipal principal, SpaceRoleId role) {
        return set(space, principal, role);
    }

    @Override
    public void unassign(SpaceId space, SpacePrincipal principal) {
        set(space, principal, null);
    }

    private List<SpaceRoleAssignment> set(SpaceId space, SpacePrincipal principal, @Nullable SpaceRoleId role) {
        JsonBody assignment = new JsonBody()
                .with(
                        "principal",
                        Map.of(
                                "principalType", principal.principalType().value(),
                                "principalId", principal.principalId()))
                .with("roleId", role == null ? null : role.value());
        ApiRequest request = ApiRequest.of("POST", "setSpaceRoleAssignments", ASSIGNMENTS)
                .path("id", space.value())
                .jsonBody(JsonBody.array(List.of(assignment.members())))
                .build();
        return connection.fetch(request, SpaceRoleAssignments.class).results();
    }
}
