package dev.confluencekit.content.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PropertyId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.ConflictException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Properties of attachments and comments on a simulated site. */
class PropertiesOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void properties_ofAttachmentsAndComments_areWritten_changed_andDeleted() {
        String file =
                site.simulator().addAttachment("202", "a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        String comment = site.simulator().community().comment("202", "712020:ada", "<p>Nice</p>");
        for (ContentOwner owner : List.of(
                ContentOwner.attachment(ContentId.of(file)), ContentOwner.footerComment(ContentId.of(comment)))) {
            PropertiesClient properties = PropertiesClient.over(site.connection(), owner);

            Property made = properties.create("origin", "scan");
            Property changed = properties.update(made, "mail");

            assertThat(properties.find("origin").orElseThrow().value()).isEqualTo("mail");
            assertThatThrownBy(() -> properties.update(made, "fax")).isInstanceOf(ConflictException.class);
            properties.delete(PropertyId.of(String.valueOf(changed.id())));
            assertThat(properties.list().stream()).isEmpty();
        }
    }
}
