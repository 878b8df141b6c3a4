package dev.confluencekit.content;

import static dev.confluencekit.content.LiteralContent.read;
import static dev.confluencekit.content.LiteralContent.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.RenderedBodyFormat;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.like.Like;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageStatus;
import dev.confluencekit.content.page.PageSubtype;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceStatus;
import dev.confluencekit.content.space.SpaceType;
import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UserType;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.JsonException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole documents of the specification's schemas, with all that the service may add to them. */
@NullUnmarked // what is missing fails the test anyway
class DocumentsTest {
    private static final String PAGE_BULK = """
            {
              "id": "98581",
              "status": "current",
              "title": "Opening hours – café & bar",
              "spaceId": "65537",
              "parentId": "98311",
              "parentType": "folder",
              "position": 1520,
              "authorId": "712020:4c0a4a1e-6f7d-4a57-9f2c-5d3a1be0a001",
              "ownerId": "557058:0c1b",
              "lastOwnerId": "62a9b1c2d3",
              "subtype": "live",
              "createdAt": "2024-02-29T23:59:59.007Z",
              "version": {"createdAt": "2026-11-01T08:00:00.120Z", "message": "Typo", "number": 12, "minorEdit": true,
                          "authorId": "557058:0c1b"},
              "body": {"storage": {"representation": "storage", "value": "<p>We open at 9.</p>"},
                       "atlas_doc_format": {"representation": "atlas_doc_format", "value": "{\\"type\\":\\"doc\\"}"}},
              "_links": {"webui": "/spaces/SUPPORT/pages/98581/Opening+hours",
                         "editui": "/pages/resumedraft.action?draftId=98581", "tinyui": "/x/FYEB"}
            }""";

    private static final String PAGE_SINGLE = """
            {
              "id": "98581",
              "status": "archived",
              "title": "Opening hours",
              "spaceId": "65537",
              "parentId": "98311",
              "parentType": "page",
              "position": 0,
              "authorId": "712020:4c0a",
              "ownerId": "557058:0c1b",
              "lastOwnerId": "62a9b1c2d3",
              "createdAt": "2024-02-29T23:59:59.007Z",
              "version": {"createdAt": "2026-11-01T08:00:00.000Z", "message": "", "number": 3, "minorEdit": false,
                          "authorId": "557058:0c1b"},
              "body": {"view": {"representation": "view", "value": "<p>We open at 9.</p>"}},
              "labels": {"results": [{"id": "1", "name": "faq", "prefix": "global"}],
                         "meta": {"hasMore": true, "cursor": "bGFiZWxz"},
                         "_links": {"self": "/wiki/api/v2/pages/98581/labels?cursor=bGFiZWxz"}},
              "properties": {"results": [{"id": "7", "key": "editor", "value": {"width": [1, 2.50, true, "x"]},
                                          "version": {"createdAt": "2026-11-01T08:00:00.000Z", "message": "",
                                                      "number": 1, "minorEdit": false, "authorId": "557058:0c1b"}}],
                             "meta": {"hasMore": false}, "_links": {"self": "/wiki/api/v2/pages/98581/properties"}},
              "operations": {"results": [{"operation": "update", "targetType": "page"}],
                             "meta": {"hasMore": false}, "_links": {"self": "/wiki/api/v2/pages/98581/operations"}},
              "likes": {"results": [{"accountId": "557058:0c1b"}],
                        "meta": {"hasMore": false}, "_links": {"self": "/wiki/api/v2/pages/98581/likes/users"}},
              "versions": {"results": [{"createdAt": "2026-11-01T08:00:00.000Z", "message": "", "number": 3,
                                        "minorEdit": false, "authorId": "557058:0c1b"}],
                           "meta": {"hasMore": false}, "_links": {"self": "/wiki/api/v2/pages/98581/versions"}},
              "isFavoritedByCurrentUser": true,
              "_links": {"webui": "/spaces/SUPPORT/pages/98581/Opening+hours",
                         "editui": "/pages/resumedraft.action?draftId=98581", "tinyui": "/x/FYEB"}
            }""";

    private static final String SPACE_BULK = """
            {
              "id": "65537",
              "key": "SUPPORT",
              "name": "Customer support",
              "type": "knowledge_base",
              "status": "current",
              "authorId": "712020:4c0a",
              "spaceOwnerId": "557058:0c1b",
              "currentActiveAlias": "help",
              "createdAt": "2023-01-02T03:04:05.006Z",
              "homepageId": "98311",
              "description": {"plain": {"representation": "plain", "value": "How we help"},
                              "view": {"representation": "view", "value": "<p>How we help</p>"}},
              "icon": {"path": "/wiki/aa-avatar/space/65537", "apiDownloadLink": "/wiki/rest/api/space/SUPPORT/icon"},
              "_links": {"webui": "/spaces/SUPPORT"}
            }""";

    private static final String SPACE_SINGLE = """
            {
              "id": "65537",
              "key": "SUPPORT",
              "name": "Customer support",
              "type": "global",
              "status": "archived",
              "authorId": "712020:4c0a",
              "spaceOwnerId": "557058:0c1b",
              "createdAt": "2023-01-02T03:04:05.006Z",
              "homepageId": "98311",
              "description": {"plain": {"representation": "plain", "value": ""}},
              "icon": {"path": "/wiki/aa-avatar/space/65537", "apiDownloadLink": "/wiki/rest/api/space/SUPPORT/icon"},
              "labels": {"results": [{"id": "1", "name": "faq", "prefix": "team"}], "meta": {"hasMore": false},
                         "_links": {"self": "/wiki/api/v2/spaces/65537/labels"}},
              "properties": {"results": [{"id": "7", "key": "theme", "value": "dark",
                                          "createdAt": "2026-11-01T08:00:00.000Z", "createdBy": "557058:0c1b",
                                          "version": {"createdAt": "2026-11-01T08:00:00.000Z",
                                                      "createdBy": "557058:0c1b", "message": "", "number": 1}}],
                             "meta": {"hasMore": false}, "_links": {"self": "/wiki/api/v2/spaces/65537/properties"}},
              "operations": {"results": [{"operation": "read", "targetType": "space"}], "meta": {"hasMore": false},
                             "_links": {"self": "/wiki/api/v2/spaces/65537/operations"}},
              "permissions": {"results": [{"id": "9", "principal": {"type": "access-class", "id": "all"},
                                           "operation": {"key": "read", "targetType": "space"}}],
                              "meta": {"hasMore": true, "cursor": "cGVybQ=="},
                              "_links": {"self": "/wiki/api/v2/spaces/65537/permissions"}},
              "roleAssignments": {"results": [{"principal": {"principalType": "GROUP", "principalId": "g-1"},
                                               "roleId": "r-1"}],
                                  "meta": {"hasMore": false},
                                  "_links": {"self": "/wiki/api/v2/spaces/65537/role-assignments"}},
              "_links": {"webui": "/spaces/SUPPORT"}
            }""";

    private static final String USER = """
            {
              "type": "known",
              "accountId": "712020:4c0a",
              "accountType": "atlassian",
              "email": "",
              "publicName": "kb-bot",
              "displayName": "KB Bot",
              "timeZone": "Europe/Paris",
              "profilePicture": {"path": "/wiki/aa-avatar/712020:4c0a", "width": 48, "height": 48, "isDefault": false},
              "_links": {"base": "https://acme.atlassian.net/wiki"}
            }""";

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Named.of("PageBulk", PAGE_BULK), Page.class),
                Arguments.of(Named.of("PageSingle", PAGE_SINGLE), Page.class),
                Arguments.of(Named.of("SpaceBulk", SPACE_BULK), Space.class),
                Arguments.of(Named.of("SpaceSingle", SPACE_SINGLE), Space.class),
                Arguments.of(Named.of("User", USER), User.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_readAndWritten_isTheSame(String document, Class<?> type) {
        assertThat(written(read(document, type))).isEqualTo(read(document, Map.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_withUnknownMembersAtEveryLevel_isTheSame(String document, Class<?> type) {
        String grown = withUnknownMembers(document);
        assertThat(written(read(grown, type))).isEqualTo(read(grown, Map.class));
    }

    /** Puts a member that no schema has at the head of every object. */
    private static String withUnknownMembers(String document) {
        Matcher opening = Pattern.compile("\\{(?=\\s*\")").matcher(document);
        return opening.replaceAll(
                "{\"xNew\": {\"deep\": [1, 2.5, null, \"x\", {\"a\": false}]}, \"xNull\": null, \"xBig\":"
                        + " 12345678901234567890, ");
    }

    @Test
    void withUnknownMembers_growsEveryObject() {
        assertThat(withUnknownMembers(PAGE_SINGLE).split("xNew", -1)).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_ofKnownMembersOnly_leavesNothingOver(String document, Class<?> type) {
        Object value = read(document, type);
        Map<String, Object> over =
                value instanceof Page page ? page.extras() : value instanceof Space space ? space.extras() : Map.of();
        assertThat(over).isEmpty();
    }

    @Test
    void pageBulk_everyMember_isRead() {
        Page page = read(PAGE_BULK, Page.class);
        assertThat(page.id()).isEqualTo(PageId.of("98581"));
        assertThat(page.status()).isEqualTo(PageStatus.CURRENT);
        assertThat(page.title()).isEqualTo("Opening hours – café & bar");
        assertThat(page.spaceId()).isEqualTo(SpaceId.of("65537"));
        assertThat(page.parentId()).isEqualTo(ContentId.of("98311"));
        assertThat(page.parentType()).isEqualTo(ContentType.FOLDER);
        assertThat(page.position()).isEqualTo(1520);
        assertThat(page.authorId()).isEqualTo(AccountId.of("712020:4c0a4a1e-6f7d-4a57-9f2c-5d3a1be0a001"));
        assertThat(page.ownerId()).isEqualTo(AccountId.of("557058:0c1b"));
        assertThat(page.lastOwnerId()).isEqualTo(AccountId.of("62a9b1c2d3"));
        assertThat(page.subtype()).isEqualTo(PageSubtype.LIVE);
        assertThat(page.createdAt()).isEqualTo(Instant.parse("2024-02-29T23:59:59.007Z"));
        assertThat(page.version())
                .isEqualTo(new Version(
                        12,
                        "Typo",
                        true,
                        AccountId.of("557058:0c1b"),
                        Instant.parse("2026-11-01T08:00:00.120Z"),
                        Map.of()));
        assertThat(page.body().storage()).contains("<p>We open at 9.</p>");
        assertThat(page.body().atlasDocFormat()).contains("{\"type\":\"doc\"}");
        assertThat(page.links().webui()).isEqualTo("/spaces/SUPPORT/pages/98581/Opening+hours");
        assertThat(page.links().editui()).isEqualTo("/pages/resumedraft.action?draftId=98581");
        assertThat(page.links().tinyui()).isEqualTo("/x/FYEB");
    }

    @Test
    void pageSingle_everyIncludedList_isRead() {
        Page page = read(PAGE_SINGLE, Page.class);
        assertThat(page.labels().results()).containsExactly(new Label("1", "faq", "global", Map.of()));
        assertThat(page.properties().results())
                .extracting(p -> p.key() + "=" + p.value())
                .containsExactly("editor={width=[1, 2.50, true, x]}");
        assertThat(page.operations().results()).containsExactly(new Operation("update", "page", Map.of()));
        assertThat(page.likes().results()).containsExactly(new Like(AccountId.of("557058:0c1b"), Map.of()));
        assertThat(page.versions().results()).extracting(Version::number).containsExactly(3);
        assertThat(page.isFavoritedByCurrentUser()).isTrue();
        assertThat(page.body().in(RenderedBodyFormat.VIEW)).contains("<p>We open at 9.</p>");
    }

    @Test
    void includedList_thatWasCut_saysSoAndWhereItGoesOn() {
        IncludedList<Label> labels = read(PAGE_SINGLE, Page.class).labels();
        assertThat(labels.hasMore()).isTrue();
        assertThat(labels.meta().cursor()).isEqualTo("bGFiZWxz");
        assertThat(labels.links().self()).isEqualTo("/wiki/api/v2/pages/98581/labels?cursor=bGFiZWxz");
    }

    @Test
    void includedList_thatIsWhole_hasNoMore() {
        assertThat(read(PAGE_SINGLE, Page.class).likes().hasMore()).isFalse();
    }

    @Test
    void includedList_withoutMeta_hasNoMore() {
        assertThat(read("{\"id\":\"1\",\"labels\":{\"results\":[]}}", Page.class)
                        .labels()
                        .hasMore())
                .isFalse();
    }

    @Test
    void includedList_withoutResults_isEmpty() {
        assertThat(read("{\"id\":\"1\",\"labels\":{}}", Page.class).labels().results())
                .isEmpty();
    }

    @Test
    void spaceBulk_everyMember_isRead() {
        Space space = read(SPACE_BULK, Space.class);
        assertThat(space.id()).isEqualTo(SpaceId.of("65537"));
        assertThat(space.key()).isEqualTo("SUPPORT");
        assertThat(space.name()).isEqualTo("Customer support");
        assertThat(space.type()).isEqualTo(SpaceType.KNOWLEDGE_BASE);
        assertThat(space.status()).isEqualTo(SpaceStatus.CURRENT);
        assertThat(space.authorId()).isEqualTo(AccountId.of("712020:4c0a"));
        assertThat(space.spaceOwnerId()).isEqualTo(AccountId.of("557058:0c1b"));
        assertThat(space.currentActiveAlias()).isEqualTo("help");
        assertThat(space.createdAt()).isEqualTo(Instant.parse("2023-01-02T03:04:05.006Z"));
        assertThat(space.homepageId()).isEqualTo(PageId.of("98311"));
        assertThat(space.description().plain().value()).isEqualTo("How we help");
        assertThat(space.description().view().value()).isEqualTo("<p>How we help</p>");
        assertThat(space.icon().path()).isEqualTo("/wiki/aa-avatar/space/65537");
        assertThat(space.icon().apiDownloadLink()).isEqualTo("/wiki/rest/api/space/SUPPORT/icon");
        assertThat(space.links().webui()).isEqualTo("/spaces/SUPPORT");
    }

    @Test
    void spaceSingle_everyIncludedList_isRead() {
        Space space = read(SPACE_SINGLE, Space.class);
        assertThat(space.labels().results()).extracting(Label::name).containsExactly("faq");
        assertThat(space.properties().results())
                .extracting(p -> p.extras().get("createdBy"))
                .containsExactly("557058:0c1b");
        assertThat(space.operations().results())
                .extracting(Operation::targetType)
                .containsExactly("space");
        assertThat(space.permissions().results())
                .extracting(p -> p.principal().get("type"))
                .containsExactly("access-class");
        assertThat(space.permissions().hasMore()).isTrue();
        assertThat(space.roleAssignments().results())
                .extracting(r -> r.roleId())
                .containsExactly("r-1");
    }

    @Test
    void page_ofUnknownWords_keepsThem() {
        Page page = read(
                "{\"id\":\"1\",\"status\":\"frozen\",\"parentType\":\"hologram\",\"subtype\":\"slides\"}", Page.class);
        assertThat(List.of(
                        page.status().value(),
                        page.parentType().value(),
                        page.subtype().value()))
                .containsExactly("frozen", "hologram", "slides");
    }

    @Test
    void space_ofUnknownWords_keepsThem() {
        Space space = read("{\"id\":\"1\",\"type\":\"wiki2\",\"status\":\"frozen\"}", Space.class);
        assertThat(List.of(space.type().value(), space.status().value())).containsExactly("wiki2", "frozen");
    }

    @Test
    void page_ofAnUnknownBodyFormat_keepsIt() {
        Page page = read(
                "{\"id\":\"1\",\"body\":{\"markdown\":{\"representation\":\"markdown\",\"value\":\"# Hi\"}}}",
                Page.class);
        assertThat(page.body().representations().get("markdown").value()).isEqualTo("# Hi");
        assertThat(page.body().in(BodyFormat.STORAGE)).isEmpty();
    }

    static Stream<Arguments> bare() {
        return Stream.of(
                Arguments.of(
                        Page.class,
                        "{\"id\":\"1\",\"status\":null,\"title\":null,\"spaceId\":null,\"parentId\":null,"
                                + "\"parentType\":null,\"position\":null,\"authorId\":null,\"ownerId\":null,"
                                + "\"lastOwnerId\":null,\"subtype\":null,\"createdAt\":null,\"version\":null,"
                                + "\"body\":null,\"labels\":null,\"properties\":null,\"operations\":null,"
                                + "\"likes\":null,\"versions\":null,\"isFavoritedByCurrentUser\":null,\"_links\":null}"),
                Arguments.of(
                        Space.class,
                        "{\"id\":\"1\",\"key\":null,\"name\":null,\"type\":null,\"status\":null,\"authorId\":null,"
                                + "\"spaceOwnerId\":null,\"currentActiveAlias\":null,\"createdAt\":null,"
                                + "\"homepageId\":null,\"description\":null,\"icon\":null,\"labels\":null,"
                                + "\"properties\":null,\"operations\":null,\"permissions\":null,"
                                + "\"roleAssignments\":null,\"_links\":null}"));
    }

    @ParameterizedTest
    @MethodSource("bare")
    void document_ofNullsButForTheId_isReadAsTheIdAlone(Class<?> type, String document) {
        assertThat(read(document, type)).isEqualTo(read("{\"id\":\"1\"}", type));
    }

    @ParameterizedTest
    @MethodSource("bare")
    void document_withNothingButAnId_writesNothingElse(Class<?> type, String document) {
        assertThat(written(read(document, type))).isEqualTo(Map.of("id", "1"));
    }

    @Test
    void body_withNullsInside_isRead() {
        Page page = read("{\"id\":\"1\",\"body\":{\"storage\":{\"representation\":null,\"value\":null}}}", Page.class);
        assertThat(page.body().storage()).isEmpty();
    }

    @Test
    void body_whoseFormatIsNull_holdsNothing() {
        assertThat(read("{\"id\":\"1\",\"body\":{\"storage\":null}}", Page.class)
                        .body()
                        .storage())
                .isEmpty();
    }

    @Test
    void body_withMembersThatAreNoFormat_keepsThem() {
        Page page = read("{\"id\":\"1\",\"body\":{\"_expandable\":\"view\",\"pages\":[1]}}", Page.class);
        assertThat(page.body().extras()).isEqualTo(Map.of("_expandable", "view", "pages", List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"<p>Hello</p>\"", "[]", "{\"value\":5}", "{\"value\":{}}", "{\"representation\":1}"})
    void body_ofAKnownFormatThatIsNoText_isNotTakenForNoBody(String content) {
        String document = "{\"id\":\"1\",\"body\":{\"storage\":" + content + "}}";
        assertThatThrownBy(() -> read(document, Page.class))
                .hasRootCauseInstanceOf(JsonException.class)
                .hasMessageContaining("$.body");
    }

    @Test
    void extras_cannotBeChanged() {
        assertThat(read("{\"id\":\"1\",\"x\":1}", Page.class).extras()).isUnmodifiable();
    }

    @Test
    void user_ofTypeKnownWithAnId_isAnAccount() {
        assertThat(read(USER, User.class).isAccount()).isTrue();
    }

    static Stream<String> nobodies() {
        return Stream.of(
                "{\"type\":\"anonymous\"}",
                "{\"type\":\"known\",\"accountId\":\"\"}",
                "{\"type\":\"known\"}",
                "{\"accountId\":\"1\"}",
                "{\"type\":\"unknown\",\"accountId\":\"1\"}",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("nobodies")
    void user_whoIsNobody_isNoAccount(String document) {
        assertThat(read(document, User.class).isAccount()).isFalse();
    }

    @Test
    void user_ofAnUnknownType_keepsIt() {
        assertThat(read("{\"type\":\"robot\"}", User.class).type()).isEqualTo(UserType.of("robot"));
    }
}
