package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Things that go wrong on request. */
class FailureTest {

    private static final String PAGES = "/wiki/api/v2/pages";
    private static final String PAGE = "/wiki/api/v2/pages/201";

    @Test
    void failure_happensAsOftenAsPlanned_toItsPathOnly() {
        try (Site site = Site.withPages(1)) {
            site.simulator()
                    .fail(
                            "/wiki/api/v2/pages/*",
                            2,
                            Failure.answer(SimulatedResponse.empty(503).withHeader("Retry-After", "7")));

            assertThat(site.get(PAGES).statusCode()).isEqualTo(200);
            HttpResponse<String> first = site.get(PAGE);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).contains("7");
            assertThat(first.body()).isEmpty();
            assertThat(site.get(PAGE).statusCode()).isEqualTo(503);
            assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void failure_matchesThroughTheGateway_too() {
        try (Site site = Site.withPages(1)) {
            site.simulator().fail(PAGES, 1, Failure.status(500, "application/json", "{}"));

            assertThat(site.get("/ex/confluence/" + site.simulator().cloudId() + PAGES)
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void nextAnswers_comeInOrder_whateverIsAskedFor() {
        try (Site site = Site.withPages(1)) {
            site.simulator().nextAnswers(Failure.status(502), Failure.htmlPage(504));

            assertThat(site.get(PAGES).statusCode()).isEqualTo(502);
            assertThat(site.get(PAGE).statusCode()).isEqualTo(504);
            assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void gatewayRateLimit_hasNoRetryAfter() {
        try (Site site = Site.withPages(1)) {
            site.simulator().nextAnswers(Failure.gatewayRateLimited("2026-03-26T16:00Z"));
            HttpResponse<String> answer = site.get(PAGES);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("X-Failure-Category")).contains("FAILURE_CLIENT_RATE_LIMITED");
            assertThat(answer.headers().firstValue("X-RateLimit-Reset")).contains("2026-03-26T16:00Z");
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void readyMadeFailures_lookLikeTheRealThing() {
        try (Site site = Site.withPages(1)) {
            site.simulator()
                    .nextAnswers(
                            Failure.loginPage(),
                            Failure.redirectToLogin(),
                            Failure.edgeFault(404),
                            Failure.rateLimited(Duration.ofSeconds(30)));
            HttpResponse<String> login = site.get(PAGES);
            HttpResponse<String> redirect = site.get(PAGES);
            HttpResponse<String> edge = site.get(PAGES);
            HttpResponse<String> limited = site.get(PAGES);

            assertThat(login.statusCode()).isEqualTo(200);
            assertThat(login.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(login.body()).contains("Log in");
            assertThat(redirect.statusCode()).isEqualTo(302);
            assertThat(redirect.headers().firstValue("Location").orElseThrow()).contains("/login");
            assertThat(edge.statusCode()).isEqualTo(404);
            assertThat(edge.headers().firstValue("X-Cache")).contains("Error from cloudfront");
            assertThat(limited.headers().firstValue("Retry-After")).contains("30");
        }
    }

    @Test
    void droppedConnection_isAnIoFailure() {
        try (Site site = Site.withPages(1)) {
            // The JDK's client repeats a GET once by itself when the connection ends without an answer.
            site.simulator().fail(PAGES, 5, Failure.dropConnection());

            assertThatThrownBy(() -> site.get(PAGES)).isInstanceOf(UncheckedIOException.class);
            site.simulator().clearFailures();
            assertThat(site.get(PAGES).statusCode()).isEqualTo(200);
            assertThat(site.simulator().requests().get(0).status()).isZero();
        }
    }

    @Test
    void cutBody_endsBeforeItsAnnouncedLength() {
        try (Site site = Site.withPages(1)) {
            site.simulator().fail(PAGES, 1, Failure.cutBody(20));

            assertThatThrownBy(() -> site.get(PAGES)).isInstanceOf(UncheckedIOException.class);
            assertThat(site.get(PAGES).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void slowBody_arrivesWhole() {
        try (Site site = Site.withPages(1)) {
            site.simulator().fail(PAGES, 1, Failure.slowBody(100, Duration.ofMillis(1)));

            assertThat(Site.tree(site.get(PAGES)).path("results")).hasSize(1);
        }
    }

    @Test
    void latencyAndDelay_areWaitedForOverASocket() {
        try (Site site = Site.withPages(1)) {
            site.simulator().latency(Duration.ofMillis(30), Duration.ofMillis(1));
            site.simulator().fail(PAGES, 1, Failure.delay(Duration.ofMillis(30)));
            long start = System.nanoTime();
            site.get(PAGES);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        }
    }

    @Test
    void inProcess_nothingSleeps_butTheTimeIsStated() throws IOException {
        ConfluenceSimulator simulator = ConfluenceSimulator.builder()
                .latency(Duration.ofHours(1), Duration.ofMinutes(1))
                .inProcess();
        SimulatedRequest request = SimulatedRequest.get("/_edge/tenant_info");
        simulator.nextAnswers(Failure.delay(Duration.ofHours(2)), Failure.slowBody(1, Duration.ofHours(1)));

        assertThat(simulator.exchange(request).latency())
                .isEqualTo(Duration.ofHours(3).plusMinutes(1));
        SimulatedResponse slow = simulator.exchange(request);
        assertThat(slow.latency())
                .isEqualTo(Duration.ofHours(1 + slow.bodyLength()).plusMinutes(1));
        assertThat(simulator.exchange(request).latency())
                .isEqualTo(Duration.ofHours(1).plusMinutes(1));
    }

    @Test
    void inProcess_brokenConnections_areIoExceptions() {
        ConfluenceSimulator simulator = ConfluenceSimulator.builder().inProcess();
        SimulatedRequest request = SimulatedRequest.get("/_edge/tenant_info");
        simulator.nextAnswers(Failure.dropConnection(), Failure.cutBody(3));

        assertThatThrownBy(() -> simulator.exchange(request)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> simulator.exchange(request)).isInstanceOf(IOException.class);
    }

    @Test
    void rateLimit_countsDownToA429_andOpensAgain() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-03-26T15:59:00.5Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock).rateLimit(5, Duration.ofMinutes(1)))) {
            HttpResponse<String> first = site.get(PAGES);
            for (int i = 0; i < 3; i++) {
                assertThat(site.get(PAGES).headers().firstValue("X-RateLimit-NearLimit"))
                        .isEmpty();
            }
            HttpResponse<String> last = site.get(PAGES);
            clock.advance(Duration.ofSeconds(20));
            HttpResponse<String> refused = site.get(PAGES);

            assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("5");
            assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("4");
            assertThat(first.headers().firstValue("X-RateLimit-Reset")).contains("2026-03-26T16:00:01Z");
            assertThat(last.statusCode()).isEqualTo(200);
            assertThat(last.headers().firstValue("X-RateLimit-NearLimit")).contains("true");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("40");
            assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).contains("0");
            assertThat(refused.headers().firstValue("RateLimit-Reason")).isPresent();
            assertThat(site.getWithoutKey("/_edge/tenant_info").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(40));
            assertThat(site.get(PAGES).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rateLimit_isSharedByAllKeysAndBothDoors() {
        try (Site site = Site.of(ConfluenceSimulator.builder().rateLimit(2, Duration.ofHours(1)))) {
            String other =
                    site.simulator().account("other@x.example").issueKey().secret();

            assertThat(site.get(PAGES).statusCode()).isEqualTo(200);
            assertThat(site.getAs("other@x.example", other, PAGES).statusCode()).isEqualTo(200);
            assertThat(site.get("/ex/confluence/" + site.simulator().cloudId() + PAGES)
                            .statusCode())
                    .isEqualTo(429);
        }
    }
}
