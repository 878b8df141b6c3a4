package dev.confluencekit.content.page;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static dev.confluencekit.content.SimulatedSite.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.TitleTakenException;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.version.VersionConflictException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes that took effect, or not, while their answers were lost. */
class LostAnswersTest {
    private static final String ALL = "/wiki/api/v2/pages";
    private static final String ONE = "/wiki/api/v2/pages/202";

    private final SimulatedSite site = new SimulatedSite();
    private final ConfluenceSimulator simulator = site.simulator();
    private final PagesClient pages = site.pages();

    @AfterEach
    void close() {
        site.close();
    }

    private long titled(String title) {
        return pages.list(PageQuery.inSpace(DOCS).title(title)).stream().count();
    }

    private int version() {
        return Objects.requireNonNull(
                Objects.requireNonNull(pages.get(GUIDE).version()).number());
    }

    private PageUpdate update() {
        return PageUpdate.of(pages.get(PageRequest.of(GUIDE).body(BodyFormat.STORAGE)));
    }

    @Test
    void create_thatTookEffect_isFoundAndNotSentAgain() {
        simulator.nextAnswers(Failure.loseAnswer());
        Page page = pages.create(NewPage.inSpace(DOCS, "New").storage("<p>Hello &amp; welcome</p>"));

        assertThat(page.title()).isEqualTo("New");
        assertThat(titled("New")).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void create_thatTookNoEffect_isSentAgain() {
        simulator.nextAnswers(Failure.dropConnection());
        pages.create(NewPage.inSpace(DOCS, "New").storage("<p>Hello</p>"));

        assertThat(titled("New")).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(2);
    }

    @Test
    void create_seenByNoListingForAWhile_isFoundWhenItIs() {
        simulator.listingLag(Duration.ofSeconds(3));
        simulator.nextAnswers(Failure.loseAnswer());
        pages.create(NewPage.inSpace(DOCS, "New"));

        site.clock().advance(Duration.ofSeconds(3));
        assertThat(titled("New")).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void create_seenByNoListingForLong_isUnknownAndNeverDouble() {
        simulator.listingLag(Duration.ofMinutes(2));
        simulator.nextAnswers(Failure.loseAnswer());
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "New")))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        e -> assertThat(e.hint()).contains("\"New\"").contains("100"));

        site.clock().advance(Duration.ofMinutes(2));
        assertThat(titled("New")).isEqualTo(1);
    }

    @Test
    void create_titleOfAnotherPage_isNotTakenForOurs() {
        simulator.nextAnswers(Failure.dropConnection());
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "Guide").storage("<p>Ours</p>")))
                .isInstanceOfSatisfying(
                        TitleTakenException.class, e -> assertThat(e.holder()).contains(ContentId.of("202")));
    }

    @Test
    void create_sameTitleAndWordsLongAgo_isNotTakenForOurs() {
        site.clock().advance(Duration.ofDays(1));
        simulator.nextAnswers(Failure.dropConnection());
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "Guide").storage("<p>One</p>")))
                .isInstanceOf(TitleTakenException.class);
    }

    @Test
    void create_draft_isUnknown() {
        simulator.nextAnswers(Failure.loseAnswer());
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "Draft").draft()))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void update_thatTookEffect_isFoundAndNotSentAgain() {
        PageUpdate update = update().storage("<p>Two</p>");
        simulator.nextAnswers(Failure.loseAnswer());
        pages.update(update);

        assertThat(version()).isEqualTo(2);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void update_thatTookNoEffect_isSentAgain() {
        PageUpdate update = update().storage("<p>Two</p>");
        simulator.nextAnswers(Failure.dropConnection());
        pages.update(update);

        assertThat(version()).isEqualTo(2);
        assertThat(site.writes()).isEqualTo(2);
    }

    @Test
    void update_overtakenMeanwhile_isAConflict() {
        PageUpdate update = update().storage("<p>Mine</p>");
        simulator.updatePage("202", "<p>Theirs</p>");
        simulator.nextAnswers(Failure.dropConnection());
        assertThatThrownBy(() -> pages.update(update)).isInstanceOfSatisfying(VersionConflictException.class, e -> {
            assertThat(e.expectedVersion()).isEqualTo(1);
            assertThat(e.actualVersion()).hasValue(2);
        });
    }

    @Test
    void update_overtakenTwice_isUnknown() {
        PageUpdate update = update().storage("<p>Mine</p>");
        simulator.updatePage("202", "<p>Theirs</p>");
        simulator.updatePage("202", "<p>Theirs again</p>");
        simulator.nextAnswers(Failure.dropConnection());
        assertThatThrownBy(() -> pages.update(update)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void rename_thatTookEffect_makesOneVersion() {
        simulator.fail(ONE + "/title", 1, Failure.loseAnswer());
        assertThat(pages.rename(GUIDE, "Manual").title()).isEqualTo("Manual");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void delete_thatTookEffect_isDone() {
        simulator.nextAnswers(Failure.loseAnswer());
        pages.delete(GUIDE);
        assertThat(pages.get(GUIDE).status()).isEqualTo(PageStatus.TRASHED);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void delete_thatTookNoEffect_isSentAgain() {
        simulator.nextAnswers(Failure.dropConnection());
        pages.delete(GUIDE);
        assertThat(pages.get(GUIDE).status()).isEqualTo(PageStatus.TRASHED);
    }

    @Test
    void purge_thatTookEffect_isDone() {
        pages.delete(GUIDE);
        simulator.nextAnswers(Failure.loseAnswer());
        pages.purge(GUIDE);
        assertThat(pages.find(GUIDE)).isEmpty();
    }

    @Test
    void deleteDraft_thatTookEffect_isDone() {
        Page draft = pages.create(NewPage.inSpace(DOCS, "Draft").draft());
        simulator.nextAnswers(Failure.loseAnswer());
        pages.deleteDraft(draft.id());
        assertThat(pages.find(PageRequest.of(draft.id()).draft())).isEmpty();
    }

    @Test
    void publish_thatTookEffect_isDone() {
        Page draft = pages.create(NewPage.inSpace(DOCS, "Draft").draft());
        simulator.nextAnswers(Failure.delay(Duration.ZERO), Failure.delay(Duration.ZERO), Failure.loseAnswer());
        assertThat(pages.publish(draft.id()).status()).isEqualTo(PageStatus.CURRENT);
    }

    @Test
    void restore_thatTookEffect_isDone() {
        pages.delete(GUIDE);
        simulator.nextAnswers(Failure.delay(Duration.ZERO), Failure.loseAnswer());
        assertThat(pages.restore(GUIDE).status()).isEqualTo(PageStatus.CURRENT);
    }

    @Test
    void move_whoseAnswerIsLost_isSentAgainWithoutHarm() {
        simulator.nextAnswers(Failure.loseAnswer());
        pages.move(GUIDE, MovePosition.APPEND, HOME);
        assertThat(pages.get(GUIDE).parentId()).isEqualTo(ContentId.of("201"));
    }

    @Test
    void tasksAndCopies_whoseAnswersAreLost_areUnknownAndNotBegunAgain() {
        simulator.fail("/wiki/rest/api/content/**", 4, Failure.loseAnswer());
        assertThatThrownBy(() -> pages.copy(PageCopy.under(GUIDE, HOME).title("Copy")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> pages.copyTree(TreeCopy.under(GUIDE, HOME).titlePrefix("2 ")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> pages.archive(List.of(PageId.of("202")))).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> pages.deleteTree(HOME)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.writes()).isEqualTo(4);
    }

    @Test
    void create_answeredWithAFaultOfTheService_isLookedForToo() {
        simulator.fail(ALL, 1, Failure.status(502));
        pages.create(NewPage.inSpace(DOCS, "New"));
        assertThat(titled("New")).isEqualTo(1);
    }
}
