package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyExpiring;
import dev.confluencekit.integration.registry.IntegrationRegistry.KeyWatch;
import dev.confluencekit.testkit.SimulatedAccount;
import dev.confluencekit.testkit.SimulatedClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KeyWarningsTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(Stage.START, ZoneOffset.UTC);

    private final Stage stage = new Stage();
    private final IntegrationRegistry registry = stage.registry();

    @AfterEach
    void stop() {
        stage.close();
    }

    private Integration endingIn(int days) {
        return registry.add(stage.wanted(stage.account.issueKey())
                .keyExpires(TODAY.plusDays(days))
                .build());
    }

    private List<Long> toldOnEachDay(int days) {
        List<Long> told = new ArrayList<>();
        for (int day = 0; day <= days; day++) {
            registry.warnOfExpiringKeys().forEach(event -> told.add(event.daysLeft()));
            registry.warnOfExpiringKeys().forEach(event -> told.add(event.daysLeft()));
            stage.clock.advance(Duration.ofDays(1));
        }
        return told;
    }

    @Test
    void warn_everyDay_tellsOnceOnEachOfTheDaysAndWhenItIsOver() {
        endingIn(40);
        assertThat(toldOnEachDay(60)).containsExactly(30L, 14L, 7L, 1L, 0L);
    }

    @Test
    void warn_daysSet_areTheOnesThatAreTold() {
        endingIn(40);
        try (IntegrationRegistry other = stage.unopened().warnDaysBefore(10, 35).build()) {
            assertThat(other.warnOfExpiringKeys()).isEmpty();
            stage.clock.advance(Duration.ofDays(5));
            assertThat(other.warnOfExpiringKeys()).hasSize(1);
            stage.clock.advance(Duration.ofDays(26));
            assertThat(other.warnOfExpiringKeys()).hasSize(1);
            assertThat(other.warnOfExpiringKeys()).isEmpty();
        }
    }

    @Test
    void warn_notAskedForWeeks_tellsTheNearestOnly() {
        endingIn(40);
        stage.clock.advance(Duration.ofDays(35));
        assertThat(registry.warnOfExpiringKeys()).singleElement().satisfies(event -> {
            assertThat(event.daysLeft()).isEqualTo(5);
            assertThat(event.message().code()).isEqualTo(MessageCode.KEY_EXPIRING);
            assertThat(event.message().text())
                    .contains("Support KB")
                    .contains(TODAY.plusDays(40).toString());
        });
        assertThat(registry.warnOfExpiringKeys()).isEmpty();
        assertThat(stage.events(KeyExpiring.class)).hasSize(1);
    }

    @Test
    void warn_anotherRegistryOnTheSameStore_tellsNoSecondTime() {
        endingIn(5);
        assertThat(registry.warnOfExpiringKeys()).hasSize(1);
        assertThat(stage.registry().warnOfExpiringKeys()).isEmpty();
    }

    @Test
    void warn_endReckonedFromTheDayOfIssue_saysAtTheLatest() {
        registry.add(stage.wanted(stage.account.issueKey())
                .keyIssued(TODAY.minusDays(355))
                .build());
        assertThat(registry.warnOfExpiringKeys()).singleElement().satisfies(event -> {
            assertThat(event.daysLeft()).isEqualTo(10);
            assertThat(event.message().code()).isEqualTo(MessageCode.KEY_EXPIRING_AT_THE_LATEST);
        });
    }

    @Test
    void warn_endUnknown_saysNothing() {
        registry.add(stage.wanted(stage.account.issueKey()).build());
        stage.clock.advance(Duration.ofDays(1000));
        assertThat(registry.warnOfExpiringKeys()).isEmpty();
        assertThat(registry.expiringWithin(Duration.ofDays(1000))).isEmpty();
    }

    @Test
    void warn_newKeyAfterAWarning_isWarnedOfAnew() {
        Integration integration = endingIn(5);
        assertThat(registry.warnOfExpiringKeys()).hasSize(1);
        registry.updateApiKey(
                integration.id(),
                KeyUpdate.of(Secret.of(stage.account.issueKey().secret())).expires(TODAY.plusDays(6)));
        assertThat(registry.warnOfExpiringKeys())
                .singleElement()
                .satisfies(event -> assertThat(event.daysLeft()).isEqualTo(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {-48, 48})
    void warn_machineWhoseClockIsWrong_countsByTheServices(int hours) {
        SimulatedClock wrong = SimulatedClock.standingAt(Stage.START.plus(Duration.ofHours(hours)));
        try (ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().time(TimeSource.of(wrong)).build();
                IntegrationRegistry there = stage.unopened().runtime(runtime).build()) {
            there.add(stage.wanted(stage.account.issueKey())
                    .keyExpires(TODAY.plusDays(10))
                    .build());
            assertThat(there.warnOfExpiringKeys())
                    .singleElement()
                    .satisfies(event -> assertThat(event.daysLeft()).isEqualTo(10));
        }
    }

    @Test
    void expiringWithin_several_areThoseInTimeInTheOrderOfTheirEnds() {
        Integration late = endingIn(20);
        SimulatedAccount account = stage.simulator.account("second@acme.example");
        Integration soon = registry.add(stage.wanted(account.issueKey())
                .username(account.email())
                .keyExpires(TODAY.plusDays(3))
                .build());
        assertThat(registry.expiringWithin(Duration.ofDays(30))).containsExactly(soon, late);
        assertThat(registry.expiringWithin(Duration.ofDays(7))).containsExactly(soon);
        assertThat(registry.expiringWithin(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void watch_started_looksAtOnceAndThenAfterEachTime() throws Exception {
        Metronome metronome = new Metronome(stage.clock);
        try (ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().time(metronome).build();
                IntegrationRegistry watched = stage.unopened().runtime(runtime).build()) {
            endingIn(31);
            KeyWatch watch = watched.watchKeys(Duration.ofHours(6));
            assertThat(metronome.waits.poll(30, TimeUnit.SECONDS)).isEqualTo(Duration.ofHours(6));
            assertThat(stage.events(KeyExpiring.class)).isEmpty();
            stage.clock.advance(Duration.ofDays(2));
            metronome.beats.put(false);
            assertThat(metronome.waits.poll(30, TimeUnit.SECONDS)).isEqualTo(Duration.ofHours(6));
            assertThat(stage.events(KeyExpiring.class)).hasSize(1);
            metronome.beats.put(true);
            watch.close();
        }
    }

    @Test
    void watch_storeThatFailsOnce_goesOn() throws Exception {
        Metronome metronome = new Metronome(stage.clock);
        endingIn(5);
        boolean[] failing = {true};
        IntegrationStore moody = new MoodyStore(stage.integrations, failing);
        try (ConfluenceRuntime runtime =
                ConfluenceRuntime.builder().time(metronome).build()) {
            failing[0] = false;
            try (IntegrationRegistry watched =
                    stage.unopened().integrations(moody).runtime(runtime).build()) {
                failing[0] = true;
                KeyWatch watch = watched.watchKeys(Duration.ofHours(6));
                metronome.waits.poll(30, TimeUnit.SECONDS);
                assertThat(stage.events(KeyExpiring.class)).isEmpty();
                failing[0] = false;
                metronome.beats.put(false);
                metronome.waits.poll(30, TimeUnit.SECONDS);
                assertThat(stage.events(KeyExpiring.class)).hasSize(1);
                metronome.beats.put(true);
                watch.close();
            }
        }
    }

    @Test
    void watch_closedRegistry_endsTheThread() throws Exception {
        IntegrationRegistry watched = stage.registry();
        watched.watchKeys(Duration.ofDays(1));
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("confluencekit-key-watch"))
                .findFirst()
                .orElseThrow();
        assertThat(thread.isDaemon()).isTrue();
        watched.close();
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void watch_noTimeBetween_isRefused() {
        assertThatThrownBy(() -> registry.watchKeys(Duration.ZERO)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void warnDaysBefore_outOfRange_isRefused() {
        assertThatThrownBy(() -> IntegrationRegistry.builder().warnDaysBefore(400))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> IntegrationRegistry.builder().warnDaysBefore())
                .isInstanceOf(InvalidArgumentException.class);
    }

    /** Time that waits until the test lets it go on: false for "the time has passed", true for "woken up". */
    private static final class Metronome implements TimeSource {
        private final SimulatedClock clock;
        private final LinkedBlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Boolean> beats = new LinkedBlockingQueue<>();

        Metronome(SimulatedClock clock) {
            this.clock = clock;
        }

        @Override
        public java.time.Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
            waits.put(duration);
            return beats.take();
        }
    }
}
