package dev.confluencekit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TimeSourceTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);
    private final TimeSource time = TimeSource.system();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void now_givenClock_isItsInstant() {
        Instant instant = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(TimeSource.of(Clock.fixed(instant, ZoneOffset.UTC)).now()).isEqualTo(instant);
    }

    @Test
    void await_nothingHappens_endsWithItsTime() throws InterruptedException {
        long start = time.nanoTime();
        assertThat(time.await(Duration.ofMillis(20), new CountDownLatch(1))).isFalse();
        assertThat(time.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
    }

    @Test
    void await_wokenUp_endsEarly() throws InterruptedException {
        assertThat(time.await(FOR_EVER, new CountDownLatch(0))).isTrue();
    }

    @Test
    void await_wokenUpLater_endsEarly() throws InterruptedException {
        CountDownLatch wakeUp = new CountDownLatch(1);
        Thread other = new Thread(wakeUp::countDown);
        other.start();
        assertThat(time.await(FOR_EVER, wakeUp)).isTrue();
        other.join();
    }

    @Test
    void await_interrupted_isInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.await(FOR_EVER, new CountDownLatch(1))).isInstanceOf(InterruptedException.class);
    }
}
