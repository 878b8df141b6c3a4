package dev.confluencekit.content.comment;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.body.RenderedBodyFormat;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Footer comments and inline comments. */
@NullUnmarked // what is missing fails the test anyway
class CommentsClientTest {
    private static final ContentId ID = ContentId.of("7");
    private static final NewBody HELLO = NewBody.storage("<p>Hello</p>");
    private static final String FOOTER = V2 + "/footer-comments";
    private static final String INLINE = V2 + "/inline-comments";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final FooterCommentsClient footer = FooterCommentsClient.over(site.connection());
    private final InlineCommentsClient inline = InlineCommentsClient.over(site.connection());

    private static String comment(String createdAt, String text) {
        return "{\"id\":\"7\",\"status\":\"current\",\"title\":\"Re: Opening hours\",\"pageId\":\"98581\","
                + "\"version\":{\"createdAt\":\"" + createdAt + "\",\"message\":\"\",\"number\":1,\"minorEdit\":false,"
                + "\"authorId\":\"557058:0c1b\"},\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\""
                + text
                + "\"}},\"_links\":{\"webui\":\"/x\"}}";
    }

    private static final String COMMENT = comment("2026-11-01T08:00:00.000Z", "<p>Hello</p>");

    private static String rows(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"_links\":{}}";
    }

    private CommentsClient client(String segment) {
        return segment.startsWith("footer") ? footer : inline;
    }

    @ParameterizedTest
    @CsvSource({
        "PAGE,footer-comments",
        "BLOG_POST,footer-comments",
        "ATTACHMENT,footer-comments",
        "CUSTOM_CONTENT,footer-comments",
        "PAGE,inline-comments",
        "BLOG_POST,inline-comments"
    })
    void list_onEachKindOfOwner_goesToItsAddress(OwnerKind kind, String segment) {
        String place = Owners.place(kind) + "/" + segment;
        site.on("GET " + place, ok(rows(COMMENT)));
        assertThat(client(segment).list(CommentQuery.on(Owners.of(kind)).body(BodyFormat.STORAGE)))
                .extracting(one -> one.body().storage().orElseThrow())
                .containsExactly("<p>Hello</p>");
        assertThat(site.asked()).containsExactly("GET " + place + "?body-format=storage&limit=250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"footer-comments", "inline-comments"})
    void everyOperation_ofEachKind_goesToItsAddress(String segment) {
        String all = V2 + "/" + segment;
        site.on("GET " + all, ok(rows(COMMENT)))
                .on("GET " + all + "/7/children", ok(rows()))
                .on("GET " + all + "/7", ok(COMMENT))
                .on("POST " + all, json(201, COMMENT))
                .on("PUT " + all + "/7", ok(COMMENT))
                .on("DELETE " + all + "/7", empty(204));
        CommentsClient client = client(segment);

        assertThat(client.list(CommentQuery.all().sort(CommentSort.MODIFIED))).hasSize(1);
        assertThat(client.list(CommentQuery.repliesTo(ID))).isEmpty();
        assertThat(client.get(ID, RenderedBodyFormat.VIEW).id()).isEqualTo(ID);
        assertThat(client.find(ID)).isPresent();
        client.reply(ID, HELLO);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "parentCommentId", "7", "body", Map.of("representation", "storage", "value", "<p>Hello</p>")));
        client.update(LiteralContent.read(COMMENT, Comment.class), NewBody.wiki("Hello"));
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "body", Map.of("representation", "wiki", "value", "Hello"), "version", Map.of("number", 2)));
        client.delete(ID);
        assertThat(site.asked())
                .containsExactly(
                        "GET " + all + "?sort=modified-date&limit=250",
                        "GET " + all + "/7/children?limit=250",
                        "GET " + all + "/7?body-format=view",
                        "GET " + all + "/7",
                        "POST " + all,
                        "PUT " + all + "/7",
                        "DELETE " + all + "/7");
    }

    @ParameterizedTest
    @CsvSource({"PAGE,pageId", "BLOG_POST,blogPostId", "ATTACHMENT,attachmentId", "CUSTOM_CONTENT,customContentId"})
    void footer_onEachKindOfOwner_namesIt(OwnerKind kind, String member) {
        site.on("POST " + FOOTER, json(201, COMMENT));
        footer.create(Owners.of(kind), HELLO);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        member,
                        Owners.of(kind).id(),
                        "body",
                        Map.of("representation", "storage", "value", "<p>Hello</p>")));
    }

    @Test
    void inline_namesTheTextThatItIsOn() {
        site.on("POST " + INLINE, json(201, COMMENT));
        inline.create(Owners.PAGE, new TextSelection("from 9 to 5", 3, 1), HELLO);
        assertThat(site.lastJson().get("inlineCommentProperties"))
                .isEqualTo(Map.of(
                        "textSelection", "from 9 to 5", "textSelectionMatchCount", 3, "textSelectionMatchIndex", 1));
    }

    @Test
    void inline_onATextThatIsNotThere_isABadRequest() {
        site.on("POST " + INLINE, refused(400, "INVALID_REQUEST_PARAMETER", "textSelection does not match"));
        assertThatThrownBy(() -> inline.create(Owners.PAGE, TextSelection.only("gone"), HELLO))
                .isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST"},
            mode = EnumSource.Mode.EXCLUDE)
    void inline_onAnythingElse_endsBeforeAnyRequest(OwnerKind kind) {
        assertThatThrownBy(() -> inline.create(Owners.of(kind), TextSelection.only("x"), HELLO))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> inline.list(CommentQuery.on(Owners.of(kind))))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void inlineList_asksForStatusesAndResolutions() {
        site.on("GET " + V2 + "/pages/98581/inline-comments", ok(rows("""
                {"id":"7","resolutionStatus":"dangling","properties":{"inlineMarkerRef":"m-1",
                 "inlineOriginalSelection":"from 9 to 5"}}""")));
        Comment first = inline.list(CommentQuery.on(Owners.PAGE)
                        .status(ContentStatus.CURRENT)
                        .resolution(CommentResolution.OPEN, CommentResolution.DANGLING))
                .findFirst()
                .orElseThrow();
        assertThat(first.resolutionStatus()).isEqualTo(CommentResolution.DANGLING);
        assertThat(first.properties().inlineOriginalSelection()).isEqualTo("from 9 to 5");
        assertThat(site.asked())
                .containsExactly("GET " + V2 + "/pages/98581/inline-comments"
                        + "?status=current&resolution-status=open&resolution-status=dangling&limit=250");
    }

    @Test
    void query_ofWhatTheServiceCannotFilter_endsBeforeAnyRequest() {
        Stream.<Runnable>of(
                        () -> footer.list(CommentQuery.on(Owners.PAGE).resolution(CommentResolution.OPEN)),
                        () -> footer.list(CommentQuery.on(Owners.ATTACHMENT).status(ContentStatus.CURRENT)),
                        () -> CommentQuery.all().status(ContentStatus.CURRENT),
                        () -> CommentQuery.repliesTo(ID).resolution(CommentResolution.OPEN))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(InvalidArgumentException.class));
    }

    @Test
    void resolve_andReopen_sendTheStateAndTheNextVersion() {
        site.on("PUT " + INLINE + "/7", ok(COMMENT));
        Comment read = LiteralContent.read(COMMENT, Comment.class);
        inline.resolve(read);
        assertThat(site.lastJson()).isEqualTo(Map.of("resolved", true, "version", Map.of("number", 2)));
        inline.reopen(read);
        assertThat(site.lastJson()).isEqualTo(Map.of("resolved", false, "version", Map.of("number", 2)));
    }

    @Test
    void dangling_cannotBeChanged_andEndsBeforeAnyRequest() {
        Comment dangling = LiteralContent.read(
                "{\"id\":\"7\",\"resolutionStatus\":\"dangling\",\"version\":{\"number\":1}}", Comment.class);
        assertThatThrownBy(() -> inline.resolve(dangling)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> inline.reopen(dangling)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> inline.update(dangling, HELLO)).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void update_ofWhatChangedSince_isAConflictWithTheCurrentVersion() {
        site.on(
                "PUT " + FOOTER + "/7",
                refused(409, "CONFLICT", "Version must be incremented. Current Version: [5]. Provided version: [2]"));
        Comment read = LiteralContent.read(COMMENT, Comment.class);
        assertThatThrownBy(() -> footer.update(read, HELLO))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.currentVersion()).hasValue(5));
    }

    @Test
    void update_withoutAVersion_endsBeforeAnyRequest() {
        Comment read = LiteralContent.read("{\"id\":\"7\"}", Comment.class);
        assertThatThrownBy(() -> footer.update(read, HELLO)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void find_missing_isEmpty() {
        site.on("GET " + FOOTER + "/7", notFound());
        assertThat(footer.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',1,0", "x,0,0", "x,1,1", "x,1,-1"})
    void selection_thatNoTextCanBe_isRefused(String text, int count, int index) {
        assertThatThrownBy(() -> new TextSelection(text, count, index)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void create_whoseAnswerIsLost_adoptsTheCommentThatIsThere() {
        String now = Instant.now().toString();
        site.on("POST " + FOOTER, json(502, "{}"))
                .on("GET " + V2 + "/pages/98581/footer-comments", ok(rows(comment(now, "<p>Hello</p>"))));
        assertThat(footer.create(Owners.PAGE, HELLO).id()).isEqualTo(ID);
        assertThat(site.asked())
                .containsExactly(
                        "POST " + FOOTER,
                        "GET " + V2 + "/pages/98581/footer-comments?body-format=storage&sort=-created-date&limit=250");
    }

    @Test
    void create_whoseAnswerIsLost_doesNotAdoptAnOlderComment_norSendAgain() {
        String before = Instant.now().minus(Duration.ofMinutes(1)).toString();
        site.on("POST " + FOOTER, json(502, "{}"))
                .on("GET " + V2 + "/pages/98581/footer-comments", ok(rows(comment(before, "<p>Hello</p>"))));
        assertThatThrownBy(() -> footer.create(Owners.PAGE, HELLO))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class, e -> assertThat(e.hint()).contains("98581"));
        assertThat(site.asked()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }

    @Test
    void create_whoseAnswerIsLost_doesNotAdoptAnotherText() {
        String now = Instant.now().toString();
        site.on("POST " + FOOTER, json(502, "{}"))
                .on("GET " + V2 + "/pages/98581/footer-comments", ok(rows(comment(now, "<p>Something else</p>"))));
        assertThatThrownBy(() -> footer.create(Owners.PAGE, HELLO)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void reply_whoseAnswerIsLost_isLookedForAmongTheReplies() {
        String now = Instant.now().toString();
        site.on("POST " + INLINE, json(502, "{}"))
                .on("GET " + INLINE + "/7/children", ok(rows(comment(now, "<p>Hello</p>"))));
        assertThat(inline.reply(ID, HELLO).id()).isEqualTo(ID);
    }

    @Test
    void create_inAFormatThatIsNotStored_isNotLookedFor() {
        site.on("POST " + FOOTER, json(502, "{}"));
        assertThatThrownBy(() -> footer.create(Owners.PAGE, NewBody.wiki("Hello")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.asked()).hasSize(1);
    }
}
