package dev.confluencekit.content.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.content.restriction.CheckedOperation;
import dev.confluencekit.content.restriction.RestrictionsClient;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Permissions and roles in spaces against the simulated site. */
class SpaceAccessOnASiteTest {
    private static final ContentId HOME = ContentId.of(SimulatedSite.HOME.value());

    private final SimulatedSite site = new SimulatedSite();
    private final SpacePermissionsClient permissions = SpacePermissionsClient.over(site.connection());
    private final SpaceRolesClient roles = SpaceRolesClient.over(site.connection());
    private final RestrictionsClient checks = RestrictionsClient.over(site.connection());
    private final AccountId me =
            AccountId.of(site.simulator().account(SimulatedSite.EMAIL).accountId());
    private final AccountId ada = AccountId.of(
            site.simulator().account("ada@northwind-cycles.example").accountId());

    @AfterEach
    void close() {
        site.close();
    }

    private void revokeFromEverybody() {
        SpacePermission everybodys = permissions.list(SimulatedSite.DOCS).stream()
                .filter(one -> String.valueOf(one.principal()).contains("all-licensed-users"))
                .filter(one -> String.valueOf(one.operation()).contains("read"))
                .findFirst()
                .orElseThrow();
        permissions.revoke("DOCS", Long.parseLong(String.valueOf(everybodys.id())));
    }

    private SpaceRoleId role(String name) {
        return roles.list().stream()
                .filter(role -> name.equals(role.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void grantAndRevoke_decideWhoSeesTheSpace() {
        permissions.grant("DOCS", me, "read", "space");
        revokeFromEverybody();
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isFalse();

        GrantedSpacePermission granted = permissions.grant("DOCS", ada, "read", "space");
        assertThat(permissions.list(SimulatedSite.DOCS))
                .extracting(SpacePermission::id)
                .contains(String.valueOf(granted.id()));
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isTrue();
        assertThat(checks.permits(HOME, ada, CheckedOperation.UPDATE)).isFalse();
        permissions.revoke("DOCS", granted.id());
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isFalse();
    }

    @Test
    void grant_toAGroup_isItsMembers() {
        GroupId team = GroupId.of(site.simulator().community().addGroup("team", ada.value()));
        permissions.grant("DOCS", me, "read", "space");
        revokeFromEverybody();
        permissions.grant("DOCS", team, "read", "space");
        permissions.grant("DOCS", team, "create", "page");

        assertThat(checks.permits(HOME, team, CheckedOperation.UPDATE)).isTrue();
        assertThat(checks.permits(HOME, ada, CheckedOperation.UPDATE)).isTrue();
        assertThat(checks.permits(HOME, ada, CheckedOperation.DELETE)).isFalse();
    }

    @Test
    void grant_thatTheServiceRefuses_isABadRequest() {
        assertThatThrownBy(() -> permissions.grant("DOCS", ada, "create", "page"))
                .isInstanceOf(BadRequestException.class);
        assertThat(roles.mode()).isEqualTo(SpaceRoleMode.PRE_ROLES);
        assertThatThrownBy(() -> roles.list().toList(1)).isInstanceOf(NotFoundException.class);

        site.simulator().roleBasedAccess(true);
        assertThat(roles.mode()).isEqualTo(SpaceRoleMode.ROLES);
        assertThatThrownBy(() -> permissions.grant("DOCS", ada, "read", "space"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("InvalidRbacOperationException");
    }

    @Test
    void roles_areCreatedChangedAssignedAndDeleted() {
        site.simulator().roleBasedAccess(true);
        assertThat(permissions.available())
                .extracting(AvailableSpacePermission::id)
                .contains("read/space");
        SpaceRole reader = roles.create("Reader", "Reads", List.of("read/space"));
        assertThat(roles.get(reader.id()).type()).isEqualTo(SpaceRoleType.CUSTOM);
        roles.assign(SimulatedSite.DOCS, SpacePrincipal.user(me), role("Admin"));
        roles.unassign(SimulatedSite.DOCS, SpacePrincipal.accessClass("all-licensed-users"));
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isFalse();

        assertThat(roles.assign(SimulatedSite.DOCS, SpacePrincipal.user(ada), reader.id()))
                .extracting(SpaceRoleAssignment::roleId)
                .containsExactly(reader.id().value());
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isTrue();
        assertThat(roles.list(SimulatedSite.DOCS)).contains(reader);
        SpaceRoleChange change = roles.update(reader.id(), "Writer", "Writes", List.of("read/space", "create/page"));
        assertThat(change.name()).isEqualTo("Writer");
        assertThat(checks.permits(HOME, ada, CheckedOperation.UPDATE)).isTrue();
        roles.delete(reader.id());
        assertThat(checks.permits(HOME, ada, CheckedOperation.READ)).isFalse();
        assertThat(roles.assignments(SimulatedSite.DOCS))
                .extracting(SpaceRoleAssignment::roleId)
                .doesNotContain(reader.id().value());
    }
}
