package dev.confluencekit.content.label;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LabelId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Labels of a simulated site. */
class LabelsOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final SiteLabelsClient all = SiteLabelsClient.over(site.connection());
    private final LabelsClient ofPage = LabelsClient.over(site.connection(), ContentOwner.page(GUIDE));
    private final ContentId file = ContentId.of(
            site.simulator().addAttachment("202", "a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
    private final LabelsClient ofFile = LabelsClient.over(site.connection(), ContentOwner.attachment(file));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void labels_ofPagesAndAttachments_areAddedAndTakenAway() {
        ofPage.add("faq", "a/b");
        ofPage.add(LabelPrefix.TEAM, List.of("bikes"));
        ofFile.add("draft");

        assertThat(ofPage.list().stream().map(Label::name)).containsExactly("faq", "a/b", "bikes");
        assertThat(ofPage.list(LabelPrefix.TEAM).stream().map(Label::name)).containsExactly("bikes");
        ofPage.remove("a/b");
        ofFile.remove("draft");
        assertThat(ofPage.list().stream()).hasSize(2);
        assertThat(ofFile.list().stream()).isEmpty();
        assertThatThrownBy(() -> ofFile.remove("draft")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void label_ofTheSite_leadsToWhatHasIt() {
        ofPage.add("faq");
        ofFile.add("faq");
        Label faq = all.list(LabelPrefix.GLOBAL).findFirst().orElseThrow();
        LabelId id = LabelId.of(Objects.requireNonNull(faq.id()));

        assertThat(all.byIds(List.of(id)).stream().map(Label::name)).containsExactly("faq");
        assertThat(all.pages(id).stream().map(LabelledContent::title)).containsExactly("Guide");
        assertThat(all.attachments(id).stream().map(LabelledContent::id)).containsExactly(file);
        assertThat(all.blogPosts(id).stream()).isEmpty();
        assertThat(LabelsClient.over(site.connection(), ContentOwner.space(DOCS)).listOfContent().stream()
                        .map(Label::name))
                .containsExactly("faq");
        assertThat(LabelsClient.over(site.connection(), ContentOwner.space(DOCS)).list().stream())
                .isEmpty();
        assertThatThrownBy(() -> all.pages(LabelId.of("1")).first()).isInstanceOf(NotFoundException.class);
    }
}
