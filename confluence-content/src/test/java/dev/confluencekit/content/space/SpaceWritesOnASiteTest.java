package dev.confluencekit.content.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.Failure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of spaces on a simulated site. */
class SpaceWritesOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final SpacesClient spaces = site.spaces();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void life_fromCreationToDeletion() {
        Space space = spaces.create(NewSpace.of("NEW", "News"));
        assertThat(space.homepageId()).isNotNull();
        assertThat(spaces.update(SpaceUpdate.of("NEW").name("Latest").status(SpaceStatus.ARCHIVED)))
                .satisfies(changed -> {
                    assertThat(changed.name()).isEqualTo("Latest");
                    assertThat(changed.status()).isEqualTo(SpaceStatus.ARCHIVED);
                });
        site.simulator().longTaskDuration(Duration.ofSeconds(30));
        site.longTasks().await(spaces.delete("NEW"));
        assertThat(spaces.findByKey("NEW")).isEmpty();
    }

    @Test
    void create_byVersion2_whereRolesAloneGovern() {
        site.simulator().roleBasedAccess(true);
        assertThat(spaces.create(NewSpace.of("NEW", "News").byVersion2()).spaceOwnerId())
                .isNotNull();
    }

    @Test
    void create_whoseAnswerIsLost_isFound() {
        site.simulator().nextAnswers(Failure.loseAnswer());
        assertThat(spaces.create(NewSpace.of("NEW", "News")).name()).isEqualTo("News");
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void create_thatTookNoEffect_isSentAgain() {
        site.simulator().nextAnswers(Failure.dropConnection());
        assertThat(spaces.create(NewSpace.of("NEW", "News")).name()).isEqualTo("News");
        assertThat(site.writes()).isEqualTo(2);
    }

    @Test
    void create_keyOfAnotherSpace_isNotTakenForOurs() {
        site.simulator().nextAnswers(Failure.dropConnection());
        assertThatThrownBy(() -> spaces.create(NewSpace.of("DOCS", "Mine")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("not as it was to be created");
    }
}
