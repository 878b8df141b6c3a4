package dev.confluencekit.content.page;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.TitleTakenException;
import dev.confluencekit.content.body.InlineCommentsLostException;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.version.VersionConflictException;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.core.error.ServerErrorException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent for each write of a page, and what is made of the service's own words. */
class PageWritesTest {
    private static final String PAGES = V2 + "/pages";
    private static final String PAGE = PAGES + "/98581";
    private static final String CONTENT = V1 + "/content";
    private static final PageId ID = PageId.of("98581");
    private static final SpaceId SPACE = SpaceId.of("65537");
    private static final String LINKS =
            "\"_links\":{\"webui\":\"/spaces/SUPPORT/pages/98581\",\"base\":\"https://acme.atlassian.net/wiki\"}";
    private static final String ANSWER = page("current", 4, "<p>Old</p>");
    private static final String TITLE_TAKEN =
            "A page with this title already exists: A page already exists with the same TITLE in this space";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final PagesClient pages =
            PagesClient.over(site.connection(), new SpaceKeys(SpacesClient.over(site.connection())));

    private static String page(String status, int version, String storage) {
        return "{\"id\":\"98581\",\"status\":\"" + status + "\",\"title\":\"Returns\",\"spaceId\":\"65537\","
                + "\"parentId\":\"98305\",\"parentType\":\"page\",\"position\":57,\"createdAt\":\"2026-11-01T08:00:00.000Z\","
                + "\"version\":{\"number\":" + version + ",\"message\":\"\",\"minorEdit\":false,"
                + "\"createdAt\":\"2026-11-01T08:00:00.000Z\",\"authorId\":\"557058:0c1b\"},"
                + "\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\"" + storage.replace("\"", "\\\"")
                + "\"}}," + LINKS + "}";
    }

    private static String rows(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"_links\":{}}";
    }

    @Test
    void create_published_sendsSpaceTitleAndBody() {
        site.on("POST " + PAGES, ok(ANSWER));
        Page page = pages.create(NewPage.inSpace(SPACE, "Returns").storage("<p>30 days</p>"));

        assertThat(page.id()).isEqualTo(ID);
        assertThat(site.asked()).containsExactly("POST " + PAGES);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "spaceId",
                        "65537",
                        "status",
                        "current",
                        "title",
                        "Returns",
                        "body",
                        Map.of("representation", "storage", "value", "<p>30 days</p>")));
    }

    @Test
    void create_withEverything_sendsParametersAndMembers() {
        site.on("POST " + PAGES, ok(ANSWER));
        pages.create(NewPage.inSpace(SPACE, "")
                .draft()
                .live()
                .visibleToAuthorOnly()
                .under(ContentId.of("777"))
                .body(NewBody.wiki("h1. Hi")));

        assertThat(site.asked()).containsExactly("POST " + PAGES + "?private=true");
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "spaceId",
                        "65537",
                        "status",
                        "draft",
                        "subtype",
                        "live",
                        "parentId",
                        "777",
                        "body",
                        Map.of("representation", "wiki", "value", "h1. Hi")));
    }

    @Test
    void create_atRoot_sendsNoParent() {
        site.on("POST " + PAGES, ok(ANSWER));
        pages.create(NewPage.inSpace(SPACE, "Returns").under(ID).atRoot());

        assertThat(site.asked()).containsExactly("POST " + PAGES + "?root-level=true");
        assertThat(site.lastBody()).doesNotContain("parentId");
    }

    @Test
    void create_inASpaceByKey_looksTheKeyUpFirst() {
        site.on("GET " + V2 + "/spaces", ok("{\"results\":[{\"id\":\"65537\"}]}"))
                .on("POST " + PAGES, ok(ANSWER));
        pages.create(NewPage.inSpace("SUPPORT", "Returns"));
        assertThat(site.asked()).containsExactly("GET " + V2 + "/spaces?keys=SUPPORT&limit=1", "POST " + PAGES);
    }

    @Test
    void create_titleTaken400_looksForTheHolderAmongCurrentAndArchivedPages() {
        site.on("POST " + PAGES, refused(400, "BAD_REQUEST", TITLE_TAKEN))
                .on("GET " + PAGES, ok(rows("{\"id\":\"4711\",\"status\":\"archived\"}")));
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(SPACE, "Returns")))
                .isInstanceOfSatisfying(TitleTakenException.class, e -> {
                    assertThat(e.holder()).contains(ContentId.of("4711"));
                    assertThat(e).hasMessageContaining("4711").cause().hasMessageContaining("same TITLE");
                });
        assertThat(site.asked())
                .containsExactly(
                        "POST " + PAGES,
                        "GET " + PAGES + "?space-id=65537&status=current&status=archived&title=Returns&limit=2");
    }

    @Test
    void create_titleTakenAndTheLookFails_isStillToldAsThat() {
        site.on("POST " + PAGES, refused(400, "BAD_REQUEST", TITLE_TAKEN)).on("GET " + PAGES, empty(500));
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(SPACE, "Returns")))
                .isInstanceOfSatisfying(TitleTakenException.class, e -> {
                    assertThat(e.holder()).isEmpty();
                    assertThat(Objects.requireNonNull(e.getCause()).getSuppressed())
                            .hasAtLeastOneElementOfType(ServerErrorException.class);
                });
    }

    @Test
    void create_another400_isItself() {
        site.on("POST " + PAGES, refused(400, "INVALID_REQUEST_PARAMETER", "no such parent"));
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(SPACE, "Returns")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no such parent");
    }

    @Test
    void create_answerThatIsNoPage_isLookedFor() {
        String today = page("current", 1, "").replace("2026-11-01T08:00:00.000Z", "2999-01-01T00:00:00.000Z");
        site.on("POST " + PAGES, ok("{\"broken\":")).on("GET " + PAGES, ok(rows(today)));
        assertThat(pages.create(NewPage.inSpace(SPACE, "Returns")).id()).isEqualTo(ID);
    }

    @Test
    void update_sendsTheNextNumberAndAllThatIsRequired() {
        site.on("PUT " + PAGE, ok(ANSWER));
        pages.update(PageUpdate.of(ID, 3, "Returns", NewBody.atlasDocFormat("{}"))
                .message("why")
                .under(ContentId.of("5"))
                .owner(AccountId.of("557058:0c1b")));

        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "id",
                        "98581",
                        "status",
                        "current",
                        "title",
                        "Returns",
                        "parentId",
                        "5",
                        "ownerId",
                        "557058:0c1b",
                        "body",
                        Map.of("representation", "atlas_doc_format", "value", "{}"),
                        "version",
                        Map.of("number", 4, "message", "why")));
    }

    @Test
    void update_409OfTheService_tellsBothVersions() {
        site.on(
                "PUT " + PAGE,
                refused(
                        409,
                        "CONFLICT",
                        "Version must be incremented when updating a page. Current Version: [5]. Provided version: [4]"));
        assertThatThrownBy(() -> pages.update(PageUpdate.of(ID, 3, "Returns", NewBody.storage(""))))
                .isInstanceOfSatisfying(VersionConflictException.class, e -> {
                    assertThat(e.expectedVersion()).isEqualTo(3);
                    assertThat(e.actualVersion()).hasValue(5);
                    assertThat(e).hasMessageContaining("version 3").hasMessageContaining("version is 5");
                });
    }

    @Test
    void update_409WithoutNumbers_knowsTheExpectedOnly() {
        site.on("PUT " + PAGE, json(409, "{\"statusCode\":409,\"message\":\"Conflict\"}"));
        assertThatThrownBy(() -> pages.update(PageUpdate.of(ID, 3, "Returns", NewBody.storage(""))))
                .isInstanceOfSatisfying(
                        VersionConflictException.class,
                        e -> assertThat(e.actualVersion()).isEmpty());
    }

    @Test
    void updateOf_badVersionOrTitle_isRefused() {
        assertThatThrownBy(() -> PageUpdate.of(ID, 0, "Returns", NewBody.storage("")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> PageUpdate.of(ID, 1, " ", NewBody.storage("")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void edit_readsTheStorageFormat_andWritesOnce() {
        site.on("GET " + PAGE, ok(ANSWER)).on("PUT " + PAGE, ok(ANSWER));
        pages.edit(ID, page -> page.storage("<p>New</p>"));
        assertThat(site.asked()).containsExactly("GET " + PAGE + "?body-format=storage", "PUT " + PAGE);
    }

    @Test
    void edit_losesAnAnnotationOfADocument_isRefused() {
        String adf =
                "{\\\"type\\\":\\\"doc\\\",\\\"content\\\":[{\\\"type\\\":\\\"text\\\",\\\"text\\\":\\\"x\\\",\\\"marks\\\":"
                        + "[{\\\"type\\\":\\\"annotation\\\",\\\"attrs\\\":{\\\"id\\\":\\\"c3\\\",\\\"annotationType\\\":\\\"inlineComment\\\"}}]}]}";
        site.on(
                "GET " + PAGE,
                ok("{\"id\":\"98581\",\"status\":\"current\",\"title\":\"Returns\",\"version\":{\"number\":1},"
                        + "\"body\":{\"atlas_doc_format\":{\"representation\":\"atlas_doc_format\",\"value\":\"" + adf
                        + "\"}}}"));
        assertThatThrownBy(() ->
                        pages.edit(ID, page -> page.body(NewBody.atlasDocFormat("{\"type\":\"doc\",\"content\":[]}"))))
                .isInstanceOfSatisfying(
                        InlineCommentsLostException.class,
                        e -> assertThat(e.markers()).containsExactly("c3"));
    }

    @Test
    void rename_ofAPublishedPage_sendsStatusAndTitleOnly() {
        site.on("GET " + PAGE, ok(ANSWER)).on("PUT " + PAGE + "/title", ok(ANSWER));
        pages.rename(ID, "New");
        assertThat(site.asked()).containsExactly("GET " + PAGE + "?get-draft=true", "PUT " + PAGE + "/title");
        assertThat(site.lastJson()).isEqualTo(Map.of("status", "current", "title", "New"));
    }

    @Test
    void publish_ofADraftBesideAPublishedPage_isItsNextVersion() {
        site.on("GET " + PAGE, ok(page("draft", 1, "<p>Draft</p>")), ok(page("current", 7, "<p>Old</p>")))
                .on("PUT " + PAGE, ok(ANSWER));
        pages.publish(ID);
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 8));
        assertThat(site.lastJson().get("status")).isEqualTo("current");
    }

    @Test
    void publish_ofANewDraft_isVersion1() {
        site.on("GET " + PAGE, ok(page("draft", 1, "<p>Draft</p>")), notFound()).on("PUT " + PAGE, ok(ANSWER));
        pages.publish(ID);
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 1));
    }

    @Test
    void restore_isAnUpdateToCurrent() {
        site.on("GET " + PAGE, ok(page("trashed", 4, "<p>Old</p>"))).on("PUT " + PAGE, ok(ANSWER));
        assertThat(pages.restore(ID).status()).isEqualTo(PageStatus.CURRENT);
        assertThat(site.lastJson().get("status")).isEqualTo("current");
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 5));
    }

    @Test
    void deletions_haveTheirParameters() {
        site.on("DELETE " + PAGE, empty(204));
        pages.delete(ID);
        pages.purge(ID);
        pages.deleteDraft(ID);
        assertThat(site.asked())
                .containsExactly("DELETE " + PAGE, "DELETE " + PAGE + "?purge=true", "DELETE " + PAGE + "?draft=true");
    }

    @Test
    void purge_ofWhatWasPurged_faultOfTheService_isFoundGone() {
        site.on("DELETE " + PAGE, refused(500, "INTERNAL_SERVER_ERROR", "x")).on("GET " + PAGE, notFound());
        pages.purge(ID);
        assertThat(site.asked()).contains("GET " + PAGE);
    }

    @Test
    void move_copy_copyTree_archive_deleteTree_goToVersion1() {
        String begun = "{\"id\":\"1180606\",\"links\":{\"status\":\"/rest/api/longtask/1180606\"}}";
        site.on("PUT " + CONTENT + "/98581/move/before/5", ok("{\"pageId\":\"98581\"}"))
                .on(
                        "POST " + CONTENT + "/98581/copy",
                        ok("{\"id\":\"6\",\"type\":\"page\",\"status\":\"current\",\"title\":\"B\","
                                + "\"version\":{\"number\":1,\"when\":\"2026-11-01T08:00:00.000Z\",\"minorEdit\":false},"
                                + "\"_links\":{\"webui\":\"/x\"}}"))
                .on("POST " + CONTENT + "/98581/pagehierarchy/copy", json(202, begun))
                .on("POST " + CONTENT + "/archive", json(202, begun))
                .on("DELETE " + CONTENT + "/98581/pageTree", json(202, begun));
        LongTaskId task = LongTaskId.of("1180606");

        pages.move(ID, MovePosition.BEFORE, PageId.of("5"));
        assertThat(pages.copy(PageCopy.atRootOf(ID, "PEOPLE").title("B").with(CopyPart.LABELS)))
                .isEqualTo(PageId.of("6"));
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "copyAttachments",
                        false,
                        "copyPermissions",
                        false,
                        "copyProperties",
                        false,
                        "copyLabels",
                        true,
                        "copyCustomContents",
                        false,
                        "pageTitle",
                        "B",
                        "destination",
                        Map.of("type", "space", "value", "PEOPLE")));
        assertThat(pages.copyTree(TreeCopy.under(ID, PageId.of("5")).titleReplace("Old", "New")))
                .isEqualTo(task);
        assertThat(site.lastJson().get("titleOptions")).isEqualTo(Map.of("search", "Old", "replace", "New"));
        assertThat(pages.archive(List.of(ID))).isEqualTo(task);
        assertThat(site.lastBody()).isEqualTo("{\"pages\":[{\"id\":98581}]}");
        assertThat(pages.deleteTree(ID)).isEqualTo(task);
    }

    @Test
    void begunTask_withoutAnId_isUnknown() {
        site.on("DELETE " + CONTENT + "/98581/pageTree", json(202, "{\"links\":{}}"));
        assertThatThrownBy(() -> pages.deleteTree(ID))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCauseInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void newBody_neverShowsItsText() {
        assertThat(NewBody.storage("secret")).hasToString("NewBody[storage, 6 characters]");
    }
}
