package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.ReceivedBody;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedClock;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library and a Confluence in one thread, without sockets, on a clock that nobody waits for. */
class InProcessSimulationTest {
    private static final Instant START = Instant.parse("2026-03-26T16:00:00Z");

    private final SimulatedClock clock = SimulatedClock.standingAt(START);
    private final VirtualTime time = new VirtualTime(clock);
    private ConfluenceSimulator simulator;
    private ConfluenceRuntime runtime;
    private ConfluenceIntegration confluence;

    @BeforeEach
    void connect() {
        simulator = ConfluenceSimulator.builder()
                .clock(clock)
                .knowledgeBase(KnowledgeBase.generated(2, 600, 200, 7))
                .account("kb-bot@acme.example", "a-key")
                .inProcess();
        runtime = ConfluenceRuntime.builder()
                .transport(new InProcess(simulator))
                .time(time)
                .random(new Random(7))
                .executor(Runnable::run)
                .build();
        confluence = ConfluenceIntegration.builder()
                .site(ConfluenceSite.parse("acme.atlassian.net"))
                .username("kb-bot@acme.example")
                .apiKey(Secret.of("a-key"))
                .runtime(runtime)
                .build();
    }

    @AfterEach
    void close() {
        confluence.close();
        runtime.close();
        simulator.close();
    }

    @Test
    void a_connection_test_passes_without_a_socket() {
        assertThat(confluence.testConnection().ok()).isTrue();
    }

    @Test
    void every_page_comes_once_in_as_many_requests_as_needed() {
        List<Page> pages = confluence.pages().list(PageQuery.all()).toList(10_000);

        assertThat(pages).extracting(Page::id).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(simulator.requestCount("/wiki/api/v2/pages")).isEqualTo(5);
    }

    @Test
    void a_limited_site_is_read_to_its_end_in_virtual_time_only() {
        simulator.rateLimit(2, Duration.ofMinutes(1));

        List<Page> pages = confluence.pages().list(PageQuery.all()).toList(10_000);

        assertThat(pages).hasSize(1_200);
        assertThat(time.waits).isNotEmpty();
        assertThat(clock.instant()).isAfter(START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void the_same_seed_gives_the_same_waits() {
        simulator.nextAnswers(Failure.status(503), Failure.status(500), Failure.rateLimited(Duration.ofSeconds(3)));

        confluence.pages().list(PageQuery.all()).first();

        Random same = new Random(7);
        assertThat(time.waits)
                .containsExactly(
                        Duration.ofMillis((long) (same.nextDouble() * 200)),
                        Duration.ofMillis((long) (same.nextDouble() * 400)),
                        Duration.ofNanos(3_000_000_000L + (long) (3_000_000_000L * 0.3 * same.nextDouble())));
    }

    @Test
    void a_pause_that_outlasts_the_call_says_when_to_come_back() {
        simulator.nextAnswers(Failure.rateLimited(Duration.ofHours(1)));

        assertThatThrownBy(() -> confluence.spaces().list().first())
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAt())
                                .hasValueSatisfying(
                                        at -> assertThat(at).isAfterOrEqualTo(START.plus(Duration.ofHours(1)))));
        assertThat(time.waits).isEmpty();
    }

    /** The transport port over the simulator. */
    private static final class InProcess implements Transport {
        private final ConfluenceSimulator simulator;

        InProcess(ConfluenceSimulator simulator) {
            this.simulator = simulator;
        }

        @Override
        public TransportResponse exchange(TransportRequest request) throws TransportFault {
            String target = request.uri().getRawPath()
                    + (request.uri().getRawQuery() == null
                            ? ""
                            : "?" + request.uri().getRawQuery());
            SimulatedRequest asked = SimulatedRequest.of(request.method(), target);
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                asked = asked.withHeader(header.getKey(), header.getValue());
            }
            try {
                SimulatedResponse answer = simulator.exchange(asked);
                return new TransportResponse(
                        answer.status(),
                        HttpHeaders.of(answer.headers(), (name, value) -> true),
                        ReceivedBody.of(answer.body()));
            } catch (IOException e) {
                throw new TransportFault(FaultKind.CONNECTION_LOST, "the simulator hung up", "", 1);
            }
        }

        @Override
        public void close() {}
    }

    /** Waiting moves the clock and takes no time. */
    private static final class VirtualTime implements TimeSource {
        private final List<Duration> waits = new ArrayList<>();
        private final SimulatedClock clock;

        VirtualTime(SimulatedClock clock) {
            this.clock = clock;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return Duration.between(START, clock.instant()).toNanos();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) {
            waits.add(duration);
            clock.advance(duration);
            return wakeUp.getCount() == 0;
        }
    }
}
