package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.Mutations;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a header that asks for time holds, it is a wait that is not negative, or nothing. */
class MutatedRetryAfterTest {
    private static final Mutations INPUTS = Mutations.of(List.of(
            "120",
            "0",
            "99999999999999999999",
            "Tue, 24 Nov 2026 12:00:30 GMT",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "2026-11-24T12:00:30Z",
            "2026-11-24T12:00Z",
            "+999999999-12-31T23:59:59Z",
            "5, 10"));

    private static void read(long inputs) {
        int[] understood = new int[1];
        INPUTS.tryText(inputs, input -> {
            for (String name : List.of("Retry-After", "X-RateLimit-Reset")) {
                HttpHeaders headers = HttpHeaders.of(
                        Map.of(name, List.of(input), "Date", List.of(input.length() % 2 == 0 ? input : "")),
                        (n, value) -> true);
                RetryAfter.of(headers, ManualTime.START).ifPresent(wait -> {
                    understood[0]++;
                    assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(40_000));
                });
            }
        });
        assertThat(understood[0]).isBetween(1, (int) inputs);
    }

    @Test
    void of_10_000_broken_values_each_is_a_wait_or_nothing() {
        read(10_000);
    }

    @Test
    @Tag("proof")
    void of_1_000_000_broken_values_each_is_a_wait_or_nothing() {
        read(1_000_000);
    }
}
