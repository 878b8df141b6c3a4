package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Repeats cost, so that an outage is not made worse; a first attempt is always made. */
class RetryBudgetTest {
    private static final Reply DOWN = Reply.status(503);

    private final ManualTime time = new ManualTime();

    private int requestsOf(int calls, ScriptedTransport transport, String site) {
        int before = transport.requests().size();
        try (ConfluenceRuntime runtime = runtime(transport)) {
            fetch(Calls.connect(runtime, site), calls);
        }
        return transport.requests().size() - before;
    }

    private ConfluenceRuntime runtime(ScriptedTransport transport) {
        return ConfluenceRuntime.builder()
                .transport(transport)
                .time(time)
                .random(new FixedRandom(0))
                .build();
    }

    private static int fetch(ConfluenceConnection connection, int times) {
        int failed = 0;
        for (int i = 0; i < times; i++) {
            try {
                connection.fetch(Calls.GET, Object.class);
            } catch (ConfluenceException e) {
                failed++;
            }
        }
        return failed;
    }

    @Test
    void while_there_is_budget_a_call_is_tried_four_times() {
        assertThat(requestsOf(1, ScriptedTransport.answering(DOWN), "acme")).isEqualTo(4);
    }

    @Test
    void in_a_total_outage_repeats_end_after_35_and_first_attempts_go_on() {
        assertThat(requestsOf(1_000, ScriptedTransport.answering(DOWN), "acme")).isEqualTo(1_035);
    }

    @Test
    void lost_connections_cost_the_same() {
        assertThat(requestsOf(1_000, ScriptedTransport.failing(FaultKind.TIMEOUT), "acme"))
                .isEqualTo(1_035);
    }

    @Test
    void repeats_after_throttling_cost_less() {
        assertThat(requestsOf(1_000, ScriptedTransport.answering(Reply.status(429)), "acme"))
                .isEqualTo(1_100);
    }

    @Test
    void the_outage_of_one_site_takes_nothing_from_another() {
        ScriptedTransport transport = ScriptedTransport.answering(DOWN);
        try (ConfluenceRuntime runtime = runtime(transport)) {
            fetch(Calls.connect(runtime, "acme"), 100);
            int before = transport.requests().size();
            fetch(Calls.connect(runtime, "other"), 1);
            assertThat(transport.requests().size() - before).isEqualTo(4);
        }
    }

    @Test
    void all_integrations_of_a_site_share_its_budget() {
        ScriptedTransport transport = ScriptedTransport.answering(DOWN);
        try (ConfluenceRuntime runtime = runtime(transport)) {
            for (int i = 0; i < 100; i++) {
                try (ConfluenceConnection connection = Calls.connect(runtime, "acme")) {
                    fetch(connection, 1);
                }
            }
        }
        assertThat(transport.requests()).hasSize(135);
    }

    @Test
    void a_repeat_that_helped_gives_its_cost_back() {
        AtomicInteger requests = new AtomicInteger();
        ScriptedTransport transport =
                ScriptedTransport.playing(request -> requests.getAndIncrement() % 2 == 0 ? DOWN : Reply.ok("{}"));
        try (ConfluenceRuntime runtime = runtime(transport)) {
            assertThat(fetch(Calls.connect(runtime, "acme"), 1_000)).isZero();
        }
    }

    @Test
    void plain_successes_fill_an_empty_budget_again() {
        AtomicInteger requests = new AtomicInteger();
        ScriptedTransport transport = ScriptedTransport.playing(request -> {
            int number = requests.getAndIncrement();
            return number >= 1_035 && number < 1_535 ? Reply.ok("{}") : DOWN;
        });
        try (ConfluenceRuntime runtime = runtime(transport)) {
            ConfluenceConnection connection = Calls.connect(runtime, "acme");
            fetch(connection, 1_000);
            assertThat(fetch(connection, 500)).isZero();
            fetch(connection, 1);
        }
        assertThat(transport.requests()).hasSize(1_035 + 500 + 4);
    }
}
