package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits and time limits do not care what the clock on the wall does. */
@Timeout(20)
class ClockJumpsTest {
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");

    private final ManualTime time = new ManualTime();

    /** A wall clock that is set anew during every wait. */
    private final class Jumping implements TimeSource {
        private final Duration jump;
        private Duration off = Duration.ZERO;

        Jumping(String jump) {
            this.jump = Duration.parse(jump);
        }

        @Override
        public Instant now() {
            return time.now().plus(off);
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
            off = off.plus(jump);
            return time.await(duration, wakeUp);
        }
    }

    private Object fetch(TimeSource source, double jitter, Reply... replies) {
        try (RawServer server = RawServer.answering(replies);
                ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .time(source)
                        .random(new FixedRandom(jitter))
                        .build()) {
            return Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P-1D", "PT1H", "PT-1H", "P-20000D"})
    void a_pause_lasts_as_long_as_was_asked(String jump) {
        Reply limited = Reply.status(429).header("Retry-After", "7");
        assertThat(fetch(new Jumping(jump), 0, limited, limited, OK)).hasToString("{id=42}");
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P-1D"})
    void waits_before_retries_and_the_calls_time_limit_stay_as_they_are(String jump) {
        Reply down = Reply.status(503);
        assertThat(fetch(new Jumping(jump), 0.5, down, down, down, OK)).hasToString("{id=42}");
        assertThat(time.waits())
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leap day | Tue, 29 Feb 2028 23:59:55 GMT | Wed, 01 Mar 2028 00:00:05 GMT",
                "spring   | Sun, 08 Mar 2026 06:59:55 GMT | Sun, 08 Mar 2026 07:00:05 GMT",
                "autumn   | Sun, 01 Nov 2026 05:59:55 GMT | Sun, 01 Nov 2026 06:00:05 GMT",
                "new year | Thu, 31 Dec 2026 23:59:55 GMT | Fri, 01 Jan 2027 00:00:05 GMT"
            })
    void a_date_to_wait_for_is_as_far_away_as_it_is(String night, String date, String until) {
        Reply limited = Reply.status(429).header("Date", date).header("Retry-After", until);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            fetch(time, 0, limited, OK);
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(time.waits()).as(night).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void the_systems_time_source_measures_by_the_monotonic_clock() {
        long before = System.nanoTime();
        long told = TimeSource.system().nanoTime();
        assertThat(told).isBetween(before, System.nanoTime());
    }
}
