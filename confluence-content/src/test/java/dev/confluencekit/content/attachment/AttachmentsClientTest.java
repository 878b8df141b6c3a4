package dev.confluencekit.content.attachment;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.transfer.Download;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attachments against literal answers. */
class AttachmentsClientTest {
    private static final String ALL = V2 + "/attachments";
    private static final String UPLOADS = V1 + "/content/98581/child/attachment";
    private static final ContentId ID = ContentId.of("att98310");

    /** As version 2 tells it. */
    private static final String MANUAL = """
            {"id":"att98310","status":"current","title":"manual.pdf","createdAt":"2026-11-01T08:00:00.000Z",
             "pageId":"98581","mediaType":"application/pdf","mediaTypeDescription":"PDF Document","comment":"second",
             "fileId":"7c1f2b9e-0000-4000-8000-2f1d5c3e9a10","fileSize":10,"webuiLink":"/pages/viewpageattachments.action",
             "downloadLink":"/download/attachments/98581/manual.pdf?version=2",
             "version":{"number":2,"message":"second","minorEdit":false,"authorId":"557058:0c1b",
              "createdAt":"2026-11-02T08:00:00.000Z"},
             "_links":{"webui":"/x","download":"/y"},"brandNew":{"a":[1]}}""";

    /** As version 1 tells it. */
    private static final String STORED = """
            {"id":"att98310","type":"attachment","status":"current","title":"manual.pdf",
             "version":{"by":{"type":"known","accountId":"557058:0c1b","displayName":"Ann"},
              "when":"2026-11-01T08:00:00.000Z","friendlyWhen":"just a moment ago","message":"first","number":1,
              "minorEdit":false,"contentTypeModified":false},
             "macroRenderedOutput":{},
             "extensions":{"mediaType":"application/pdf","fileSize":10,"comment":"first",
              "mediaTypeDescription":"PDF Document","fileId":"7c1f2b9e-0000-4000-8000-2f1d5c3e9a10",
              "collectionName":"contentId-98581"},
             "_expandable":{"container":"/rest/api/content/98581"},
             "_links":{"webui":"/x","self":"https://acme.atlassian.net/wiki/rest/api/content/att98310","download":"/y"}}""";

    private static final String STORED_IN_A_LIST = "{\"results\":[" + STORED
            + "],\"size\":1,\"_links\":{\"base\":\"https://acme.atlassian.net/wiki\",\"context\":\"/wiki\"}}";

    private static final NewAttachment FILE = NewAttachment.of(
                    "manual.pdf", "0123456789".getBytes(StandardCharsets.UTF_8))
            .mediaType("application/pdf")
            .comment("first");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final AttachmentsClient client = AttachmentsClient.over(site.connection());

    private static String rows(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"_links\":{}}";
    }

    private static Attachment manual() {
        return LiteralContent.read(MANUAL, Attachment.class);
    }

    @Test
    void list_ofTheSite_asksForStatusTypeNameAndOrder() {
        site.on("GET " + ALL, ok(rows(MANUAL)));

        assertThat(client.list(AttachmentQuery.all()
                        .status(ContentStatus.CURRENT, ContentStatus.TRASHED)
                        .mediaType("application/pdf")
                        .fileName("manual.pdf")
                        .sort(AttachmentSort.MODIFIED_DESCENDING)))
                .extracting(Attachment::title)
                .containsExactly("manual.pdf");
        assertThat(site.asked())
                .containsExactly("GET " + ALL + "?status=current&status=trashed&mediaType=application/pdf"
                        + "&filename=manual.pdf&sort=-modified-date&limit=250");
    }

    @ParameterizedTest
    @CsvSource({"pages/98581", "blogposts/98582", "custom-content/98586"})
    void list_ofAnOwner_goesToItsAddress(String place) {
        ContentOwner owner = Stream.of(Owners.PAGE, Owners.BLOG_POST, Owners.CUSTOM_CONTENT)
                .filter(one -> place.endsWith(one.id()))
                .findFirst()
                .orElseThrow();
        site.on("GET " + V2 + "/" + place + "/attachments", ok(rows()));

        assertThat(client.list(AttachmentQuery.of(owner))).isEmpty();
        assertThat(site.asked()).containsExactly("GET " + V2 + "/" + place + "/attachments?limit=250");
    }

    @Test
    void get_readsEveryMember_andKeepsWhatItDoesNotKnow() {
        site.on("GET " + ALL + "/att98310", ok(MANUAL));

        Attachment read = client.get(ID);

        assertThat(read).isEqualTo(manual());
        assertThat(read.fileSize()).isEqualTo(10L);
        assertThat(read.fileId()).isEqualTo("7c1f2b9e-0000-4000-8000-2f1d5c3e9a10");
        assertThat(read.owner()).contains(Owners.PAGE);
        assertThat(read.extras()).containsEntry("brandNew", Map.of("a", List.of(1)));
        assertThat(LiteralContent.written(read)).isEqualTo(LiteralContent.read(MANUAL, Map.class));
    }

    @Test
    void get_ofAVersion_asksForIt() {
        site.on("GET " + ALL + "/att98310", ok(MANUAL));

        client.get(ID, 1);

        assertThat(site.asked()).containsExactly("GET " + ALL + "/att98310?version=1");
        assertThatThrownBy(() -> client.get(ID, 0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void owner_isWhateverTheServiceNames() {
        assertThat(read("\"blogPostId\":\"98582\"").owner()).contains(Owners.BLOG_POST);
        assertThat(read("\"customContentId\":\"98586\"").owner()).contains(Owners.CUSTOM_CONTENT);
        assertThat(read("\"pageId\":null").owner()).isEmpty();
    }

    private static Attachment read(String member) {
        return LiteralContent.read("{\"id\":\"att1\"," + member + "}", Attachment.class);
    }

    @Test
    void find_ofWhatIsNotThere_isEmpty() {
        site.on("GET " + ALL + "/att98310", notFound());

        assertThat(client.find(ID)).isEmpty();
        assertThatThrownBy(() -> client.get(ID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void find_byName_takesTheExactNameAndTheCurrentOne() {
        String archived = MANUAL.replace("att98310", "att1").replace("\"current\"", "\"archived\"");
        String otherCase = MANUAL.replace("att98310", "att2").replace("manual.pdf", "Manual.pdf");
        site.on("GET " + V2 + "/pages/98581/attachments", ok(rows(archived, otherCase, MANUAL)), ok(rows(otherCase)));

        assertThat(client.find(Owners.PAGE, "manual.pdf")).map(Attachment::id).contains(ID);
        assertThat(client.find(Owners.PAGE, "manual.pdf")).isEmpty();
        assertThat(site.asked())
                .first()
                .isEqualTo("GET " + V2 + "/pages/98581/attachments?filename=manual.pdf&limit=250");
    }

    @Test
    void upload_sendsThePartsOfTheForm_andGivesTheAttachmentOfTheList() {
        site.on("POST " + UPLOADS, ok(STORED_IN_A_LIST));

        Attachment stored = client.upload(Owners.PAGE, FILE.minorEdit());

        assertThat(site.asked()).containsExactly("POST " + UPLOADS);
        assertThat(site.lastBody())
                .contains("name=\"file\"; filename=\"manual.pdf\"")
                .contains("Content-Type: application/pdf")
                .contains("0123456789")
                .contains("name=\"minorEdit\"\r\n\r\ntrue\r\n")
                .contains("name=\"comment\"")
                .contains("first");
        assertThat(stored.id()).isEqualTo(ID);
        assertThat(stored.pageId()).isEqualTo(PageId.of("98581"));
        assertThat(stored.fileSize()).isEqualTo(10L);
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.comment()).isEqualTo("first");
        assertThat(stored.fileId()).isEqualTo("7c1f2b9e-0000-4000-8000-2f1d5c3e9a10");
        assertThat(stored.createdAt()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
        assertThat(Objects.requireNonNull(stored.version()).number()).isEqualTo(1);
        assertThat(stored.version().authorId()).isEqualTo(AccountId.of("557058:0c1b"));
        assertThat(stored.extras()).containsKeys("type", "_expandable");
    }

    @Test
    void upload_onADraft_saysSo() {
        site.on("POST " + UPLOADS, ok(STORED_IN_A_LIST));

        client.upload(Owners.PAGE, FILE.onDraft());

        assertThat(site.asked()).containsExactly("POST " + UPLOADS + "?status=draft");
    }

    @Test
    void upload_ofANameThatIsTaken_namesTheHolder() {
        site.on("POST " + UPLOADS, json(400, """
                                {"statusCode":400,"data":{"authorized":true,"valid":false,"errors":[],"successful":false},
                                 "message":"Cannot add a new attachment with same file name as an existing attachment: manual.pdf",
                                 "reason":"Bad Request"}""")).on("GET " + V2 + "/pages/98581/attachments", ok(rows(MANUAL)));

        AttachmentExistsException taken =
                catchThrowableOfType(AttachmentExistsException.class, () -> client.upload(Owners.PAGE, FILE));

        assertThat(taken.fileName()).isEqualTo("manual.pdf");
        assertThat(taken.holder()).contains(ID);
        assertThat(taken).hasCauseInstanceOf(BadRequestException.class);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void upload_ofATakenNameWithoutALook_keepsTheRefusal() {
        site.on(
                        "POST " + UPLOADS,
                        json(400, "{\"message\":\"… same file name as an existing attachment: manual.pdf\"}"))
                .on("GET " + V2 + "/pages/98581/attachments", refused(403, "FORBIDDEN", "No"));

        AttachmentExistsException taken =
                catchThrowableOfType(AttachmentExistsException.class, () -> client.upload(Owners.PAGE, FILE));

        assertThat(taken.holder()).isEmpty();
        assertThat(Objects.requireNonNull(taken.getCause()).getSuppressed())
                .hasAtLeastOneElementOfType(PermissionDeniedException.class);
    }

    @Test
    void upload_withA400InOtherWords_isATakenName_ifTheNameIsTaken() {
        site.on("POST " + UPLOADS, json(400, "{\"message\":\"Attachments are odd\"}"))
                .on("GET " + V2 + "/pages/98581/attachments", ok(rows()), ok(rows(MANUAL)));

        assertThatThrownBy(() -> client.upload(Owners.PAGE, FILE))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Attachments are odd");
        assertThatThrownBy(() -> client.upload(Owners.PAGE, FILE)).isInstanceOf(AttachmentExistsException.class);
    }

    @Test
    void put_withA400_isThat_whoeverHasTheName() {
        site.on("PUT " + UPLOADS, json(400, "{\"message\":\"Attachments are odd\"}"));

        assertThatThrownBy(() -> client.put(Owners.PAGE, FILE))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Attachments are odd");
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void upload_of404WhereTheOwnerIsSeen_isTooLarge() {
        site.on(
                        "POST " + UPLOADS,
                        json(404, "{\"statusCode\":404,\"message\":\"null for uri\",\"reason\":\"Not Found\"}"))
                .on("GET " + V2 + "/pages/98581/attachments", ok(rows()));

        assertThatThrownBy(() -> client.upload(Owners.PAGE, FILE))
                .isInstanceOf(AttachmentTooLargeException.class)
                .hasMessageContaining("10 bytes")
                .hasCauseInstanceOf(NotFoundException.class);
        assertThat(site.asked()).last().isEqualTo("GET " + V2 + "/pages/98581/attachments?limit=1");
    }

    @Test
    void upload_of404WhereTheOwnerIsNotSeen_isNotFound() {
        site.on(
                        "PUT " + UPLOADS,
                        json(404, "{\"statusCode\":404,\"message\":\"null for uri\",\"reason\":\"Not Found\"}"))
                .on("GET " + V2 + "/pages/98581/attachments", notFound());

        assertThatThrownBy(() -> client.put(Owners.PAGE, FILE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void put_createsOrVersions() {
        site.on("PUT " + UPLOADS, ok(STORED_IN_A_LIST));

        assertThat(client.put(Owners.PAGE, FILE).id()).isEqualTo(ID);
        assertThat(site.asked()).containsExactly("PUT " + UPLOADS);
    }

    @Test
    void upload_answeredWithoutAnAttachment_makesNoSense() {
        site.on("PUT " + UPLOADS, ok("{\"results\":[],\"size\":0,\"_links\":{}}"))
                .on("GET " + V2 + "/pages/98581/attachments", notFound());

        assertThatThrownBy(() -> client.put(Owners.PAGE, FILE))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCauseInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void newVersion_answeredByTheAttachmentItself_isRead_andKeepsTheName() {
        site.on("POST " + UPLOADS + "/att98310/data", ok(STORED.replace("\"number\":1", "\"number\":3")));

        Attachment stored = client.newVersion(manual(), NewAttachment.of("build-7.pdf", new byte[] {1}));

        assertThat(Objects.requireNonNull(stored.version()).number()).isEqualTo(3);
        assertThat(stored.createdAt()).isNull();
        assertThat(stored.owner()).contains(Owners.PAGE);
        assertThat(site.lastBody()).contains("filename=\"manual.pdf\"").doesNotContain("build-7");
    }

    @Test
    void newVersion_answeredByAList_isReadToo_andById_readsTheAttachmentFirst() {
        site.on("GET " + ALL + "/att98310", ok(MANUAL)).on("POST " + UPLOADS + "/att98310/data", ok(STORED_IN_A_LIST));

        assertThat(client.newVersion(ID, FILE).title()).isEqualTo("manual.pdf");
        assertThat(site.asked()).containsExactly("GET " + ALL + "/att98310", "POST " + UPLOADS + "/att98310/data");
    }

    /** What version 2 tells of a version of the manual that was made just now. */
    private static String made(int number, String comment) {
        return "{\"id\":\"att98310\",\"title\":\"manual.pdf\",\"pageId\":\"98581\",\"fileSize\":10,\"comment\":\""
                + comment + "\",\"version\":{\"number\":" + number + ",\"createdAt\":\"" + Instant.now() + "\"}}";
    }

    @Test
    void newVersion_whoseAnswerIsLost_isFoundBelowALaterOneOfSomebodyElse() {
        site.on("POST " + UPLOADS + "/att98310/data", empty(504))
                .on("GET " + ALL + "/att98310", ok(made(4, "another's")), ok(made(3, "first")));

        Attachment found = client.newVersion(manual(), FILE);

        assertThat(Objects.requireNonNull(found.version()).number()).isEqualTo(3);
        assertThat(site.asked())
                .containsExactly(
                        "POST " + UPLOADS + "/att98310/data",
                        "GET " + ALL + "/att98310",
                        "GET " + ALL + "/att98310?version=3");
    }

    @Test
    void newVersion_whoseAnswerIsLostAmongMany_isOfUnknownOutcome() {
        site.on("POST " + UPLOADS + "/att98310/data", empty(504))
                .on("GET " + ALL + "/att98310", ok(made(40, "another's")));

        assertThatThrownBy(() -> client.newVersion(manual(), FILE)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.asked()).hasSize(11);
    }

    @Test
    void update_sendsNameTypePlaceAndThePresentVersion() {
        site.on("PUT " + UPLOADS + "/att98310", ok(STORED));

        Attachment moved = client.update(
                manual(),
                AttachmentUpdate.create()
                        .fileName("guide.pdf")
                        .mediaType("text/plain")
                        .moveTo(Owners.BLOG_POST));

        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "id", "att98310",
                        "type", "attachment",
                        "status", "current",
                        "version", Map.of("number", 2, "minorEdit", false, "when", "2026-11-02T08:00:00Z"),
                        "title", "guide.pdf",
                        "metadata", Map.of("mediaType", "text/plain"),
                        "container", Map.of("id", "98582", "type", "blogpost")));
        assertThat(moved.owner()).contains(Owners.BLOG_POST);
    }

    @Test
    void update_ofAnotherVersion_isAConflict() {
        site.on("PUT " + UPLOADS + "/att98310", json(409, "{\"statusCode\":409,\"message\":\"Version mismatch\"}"));

        assertThatThrownBy(
                        () -> client.update(manual(), AttachmentUpdate.create().fileName("guide.pdf")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void deleteAndPurge_sendTheLettersOfTheId() {
        site.on("DELETE " + ALL + "/att98310", empty(204));

        client.delete(ID);
        client.purge(ID);

        assertThat(site.asked())
                .containsExactly("DELETE " + ALL + "/att98310", "DELETE " + ALL + "/att98310?purge=true");
    }

    @Test
    void download_asksForTheVersionThatWasRead_andForItsStatusUnlessItIsCurrent() {
        String path = UPLOADS + "/att98310/download";
        site.on("GET " + path, json(404, "{\"statusCode\":404,\"message\":\"null for uri\",\"reason\":\"Not Found\"}"));
        Attachment archived = LiteralContent.read(MANUAL.replace("\"current\"", "\"archived\""), Attachment.class);

        Stream.of(manual(), archived)
                .forEach(one -> assertThatThrownBy(
                                () -> client.download(one, Download.to(OutputStream.nullOutputStream())))
                        .isInstanceOf(NotFoundException.class));

        assertThat(site.asked())
                .containsExactly("GET " + path + "?version=2", "GET " + path + "?version=2&status=archived");
    }

    @Test
    void thumbnail_asksForTheSizeThatIsWanted() {
        String path = ALL + "/att98310/thumbnail/download";
        site.on("GET " + path, notFound());
        Download nowhere = Download.to(OutputStream.nullOutputStream());

        assertThatThrownBy(() -> client.thumbnail(ID, nowhere)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.thumbnail(ID, 64, 48, nowhere)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.thumbnail(ID, 0, 48, nowhere)).isInstanceOf(InvalidArgumentException.class);

        assertThat(site.asked()).containsExactly("GET " + path, "GET " + path + "?width=64&height=48");
    }

    @Test
    void sharedThings_areThoseOfTheAttachment() {
        site.on("GET " + ALL + "/att98310/labels", ok(rows()))
                .on("GET " + ALL + "/att98310/properties", ok(rows()))
                .on("GET " + ALL + "/att98310/versions", ok(rows()))
                .on("GET " + ALL + "/att98310/operations", ok("{\"operations\":[]}"));

        client.labels(ID).list().toList(1);
        client.properties(ID).list().toList(1);
        client.versions(ID).list().toList(1);
        client.operations(ID).list();

        assertThat(site.asked())
                .extracting(one -> one.replaceAll("\\?.*", ""))
                .containsExactly(
                        "GET " + ALL + "/att98310/labels",
                        "GET " + ALL + "/att98310/properties",
                        "GET " + ALL + "/att98310/versions",
                        "GET " + ALL + "/att98310/operations");
    }

    @Test
    void badInput_endsBeforeAnyRequest() {
        Attachment nowhere = read("\"pageId\":null");
        Stream.<Runnable>of(
                        () -> AttachmentQuery.of(Owners.SPACE),
                        () -> AttachmentQuery.all().status(ContentStatus.DRAFT),
                        () -> AttachmentQuery.all().fileName(" "),
                        () -> AttachmentQuery.all().mediaType(""),
                        () -> client.upload(Owners.FOLDER, FILE),
                        () -> client.put(Owners.ATTACHMENT, FILE),
                        () -> NewAttachment.of("a/b", new byte[0]),
                        () -> NewAttachment.of("a".repeat(256), new byte[0]),
                        () -> NewAttachment.of(Path.of("/")),
                        () -> NewAttachment.of(Path.of("/no/such/file")),
                        () -> client.newVersion(nowhere, FILE),
                        () -> client.download(nowhere, Download.to(OutputStream.nullOutputStream())),
                        () -> client.update(nowhere, AttachmentUpdate.create().fileName("x")),
                        () -> client.update(
                                read("\"pageId\":\"98581\""),
                                AttachmentUpdate.create().fileName("x")),
                        () -> client.update(manual(), AttachmentUpdate.create()),
                        () -> AttachmentUpdate.create().moveTo(Owners.SPACE),
                        () -> AttachmentUpdate.create().fileName("a".repeat(256)),
                        () -> AttachmentUpdate.create().mediaType(" "))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(InvalidArgumentException.class));
        assertThat(site.asked()).isEmpty();
    }
}
