package dev.confluencekit.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.NotFoundException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversions against the simulated site. */
class BodyConversionsOnASiteTest {
    private static final NewBody BODY = NewBody.storage("<p>One</p>");

    private final SimulatedSite site = new SimulatedSite();
    private final BodyConversionClient converter = BodyConversionClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void convert_waitsUntilItIsDone() {
        site.simulator().longTaskDuration(Duration.ofSeconds(3));

        assertThat(converter.convert(BODY, RenderedBodyFormat.EXPORT_VIEW)).isEqualTo("<p>One</p>");
        assertThat(site.waits()).hasSizeGreaterThan(3);
    }

    @Test
    void convert_givesADocument_andTakesOne() {
        String document = converter.convert(BODY, BodyFormat.ATLAS_DOC_FORMAT);

        assertThat(document).contains("\"type\":\"doc\"");
        assertThat(converter.convert(NewBody.atlasDocFormat(document), BodyFormat.STORAGE))
                .isEqualTo("<p>One</p>");
    }

    @Test
    void convert_inAPage_findsWhatLinksLeadTo() {
        NewBody link = NewBody.storage("<ac:link><ri:page ri:content-title=\"Guide\" /></ac:link>");

        assertThat(converter.convert(link, RenderedBodyFormat.VIEW, ContentId.of(SimulatedSite.HOME.value())))
                .contains("/pages/202");
        assertThatThrownBy(() -> converter.convert(link, RenderedBodyFormat.VIEW, ContentId.of("999")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void convert_ofWhatIsNoBody_isRefused() {
        assertThatThrownBy(() -> converter.convert(NewBody.storage("<p>"), RenderedBodyFormat.VIEW))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("well-formed");
    }
}
