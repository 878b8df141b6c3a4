package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.testing.VirtualTime;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No request leaves before the time that the service named, whatever it named and in whichever way. */
class PoliteScheduleTest {
    private static final int CALLS = 8;

    @Test
    void in_500_schedules_no_request_leaves_too_early() {
        oneCaller(500);
    }

    @Test
    void in_20_schedules_with_three_callers_no_request_leaves_too_early() throws InterruptedException {
        threeCallers(20);
    }

    @Test
    @Tag("proof")
    void in_100_000_schedules_no_request_leaves_too_early() {
        oneCaller(100_000);
    }

    @Test
    @Tag("proof")
    void in_3000_schedules_with_three_callers_no_request_leaves_too_early() throws InterruptedException {
        threeCallers(3_000);
    }

    private static void oneCaller(int schedules) {
        long waited = LongStream.range(0, schedules)
                .map(seed -> {
                    ManualTime time = new ManualTime();
                    MoodySite site = new MoodySite(seed, time);
                    try (ConfluenceRuntime runtime = runtime(site, time, seed)) {
                        call(Calls.connect(runtime, "acme"));
                    }
                    site.assertNothingCameTooEarly();
                    return site.refusals();
                })
                .sum();
        // A schedule without a refusal proves nothing.
        assertThat(waited).isGreaterThan(schedules);
    }

    private static void threeCallers(int schedules) throws InterruptedException {
        for (long seed = 0; seed < schedules; seed++) {
            VirtualTime time = new VirtualTime();
            MoodySite site = new MoodySite(seed, time);
            try (ConfluenceRuntime runtime = runtime(site, time, seed)) {
                time.run(Collections.nCopies(3, () -> call(Calls.connect(runtime, "acme"))));
            }
            site.assertNothingCameTooEarly();
        }
    }

    private static ConfluenceRuntime runtime(MoodySite site, TimeSource time, long seed) {
        return ConfluenceRuntime.builder()
                .transport(ScriptedTransport.forgetting(site::answer))
                .time(time)
                .random(new Random(~seed))
                .callTimeout(Duration.ofMinutes(5))
                .build();
    }

    private static void call(ConfluenceConnection connection) {
        for (int i = 0; i < CALLS; i++) {
            try {
                connection.fetch(i % 4 == 3 ? Calls.POST : Calls.GET, Object.class);
            } catch (ConfluenceException e) {
                // Failing is one way of not sending anything.
                assertThat(e).hasMessageContaining("/wiki/api/v2/pages");
            }
        }
    }
}
