package dev.confluencekit.sync.target.contract;

import static dev.confluencekit.sync.target.contract.SampleItems.attachment;
import static dev.confluencekit.sync.target.contract.SampleItems.bareDetails;
import static dev.confluencekit.sync.target.contract.SampleItems.body;
import static dev.confluencekit.sync.target.contract.SampleItems.comment;
import static dev.confluencekit.sync.target.contract.SampleItems.details;
import static dev.confluencekit.sync.target.contract.SampleItems.mark;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static dev.confluencekit.sync.target.contract.SampleItems.remove;
import static dev.confluencekit.sync.target.contract.SampleItems.space;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every target keeps to. Extend it and give it your target, and a way to see what it stored:
 *
 * <pre>{@code
 * class SearchIndexTargetTest extends MirrorTargetContract {
 *     @Override
 *     protected MirrorTarget newTarget() {
 *         return new SearchIndexTarget(anEmptyIndex());
 *     }
 *     …
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class MirrorTargetContract {
    private static final ItemKey PAGE = new ItemKey(ItemKind.PAGE, "1");
    private static final ItemKey OTHER = new ItemKey(ItemKind.PAGE, "2");
    private static final ItemKey FILE = new ItemKey(ItemKind.ATTACHMENT, "att9");
    private static final Instant MISSED = Instant.parse("2026-11-26T12:00:00.123456Z");

    @TempDir
    private Path files;

    private MirrorTarget target = holder -> {
        throw new IllegalStateException("not opened yet");
    };

    private TargetSession session;

    /** For subclasses. */
    protected MirrorTargetContract() {}

    /**
     * A target without items, which shares none with those given before. Called once before each test.
     *
     * @return the target to test
     * @throws Exception if there can be none; the test fails
     */
    protected abstract MirrorTarget newTarget() throws Exception;

    /**
     * The target that {@link #newTarget()} gave last, as another process would make it.
     *
     * @param target what it gave
     * @return another object over the same place, or the same one if it lives in this process only
     * @throws Exception if there can be none; the test fails
     */
    protected abstract MirrorTarget sameTarget(MirrorTarget target) throws Exception;

    /**
     * The body that the target holds, as whoever uses the mirror sees it.
     *
     * @param key an item
     * @return its body; empty if the item is not there or has none
     * @throws Exception if it cannot be read; the test fails
     */
    protected abstract Optional<String> bodyOf(ItemKey key) throws Exception;

    /**
     * The details that the target holds, as whoever uses the mirror sees them.
     *
     * @param key an item
     * @return its details; empty if the item is not there
     * @throws Exception if they cannot be read; the test fails
     */
    protected abstract Optional<ItemDetails> detailsOf(ItemKey key) throws Exception;

    /**
     * The bytes of an attachment that the target holds.
     *
     * @param key an item
     * @return its bytes; empty if the item is not there or has none
     * @throws Exception if they cannot be read; the test fails
     */
    protected abstract Optional<byte[]> fileOf(ItemKey key) throws Exception;

    /**
     * Whether the target keeps files of attachments.
     *
     * @return false to leave out what is asked of those that do
     */
    protected boolean keepsFiles() {
        return true;
    }

    @BeforeEach
    void open() throws Exception {
        target = newTarget();
        session = target.open("a test");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void reopen() throws Exception {
        session.close();
        target = sameTarget(target);
        session = target.open("the test again");
    }

    private Optional<ItemState> state(ItemKey key) {
        return Optional.ofNullable(session.find(List.of(key)).get(key));
    }

    private List<ItemState> listAll(ItemKind kind, @Nullable String spaceId, int most) {
        List<ItemState> all = new ArrayList<>();
        ItemKey after = null;
        while (true) {
            List<ItemState> part = session.list(kind, spaceId, after, most);
            assertThat(part).hasSizeLessThanOrEqualTo(most);
            if (part.isEmpty()) {
                return all;
            }
            all.addAll(part);
            after = part.get(part.size() - 1).key();
        }
    }

    private static List<String> ids(List<ItemState> states) {
        return states.stream().map(state -> state.key().id()).toList();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(files, "fetched", ""), content);
    }

    @Test
    void checkpoint_noBatchYet_isEmpty() throws Exception {
        assertThat(session.checkpoint()).isEmpty();
        reopen();
        assertThat(session.checkpoint()).isEmpty();
    }

    @Test
    void checkpoint_isThatOfTheLastBatch() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        session.apply(put("two", page("2", "10", 1)));
        assertThat(session.checkpoint()).contains("two");
        reopen();
        assertThat(session.checkpoint()).contains("two");
    }

    @Test
    void checkpoint_anyText_comesBackAsItWas() throws Exception {
        String text = "{\"a\":\"'\\\n\r\t \u00e9e\u0301\ud83d\ude00\u2028\"}" + "0123456789".repeat(30_000);
        session.apply(put(text));
        assertThat(session.checkpoint()).contains(text);
        reopen();
        assertThat(session.checkpoint()).contains(text);
    }

    @Test
    void checkpoint_emptyText_isNotTakenForNone() throws Exception {
        session.apply(put(""));
        reopen();
        assertThat(session.checkpoint()).contains("");
    }

    @Test
    void apply_emptyBatch_movesTheCheckpointOnly() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        session.apply(put("two"));
        reopen();
        assertThat(session.checkpoint()).contains("two");
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
    }

    @Test
    void put_everyComponentOfTheState_comesBack() throws Exception {
        ItemState state = new ItemState(
                new ItemKey(ItemKind.INLINE_COMMENT, "77-a"),
                "10",
                PAGE,
                "76",
                "Re: it",
                "archived",
                2_000_000_000,
                "sha256:0f2b",
                MISSED);
        session.apply(put("one", new MirrorItem(state, bareDetails(), body("<p/>"), null)));
        assertThat(state(state.key())).contains(state);
        reopen();
        assertThat(state(state.key())).contains(state);
    }

    @Test
    void put_nothingButWhatMustBe_comesBack() throws Exception {
        MirrorItem space = space("10", "Support");
        session.apply(put("one", space));
        reopen();
        assertThat(state(space.key())).contains(space.state());
        assertThat(bodyOf(space.key())).isEmpty();
        assertThat(detailsOf(space.key())).contains(bareDetails());
    }

    @Test
    void put_detailsAndBody_areStored() throws Exception {
        MirrorItem page = page("1", "10", 3);
        session.apply(put("one", page));
        assertThat(detailsOf(PAGE)).contains(details(3));
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 3</p>");
        reopen();
        assertThat(detailsOf(PAGE)).contains(details(3));
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 3</p>");
    }

    @Test
    void put_bodyOfAnySize_isStoredExactly() throws Exception {
        String text = "<p>\u00e9e\u0301 \ud83d\ude00\r\n\t]]></p>".repeat(100_000);
        MirrorItem page = page("1", "10", 1);
        session.apply(put("one", new MirrorItem(page.state(), page.details(), body(text), null)));
        reopen();
        assertThat(bodyOf(PAGE)).contains(text);
    }

    @Test
    void put_again_replacesAll() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        ItemState renamed = new ItemState(
                PAGE, "10", null, "2", "Renamed", "archived", 2, "f2", Instant.parse("2026-01-01T00:00:00Z"));
        session.apply(put("two", new MirrorItem(renamed, bareDetails(), body("new"), null)));
        reopen();
        assertThat(state(PAGE)).contains(renamed);
        assertThat(detailsOf(PAGE)).contains(bareDetails());
        assertThat(bodyOf(PAGE)).contains("new");
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
    }

    @Test
    void put_againWithoutBody_hasNoneLeft() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        session.apply(put("two", new MirrorItem(page("1", "10", 2).state(), bareDetails(), null, null)));
        reopen();
        assertThat(bodyOf(PAGE)).isEmpty();
    }

    @Test
    void put_againWithABodyOfAnotherKind_keepsOnlyTheNewOne() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        ItemBody text = new ItemBody("plain", "text/plain", "txt");
        session.apply(put("two", new MirrorItem(page("1", "10", 2).state(), bareDetails(), text, null)));
        reopen();
        assertThat(bodyOf(PAGE)).contains("plain");
    }

    @Test
    void put_idsThatDifferInCaseOrKindOnly_areDifferentItems() throws Exception {
        MirrorItem small = page("ab", "10", 1, "small");
        MirrorItem large = page("AB", "10", 1, "large");
        MirrorItem comment = comment("ab", "10", small.key());
        session.apply(put("one", small, large, comment));
        reopen();
        assertThat(state(small.key())).contains(small.state());
        assertThat(state(large.key())).contains(large.state());
        assertThat(state(comment.key())).contains(comment.state());
        assertThat(bodyOf(large.key())).contains("<p>AB in version 1</p>");
        assertThat(bodyOf(small.key())).contains("<p>ab in version 1</p>");
    }

    @Test
    void put_hostileTitles_areStoredExactlyAndApart() throws Exception {
        List<String> titles = SampleItems.hostileTitles();
        MirrorItem[] pages = IntStream.range(0, titles.size())
                .mapToObj(i -> page("" + i, "10", 1, titles.get(i)))
                .toArray(MirrorItem[]::new);
        session.apply(put("one", pages));
        reopen();
        for (MirrorItem page : pages) {
            assertThat(state(page.key())).contains(page.state());
        }
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(titles.size());
    }

    @Test
    void put_file_isTakenWhileTheBatchIsApplied() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        Path fetched = file(content);
        session.apply(put("one", attachment("att9", "10", PAGE, "../../secret.PDF", fetched, content.length)));
        Files.deleteIfExists(fetched);
        reopen();
        assertThat(fileOf(FILE)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
    }

    @Test
    void put_emptyFile_isThereAndEmpty() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        session.apply(put("one", attachment("att9", "10", PAGE, "empty", file(new byte[0]), 0)));
        reopen();
        assertThat(fileOf(FILE)).hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }

    @Test
    void put_fileAgain_isReplaced() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        session.apply(put("one", attachment("att9", "10", PAGE, "old.txt", file("the old one".getBytes(UTF_8)), 11)));
        session.apply(put("two", attachment("att9", "10", PAGE, "new.png", file("new".getBytes(UTF_8)), 3)));
        reopen();
        assertThat(fileOf(FILE)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("new".getBytes(UTF_8)));
    }

    @Test
    void apply_oneItemCannotBeTaken_takesNothingOfTheBatch() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        session.apply(put("one", page("1", "10", 1), page("2", "10", 1)));
        TargetBatch batch = new TargetBatch(
                List.of(
                        page("1", "11", 2),
                        page("3", "10", 1),
                        attachment("att9", "10", PAGE, "gone", files.resolve("not there"), 3)),
                List.of(),
                List.of(OTHER),
                "two");
        assertThatThrownBy(() -> session.apply(batch)).isInstanceOf(TargetException.class);
        for (int look = 0; look < 2; look++) {
            assertThat(session.checkpoint()).contains("one");
            assertThat(state(PAGE)).contains(page("1", "10", 1).state());
            assertThat(bodyOf(PAGE)).contains("<p>1 in version 1</p>");
            assertThat(state(OTHER)).isPresent();
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(2);
            assertThat(session.count(ItemKind.ATTACHMENT)).isZero();
            assertThat(ids(listAll(ItemKind.PAGE, "10", 10))).containsExactlyInAnyOrder("1", "2");
            reopen();
        }
    }

    @Test
    void apply_afterABatchThatFailed_worksInTheSameSession() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        TargetBatch impossible = put("bad", attachment("att9", "10", PAGE, "gone", files.resolve("not there"), 3));
        assertThatThrownBy(() -> session.apply(impossible)).isInstanceOf(TargetException.class);
        session.apply(put("good", page("1", "10", 1)));
        reopen();
        assertThat(session.checkpoint()).contains("good");
        assertThat(state(PAGE)).isPresent();
    }

    @Test
    void mark_changesTheStateAndNothingElse() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        ItemState marked = new ItemState(PAGE, "10", null, "2", "Renamed", "archived", 1, "f1", MISSED);
        session.apply(mark("two", marked));
        reopen();
        assertThat(state(PAGE)).contains(marked);
        assertThat(detailsOf(PAGE)).contains(details(1));
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 1</p>");
    }

    @Test
    void mark_anotherSpace_movesTheItemWithItsContent() throws Exception {
        assumeTrue(keepsFiles(), "keeps no files");
        MirrorItem attachment = attachment("att9", "10", PAGE, "a.txt", file("abc".getBytes(UTF_8)), 3);
        session.apply(put("one", page("1", "10", 1), attachment));
        ItemState moved = new ItemState(FILE, "11", PAGE, null, "b.pdf", "current", 1, "f", null);
        session.apply(mark("two", moved, page("1", "11", 1).state()));
        reopen();
        assertThat(state(FILE)).contains(moved);
        assertThat(fileOf(FILE)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("abc".getBytes(UTF_8)));
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 1</p>");
        assertThat(listAll(ItemKind.PAGE, "10", 10)).isEmpty();
        assertThat(ids(listAll(ItemKind.PAGE, "11", 10))).containsExactly("1");
    }

    @Test
    void mark_itemThatIsNotThere_storesNothing() throws Exception {
        session.apply(mark("one", page("1", "10", 1).state()));
        assertThat(session.checkpoint()).contains("one");
        reopen();
        assertThat(state(PAGE)).isEmpty();
        assertThat(session.count(ItemKind.PAGE)).isZero();
    }

    @Test
    void put_anotherSpace_isThereOnlyOnce() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        session.apply(put("two", page("1", "11", 2)));
        reopen();
        assertThat(listAll(ItemKind.PAGE, "10", 10)).isEmpty();
        assertThat(ids(listAll(ItemKind.PAGE, "11", 10))).containsExactly("1");
        assertThat(ids(listAll(ItemKind.PAGE, null, 10))).containsExactly("1");
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 2</p>");
    }

    @Test
    void remove_item_isGoneWithAllThatBelongedToIt() throws Exception {
        session.apply(put("one", page("1", "10", 1), page("2", "10", 1)));
        session.apply(remove("two", PAGE));
        assertThat(state(PAGE)).isEmpty();
        reopen();
        assertThat(state(PAGE)).isEmpty();
        assertThat(bodyOf(PAGE)).isEmpty();
        assertThat(detailsOf(PAGE)).isEmpty();
        assertThat(ids(listAll(ItemKind.PAGE, "10", 10))).containsExactly("2");
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
    }

    @Test
    void remove_ownerOfOthers_leavesThemToTheirOwnRemoval() {
        session.apply(put("one", page("1", "10", 1), comment("5", "10", PAGE)));
        session.apply(remove("two", PAGE));
        assertThat(ids(session.ownedBy(PAGE))).containsExactly("5");
    }

    @Test
    void remove_itemThatIsNotThere_isNoError() {
        session.apply(remove("one", PAGE, FILE));
        assertThat(session.checkpoint()).contains("one");
    }

    @Test
    void remove_andPutAgain_isThere() throws Exception {
        session.apply(put("one", page("1", "10", 1)));
        session.apply(remove("two", PAGE));
        session.apply(put("three", page("1", "10", 2)));
        reopen();
        assertThat(bodyOf(PAGE)).contains("<p>1 in version 2</p>");
    }

    @Test
    void find_thousandKeys_givesThoseThatAreThere() {
        MirrorItem[] pages = IntStream.range(0, 1_000)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> page("" + i, "10", 1))
                .toArray(MirrorItem[]::new);
        session.apply(put("one", pages));
        List<ItemKey> keys = IntStream.range(0, 1_000)
                .mapToObj(i -> new ItemKey(ItemKind.PAGE, "" + i))
                .toList();
        Map<ItemKey, ItemState> found = session.find(keys);
        assertThat(found).hasSize(500);
        assertThat(found).allSatisfy((key, state) -> assertThat(state.key()).isEqualTo(key));
        assertThat(found.keySet()).allMatch(key -> Integer.parseInt(key.id()) % 2 == 0);
    }

    @Test
    void find_severalKindsAtOnce_doesNotMixThem() {
        MirrorItem page = page("5", "10", 1);
        MirrorItem comment = comment("6", "10", page.key());
        session.apply(put("one", page, comment));
        assertThat(session.find(List.of(
                        page.key(),
                        comment.key(),
                        new ItemKey(ItemKind.PAGE, "6"),
                        new ItemKey(ItemKind.FOOTER_COMMENT, "5"))))
                .containsOnlyKeys(page.key(), comment.key());
        assertThat(session.find(List.of())).isEmpty();
    }

    @Test
    void list_inParts_givesEachItemOfThatKindAndSpaceOnce() throws Exception {
        List<MirrorItem> all = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            all.add(page("" + i * 7, i % 3 == 0 ? "11" : "10", 1));
            all.add(comment("" + i, "10", PAGE));
        }
        session.apply(put("one", all.toArray(MirrorItem[]::new)));
        reopen();
        for (int most : new int[] {1, 7, 53, 1_000}) {
            List<ItemState> found = listAll(ItemKind.PAGE, "10", most);
            assertThat(found)
                    .as("in parts of %s", most)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .map(MirrorItem::state)
                            .filter(state -> state.key().kind() == ItemKind.PAGE
                                    && state.spaceId().equals("10"))
                            .toList());
        }
        assertThat(listAll(ItemKind.PAGE, null, 10)).hasSize(53);
        assertThat(listAll(ItemKind.PAGE, "12", 10)).isEmpty();
        assertThat(listAll(ItemKind.BLOG_POST, null, 10)).isEmpty();
    }

    @Test
    void list_batchesBetweenTheParts_loseAndRepeatNothingThatStays() {
        session.apply(put(
                "one",
                IntStream.range(0, 60).mapToObj(i -> page("" + i, "10", 1)).toArray(MirrorItem[]::new)));
        List<String> seen = new ArrayList<>();
        ItemKey after = null;
        int round = 0;
        while (true) {
            List<ItemState> part = session.list(ItemKind.PAGE, "10", after, 7);
            if (part.isEmpty()) {
                break;
            }
            seen.addAll(ids(part));
            after = part.get(part.size() - 1).key();
            // The last of the part goes, another changes, and new ones come on both sides of it.
            session.apply(new TargetBatch(
                    List.of(page("" + (40 + round), "10", 2), page("0" + round, "10", 1), page("zz" + round, "11", 1)),
                    List.of(page("" + (30 + round), "10", 1).state().unreachableSince(MISSED)),
                    List.of(after),
                    "round " + round));
            round++;
        }
        assertThat(seen).doesNotHaveDuplicates();
        List<String> left = ids(listAll(ItemKind.PAGE, "10", 100));
        List<String> stayed = IntStream.range(0, 60)
                .mapToObj(i -> "" + i)
                .filter(left::contains)
                .toList();
        assertThat(stayed).hasSizeGreaterThan(40);
        assertThat(seen).containsAll(stayed);
    }

    @Test
    void ownedBy_givesCommentsAndFilesOfThatOwnerOnly() throws Exception {
        MirrorItem post = new MirrorItem(
                new ItemState(new ItemKey(ItemKind.BLOG_POST, "1"), "10", null, null, "t", "current", 1, "f", null),
                bareDetails(),
                null,
                null);
        session.apply(put(
                "one",
                page("1", "10", 1),
                post,
                comment("5", "10", PAGE),
                comment("6", "10", PAGE),
                comment("7", "10", post.key()),
                attachment("att9", "10", PAGE, "f", file(new byte[3]), 3)));
        reopen();
        assertThat(ids(session.ownedBy(PAGE))).containsExactlyInAnyOrder("5", "6", "att9");
        assertThat(ids(session.ownedBy(post.key()))).containsExactly("7");
        assertThat(session.ownedBy(OTHER)).isEmpty();
        session.apply(put("two", comment("5", "10", post.key())));
        session.apply(remove("three", FILE));
        assertThat(ids(session.ownedBy(PAGE))).containsExactly("6");
        assertThat(ids(session.ownedBy(post.key()))).containsExactlyInAnyOrder("5", "7");
    }

    @Test
    void counts_followWhatIsPutMarkedAndRemoved() throws Exception {
        session.apply(put("one", page("1", "10", 1), page("2", "10", 1), page("3", "11", 1), space("10", "S")));
        session.apply(mark("two", page("1", "10", 1).state().unreachableSince(MISSED)));
        session.apply(mark("three", page("2", "10", 1).state().unreachableSince(MISSED)));
        assertThat(session.countUnreachable(ItemKind.PAGE)).isEqualTo(2);
        session.apply(put("four", page("1", "10", 2)));
        session.apply(remove("five", OTHER));
        for (int look = 0; look < 2; look++) {
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(2);
            assertThat(session.count(ItemKind.SPACE)).isEqualTo(1);
            assertThat(session.count(ItemKind.ATTACHMENT)).isZero();
            assertThat(session.countUnreachable(ItemKind.PAGE)).isZero();
            assertThat(session.countUnreachable(ItemKind.SPACE)).isZero();
            reopen();
        }
    }

    @Test
    void open_whileSomebodyIsIn_saysWho() throws Exception {
        for (MirrorTarget way : List.of(target, sameTarget(target))) {
            TargetBusyException busy = catchThrowableOfType(
                    TargetBusyException.class, () -> way.open("another").close());
            assertThat(busy).isNotNull();
            assertThat(busy.holder()).isEqualTo("a test");
            assertThat(busy).hasMessageContaining("a test");
        }
        session.apply(put("one", page("1", "10", 1)));
        assertThat(session.checkpoint()).contains("one");
    }

    @Test
    void open_byManyThreadsAtOnce_letsOneIn() throws Exception {
        session.close();
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        CyclicBarrier end = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> trials = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String holder = "thread " + i;
                MirrorTarget way = sameTarget(target);
                trials.add(executor.submit(() -> {
                    start.await();
                    try (TargetSession mine = way.open(holder)) {
                        mine.apply(put(holder));
                        end.await();
                        return true;
                    } catch (TargetBusyException e) {
                        end.await();
                        return false;
                    }
                }));
            }
            int in = 0;
            for (Future<Boolean> trial : trials) {
                in += trial.get() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void close_again_doesNotLetAThirdOneIn() {
        TargetSession first = session;
        first.close();
        session = target.open("the second");
        first.close();
        assertThatThrownBy(() -> target.open("the third").close())
                .isInstanceOfSatisfying(
                        TargetBusyException.class,
                        busy -> assertThat(busy.holder()).isEqualTo("the second"));
    }

    @Test
    void closedSession_refusesEverything() {
        session.close();
        assertThatThrownBy(() -> session.checkpoint()).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.find(List.of(PAGE))).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.list(ItemKind.PAGE, null, null, 1)).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.ownedBy(PAGE)).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.count(ItemKind.PAGE)).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.countUnreachable(ItemKind.PAGE)).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> session.apply(put("one", page("1", "10", 1)))).isInstanceOf(TargetException.class);
    }

    @Test
    void randomBatches_leaveWhatAModelOfThemSays() throws Exception {
        Random random = new Random(20261126);
        Map<ItemKey, ItemState> model = new HashMap<>();
        for (int batch = 0; batch < 120; batch++) {
            Map<ItemKey, MirrorItem> puts = new HashMap<>();
            Map<ItemKey, ItemState> marks = new HashMap<>();
            Set<ItemKey> removes = new HashSet<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                MirrorItem item = page("" + random.nextInt(40), "" + random.nextInt(3), batch + 1);
                switch (random.nextInt(4)) {
                    case 0 -> removes.add(item.key());
                    case 1 ->
                        marks.put(item.key(), item.state().unreachableSince(random.nextBoolean() ? MISSED : null));
                    default -> puts.put(item.key(), item);
                }
            }
            marks.keySet().removeAll(puts.keySet());
            removes.removeAll(puts.keySet());
            removes.removeAll(marks.keySet());
            session.apply(new TargetBatch(
                    List.copyOf(puts.values()), List.copyOf(marks.values()), List.copyOf(removes), "batch " + batch));
            puts.forEach((key, item) -> model.put(key, item.state()));
            marks.forEach((key, state) -> model.computeIfPresent(key, (same, old) -> state));
            model.keySet().removeAll(removes);
            if (batch % 20 == 19) {
                reopen();
            }
            assertThat(session.checkpoint()).contains("batch " + batch);
            assertThat(listAll(ItemKind.PAGE, null, 9)).containsExactlyInAnyOrderElementsOf(model.values());
        }
        assertThat(session.count(ItemKind.PAGE)).isEqualTo(model.size());
        for (int space = 0; space < 3; space++) {
            String spaceId = "" + space;
            assertThat(listAll(ItemKind.PAGE, spaceId, 9))
                    .containsExactlyInAnyOrderElementsOf(model.values().stream()
                            .filter(state -> state.spaceId().equals(spaceId))
                            .toList());
        }
        assertThat(session.countUnreachable(ItemKind.PAGE))
                .isEqualTo(model.values().stream()
                        .filter(state -> state.unreachableSince() != null)
                        .count());
    }
}
