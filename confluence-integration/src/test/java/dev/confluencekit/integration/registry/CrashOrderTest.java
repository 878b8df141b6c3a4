package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.registry.IntegrationEvent.Removed;
import dev.confluencekit.integration.registry.MortalStores.Death;
import dev.confluencekit.testkit.ApiKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies at each change of either store in turn, before the change or right after it; another one opens. */
class CrashOrderTest {
    private static final int CHANGES_OF_ADD = 3;
    private static final int CHANGES_OF_REMOVE = 3;
    private static final int CHANGES_OF_UPDATE = 3;
    private static final LocalDate FIRST_END = LocalDate.of(2027, 3, 1);
    private static final LocalDate SECOND_END = LocalDate.of(2027, 9, 1);

    private final Stage stage = new Stage();
    private final MortalStores mortal = new MortalStores(stage.integrations, stage.credentials);

    @AfterEach
    void stop() {
        stage.close();
    }

    static Stream<Arguments> deathsOfAdd() {
        return deaths(CHANGES_OF_ADD);
    }

    static Stream<Arguments> deathsOfRemove() {
        return deaths(CHANGES_OF_REMOVE);
    }

    static Stream<Arguments> deathsOfUpdate() {
        return deaths(CHANGES_OF_UPDATE);
    }

    private static Stream<Arguments> deaths(int changes) {
        return IntStream.range(0, changes)
                .boxed()
                .flatMap(before -> Stream.of(Arguments.of(before, false), Arguments.of(before, true)));
    }

    private IntegrationRegistry mortalRegistry() {
        return stage.unopened()
                .integrations(mortal.integrations())
                .credentials(mortal.credentials())
                .build();
    }

    private Integration added() {
        return mortalRegistry()
                .add(stage.wanted(stage.account.issueKey())
                        .keyExpires(FIRST_END)
                        .build());
    }

    @Test
    void changes_areAsManyAsTheDeathsThatAreTried() {
        Integration integration = added();
        assertThat(mortal.changes()).isEqualTo(CHANGES_OF_ADD);
        IntegrationRegistry registry = mortalRegistry();
        registry.updateApiKey(
                integration.id(),
                KeyUpdate.of(Secret.of(stage.account.issueKey().secret())));
        assertThat(mortal.changes()).isEqualTo(CHANGES_OF_ADD + CHANGES_OF_UPDATE);
        registry.remove(integration.id());
        assertThat(mortal.changes()).isEqualTo(CHANGES_OF_ADD + CHANGES_OF_UPDATE + CHANGES_OF_REMOVE);
    }

    @ParameterizedTest(name = "after {0} changes, the next takes effect: {1}")
    @MethodSource("deathsOfAdd")
    void add_deathAtAnyChange_leavesAllOfItOrNothing(int before, boolean takesEffect) {
        mortal.dieAfter(before, takesEffect);
        assertThat(catchThrowable(this::added)).isInstanceOf(Death.class);

        stage.clock.advance(HalfDone.LONGEST_ADDING.plusSeconds(1));
        IntegrationRegistry reopened = stage.registry();
        if (before == CHANGES_OF_ADD - 1 && takesEffect) {
            assertThat(reopened.list())
                    .singleElement()
                    .satisfies(integration -> assertThat(
                                    reopened.testConnection(integration.id()).ok())
                            .isTrue());
        } else {
            assertThat(reopened.list()).isEmpty();
            assertThat(mortal.keys()).isEmpty();
            assertThat(stage.integrations.list()).isEmpty();
        }
    }

    @ParameterizedTest(name = "after {0} changes, the next takes effect: {1}")
    @MethodSource("deathsOfAdd")
    void add_againAfterDeath_succeedsOrIsThereAlready(int before, boolean takesEffect) {
        ApiKey key = stage.account.issueKey();
        IntegrationRegistry dying = mortalRegistry();
        mortal.dieAfter(before, takesEffect);
        assertThat(catchThrowable(() -> dying.add(stage.wanted(key).build()))).isInstanceOf(Death.class);

        // This one was opened too early to sweep, and finds what is left when it is in the way.
        IntegrationRegistry other = stage.registry();
        stage.clock.advance(HalfDone.LONGEST_ADDING.plusSeconds(1));
        Throwable refused = catchThrowable(() -> other.add(stage.wanted(key).build()));
        if (refused != null) {
            assertThat(refused).isInstanceOf(DuplicateIntegrationException.class);
        }
        assertThat(other.list()).hasSize(1);
        assertThat(mortal.keys().size() + (refused == null ? 1 : 0)).isEqualTo(1);
    }

    @Test
    void add_stillUnderWayInAnotherProcess_isNotSweptAway() {
        mortal.dieAfter(2, false);
        assertThat(catchThrowable(this::added)).isInstanceOf(Death.class);
        stage.clock.advance(Duration.ofSeconds(5));
        assertThat(stage.registry().list()).isEmpty();
        assertThat(mortal.keys()).hasSize(1);
        assertThat(stage.integrations.list()).hasSize(1);
    }

    @ParameterizedTest(name = "after {0} changes, the next takes effect: {1}")
    @MethodSource("deathsOfRemove")
    void remove_deathAtAnyChange_isFinishedByTheNextOpening(int before, boolean takesEffect) {
        Integration integration = added();
        IntegrationRegistry dying = mortalRegistry();
        mortal.dieAfter(before, takesEffect);
        assertThat(catchThrowable(() -> dying.remove(integration.id()))).isInstanceOf(Death.class);

        IntegrationRegistry reopened = stage.registry();
        if (before == 0 && !takesEffect) {
            assertThat(reopened.testConnection(integration.id()).ok()).isTrue();
        } else {
            assertThat(reopened.list()).isEmpty();
            assertThat(mortal.keys()).isEmpty();
            assertThat(stage.integrations.list()).isEmpty();
        }
        boolean foundTombstone = !(before == 0 && !takesEffect) && !(before == 2 && takesEffect);
        assertThat(stage.events(Removed.class)).hasSize(foundTombstone ? 1 : 0);
    }

    @ParameterizedTest(name = "after {0} changes, the next takes effect: {1}")
    @MethodSource("deathsOfUpdate")
    void update_deathAtAnyChange_leavesTheOldKeyOrTheNew(int before, boolean takesEffect) {
        Integration integration = added();
        String oldKey = stage.keyOf(integration);
        ApiKey newKey = stage.account.issueKey();
        IntegrationRegistry dying = mortalRegistry();
        mortal.dieAfter(before, takesEffect);
        assertThat(catchThrowable(() -> dying.updateApiKey(
                        integration.id(),
                        KeyUpdate.of(Secret.of(newKey.secret())).expires(SECOND_END))))
                .isInstanceOf(Death.class);

        boolean swapped = before > 1 || before == 1 && takesEffect;
        IntegrationRegistry reopened = stage.registry();
        Integration found = reopened.find(integration.id()).orElseThrow();
        assertThat(stage.keyOf(found)).isEqualTo(swapped ? newKey.secret() : oldKey);
        assertThat(found.keyLife()).isEqualTo(lifeUntil(swapped ? SECOND_END : FIRST_END));
        assertThat(reopened.testConnection(found.id()).ok()).isTrue();
    }

    private static KeyLife lifeUntil(LocalDate day) {
        return KeyLife.of(Fields.credential("kb-bot@acme.example", Secret.of("any"), null, day));
    }
}
