package dev.confluencekit.content.comment;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.version.VersionsClient;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of comments on a simulated site. */
@Timeout(60)
class CommentsOnASiteTest {
    private static final ContentOwner PAGE = ContentOwner.page(GUIDE);

    private final SimulatedSite site = new SimulatedSite();
    private final FooterCommentsClient footer = FooterCommentsClient.over(site.connection());
    private final InlineCommentsClient inline = InlineCommentsClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    private static NewBody body(String text) {
        return NewBody.storage("<p>" + text + "</p>");
    }

    private static int number(Comment comment) {
        return Objects.requireNonNull(Objects.requireNonNull(comment.version()).number());
    }

    private long on(ContentOwner owner) {
        return footer.list(CommentQuery.on(owner)).stream().count();
    }

    @Test
    void comment_isWritten_answered_changed_andDeleted() {
        Comment made = footer.create(PAGE, body("Which oil?"));
        Comment answer = footer.reply(made.id(), body("Any"));
        Comment changed = footer.update(footer.get(made.id()), body("Which oil, please?"));

        assertThat(made.pageId()).isEqualTo(GUIDE);
        assertThat(answer.parentCommentId()).isEqualTo(made.id());
        assertThat(number(changed)).isEqualTo(2);
        assertThat(Objects.requireNonNull(
                                footer.get(made.id(), BodyFormat.STORAGE).body())
                        .in(BodyFormat.STORAGE))
                .contains("<p>Which oil, please?</p>");
        assertThat(footer.list(CommentQuery.repliesTo(made.id())).stream().map(Comment::id))
                .containsExactly(answer.id());
        footer.delete(answer.id());
        assertThat(footer.find(answer.id())).isEmpty();
        assertThatThrownBy(() -> footer.delete(answer.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void update_ofWhatSomebodyElseChanged_isAConflict_thatTellsTheVersions() {
        Comment read = footer.create(PAGE, body("1"));
        footer.update(read, body("2"));

        assertThatThrownBy(() -> footer.update(read, body("3")))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.currentVersion()).hasValue(2);
                    assertThat(conflict.providedVersion()).hasValue(2);
                });
    }

    @Test
    void versions_areListedWithTheirBodies() {
        Comment made = footer.create(PAGE, body("1"));
        footer.update(made, body("2"));
        VersionsClient versions = VersionsClient.over(site.connection(), ContentOwner.footerComment(made.id()));

        assertThat(versions.list(BodyFormat.STORAGE).stream()
                        .map(one -> Objects.requireNonNull(
                                        Objects.requireNonNull(one.comment()).body())
                                .in(BodyFormat.STORAGE)
                                .orElse("")))
                .containsExactly("<p>2</p>", "<p>1</p>");
        assertThat(versions.get(1).nextVersion()).isEqualTo(2);
        assertThat(versions.restore(1, "back").number()).isEqualTo(3);
        versions.delete(2);
        assertThat(versions.list().stream()).hasSize(2);
    }

    @Test
    void comments_areListedOverManyPages() {
        IntStream.rangeClosed(1, 251)
                .forEach(i -> site.simulator().community().comment("202", "712020:ada", "<p>" + i + "</p>"));

        assertThat(on(PAGE)).isEqualTo(251);
        assertThat(footer.list(CommentQuery.all()).stream().count()).isEqualTo(251);
        assertThat(site.simulator().requestCount("GET /wiki/api/v2/pages/202/footer-comments"))
                .isEqualTo(2);
    }

    @Test
    void comment_onAnAttachment_isNotOnItsPage() {
        String id =
                site.simulator().addAttachment("202", "plan.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        ContentOwner file = ContentOwner.attachment(ContentId.of(id));

        footer.create(file, body("Good plan"));

        assertThat(on(file)).isEqualTo(1);
        assertThat(on(PAGE)).isZero();
    }

    @Test
    void comment_whoseAnswerIsLost_isFoundAndNotSentAgain() {
        site.simulator().nextAnswers(Failure.loseAnswer());

        Comment made = footer.create(PAGE, body("Once"));

        assertThat(footer.list(CommentQuery.on(PAGE)).stream().map(Comment::id)).containsExactly(made.id());
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void comment_whoseAnswerIsLost_whileListingsLag_isUnknown() {
        site.simulator().listingLag(Duration.ofHours(1));
        site.simulator().nextAnswers(Failure.loseAnswer());

        assertThatThrownBy(() -> footer.create(PAGE, body("Once"))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void inlineComment_isResolved_andReopened() {
        Comment made = inline.create(PAGE, TextSelection.only("One"), body("Only one?"));
        assertThat(made.resolutionStatus()).isEqualTo(CommentResolution.OPEN);
        assertThat(Objects.requireNonNull(made.properties()).inlineOriginalSelection())
                .isEqualTo("One");

        Comment settled = inline.resolve(inline.get(made.id(), BodyFormat.STORAGE));
        assertThat(settled.resolutionStatus()).isEqualTo(CommentResolution.RESOLVED);
        assertThat(inline.list(CommentQuery.on(PAGE).resolution(CommentResolution.RESOLVED)).stream())
                .hasSize(1);
        assertThat(inline.list(CommentQuery.on(PAGE).resolution(CommentResolution.OPEN)).stream())
                .isEmpty();
        assertThat(inline.reopen(inline.get(made.id(), BodyFormat.STORAGE)).resolutionStatus())
                .isEqualTo(CommentResolution.REOPENED);
    }

    @Test
    void inlineComment_whoseWordsAreGone_dangles() {
        Comment made = inline.create(PAGE, TextSelection.only("One"), body("Only one?"));
        site.simulator().updatePage("202", "<p>Two</p>");

        Comment read = inline.get(made.id(), BodyFormat.STORAGE);

        assertThat(read.resolutionStatus()).isEqualTo(CommentResolution.DANGLING);
        assertThatThrownBy(() -> inline.resolve(read)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void inlineComment_onWordsThatAreNotThere_isRefused() {
        assertThatThrownBy(() -> inline.create(PAGE, TextSelection.only("Saddle"), body("?")))
                .isInstanceOf(BadRequestException.class);
    }
}
