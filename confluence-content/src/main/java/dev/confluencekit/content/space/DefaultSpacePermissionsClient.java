package dev.confluencekit.content.space;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Map;

/** Permissions in spaces over a connection. */
final class DefaultSpacePermissionsClient implements SpacePermissionsClient {
    private static final String PERMISSION = "/wiki/rest/api/space/{spaceKey}/permission";

    private final ConfluenceConnection connection;

    DefaultSpacePermissionsClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Paged<SpacePermission> list(SpaceId space) {
        ApiRequest request = ApiRequest.get("getSpacePermissionsAssignments", "/wiki/api/v2/spaces/{id}/permissions")
                .path("id", space.value())
                .build();
        return connection.list(request, SpacePermission.class, Batch.LARGEST, null);
    }

    @Override
    public Paged<AvailableSpacePermission> available() {
        ApiRequest request = ApiRequest.get("getAvailableSpacePermissions", "/wiki/api/v2/space-permissions")
                .build();
        return connection.list(request, AvailableSpacePermission.class, Batch.LARGEST, null);
    }

    @Override
    public GrantedSpacePermission grant(String spaceKey, AccountId account, String operation, String target) {
        return grant(spaceKey, Map.of("type", "user", "identifier", account.value()), operation, target);
    }

    @Override
    public GrantedSpacePermission grant(String spaceKey, GroupId group, String operation, String target) {
        return grant(spaceKey, Map.of("type", "group", "identifier", group.value()), operation, target);
    }

    private GrantedSpacePermission grant(
            String spaceKey, Map<String, String> subject, String operation, String target) {
        JsonBody body = new JsonBody()
                .with("subject", subject)
                .with(
                        "operation",
                        Map.of("key", Checks.text("operation", operation), "target", Checks.text("target", target)));
        ApiRequest request = ApiRequest.of("POST", "addPermissionToSpace", PERMISSION)
                .path("spaceKey", Checks.text("spaceKey", spaceKey).strip())
                .jsonBody(body.json())
                .build();
        return connection.fetch(request, GrantedSpacePermission.class);
    }

    @Override
    public void revoke(String spaceKey, long permission) {
        connection.send(ApiRequest.of("DELETE", "removePermission", PERMISSION + "/{id}")
                .path("spaceKey", Checks.text("spaceKey", spaceKey).strip())
                .path("id", Long.toString(permission))
                .build());
    }
}
