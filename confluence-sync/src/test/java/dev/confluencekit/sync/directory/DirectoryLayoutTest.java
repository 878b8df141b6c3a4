package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.target.contract.SampleItems.attachment;
import static dev.confluencekit.sync.target.contract.SampleItems.bareDetails;
import static dev.confluencekit.sync.target.contract.SampleItems.comment;
import static dev.confluencekit.sync.target.contract.SampleItems.mark;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static dev.confluencekit.sync.target.contract.SampleItems.remove;
import static dev.confluencekit.sync.target.contract.SampleItems.space;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and tools find in the directory. */
class DirectoryLayoutTest {
    private static final ItemKey PAGE = new ItemKey(ItemKind.PAGE, "1");

    @TempDir
    private Path directory;

    private Path root() {
        return directory.resolve("mirror");
    }

    private TargetSession open() {
        return DirectoryTarget.at(root()).open("a test");
    }

    private Set<String> spaceFiles() throws IOException {
        return DirectoryReader.files(root().resolve("spaces")).keySet();
    }

    private List<String> index() throws IOException {
        return Files.readAllLines(root().resolve("index.jsonl"), UTF_8);
    }

    @Test
    void paths_areThoseThatTheLayoutTells() throws IOException {
        Path file = Files.write(directory.resolve("fetched"), new byte[5]);
        try (TargetSession session = open()) {
            session.apply(put(
                    "one",
                    page("AbC", "10", 1),
                    attachment("att1", "10", PAGE, "x.PDF", file, 5),
                    attachment("att2", "10", PAGE, "no ending", file, 5)));
        }

        assertThat(List.of(
                        DirectoryLayout.body(new ItemKey(ItemKind.PAGE, "AbC"), "10", "xml"),
                        DirectoryLayout.file(new ItemKey(ItemKind.ATTACHMENT, "att1"), "10", "x.PDF"),
                        DirectoryLayout.file(new ItemKey(ItemKind.ATTACHMENT, "att2"), "10", "no ending")))
                .containsExactly(
                        "spaces/10/pages/_ab_c.xml", "spaces/10/attachments/att1.pdf", "spaces/10/attachments/att2")
                .allMatch(path -> Files.isRegularFile(root().resolve(path)));
        assertThatThrownBy(() -> DirectoryLayout.body(PAGE, "../10", "xml"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("spaceId");
        assertThatThrownBy(() -> DirectoryLayout.body(PAGE, "10", "x".repeat(33)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("fileExtension");
    }

    @Test
    void files_areNamedByIdsAlone() throws IOException {
        Path file = Files.write(directory.resolve("fetched"), new byte[5]);
        ItemBody text = new ItemBody("{}", "application/json", "adf.json");
        MirrorItem comment = comment("c-5", "10", PAGE);
        try (TargetSession session = open()) {
            session.apply(put(
                    "one",
                    space("10", "Support"),
                    page("1", "10", 1, "../../secret"),
                    new MirrorItem(page("AbC", "10", 1).state(), bareDetails(), text, null),
                    new MirrorItem(page("con", "10", 1).state(), bareDetails(), null, null),
                    new MirrorItem(page("-rf", "10", 1).state(), bareDetails(), null, null),
                    comment,
                    attachment("att1", "10", PAGE, "x.PDF", file, 5),
                    attachment("att2", "10", PAGE, "x.tar.gz/../y", file, 5),
                    attachment("att3", "10", PAGE, "x.ex\u200be", file, 5),
                    attachment("att4", "10", PAGE, "no ending", file, 5)));
        }
        assertThat(spaceFiles())
                .containsExactlyInAnyOrder(
                        "10/space.meta.json",
                        "10/pages/1.meta.json",
                        "10/pages/1.xml",
                        "10/pages/_ab_c.meta.json",
                        "10/pages/_ab_c.adf.json",
                        "10/pages/con_.meta.json",
                        "10/pages/_-rf.meta.json",
                        "10/footer-comments/c-5.meta.json",
                        "10/footer-comments/c-5.xml",
                        "10/attachments/att1.meta.json",
                        "10/attachments/att1.pdf",
                        "10/attachments/att2.meta.json",
                        "10/attachments/att2",
                        "10/attachments/att3.meta.json",
                        "10/attachments/att3",
                        "10/attachments/att4.meta.json",
                        "10/attachments/att4");
    }

    @Test
    void files_sayWhatTheyHoldToPeople() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 3, "Größe \u202e?")));
        }
        String meta = Files.readString(root().resolve("spaces/10/pages/1.meta.json"), UTF_8);
        assertThat(meta)
                .contains("\"title\" : \"Größe \\u202e?\"", "\"mediaType\" : \"application/xml\"", "\"how-to\"")
                .endsWith("}\n");
        assertThat(root().resolve("spaces/10/pages/1.xml")).hasContent("<p>1 in version 3</p>");
        assertThat(index().get(2)).contains("\"title\":\"Größe \\u202e?\"");
    }

    @Test
    void item_movesToAnotherSpace_itsFilesMoveAndEmptyDirectoriesGo() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
            ItemState moved = page("1", "11", 1).state();
            session.apply(mark("two", moved));
            assertThat(DirectoryReader.names(root().resolve("spaces")))
                    .containsExactly("11", "11/pages", "11/pages/1.meta.json", "11/pages/1.xml");
            session.apply(put("three", page("1", "12", 2)));
            assertThat(DirectoryReader.names(root().resolve("spaces")))
                    .containsExactly("12", "12/pages", "12/pages/1.meta.json", "12/pages/1.xml");
            session.apply(remove("four", PAGE));
            assertThat(root().resolve("spaces")).doesNotExist();
        }
    }

    @Test
    void body_ofAnotherEnding_leavesNoOldFile() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
            ItemBody text = new ItemBody("a", "text/markdown", "md");
            session.apply(put("two", new MirrorItem(page("1", "10", 2).state(), bareDetails(), text, null)));
            session.apply(put("three", new MirrorItem(page("1", "10", 3).state(), bareDetails(), text, null)));
        }
        assertThat(spaceFiles()).containsExactlyInAnyOrder("10/pages/1.meta.json", "10/pages/1.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta.json", "META.JSON", "json", "new", "xml.new"})
    void body_ofAnEndingThatIsOurs_doesNotMeetOurFile(String ending) throws IOException {
        ItemBody body = new ItemBody("the body", "text/plain", ending);
        try (TargetSession session = open()) {
            session.apply(put("one", new MirrorItem(page("1", "10", 1).state(), bareDetails(), body, null)));
        }
        Path meta = DirectoryReader.meta(root(), "page", "1").orElseThrow();
        assertThat(DirectoryReader.content(meta, "body")).contains("the body".getBytes(UTF_8));
    }

    @Test
    void body_ofAnEndingThatIsTooLong_isRefusedWithTheBatch() throws IOException {
        ItemBody body = new ItemBody("the body", "text/plain", "x".repeat(200));
        try (TargetSession session = open()) {
            assertThatThrownBy(() -> session.apply(
                            put("one", new MirrorItem(page("1", "10", 1).state(), bareDetails(), body, null))))
                    .isInstanceOf(TargetException.class);
            assertThat(session.checkpoint()).isEmpty();
        }
        assertThat(root().resolve("spaces")).doesNotExist();
    }

    @Test
    void spaceId_thatIsAPath_isRefusedWithTheBatch() {
        ItemState state = new ItemState(PAGE, "../../outside", null, null, "t", "current", 1, "f", null);
        try (TargetSession session = open()) {
            assertThatThrownBy(() -> session.apply(put("one", new MirrorItem(state, bareDetails(), null, null))))
                    .isInstanceOf(TargetException.class);
            assertThat(session.checkpoint()).isEmpty();
        }
        assertThat(directory.resolve("../outside")).doesNotExist();
    }

    @Test
    void index_hasTheSameLinesInWhateverOrderItemsCame() throws IOException {
        List<MirrorItem> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(page("" + i * 7919 % 1000, "" + i % 4, 1));
        }
        List<List<String>> indexes = new ArrayList<>();
        for (int trial = 0; trial < 2; trial++) {
            Collections.shuffle(items, new Random(trial));
            MirrorOnDisk.delete(root());
            try (TargetSession session = open()) {
                session.apply(put("one", items.toArray(MirrorItem[]::new)));
            }
            indexes.add(index());
        }
        assertThat(indexes.get(0)).isEqualTo(indexes.get(1)).hasSize(53);
        List<String> lines = indexes.get(0).subList(2, 52);
        assertThat(lines).isSorted();
    }

    @Test
    void index_oneItemChanged_differsInItsLineAndTheMirrorsOwnThree() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1), page("2", "10", 1), page("3", "10", 1)));
        }
        List<String> before = index();
        try (TargetSession session = open()) {
            session.apply(put("two", page("2", "10", 2)));
        }
        List<String> changed = new ArrayList<>(index());
        changed.removeAll(before);
        assertThat(changed).hasSize(4);
    }

    @Test
    void session_withoutBatches_changesNoByte() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
        }
        var before = DirectoryReader.files(root());
        open().close();
        assertThat(DirectoryReader.files(root())).isEqualTo(before);
    }

    @Test
    void afterClosing_noTemporaryFileAndNoHolderIsLeft() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
        }
        try (TargetSession session = open()) {
            session.apply(put("two", page("1", "10", 2)));
        }
        assertThat(DirectoryReader.files(root()).keySet())
                .containsExactlyInAnyOrder(
                        "index.jsonl",
                        "spaces/10/pages/1.meta.json",
                        "spaces/10/pages/1.xml",
                        "state/.gitignore",
                        "state/index.previous.jsonl",
                        "state/journal-1.jsonl",
                        "state/lock");
    }

    @Test
    void files_areTheirOwnersOnly() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
            for (String name : DirectoryReader.names(directory)) {
                Path path = directory.resolve(name);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(name)
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void otherFilesInTheDirectory_stay() throws IOException {
        try (TargetSession session = open()) {
            session.apply(put("one", page("1", "10", 1)));
        }
        Files.createDirectories(root().resolve(".git"));
        Files.writeString(root().resolve(".git/HEAD"), "ref");
        Files.writeString(root().resolve("README.md"), "mine");
        Files.writeString(root().resolve("spaces/10/pages/My notes.txt"), "mine");
        Path crashed = MirrorOnDisk.copy(root(), directory.resolve("crashed"));
        Files.delete(crashed.resolve("index.jsonl"));
        try (TargetSession session = DirectoryTarget.at(crashed).open("a test")) {
            session.apply(remove("two", PAGE));
        }
        assertThat(DirectoryReader.files(crashed))
                .containsKeys(".git/HEAD", "README.md", "spaces/10/pages/My notes.txt")
                .doesNotContainKey("spaces/10/pages/1.xml");
    }
}
