package dev.confluencekit.content.space;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Permissions and roles in spaces. */
class SpaceAccessTest {
    private static final SpaceId SPACE = SpaceId.of("65537");
    private static final SpaceRoleId ROLE = SpaceRoleId.of("3f1c-1");
    private static final AccountId ADA = AccountId.of("557058:0c1b");
    private static final String ROLE_JSON = """
            {"id":"3f1c-1","type":"CUSTOM","name":"Editor","description":"Writes","spacePermissions":["read/space"]}""";
    private static final String ASSIGNMENT = """
            {"principal":{"principalType":"USER","principalId":"557058:0c1b"},"roleId":"3f1c-1"}""";
    private static final String PERMISSION = V1 + "/space/SUPPORT/permission";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final SpacePermissionsClient permissions = SpacePermissionsClient.over(site.connection());
    private final SpaceRolesClient roles = SpaceRolesClient.over(site.connection());

    private static String rows(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"_links\":{}}";
    }

    @Test
    void permissions_areListed() {
        site.on("GET " + V2 + "/spaces/65537/permissions", ok(rows("""
                        {"id":"9","principal":{"type":"group","id":"g-1"},"operation":{"key":"read","targetType":"space"}}""")))
                .on("GET " + V2 + "/space-permissions", ok(rows("""
                        {"id":"read/space","displayName":"View","description":"See it","requiredPermissionIds":["x"]}""")));
        assertThat(permissions.list(SPACE)).extracting(SpacePermission::id).containsExactly("9");
        assertThat(permissions.available())
                .extracting(AvailableSpacePermission::requiredPermissionIds)
                .containsExactly(List.of("x"));
    }

    @Test
    void grant_toAUserAndToAGroup_namesThem() {
        site.on("POST " + PERMISSION, ok("""
                {"id":12,"subject":{"type":"user","identifier":"557058:0c1b"},"operation":{"key":"create","target":"page"}}"""));
        assertThat(permissions.grant("SUPPORT", ADA, "create", "page").id()).isEqualTo(12);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "subject",
                        Map.of("type", "user", "identifier", "557058:0c1b"),
                        "operation",
                        Map.of("key", "create", "target", "page")));
        permissions.grant("SUPPORT", GroupId.of("g-1"), "read", "space");
        assertThat(site.lastJson().get("subject")).isEqualTo(Map.of("type", "group", "identifier", "g-1"));
    }

    @Test
    void grant_onASiteThatHasGoneToRoles_isABadRequestInTheServicesWords() {
        site.on("POST " + PERMISSION, json(400, """
                {"statusCode":400,"data":{"authorized":true,"valid":false,"errors":[],"successful":false},
                 "message":"Space permissions are managed by roles on this site","reason":"Bad Request"}"""));
        assertThatThrownBy(() -> permissions.grant("SUPPORT", ADA, "create", "page"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("managed by roles");
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void grant_ofNothing_endsBeforeAnyRequest() {
        assertThatThrownBy(() -> permissions.grant(" ", ADA, "create", "page"))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> permissions.grant("SUPPORT", ADA, "", "page"))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void revoke_isById() {
        site.on("DELETE " + PERMISSION + "/12", empty(204));
        permissions.revoke("SUPPORT", 12);
        assertThat(site.asked()).containsExactly("DELETE " + PERMISSION + "/12");
    }

    @Test
    void mode_isRead_alsoAnUnknownOne() {
        site.on("GET " + V2 + "/space-role-mode", ok("{\"mode\":\"ROLES\"}"), ok("{\"mode\":\"ROLES_2\"}"));
        assertThat(roles.mode()).isEqualTo(SpaceRoleMode.ROLES);
        assertThat(roles.mode().value()).isEqualTo("ROLES_2");
    }

    @Test
    void roles_areListedReadCreatedChangedAndDeleted() {
        String all = V2 + "/space-roles";
        site.on("GET " + all, ok(rows(ROLE_JSON)))
                .on("GET " + all + "/3f1c-1", ok(ROLE_JSON))
                .on("POST " + all, json(201, ROLE_JSON))
                .on("PUT " + all + "/3f1c-1", json(202, "{\"id\":\"3f1c-1\",\"name\":\"Editor\",\"taskId\":\"t-1\"}"))
                .on("DELETE " + all + "/3f1c-1", json(202, "{\"taskId\":\"t-2\"}"));
        assertThat(roles.list()).extracting(SpaceRole::type).containsExactly(SpaceRoleType.CUSTOM);
        assertThat(roles.list(SPACE)).hasSize(1);
        assertThat(roles.get(ROLE).spacePermissions()).containsExactly("read/space");
        roles.create("Editor", "Writes", List.of("read/space"));
        Map<String, Object> sent =
                Map.of("name", "Editor", "description", "Writes", "spacePermissions", List.of("read/space"));
        assertThat(site.lastJson()).isEqualTo(sent);
        assertThat(roles.update(ROLE, "Editor", "Writes", List.of("read/space")).taskId())
                .isEqualTo("t-1");
        assertThat(site.lastJson()).isEqualTo(sent);
        assertThat(roles.delete(ROLE).taskId()).isEqualTo("t-2");
        assertThat(site.asked())
                .containsExactly(
                        "GET " + all + "?limit=250",
                        "GET " + all + "?space-id=65537&limit=250",
                        "GET " + all + "/3f1c-1",
                        "POST " + all,
                        "PUT " + all + "/3f1c-1",
                        "DELETE " + all + "/3f1c-1");
    }

    @Test
    void assignments_areListedSetAndTakenAway() {
        String place = V2 + "/spaces/65537/role-assignments";
        site.on("GET " + place, ok(rows(ASSIGNMENT))).on("POST " + place, ok(rows(ASSIGNMENT)));
        assertThat(roles.assignments(SPACE))
                .extracting(SpaceRoleAssignment::roleId)
                .containsExactly("3f1c-1");
        assertThat(roles.assign(SPACE, SpacePrincipal.user(ADA), ROLE)).hasSize(1);
        assertThat((Object) LiteralContent.read(site.lastBody(), List.class))
                .isEqualTo(List.of(Map.of(
                        "principal",
                        Map.of("principalType", "USER", "principalId", "557058:0c1b"),
                        "roleId",
                        "3f1c-1")));
        roles.unassign(SPACE, SpacePrincipal.group(GroupId.of("g-1")));
        assertThat((Object) LiteralContent.read(site.lastBody(), List.class))
                .isEqualTo(List.of(Map.of("principal", Map.of("principalType", "GROUP", "principalId", "g-1"))));
    }

    @Test
    void principal_ofAClassOfUsers_isNamedByTheService() {
        assertThat(SpacePrincipal.accessClass("anonymous-users").principalType())
                .isEqualTo(PrincipalType.ACCESS_CLASS);
        assertThatThrownBy(() -> SpacePrincipal.accessClass(" ")).isInstanceOf(InvalidArgumentException.class);
    }
}
