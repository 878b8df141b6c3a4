package dev.confluencekit.content.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.attachment.Attachment;
import dev.confluencekit.content.attachment.AttachmentsClient;
import dev.confluencekit.content.attachment.NewAttachment;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.comment.FooterCommentsClient;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.page.MovePosition;
import dev.confluencekit.content.version.VersionsClient;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Restrictions and permissions against the simulated site. */
class RestrictionsOnASiteTest {
    private static final String OTHER = "ada@northwind-cycles.example";
    private static final ContentId HOME = ContentId.of(SimulatedSite.HOME.value());
    private static final ContentId GUIDE = ContentId.of(SimulatedSite.GUIDE.value());

    private final SimulatedSite site = new SimulatedSite();
    private final RestrictionsClient restrictions = RestrictionsClient.over(site.connection());
    private final AccountId me =
            AccountId.of(site.simulator().account(SimulatedSite.EMAIL).accountId());
    private final AccountId ada = AccountId.of(site.simulator().account(OTHER).accountId());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void restriction_ofUsersAndGroups_isReadAsItWasWritten_andCleared() {
        GroupId team = GroupId.of(site.simulator().community().addGroup("team"));
        restrictions.add(HOME, RestrictedOperation.READ, me);
        restrictions.add(HOME, RestrictedOperation.READ, team);
        restrictions.add(HOME, RestrictedOperation.UPDATE, me);

        Restriction read = restrictions.get(HOME, RestrictedOperation.READ);
        assertThat(read.users()).containsExactly(me);
        assertThat(read.groups()).containsExactly(team);
        assertThat(restrictions.names(HOME, RestrictedOperation.READ, team)).isTrue();
        assertThat(restrictions.names(HOME, RestrictedOperation.READ, ada)).isFalse();
        assertThat(restrictions.names(HOME, RestrictedOperation.UPDATE, me)).isTrue();

        restrictions.remove(HOME, RestrictedOperation.READ, team);
        assertThat(restrictions.get(HOME, RestrictedOperation.READ).groups()).isEmpty();
        restrictions.clear(HOME);
        assertThat(restrictions.get(HOME, RestrictedOperation.READ).isRestricted())
                .isFalse();
        assertThat(restrictions.get(HOME, RestrictedOperation.UPDATE).isRestricted())
                .isFalse();
    }

    @Test
    void restriction_toSomebodyElse_shutsTheCallerOut_alsoBelow() {
        restrictions.add(HOME, RestrictedOperation.READ, ada);

        assertThatThrownBy(() -> restrictions.get(HOME, RestrictedOperation.READ))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> restrictions.get(GUIDE, RestrictedOperation.READ))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void restriction_toAGroup_letsItsMembersThrough() {
        GroupId mine = GroupId.of(site.simulator().community().addGroup("team", me.value()));
        restrictions.add(HOME, RestrictedOperation.READ, mine);

        assertThat(restrictions.get(GUIDE, RestrictedOperation.READ).isRestricted())
                .isFalse();
    }

    @Test
    void permission_goesByBothRestrictions_andThoseAbove() {
        restrictions.add(HOME, RestrictedOperation.READ, me);
        restrictions.add(GUIDE, RestrictedOperation.UPDATE, ada);

        assertThat(restrictions.permits(GUIDE, me, CheckedOperation.READ)).isTrue();
        assertThat(restrictions.permits(GUIDE, me, CheckedOperation.UPDATE)).isFalse();
        assertThat(restrictions.permits(GUIDE, ada, CheckedOperation.READ)).isFalse();
        assertThat(restrictions.permits(HOME, me, CheckedOperation.UPDATE)).isTrue();
        GroupId team = GroupId.of(site.simulator().community().addGroup("team"));
        assertThat(restrictions.permits(HOME, team, CheckedOperation.READ)).isFalse();
        restrictions.clear(HOME);
        assertThat(restrictions.permits(GUIDE, ada, CheckedOperation.UPDATE)).isTrue();
        assertThat(restrictions.permits(HOME, team, CheckedOperation.READ)).isTrue();
    }

    @Test
    void effectiveReadAccess_seesTheRestrictionAbove() {
        restrictions.add(HOME, RestrictedOperation.READ, me);
        ReadAccess access = restrictions.effectiveReadAccess(SimulatedSite.GUIDE);

        assertThat(access.levels()).extracting(Restriction::isRestricted).containsExactly(true, false);
    }

    @Test
    void whoMayNotEdit_isRefused_asTheClientsSay_andStillComments() {
        ContentOwner guide = ContentOwner.page(SimulatedSite.GUIDE);
        AttachmentsClient attachments = AttachmentsClient.over(site.connection());
        LabelsClient labels = LabelsClient.over(site.connection(), guide);
        VersionsClient versions = VersionsClient.over(site.connection(), guide);
        Attachment file = attachments.upload(guide, file("a.txt"));
        site.pages().rename(SimulatedSite.GUIDE, "Guide 2");
        restrictions.add(GUIDE, RestrictedOperation.UPDATE, ada);

        assertThatThrownBy(() -> site.pages().rename(SimulatedSite.GUIDE, "Guide 3"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.delete(file.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> attachments.newVersion(file, file("a.txt")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> attachments.upload(guide, file("b.txt")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> labels.add("new")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> versions.restore(1, "")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> site.pages().move(SimulatedSite.GUIDE, MovePosition.BEFORE, SimulatedSite.HOME))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> site.pages().deleteTree(SimulatedSite.GUIDE))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(site.pages().get(SimulatedSite.GUIDE).title()).isEqualTo("Guide 2");
        assertThat(FooterCommentsClient.over(site.connection())
                        .create(guide, NewBody.storage("<p>Seen</p>"))
                        .id())
                .isNotNull();
    }

    private static NewAttachment file(String name) {
        return NewAttachment.of(name, name.getBytes(StandardCharsets.UTF_8));
    }
}
