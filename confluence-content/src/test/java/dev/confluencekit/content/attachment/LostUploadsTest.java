package dev.confluencekit.content.attachment;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads whose answers are lost are looked for, and stored once. */
@Timeout(60)
class LostUploadsTest {
    private static final ContentOwner PAGE = ContentOwner.page(GUIDE);
    private static final String ALL = "/wiki/rest/api/content/*/child/attachment";

    private final SimulatedSite site = new SimulatedSite();
    private final AttachmentsClient attachments = AttachmentsClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    private static NewAttachment file(String text) {
        return NewAttachment.of("a.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(Attachment attachment) {
        return Objects.requireNonNull(
                Objects.requireNonNull(attachment.version()).number());
    }

    private Attachment there() {
        return attachments.find(PAGE, "a.txt").orElseThrow();
    }

    @Test
    void upload_thatWasStored_isAdopted() {
        site.simulator().fail("POST " + ALL, 1, Failure.loseAnswer());

        Attachment stored = attachments.upload(PAGE, file("abc").comment("c"));

        assertThat(stored).isEqualTo(there());
        assertThat(number(stored)).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void upload_thatWasNotStored_isSentAgain() {
        site.simulator().fail("POST " + ALL, 1, Failure.dropConnection());

        assertThat(number(attachments.upload(PAGE, file("abc")))).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(2);
        assertThat(site.waits()).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(9)) > 0);
    }

    @Test
    void upload_whoseNameAnotherHas_isNotAdopted() {
        site.simulator().addAttachment("202", "a.txt", "text/plain", new byte[] {1, 2, 3, 4});
        site.simulator().fail("POST " + ALL, 1, Failure.dropConnection());

        assertThatThrownBy(() -> attachments.upload(PAGE, file("abc"))).isInstanceOf(AttachmentExistsException.class);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void upload_whoseNameAnOldFileOfTheSameSizeHas_isNotAdopted() {
        site.simulator().addAttachment("202", "a.txt", "text/plain", new byte[] {1, 2, 3});
        site.clock().advance(Duration.ofMinutes(1));
        site.simulator().fail("POST " + ALL, 1, Failure.dropConnection());

        assertThatThrownBy(() -> attachments.upload(PAGE, file("abc"))).isInstanceOf(AttachmentExistsException.class);
    }

    @Test
    void upload_withAnotherComment_isNotAdopted() {
        attachments.upload(PAGE, file("abc").comment("one"));
        site.simulator().fail("POST " + ALL, 1, Failure.dropConnection());

        assertThatThrownBy(() -> attachments.upload(PAGE, file("abc").comment("two")))
                .isInstanceOf(AttachmentExistsException.class);
    }

    @Test
    void upload_thatAListingStillHides_isOfUnknownOutcome_andStoredOnce() {
        site.simulator().listingLag(Duration.ofMinutes(5));
        site.simulator().fail("POST " + ALL, 1, Failure.loseAnswer());

        assertThatThrownBy(() -> attachments.upload(PAGE, file("abc")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("3 bytes");
        site.simulator().listingLag(Duration.ZERO);
        assertThat(attachments.list(AttachmentQuery.of(PAGE))).hasSize(1);
    }

    @Test
    void put_thatWasStored_isAdopted_asFirstAndAsSecondVersion() {
        site.simulator().fail("PUT " + ALL, 1, Failure.loseAnswer());
        assertThat(number(attachments.put(PAGE, file("abc")))).isEqualTo(1);
        site.clock().advance(Duration.ofMinutes(1));

        site.simulator().fail("PUT " + ALL, 1, Failure.loseAnswer());
        assertThat(number(attachments.put(PAGE, file("abc")))).isEqualTo(2);

        assertThat(number(there())).isEqualTo(2);
        assertThat(site.writes()).isEqualTo(2);
    }

    @Test
    void put_thatWasNotStored_isSentAgain_andMakesOneVersion() {
        attachments.put(PAGE, file("abc"));
        site.clock().advance(Duration.ofMinutes(1));
        site.simulator().fail("PUT " + ALL, 1, Failure.dropConnection());

        assertThat(number(attachments.put(PAGE, file("abc")))).isEqualTo(2);
        assertThat(number(there())).isEqualTo(2);
    }

    @Test
    void put_ofANewNameThatAListingHides_makesNoSecondVersion() {
        site.simulator().listingLag(Duration.ofMinutes(5));
        site.simulator().fail("PUT " + ALL, 1, Failure.loseAnswer());

        assertThatThrownBy(() -> attachments.put(PAGE, file("abc"))).isInstanceOf(OutcomeUnknownException.class);
        site.simulator().listingLag(Duration.ZERO);
        assertThat(number(there())).isEqualTo(1);
    }

    @Test
    void newVersion_thatWasStored_isAdopted() {
        Attachment first = attachments.upload(PAGE, file("abc"));
        site.simulator().fail("POST " + ALL + "/*/data", 1, Failure.loseAnswer());

        Attachment second = attachments.newVersion(first, file("abc"));

        assertThat(number(second)).isEqualTo(2);
        assertThat(number(there())).isEqualTo(2);
    }

    @Test
    void newVersion_thatWasNotStored_isSentAgain() {
        Attachment first = attachments.upload(PAGE, file("abc"));
        site.simulator().fail("POST " + ALL + "/*/data", 1, Failure.dropConnection());

        assertThat(number(attachments.newVersion(first, file("abc")))).isEqualTo(2);
        assertThat(number(there())).isEqualTo(2);
    }

    @Test
    void update_thatWasCarriedOut_isAdopted() {
        Attachment first = attachments.upload(PAGE, file("abc"));
        site.simulator().fail("PUT " + ALL + "/*", 1, Failure.loseAnswer());

        Attachment renamed = attachments.update(first, AttachmentUpdate.create().fileName("b.txt"));

        assertThat(renamed.title()).isEqualTo("b.txt");
        assertThat(site.writes()).isEqualTo(2);
    }

    @Test
    void oneHundredUploadsWhoseAnswersAreLost_leaveOneAttachmentEach() {
        for (int i = 0; i < 100; i++) {
            site.simulator().fail("POST " + ALL, 1, i % 2 == 0 ? Failure.loseAnswer() : Failure.dropConnection());
            attachments.upload(PAGE, NewAttachment.of("f" + i, new byte[] {1, 2}));
        }

        assertThat(attachments.list(AttachmentQuery.of(PAGE)))
                .hasSize(100)
                .allMatch(one -> number(one) == 1)
                .extracting(Attachment::title)
                .doesNotHaveDuplicates();
    }
}
