package dev.confluencekit.content.version;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.attachment.Attachment;
import dev.confluencekit.content.attachment.AttachmentsClient;
import dev.confluencekit.content.attachment.NewAttachment;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.transfer.Download;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of an attachment on a simulated site. */
class AttachmentVersionsOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final AttachmentsClient attachments = AttachmentsClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    private static NewAttachment file(String text) {
        return NewAttachment.of("a.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Attachment attachment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attachments.download(attachments.get(attachment.id()), Download.to(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void version_isRead_restored_andDeleted() {
        ContentOwner page = ContentOwner.page(GUIDE);
        Attachment made = attachments.put(page, file("one"));
        attachments.put(page, file("two"));
        VersionsClient versions = VersionsClient.over(site.connection(), ContentOwner.attachment(made.id()));

        assertThat(versions.get(1).nextVersion()).isEqualTo(2);
        assertThat(versions.restore(1, "back").number()).isEqualTo(3);
        assertThat(text(made)).isEqualTo("one");
        versions.delete(2);
        assertThat(versions.list().stream().map(ContentVersion::number)).containsExactly(2, 1);
        assertThatThrownBy(() -> versions.delete(2)).isInstanceOf(BadRequestException.class);
    }
}
