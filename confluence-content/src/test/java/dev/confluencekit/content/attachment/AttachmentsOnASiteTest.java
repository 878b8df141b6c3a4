package dev.confluencekit.content.attachment;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static dev.confluencekit.content.SimulatedSite.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.transfer.ContentSource;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import dev.confluencekit.testkit.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of attachments on a simulated site, whose files come from another host. */
@Timeout(60)
class AttachmentsOnASiteTest {
    private static final ContentOwner PAGE = ContentOwner.page(GUIDE);

    @TempDir
    private Path directory;

    private final SimulatedSite site = new SimulatedSite();
    private final AttachmentsClient attachments = AttachmentsClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    private static NewAttachment file(String name, String text) {
        return NewAttachment.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(Attachment attachment) {
        return Objects.requireNonNull(
                Objects.requireNonNull(attachment.version()).number());
    }

    private String downloaded(Attachment attachment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attachments.download(attachment, Download.to(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> left() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void file_fromUploadToPurge() {
        Attachment first = attachments.upload(
                PAGE, file("Größe 手册.txt", "one").mediaType("text/plain").comment("1"));
        assertThat(attachments.list(AttachmentQuery.of(PAGE)).stream())
                .extracting(Attachment::title)
                .containsExactly("Größe 手册.txt");
        assertThat(attachments.find(PAGE, "Größe 手册.txt")).map(Attachment::id).contains(first.id());
        assertThat(downloaded(first)).isEqualTo("one");

        Attachment second = attachments.newVersion(first, file("other.txt", "second"));
        assertThat(number(second)).isEqualTo(2);
        assertThat(second.title()).isEqualTo("Größe 手册.txt");
        assertThat(downloaded(attachments.get(first.id()))).isEqualTo("second");
        assertThat(downloaded(attachments.get(first.id(), 1))).isEqualTo("one");
        assertThat(attachments.versions(first.id()).list()).hasSize(2);

        Attachment third = attachments.put(PAGE, file("Größe 手册.txt", "third"));
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(number(third)).isEqualTo(3);

        attachments.delete(first.id());
        assertThat(attachments.list(AttachmentQuery.of(PAGE))).isEmpty();
        assertThat(attachments.list(AttachmentQuery.of(PAGE).status(ContentStatus.TRASHED)))
                .extracting(Attachment::id)
                .containsExactly(first.id());
        assertThat(downloaded(attachments.get(first.id()))).isEqualTo("third");
        attachments.purge(first.id());
        assertThat(attachments.find(first.id())).isEmpty();
    }

    @Test
    void update_renamesAndMoves_withoutAVersion() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "a"));

        attachments.update(stored, AttachmentUpdate.create().fileName("b.txt").moveTo(ContentOwner.page(HOME)));

        Attachment moved = attachments.find(ContentOwner.page(HOME), "b.txt").orElseThrow();
        assertThat(moved.id()).isEqualTo(stored.id());
        assertThat(number(moved)).isEqualTo(1);
        attachments.newVersion(moved, file("c", "c"));
        assertThatThrownBy(() ->
                        attachments.update(moved, AttachmentUpdate.create().fileName("c.txt")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void upload_ofATakenName_namesTheHolder() {
        Attachment there = attachments.upload(PAGE, file("a.txt", "a"));

        assertThatThrownBy(() -> attachments.upload(PAGE, file("a.txt", "b")))
                .isInstanceOfSatisfying(
                        AttachmentExistsException.class,
                        taken -> assertThat(taken.holder()).contains(there.id()));
    }

    @Test
    void upload_ofTooMuch_isNamedAsThat_andWhatIsNotThereAsNotFound() {
        site.simulator().attachmentLimit(3);
        Attachment there = attachments.upload(PAGE, file("a.txt", "abc"));

        assertThatThrownBy(() -> attachments.upload(PAGE, file("b.txt", "abcd")))
                .isInstanceOf(AttachmentTooLargeException.class);
        assertThatThrownBy(() -> attachments.newVersion(there, file("a.txt", "abcd")))
                .isInstanceOf(AttachmentTooLargeException.class);
        assertThatThrownBy(() -> attachments.put(ContentOwner.blogPost(ContentId.of("9")), file("b.txt", "a")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void purge_ofWhatIsNotInTheTrash_isRefused() {
        Attachment there = attachments.upload(PAGE, file("a.txt", "a"));

        assertThatThrownBy(() -> attachments.purge(there.id())).isInstanceOf(BadRequestException.class);
    }

    @Test
    void twentyMegabytes_upAndDown_areTheSame_andProgressIsTold() throws IOException {
        byte[] bytes = new byte[20 * 1024 * 1024];
        new Random(7).nextBytes(bytes);
        Path source = Files.write(directory.resolve("large.bin"), bytes);
        Path target = directory.resolve("back.bin");
        List<Long> told = new ArrayList<>();

        Attachment stored = attachments.upload(PAGE, NewAttachment.of(source));
        Downloaded got = attachments.download(stored, Download.to(target).progress((moved, total) -> {
            assertThat(total).isEqualTo(OptionalLong.of(bytes.length));
            told.add(moved);
        }));

        assertThat(stored.fileSize()).isEqualTo(bytes.length);
        assertThat(got.bytes()).isEqualTo(bytes.length);
        assertThat(Files.mismatch(source, target)).isEqualTo(-1);
        assertThat(told).isSorted().last().isEqualTo((long) bytes.length);
    }

    @Test
    void mediaHost_seesNoCredential() {
        Attachment stored = attachments.upload(PAGE, file("a.png", "a").mediaType("image/png"));

        downloaded(stored);
        attachments.thumbnail(stored.id(), Download.to(new ByteArrayOutputStream()));

        assertThat(site.simulator().media().uri().getPort())
                .isNotEqualTo(site.simulator().baseUri().getPort());
        assertThat(site.simulator().media().requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.headerNames()).doesNotContain("authorization", "cookie", "x-atlassian-token");
        });
    }

    @Test
    void download_thatIsCutForGood_leavesNoFile() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "the whole of it"));
        site.simulator().media().fail(100, Failure.cutBody(0));

        assertThatThrownBy(() -> attachments.download(stored, Download.to(directory.resolve("a.txt"))))
                .isInstanceOf(ConfluenceException.class);

        assertThat(left()).isEmpty();
    }

    @Test
    void download_thatIsCutOnce_fetchesTheRest() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "the whole of it"));
        site.simulator().media().fail(1, Failure.cutBody(5));

        attachments.download(stored, Download.to(directory.resolve("a.txt")));

        assertThat(directory.resolve("a.txt")).hasContent("the whole of it");
        assertThat(site.simulator().media().requests())
                .extracting(request -> request.status())
                .containsExactly(200, 206);
    }

    @Test
    void download_whoseAddressHasEnded_failsWithoutAFile() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "a"));
        site.simulator().media().addressLifetime(Duration.ZERO);

        assertThatThrownBy(() -> attachments.download(stored, Download.to(directory.resolve("a.txt"))))
                .isInstanceOf(ConfluenceException.class)
                .hasMessageNotContaining("token=");
        assertThat(left()).isEmpty();
    }

    @Test
    void download_ofAnotherSizeThanWasRead_failsWithoutAFile() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "abc"));

        assertThatThrownBy(() -> attachments.download(
                        stored, Download.to(directory.resolve("a.txt")).expectedSize(4)))
                .isInstanceOf(ConfluenceException.class);
        site.simulator().media().fail(100, Failure.status(200, "text/plain", "ab"));
        assertThatThrownBy(() -> attachments.download(stored, Download.to(directory.resolve("a.txt"))))
                .isInstanceOf(ConfluenceException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void download_byId_readsTheSizeFirst() {
        Attachment stored = attachments.upload(PAGE, file("a.txt", "abc"));

        Downloaded got = attachments.download(stored.id(), Download.to(directory.resolve("x")));

        assertThat(got.bytes()).isEqualTo(3);
    }

    @Test
    void thumbnail_ofAnImage_isAnImage_andOfAnythingElseIsNone() {
        Attachment image = attachments.upload(PAGE, file("a.jpg", "a").mediaType("image/jpeg"));
        Attachment text = attachments.upload(PAGE, file("a.txt", "a").mediaType("text/plain"));

        Downloaded small = attachments.thumbnail(image.id(), 64, 48, Download.to(directory.resolve("small.png")));
        Downloaded none = attachments.thumbnail(text.id(), Download.to(new ByteArrayOutputStream()));

        assertThat(small.mediaType()).isEqualTo("image/png");
        assertThat(small.bytes()).isPositive();
        assertThat(none.mediaType()).isNotEqualTo("image/png");
        assertThat(site.simulator().requests())
                .filteredOn(request -> request.path().endsWith("/thumbnail/download"))
                .extracting(request -> request.query())
                .containsExactly("width=64&height=48", "");
    }

    @Test
    void source_thatIsShorterThanItSaid_storesNothing() {
        ContentSource liar = ContentSource.reopenable(10, () -> new ByteArrayInputStream(new byte[5]));

        assertThatThrownBy(() -> attachments.upload(PAGE, NewAttachment.of("a.bin", liar)))
                .isInstanceOf(ConfluenceException.class);
        assertThat(attachments.list(AttachmentQuery.of(PAGE))).isEmpty();
    }
}
