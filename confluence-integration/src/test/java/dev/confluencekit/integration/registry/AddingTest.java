package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.SimulatedAccount;
import dev.confluencekit.testkit.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AddingTest {
    private final Stage stage = new Stage();
    private final IntegrationRegistry registry = stage.registry();

    @AfterEach
    void stop() {
        stage.close();
    }

    private void assertNothingStored() {
        assertThat(registry.list()).isEmpty();
        assertThat(stage.integrations.list()).isEmpty();
        assertThat(stage.events).isEmpty();
    }

    @Test
    void add_integration_isWhatWasWanted() {
        Integration added = registry.add(stage.wanted(stage.account.issueKey())
                .name("  Support KB ")
                .keyIssued(LocalDate.of(2026, 11, 1))
                .keyExpires(LocalDate.of(2027, 3, 1))
                .build());
        assertThat(added.name()).isEqualTo("Support KB");
        assertThat(added.capabilities()).containsExactly(Capability.CONTENT_MANAGEMENT);
        assertThat(added.username()).isEqualTo(stage.account.email());
        assertThat(added.cloudId()).isEqualTo(stage.simulator.cloudId());
        assertThat(added.account().name()).isEqualTo(stage.account.displayName());
        assertThat(added.keyLife())
                .isEqualTo(new KeyLife(Instant.parse("2027-03-01T00:00:00Z"), KeyLife.Source.STATED));
        assertThat(added.addedAt()).isEqualTo(Stage.START);
        assertThat(added.lastTest().verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(registry.find(added.id())).contains(added);
    }

    @Test
    void add_dayOfIssueOnly_endsAYearLaterAtTheLatest() {
        Integration added = registry.add(stage.wanted(stage.account.issueKey())
                .keyIssued(LocalDate.of(2026, 11, 1))
                .build());
        assertThat(added.keyLife())
                .isEqualTo(new KeyLife(Instant.parse("2027-11-01T00:00:00Z"), KeyLife.Source.AT_THE_LATEST));
    }

    @Test
    void add_noDay_endIsUnknown() {
        assertThat(registry.add(stage.wanted(stage.account.issueKey()).build()).keyLife())
                .isEqualTo(KeyLife.unknown());
    }

    @Test
    void add_everythingWrong_isToldAtOnceAndAsksNothing() {
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> registry.add(NewIntegration.fromForm(Map.of(
                        "name", " ",
                        "capability", "JUGGLING",
                        "username", "kb:bot",
                        "apiKey", "two\nlines",
                        "domain", "http://acme.example",
                        "keyExpires", "soon"))));
        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("name", "capability", "username", "apiKey", "keyExpires", "domain");
        assertThat(refused.forPeople().code()).isEqualTo(MessageCode.INVALID_FIELDS);
        assertThat(refused).hasMessageNotContaining("two");
        assertThat(stage.simulator.requests()).isEmpty();
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONTENT_MANAGEMENT | -",
                "CONTENT_MANAGEMENT, CONTENT_MANAGEMENT | -",
                "',' | FIELD_MISSING",
                "'' | FIELD_MISSING",
                "CONTENT_MANAGEMENT, JUGGLING | FIELD_INVALID"
            },
            nullValues = "-")
    void add_capabilitiesOfAForm_areWordsWithCommas(String words, MessageCode expected) {
        ApiKey key = stage.account.issueKey();
        NewIntegration wanted = NewIntegration.fromForm(Map.of(
                "name", "x",
                "capability", words,
                "username", stage.account.email(),
                "apiKey", key.secret(),
                "domain", stage.domain()));
        Throwable thrown = catchThrowable(() -> registry.add(wanted));
        if (expected == null) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            InvalidFieldsException.class,
                            e -> assertThat(e.problems())
                                    .extracting(FieldProblem::code)
                                    .containsExactly(expected));
        }
    }

    @Test
    void add_nothingGiven_isMissing() {
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> registry.add(
                        NewIntegration.builder().capabilities(Set.of()).build()));
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(MessageCode.FIELD_MISSING))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("name", "capability", "username", "apiKey", "domain");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-28, -, keyIssued, lies in the future",
                "-, 2026-11-24, keyExpires, lies in the past",
                "-, 2027-11-28, keyExpires, 365 days",
                "2026-11-01, 2027-11-03, keyExpires, 365 days",
                "2026-11-26, 2026-11-26, keyExpires, after the day of issue",
            })
    void add_daysThatCannotBe_areRefused(LocalDate issued, LocalDate expires, String field, String words) {
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> registry.add(stage.wanted(stage.account.issueKey())
                        .keyIssued(issued)
                        .keyExpires(expires)
                        .build()));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 2026-11-26", "-, 2027-11-26", "2026-11-26, 2027-11-26", "2026-11-25, -"})
    void add_daysThatCanBe_areTaken(LocalDate issued, LocalDate expires) {
        registry.add(stage.wanted(stage.account.issueKey())
                .keyIssued(issued)
                .keyExpires(expires)
                .build());
        assertThat(registry.list()).hasSize(1);
    }

    @Test
    void add_loopbackWhereNotAllowed_isRefused() {
        IntegrationRegistry strict =
                IntegrationRegistry.builder().runtime(stage.runtime).build();
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> strict.add(stage.wanted(stage.account.issueKey()).build()));
        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("domain");
    }

    @Test
    void add_wrongKey_isRefusedAndStoresNothing() {
        stage.account.issueKey();
        ConnectionFailedException refused = catchThrowableOfType(
                ConnectionFailedException.class,
                () -> registry.add(stage.wanted(stage.account.issueKey())
                        .apiKey(Secret.of("ATATT3xWrong"))
                        .build()));
        assertThat(refused.report().verdict()).isEqualTo(Verdict.REFUSED);
        assertNothingStored();
    }

    @Test
    void add_serviceThatFails_storesNothing() {
        ApiKey key = stage.account.issueKey();
        stage.simulator.fail("/wiki/rest/api/user/current", 1, Failure.status(500));
        assertThatThrownBy(() -> registry.add(stage.wanted(key).build()))
                .isInstanceOfSatisfying(
                        ConnectionFailedException.class,
                        e -> assertThat(e.report().verdict()).isEqualTo(Verdict.COULD_NOT_TELL));
        assertNothingStored();
    }

    @Test
    void add_credentialStoreThatFails_leavesNothingBehind() {
        IntegrationRegistry poor = stage.unopened().credentials(new Broken()).build();
        assertThatThrownBy(() -> poor.add(stage.wanted(stage.account.issueKey()).build()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the disk is full");
        assertNothingStored();
    }

    /** A store on a full disk. */
    private static final class Broken implements CredentialStore {
        @Override
        public Optional<StoredCredential> find(CredentialId id) {
            return Optional.empty();
        }

        @Override
        public boolean put(CredentialId id, Credential credential, long expectedVersion) {
            throw new CredentialException("the disk is full");
        }

        @Override
        public void remove(CredentialId id) {}
    }

    @Test
    void add_sameAccountAgain_isDuplicateAndCostsNoRequest() {
        Integration first = registry.add(stage.wanted(stage.account.issueKey()).build());
        stage.simulator.clearRequests();
        DuplicateIntegrationException refused = catchThrowableOfType(
                DuplicateIntegrationException.class,
                () -> registry.add(stage.wanted(stage.account.issueKey())
                        .name("Again")
                        .username(stage.account.email().toUpperCase(java.util.Locale.ROOT))
                        .build()));
        assertThat(refused.existing()).isEqualTo(first.id());
        assertThat(refused.forPeople().text()).contains("Support KB");
        assertThat(stage.simulator.requests()).isEmpty();
        assertThat(registry.list()).containsExactly(first);
    }

    @Test
    void add_sameAccountByAnotherAddressOfTheSite_isDuplicate() {
        registry.add(stage.wanted(stage.account.issueKey()).build());
        assertThatThrownBy(() -> registry.add(stage.wanted(stage.account.issueKey())
                        .domain(stage.domain().replace("127.0.0.1", "localhost"))
                        .build()))
                .isInstanceOf(DuplicateIntegrationException.class);
    }

    @Test
    void add_duplicateThatIsAllowed_isAdded() {
        Integration first = registry.add(stage.wanted(stage.account.issueKey()).build());
        Integration second = registry.add(
                stage.wanted(stage.account.issueKey()).allowDuplicate().build());
        assertThat(registry.list()).containsExactly(second, first);
    }

    @Test
    void add_afterTheFirstWasRemoved_isNoDuplicate() {
        Integration first = registry.add(stage.wanted(stage.account.issueKey()).build());
        registry.remove(first.id());
        registry.add(stage.wanted(stage.account.issueKey()).build());
        assertThat(registry.list()).hasSize(1);
    }

    @Test
    void add_sameAccountByManyAtOnce_isAddedOnce() throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        List<IntegrationRegistry> registries = List.of(registry, stage.registry());
        for (int i = 0; i < 12; i++) {
            NewIntegration wanted = stage.wanted(stage.account.issueKey()).build();
            IntegrationRegistry one = registries.get(i % 2);
            tasks.add(() -> catchThrowable(() -> one.add(wanted)) == null);
        }
        assertThat(results(tasks)).containsOnlyOnce(true);
        assertThat(registry.list()).hasSize(1);
        assertThat(stage.integrations.list()).hasSize(1);
    }

    static <T> List<T> results(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void add_credentialFromAnother_needsNoKey() {
        Integration first = registry.add(stage.wanted(stage.account.issueKey())
                .keyExpires(LocalDate.of(2027, 3, 1))
                .build());
        Integration second = registry.add(NewIntegration.builder()
                .name("The same, for engineers")
                .domain(stage.domain())
                .credentialFrom(first.id())
                .allowDuplicate()
                .build());
        assertThat(stage.keyOf(second)).isEqualTo(stage.keyOf(first));
        assertThat(second.keyLife()).isEqualTo(first.keyLife());
        registry.remove(first.id());
        assertThat(registry.testConnection(second.id()).ok()).isTrue();
    }

    @Test
    void add_credentialFromAnotherBesideAKey_isRefused() {
        Integration first = registry.add(stage.wanted(stage.account.issueKey()).build());
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> registry.add(stage.wanted(stage.account.issueKey())
                        .credentialFrom(first.id())
                        .build()));
        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("username", "apiKey");
    }

    @Test
    void add_credentialFromNobody_isNoSuchIntegration() {
        assertThatThrownBy(() -> registry.add(NewIntegration.builder()
                        .name("x")
                        .domain(stage.domain())
                        .credentialFrom(IntegrationId.of("nobody"))
                        .build()))
                .isInstanceOf(NoSuchIntegrationException.class);
    }

    @Test
    void list_addedInOneTickOfTheClockOrBeforeIt_hasTheNewestFirst() {
        List<Integration> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            SimulatedAccount account = stage.simulator.account("bot-" + i + "@acme.example");
            expected.add(
                    0,
                    registry.add(stage.wanted(account.issueKey())
                            .username(account.email())
                            .build()));
        }
        SimulatedAccount account = stage.simulator.account("last@acme.example");
        SimulatedClock slow = SimulatedClock.standingAt(Stage.START.minus(Duration.ofDays(1)));
        try (ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().time(TimeSource.of(slow)).build();
                IntegrationRegistry other = stage.unopened().runtime(runtime).build()) {
            expected.add(
                    0,
                    other.add(stage.wanted(account.issueKey())
                            .username(account.email())
                            .build()));
        }
        assertThat(registry.list()).isEqualTo(expected);
    }
}
