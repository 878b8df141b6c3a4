package dev.confluencekit.content.page;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static dev.confluencekit.content.SimulatedSite.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.TitleTakenException;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.InlineCommentsLostException;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.longtask.LongTask;
import dev.confluencekit.content.longtask.LongTaskException;
import dev.confluencekit.content.longtask.LongTaskWait;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.content.version.VersionConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of pages on a simulated site, from draft to purge. */
class PageWritesOnASiteTest {
    private static final String MARKED =
            "<p>Read <ac:inline-comment-marker ac:ref=\"a1\">this</ac:inline-comment-marker> and"
                    + " <ac:inline-comment-marker ac:ref=\"b2\">that</ac:inline-comment-marker>.</p>";

    private final SimulatedSite site = new SimulatedSite();
    private final PagesClient pages = site.pages();

    @AfterEach
    void close() {
        site.close();
    }

    private Page read(PageId id) {
        return pages.get(PageRequest.of(id).body(BodyFormat.STORAGE));
    }

    private static Version version(Page page) {
        return Objects.requireNonNull(page.version());
    }

    private static int number(Page page) {
        return Objects.requireNonNull(version(page).number());
    }

    private static String storage(Page page) {
        return Objects.requireNonNull(page.body()).storage().orElseThrow();
    }

    @Test
    void create_inASpace_isPublishedBelowTheHomePage() {
        Page page = pages.create(NewPage.inSpace("DOCS", "New").storage("<p>Hello</p>"));

        assertThat(page.status()).isEqualTo(PageStatus.CURRENT);
        assertThat(page.parentId()).isEqualTo(ContentId.of("201"));
        assertThat(storage(read(page.id()))).isEqualTo("<p>Hello</p>");
        assertThat(number(page)).isEqualTo(1);
    }

    @Test
    void create_underAPageAtTheRootLiveAndPrivate_isThat() {
        assertThat(pages.create(NewPage.inSpace(DOCS, "A").under(GUIDE)).parentId())
                .isEqualTo(ContentId.of("202"));
        assertThat(pages.create(NewPage.inSpace(DOCS, "B").atRoot()).parentId()).isNull();
        pages.create(NewPage.inSpace(DOCS, "C").live());
        assertThat(pages.list(PageQuery.inSpace(DOCS).subtype(PageSubtype.LIVE)).stream())
                .extracting(Page::title)
                .containsExactly("C");
        assertThat(pages.create(NewPage.inSpace(DOCS, "D").visibleToAuthorOnly())
                        .title())
                .isEqualTo("D");
    }

    @Test
    void create_withAnAtlassianDocument_isWritten() {
        Page page = pages.create(NewPage.inSpace(DOCS, "Adf")
                .body(NewBody.atlasDocFormat("{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}")));

        assertThat(storage(read(page.id()))).isEqualTo("<p>Hello</p>");
    }

    @Test
    void create_takenTitle_namesTheHolder() {
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "Guide")))
                .isInstanceOfSatisfying(TitleTakenException.class, e -> {
                    assertThat(e.title()).isEqualTo("Guide");
                    assertThat(e.holder()).contains(ContentId.of("202"));
                });
    }

    @Test
    void create_titleOfAnArchivedPage_namesTheHolder() {
        site.simulator().archivePage("202");
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "Guide")))
                .isInstanceOfSatisfying(
                        TitleTakenException.class, e -> assertThat(e.holder()).contains(ContentId.of("202")));
    }

    @Test
    void create_titleOfAPageThatTheListingDoesNotShowYet_saysThatNobodyIsSeen() {
        site.simulator().listingLag(Duration.ofMinutes(1));
        pages.create(NewPage.inSpace(DOCS, "New"));
        assertThatThrownBy(() -> pages.create(NewPage.inSpace(DOCS, "New")))
                .isInstanceOfSatisfying(
                        TitleTakenException.class, e -> assertThat(e.holder()).isEmpty());
    }

    @Test
    void create_withoutATitle_asksNothing() {
        assertThatThrownBy(() -> pages.create(NewPage.inSpace("DOCS", " ")))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("title"));
        assertThat(site.simulator().requests()).isEmpty();
    }

    @Test
    void draft_isEditedPublishedAndListed() {
        Page draft = pages.create(NewPage.inSpace(DOCS, "").draft());
        PageRequest asDraft = PageRequest.of(draft.id()).draft().body(BodyFormat.STORAGE);
        Page written =
                pages.update(PageUpdate.of(pages.get(asDraft)).title("Plan").storage("<p>Soon</p>"));

        assertThat(written.status()).isEqualTo(PageStatus.DRAFT);
        assertThat(pages.findByTitle(DOCS, "Plan")).isEmpty();
        Page published = pages.publish(draft.id());
        assertThat(published.status()).isEqualTo(PageStatus.CURRENT);
        assertThat(number(published)).isEqualTo(1);
        assertThat(pages.findByTitle(DOCS, "Plan")).map(Page::id).contains(draft.id());
    }

    @Test
    void publish_whatIsPublished_writesNothing() {
        assertThat(pages.publish(GUIDE).status()).isEqualTo(PageStatus.CURRENT);
        assertThat(site.writes()).isZero();
    }

    @Test
    void publish_whatIsInTheTrash_isRefused() {
        site.simulator().trashPage("202");
        assertThatThrownBy(() -> pages.publish(GUIDE)).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.writes()).isZero();
    }

    @Test
    void update_fromThePresentVersion_isTheNextOne() {
        Page next = pages.update(
                PageUpdate.of(read(GUIDE)).title("Manual").storage("<p>Two</p>").message("reworked"));

        assertThat(number(next)).isEqualTo(2);
        assertThat(read(GUIDE).title()).isEqualTo("Manual");
        assertThat(storage(read(GUIDE))).isEqualTo("<p>Two</p>");
        assertThat(version(read(GUIDE)).message()).isEqualTo("reworked");
    }

    @Test
    void update_fromAnOldVersion_tellsExpectedAndActual() {
        PageUpdate old = PageUpdate.of(read(GUIDE)).storage("<p>Mine</p>");
        site.simulator().updatePage("202", "<p>Theirs</p>");
        site.simulator().updatePage("202", "<p>Theirs again</p>");

        assertThatThrownBy(() -> pages.update(old)).isInstanceOfSatisfying(VersionConflictException.class, e -> {
            assertThat(e.expectedVersion()).isEqualTo(1);
            assertThat(e.actualVersion()).hasValue(3);
        });
        assertThat(storage(read(GUIDE))).isEqualTo("<p>Theirs again</p>");
    }

    @Test
    void update_titleOfAnother_namesTheHolder() {
        assertThatThrownBy(() -> pages.update(PageUpdate.of(read(GUIDE)).title("Home")))
                .isInstanceOfSatisfying(
                        TitleTakenException.class, e -> assertThat(e.holder()).contains(ContentId.of("201")));
    }

    @Test
    void updateOf_pageReadWithoutItsBody_isRefused() {
        Page bare = pages.get(GUIDE);
        assertThatThrownBy(() -> PageUpdate.of(bare))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("body"));
    }

    @Test
    void edit_changesWhatIsThere() {
        pages.edit(GUIDE, page -> page.storage(page.body().value().replace("One", "Two")));
        assertThat(storage(read(GUIDE))).isEqualTo("<p>Two</p>");
    }

    @Test
    void edit_overtakenBySomebody_isMadeAgainOfWhatTheyWrote() {
        List<Integer> from = new ArrayList<>();
        pages.edit(GUIDE, page -> {
            from.add(page.fromVersion());
            if (from.size() == 1) {
                site.simulator().updatePage("202", "<p>Theirs</p>");
            }
            return page.storage(page.body().value() + "<p>Mine</p>");
        });

        assertThat(from).containsExactly(1, 2);
        assertThat(storage(read(GUIDE))).isEqualTo("<p>Theirs</p><p>Mine</p>");
    }

    @Test
    void edit_overtakenEveryTime_endsAsAConflictAfterFiveTries() {
        List<Integer> from = new ArrayList<>();
        assertThatThrownBy(() -> pages.edit(GUIDE, page -> {
                    from.add(page.fromVersion());
                    site.simulator().updatePage("202", "<p>Theirs " + from.size() + "</p>");
                    return page.storage("<p>Mine</p>");
                }))
                .isInstanceOf(VersionConflictException.class);

        assertThat(from).containsExactly(1, 2, 3, 4, 5);
        assertThat(storage(read(GUIDE))).isEqualTo("<p>Theirs 5</p>");
    }

    @Test
    void edit_overtaken_pausesBeforeItTriesAgain() {
        assertThatThrownBy(() -> pages.edit(GUIDE, page -> {
                    site.simulator().updatePage("202", "<p>Theirs</p>" + page.fromVersion());
                    return page.storage("<p>Mine</p>");
                }))
                .isInstanceOf(VersionConflictException.class);

        assertThat(site.waits()).hasSize(4);
    }

    @Test
    void edit_thatChangesNothing_writesNothing() {
        assertThat(number(pages.edit(GUIDE, page -> page))).isEqualTo(1);
        assertThat(site.writes()).isZero();
    }

    @Test
    void edit_losingPlacesOfComments_isRefusedWithTheirNames() {
        site.simulator().updatePage("202", MARKED);
        assertThatThrownBy(() -> pages.edit(
                        GUIDE,
                        page -> page.storage("<p>Read <ac:inline-comment-marker ac:ref=\"a1\">this"
                                + "</ac:inline-comment-marker>.</p>")))
                .isInstanceOfSatisfying(
                        InlineCommentsLostException.class,
                        e -> assertThat(e.markers()).containsExactly("b2"));
        assertThat(site.writes()).isZero();
    }

    @Test
    void edit_losingPlacesOfComments_isWrittenIfAllowed() {
        site.simulator().updatePage("202", MARKED);
        pages.edit(GUIDE, page -> page.storage("<p>None</p>").allowLosingInlineComments());
        assertThat(storage(read(GUIDE))).isEqualTo("<p>None</p>");
    }

    @Test
    void edit_keepingPlacesOfComments_isWritten() {
        site.simulator().updatePage("202", MARKED);
        pages.edit(GUIDE, page -> page.storage(page.body().value().replace("Read", "See")));
        assertThat(storage(read(GUIDE))).contains("See", "a1", "b2");
    }

    @Test
    void rename_keepsTheBody() {
        assertThat(number(pages.rename(GUIDE, "Manual"))).isEqualTo(2);
        assertThat(read(GUIDE).title()).isEqualTo("Manual");
        assertThat(storage(read(GUIDE))).isEqualTo("<p>One</p>");
    }

    @Test
    void rename_takenTitle_namesTheHolder() {
        assertThatThrownBy(() -> pages.rename(GUIDE, "Home"))
                .isInstanceOfSatisfying(
                        TitleTakenException.class, e -> assertThat(e.holder()).contains(ContentId.of("201")));
    }

    @Test
    void delete_restore_purge() {
        pages.delete(GUIDE);
        assertThat(read(GUIDE).status()).isEqualTo(PageStatus.TRASHED);
        assertThat(pages.restore(GUIDE).status()).isEqualTo(PageStatus.CURRENT);
        assertThat(number(read(GUIDE))).isEqualTo(1);
        pages.delete(GUIDE);
        pages.purge(GUIDE);
        assertThat(pages.find(GUIDE)).isEmpty();
    }

    @Test
    void delete_twice_isNotThereTheSecondTime() {
        pages.delete(GUIDE);
        assertThatThrownBy(() -> pages.delete(GUIDE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void restore_titleGivenToAnother_namesTheHolder() {
        pages.delete(GUIDE);
        Page other = pages.create(NewPage.inSpace(DOCS, "Guide"));
        assertThatThrownBy(() -> pages.restore(GUIDE))
                .isInstanceOfSatisfying(
                        TitleTakenException.class,
                        e -> assertThat(e.holder())
                                .contains(ContentId.of(other.id().value())));
    }

    @Test
    void deleteDraft_isForGood() {
        Page draft = pages.create(NewPage.inSpace(DOCS, "Draft").draft());
        pages.deleteDraft(draft.id());
        assertThat(pages.find(PageRequest.of(draft.id()).draft())).isEmpty();
    }

    @Test
    void move_underAnother_andBesideAnother() {
        Page first = pages.create(NewPage.inSpace(DOCS, "First"));
        assertThat(pages.moveUnder(first.id(), ContentId.of("202")).parentId()).isEqualTo(ContentId.of("202"));
        pages.move(first.id(), MovePosition.BEFORE, GUIDE);
        assertThat(read(first.id()).parentId()).isEqualTo(ContentId.of("201"));
        assertThat(read(first.id()).position()).isLessThan(read(GUIDE).position());
        pages.move(first.id(), MovePosition.APPEND, GUIDE);
        assertThat(read(first.id()).parentId()).isEqualTo(ContentId.of("202"));
    }

    @Test
    void move_besideItself_asksNothing() {
        assertThatThrownBy(() -> pages.move(GUIDE, MovePosition.AFTER, GUIDE))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(site.simulator().requests()).isEmpty();
    }

    @Test
    void copy_underAPage_hasTitleBodyAndWhatWasNamed() {
        site.simulator().labelPage("202", "policy");
        PageId copy = pages.copy(PageCopy.under(GUIDE, HOME).title("Guide 2").with(CopyPart.LABELS));

        Page made = pages.get(PageRequest.of(copy).body(BodyFormat.STORAGE).include(PageInclude.LABELS));
        assertThat(made.title()).isEqualTo("Guide 2");
        assertThat(storage(made)).isEqualTo("<p>One</p>");
        assertThat(Objects.requireNonNull(made.labels()).results()).hasSize(1);
    }

    @Test
    void copy_titleTaken_isSaid() {
        assertThatThrownBy(() -> pages.copy(PageCopy.atRootOf(GUIDE, "DOCS").title("Home")))
                .isInstanceOf(TitleTakenException.class);
    }

    @Test
    void copyTree_isWaitedFor_withProgress() {
        site.simulator().longTaskDuration(Duration.ofSeconds(20));
        pages.create(NewPage.inSpace(DOCS, "Leaf").under(GUIDE));
        LongTaskId task = pages.copyTree(TreeCopy.under(GUIDE, HOME).titlePrefix("Copy of "));
        List<Integer> seen = new ArrayList<>();

        LongTask done = site.longTasks()
                .await(task, LongTaskWait.standard().progress(state -> seen.add(state.percentageComplete())));
        assertThat(done.isSuccessful()).isTrue();
        assertThat(seen).startsWith(0).endsWith(100).isSorted().hasSizeGreaterThan(3);
        PageId top = PageId.of(done.destination().orElseThrow().value());
        assertThat(read(top).title()).isEqualTo("Copy of Guide");
        assertThat(pages.findByTitle(DOCS, "Copy of Leaf")).isPresent();
    }

    @Test
    void copyTree_titlesTaken_failsWithTheServicesWords() {
        LongTaskId task = pages.copyTree(TreeCopy.under(GUIDE, HOME));
        assertThatThrownBy(() -> site.longTasks().await(task)).isInstanceOfSatisfying(LongTaskException.class, e -> {
            assertThat(e.isFinished()).isTrue();
            assertThat(e).hasMessageContaining("TITLE");
        });
    }

    @Test
    void await_tooLong_saysHowFarItIs() {
        site.simulator().longTaskDuration(Duration.ofMinutes(2));
        LongTaskId task = pages.deleteTree(GUIDE);
        assertThatThrownBy(() ->
                        site.longTasks().await(task, LongTaskWait.standard().upTo(Duration.ofMinutes(1))))
                .isInstanceOfSatisfying(LongTaskException.class, e -> {
                    assertThat(e.isFinished()).isFalse();
                    assertThat(e.percentageComplete()).isEqualTo(50);
                });
    }

    @Test
    void await_cancelled_givesTheLastStateAtOnce() {
        site.simulator().longTaskDuration(Duration.ofMinutes(2));
        LongTaskId task = pages.deleteTree(GUIDE);
        LongTask last = site.longTasks().await(task, LongTaskWait.standard().cancelledBy(new CountDownLatch(0)));
        assertThat(last.isFinished()).isFalse();
    }

    @Test
    void archive_isATask() {
        LongTask done = site.longTasks().await(pages.archive(List.of(GUIDE)));
        assertThat(done.isSuccessful()).isTrue();
        assertThat(read(GUIDE).status()).isEqualTo(PageStatus.ARCHIVED);
        assertThat(site.longTasks().list(10)).extracting(LongTask::id).containsExactly(done.id());
    }

    @Test
    void archive_none_asksNothing() {
        assertThatThrownBy(() -> pages.archive(List.of())).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.simulator().requests()).isEmpty();
    }

    @Test
    void deleteTree_putsAllBelowIntoTheTrash() {
        Page leaf = pages.create(NewPage.inSpace(DOCS, "Leaf").under(GUIDE));
        site.longTasks().await(pages.deleteTree(GUIDE));
        assertThat(read(leaf.id()).status()).isEqualTo(PageStatus.TRASHED);
    }
}
