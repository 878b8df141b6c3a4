package dev.confluencekit.content.body;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conversions against literal replies. */
class BodyConversionClientTest {
    private static final String CONVERT = V1 + "/contentbody/convert/async";
    private static final NewBody BODY = NewBody.storage("<p>x</p>");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final BodyConversionClient converter = BodyConversionClient.over(site.connection());

    private void answers(LiteralSite.Answer... answers) {
        site.on("POST " + CONVERT + "/export_view", ok("{\"asyncId\":\"a1\"}")).on("GET " + CONVERT + "/a1", answers);
    }

    @Test
    void convert_asksUntilItIsDone() {
        answers(
                ok("{\"status\":\"QUEUED\"}"),
                ok("{\"status\":\"WORKING\"}"),
                ok("{\"status\":\"COMPLETED\",\"representation\":\"export_view\",\"value\":\"<b>x</b>\"}"));
        assertThat(converter.convert(BODY, RenderedBodyFormat.EXPORT_VIEW)).isEqualTo("<b>x</b>");
        assertThat(site.waits()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(site.asked())
                .containsExactly(
                        "POST " + CONVERT + "/export_view",
                        "GET " + CONVERT + "/a1",
                        "GET " + CONVERT + "/a1",
                        "GET " + CONVERT + "/a1");
    }

    @Test
    void convert_sendsBodyAndContext() {
        site.on("POST " + CONVERT + "/export_view", ok("{}"));
        assertThatThrownBy(() -> converter.convert(BODY, RenderedBodyFormat.EXPORT_VIEW, ContentId.of("7")))
                .isInstanceOf(BodyConversionException.class);
        assertThat(site.asked()).containsExactly("POST " + CONVERT + "/export_view?contentIdContext=7");
        assertThat(site.lastJson()).isEqualTo(Map.of("value", "<p>x</p>", "representation", "storage"));
    }

    @Test
    void convert_failed_saysWhy() {
        answers(ok("{\"status\":\"FAILED\",\"error\":\"bad macro\"}"));
        assertThatThrownBy(() -> converter.convert(BODY, RenderedBodyFormat.EXPORT_VIEW))
                .isInstanceOf(BodyConversionException.class)
                .hasMessageContaining("bad macro");
    }

    @Test
    void convert_completedWithoutAResult_isNotTakenForEmpty() {
        answers(ok("{\"status\":\"COMPLETED\"}"));
        assertThatThrownBy(() -> converter.convert(BODY, RenderedBodyFormat.EXPORT_VIEW))
                .isInstanceOf(BodyConversionException.class);
    }

    @Test
    void convert_tooLong_isGivenUp() {
        answers(ok("{\"status\":\"WORKING\"}"));
        BodyConversionClient hasty = BodyConversionClient.over(site.connection(), Duration.ofNanos(1));
        assertThatThrownBy(() -> hasty.convert(BODY, RenderedBodyFormat.EXPORT_VIEW))
                .isInstanceOf(BodyConversionException.class)
                .hasMessageContaining("WORKING");
    }

    @Test
    void over_withoutALimit_isRefused() {
        assertThatThrownBy(() -> BodyConversionClient.over(site.connection(), Duration.ZERO))
                .isInstanceOf(InvalidArgumentException.class);
    }
}
