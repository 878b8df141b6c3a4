package dev.confluencekit.content.classification;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classification on a simulated site. */
class ClassificationOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final ClassificationClient ofPage = ClassificationClient.over(site.connection(), ContentOwner.page(GUIDE));
    private final ClassificationClient ofSpace = ClassificationClient.over(site.connection(), ContentOwner.space(DOCS));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void page_hasItsOwnLevel_orTheDefaultOfItsSpace() {
        ClassificationLevelId open =
                ClassificationLevelId.of(site.simulator().community().addClassificationLevel("Public"));
        ClassificationLevelId secret =
                ClassificationLevelId.of(site.simulator().community().addClassificationLevel("Secret"));

        ofSpace.set(open);
        assertThat(ofPage.get().id()).isEqualTo(open);
        ofPage.set(secret);
        assertThat(ofPage.get().id()).isEqualTo(secret);
        ofPage.reset();
        assertThat(ofPage.get().id()).isEqualTo(open);
        ofSpace.reset();
        assertThatThrownBy(ofPage::get).isInstanceOf(NotFoundException.class);
        assertThat(ClassificationLevelsClient.over(site.connection()).list())
                .extracting(ClassificationLevel::name)
                .containsExactly("Public", "Secret");
    }
}
