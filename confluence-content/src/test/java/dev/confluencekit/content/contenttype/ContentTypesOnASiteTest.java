package dev.confluencekit.content.contenttype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.SimulatedSite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The types of content on a simulated site. */
class ContentTypesOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void types_areThoseOfWhatIsThere() {
        ContentId page = ContentId.of("202");
        ContentId comment = ContentId.of(site.simulator().community().comment("202", "712020:ada", "<p>Nice</p>"));

        assertThat(ContentTypesClient.over(site.connection()).of(List.of(page, comment, ContentId.of("999"))))
                .containsOnlyKeys(page, comment)
                .containsEntry(page, ContentType.of("page"))
                .containsEntry(comment, ContentType.of("footer-comment"));
    }
}
