package dev.confluencekit.content.version;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions: read by v2, restored and deleted by v1. */
@NullUnmarked // what is missing fails the test anyway
class VersionsClientTest {
    private static final String V1_VERSIONS = V1 + "/content/98581/version";
    private static final LiteralSite.Answer BUSY = json(
            409,
            "{\"statusCode\":409,\"data\":{\"authorized\":true,\"valid\":true,\"errors\":[],\"successful\":false},"
                    + "\"message\":\"The content is being concurrently updated\",\"reason\":\"Conflict\"}");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final VersionsClient versions = VersionsClient.over(site.connection(), Owners.PAGE);

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "ATTACHMENT", "FOOTER_COMMENT", "INLINE_COMMENT", "CUSTOM_CONTENT"})
    void versions_ofEachKindOfOwner_areReadAtItsAddress(OwnerKind kind) {
        String place = Owners.place(kind) + "/versions";
        String member = Map.of(
                        OwnerKind.PAGE, "page",
                        OwnerKind.BLOG_POST, "blogpost",
                        OwnerKind.ATTACHMENT, "attachment",
                        OwnerKind.CUSTOM_CONTENT, "custom")
                .getOrDefault(kind, "comment");
        site.on(
                        "GET " + place,
                        ok("{\"results\":[{\"number\":2,\"authorId\":\"557058:0c1b\",\"" + member
                                + "\":{\"title\":\"Before\",\"id\":\"98581\"}}],\"_links\":{}}"))
                .on("GET " + place + "/2", ok("""
                        {"number":2,"authorId":"557058:0c1b","message":"Typo","createdAt":"2026-11-01T08:00:00.000Z",
                         "minorEdit":true,"contentTypeModified":false,"collaborators":["557058:0c1b"],"prevVersion":1,
                         "nextVersion":3}"""));
        VersionsClient client = VersionsClient.over(site.connection(), Owners.of(kind));

        ContentVersion listed = client.list().findFirst().orElseThrow();
        assertThat(listed.content()).map(VersionedContent::title).contains("Before");
        VersionDetails read = client.get(2);
        assertThat(read.collaborators()).containsExactly(AccountId.of("557058:0c1b"));
        assertThat(read.prevVersion()).isEqualTo(1);
        assertThat(read.nextVersion()).isEqualTo(3);
        assertThat(site.asked()).containsExactly("GET " + place + "?limit=250", "GET " + place + "/2");
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"WHITEBOARD", "DATABASE", "FOLDER", "SMART_LINK", "SPACE"})
    void over_anOwnerWithoutVersions_isRefused(OwnerKind kind) {
        assertThatThrownBy(() -> VersionsClient.over(site.connection(), Owners.of(kind)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void list_withBodies_asksForThem() {
        site.on("GET " + V2 + "/pages/98581/versions", ok("""
                {"results":[{"number":1,"page":{"title":"Hours","id":"98581",
                  "body":{"storage":{"representation":"storage","value":"<p>9 to 5</p>"}}}}],"_links":{}}"""));
        assertThat(versions.list(BodyFormat.STORAGE)
                        .findFirst()
                        .orElseThrow()
                        .page()
                        .body()
                        .storage())
                .contains("<p>9 to 5</p>");
        assertThat(site.asked()).containsExactly("GET " + V2 + "/pages/98581/versions?body-format=storage&limit=250");
    }

    @Test
    void list_withBodiesOfAnAttachment_isRefused() {
        VersionsClient ofAttachment = VersionsClient.over(site.connection(), Owners.ATTACHMENT);
        assertThatThrownBy(() -> ofAttachment.list(BodyFormat.STORAGE)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void get_missing_throws() {
        site.on("GET " + V2 + "/pages/98581/versions/9", notFound());
        assertThatThrownBy(() -> versions.get(9)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void restore_sendsWhatV1Wants() {
        site.on("POST " + V1_VERSIONS, ok("""
                {"by":{"type":"known","accountId":"557058:0c1b"},"when":"2026-11-01T08:00:00.000Z","message":"back",
                 "number":5,"minorEdit":false,"contentTypeModified":false}"""));
        assertThat(versions.restore(2, "back").number()).isEqualTo(5);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "operationKey",
                        "restore",
                        "params",
                        Map.of("versionNumber", 2, "message", "back", "restoreTitle", false)));
    }

    @Test
    void restoreWithTitle_saysSo() {
        site.on("POST " + V1_VERSIONS, ok("{\"number\":5}"));
        versions.restoreWithTitle(2, "");
        assertThat(site.lastBody()).contains("\"restoreTitle\":true");
    }

    @Test
    void delete_goesToV1() {
        site.on("DELETE " + V1_VERSIONS + "/2", empty(204));
        versions.delete(2);
        assertThat(site.asked()).containsExactly("DELETE " + V1_VERSIONS + "/2");
    }

    @Test
    void delete_rightAfterAnEdit_isTriedAgain() {
        site.on("DELETE " + V1_VERSIONS + "/2", BUSY, BUSY, empty(204));
        versions.delete(2);
        assertThat(site.asked()).hasSize(3);
        assertThat(site.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void delete_ofContentThatStaysBusy_endsAfterFourTries() {
        site.on("DELETE " + V1_VERSIONS + "/2", BUSY);
        assertThatThrownBy(() -> versions.delete(2)).isInstanceOf(ConflictException.class);
        assertThat(site.asked()).hasSize(4);
    }

    @Test
    void delete_onAnotherConflict_isNotTriedAgain() {
        site.on("DELETE " + V1_VERSIONS + "/2", json(409, "{\"statusCode\":409,\"message\":\"Something else\"}"));
        assertThatThrownBy(() -> versions.delete(2)).isInstanceOf(ConflictException.class);
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void numbers_thatDoNotCountFromOne_endBeforeAnyRequest() {
        assertThatThrownBy(() -> versions.get(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> versions.restore(0, "")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> versions.delete(-1)).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }
}
