package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Starting, closing, the clock, the journal, and keeping keys secret. */
class LifecycleTest {

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("confluence-simulator-"))
                .toList();
    }

    @Test
    void threads_areDaemons_andGoneAfterClose() {
        Site site = Site.withPages(1);
        site.get("/wiki/api/v2/pages");

        assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
        site.close();
        site.close();
        assertThat(threads()).isEmpty();
        assertThatThrownBy(() -> site.get("/wiki/api/v2/pages")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void close_endsIdleAndSleepingConnections() throws IOException {
        Site site = Site.withPages(1);
        site.simulator().fail("/wiki/api/v2/pages", 1, Failure.delay(Duration.ofHours(1)));
        try (Socket idle = new Socket(
                InetAddress.getLoopbackAddress(), site.simulator().baseUri().getPort())) {
            CompletableFuture<HttpResponse<String>> waiting = Site.client()
                    .sendAsync(site.request("/wiki/api/v2/pages").build(), HttpResponse.BodyHandlers.ofString());
            while (site.simulator().requestCount("**") == 0) {
                Thread.onSpinWait();
            }
            site.close();

            assertThat(threads()).isEmpty();
            assertThatThrownBy(waiting::join).isInstanceOf(CompletionException.class);
            assertThat(idle.isConnected()).isTrue();
        }
    }

    @Test
    void badContent_isRefusedAtTheStart_andLeavesNoThread() {
        KnowledgeBase orphan = KnowledgeBase.builder()
                .page(PageSeed.of("NOWHERE", "Orphan", ""))
                .build();

        assertThatThrownBy(() ->
                        ConfluenceSimulator.builder().knowledgeBase(orphan).start())
                .hasMessageContaining("NOWHERE");
        assertThat(threads()).isEmpty();
    }

    @Test
    void twoSites_haveTheirOwnIdsAndKeys() {
        try (ConfluenceSimulator one = ConfluenceSimulator.builder().start();
                ConfluenceSimulator two = ConfluenceSimulator.builder().start()) {
            assertThat(one.baseUri()).isNotEqualTo(two.baseUri());
            assertThat(one.cloudId()).isNotEqualTo(two.cloudId());
            assertThat(one.account(Site.EMAIL).issueKey().secret())
                    .isNotEqualTo(two.account(Site.EMAIL).issueKey().secret());
            assertThat(one.account(Site.EMAIL).issueKey().secret())
                    .isNotEqualTo(one.account(Site.EMAIL).issueKey().secret());
            assertThat(one.gatewayUri()).hasToString(one.baseUri() + "/ex/confluence/" + one.cloudId());
        }
    }

    @Test
    void journal_tellsWhatWasAsked_andByWhom() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-03-26T15:59:00Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock))) {
            site.get("/wiki/api/v2/pages?limit=3&title=a%20b");
            site.getAs(Site.EMAIL, "wrong", "/wiki/api/v2/spaces");
            site.get("/ex/confluence/" + site.simulator().cloudId() + "/wiki/api/v2/pages/7");

            List<RecordedRequest> requests = site.simulator().requests();
            RecordedRequest first = requests.get(0);
            assertThat(first.at()).isEqualTo(clock.instant());
            assertThat(first.method()).isEqualTo("GET");
            assertThat(first.path()).isEqualTo("/wiki/api/v2/pages");
            assertThat(first.query()).isEqualTo("limit=3&title=a%20b");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headerNames()).contains("authorization", "host");
            assertThat(first.authenticated()).isTrue();
            assertThat(first.account()).contains(Site.EMAIL);
            assertThat(requests.get(1).authenticated()).isFalse();
            assertThat(requests.get(1).account()).isEmpty();
            assertThat(requests.get(1).status()).isEqualTo(401);
            assertThat(site.simulator().requestCount("/wiki/api/v2/pages")).isEqualTo(1);
            assertThat(site.simulator().requestCount("/wiki/api/v2/pages/*")).isEqualTo(1);
            assertThat(site.simulator().requestCount("/wiki/**")).isEqualTo(3);
            assertThat(site.simulator().requestCount("/ex/confluence/*/wiki/**"))
                    .isEqualTo(1);
            site.simulator().clearRequests();
            assertThat(site.simulator().requests()).isEmpty();
        }
    }

    @Test
    void key_isNeverShown() {
        try (Site site = Site.withPages(1)) {
            SimulatedAccount account = site.simulator().account(Site.EMAIL);
            ApiKey generated = account.issueScopedKey(ApiKey.READ_PAGE);
            site.get("/wiki/api/v2/pages");
            site.getAs(Site.EMAIL, generated.secret(), "/wiki/api/v2/pages");
            SimulatedRequest request =
                    SimulatedRequest.get("/wiki/api/v2/pages").withBasicAuth(Site.EMAIL, Site.KEY);

            String shown = site.simulator().requests() + " " + site.simulator() + account + generated + request;

            assertThat(shown)
                    .doesNotContain(Site.KEY, generated.secret())
                    .doesNotContain(Site.basic(Site.EMAIL, Site.KEY).substring(6));
        }
    }

    @Test
    void inProcess_answersLikeTheSocket() throws IOException {
        try (Site site = Site.withPages(1)) {
            String target = "/wiki/api/v2/pages/201?body-format=storage";
            SimulatedRequest request = SimulatedRequest.get(target)
                    .withBasicAuth(Site.EMAIL, Site.KEY)
                    .withHeader("Accept-Encoding", "gzip");
            SimulatedResponse answer = site.simulator().exchange(request);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-encoding")).contains("gzip");
            assertThat(answer.bodyText()).isEqualTo(site.get(target).body());
            assertThat(answer.latency()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void inProcess_hasANominalAddress_andNoThread() throws IOException {
        try (ConfluenceSimulator simulator = ConfluenceSimulator.builder()
                .knowledgeBase(KnowledgeBase.generated(1, 3, 100, 1))
                .account(Site.EMAIL, Site.KEY)
                .cloudId("cloud-1")
                .inProcess()) {
            SimulatedResponse answer = simulator.exchange(
                    SimulatedRequest.get("/wiki/api/v2/pages?limit=1").withBasicAuth(Site.EMAIL, Site.KEY));

            assertThat(threads()).isEmpty();
            assertThat(answer.bodyText()).contains("\"base\":\"https://northwind-cycles.example/wiki\"");
            assertThat(simulator.gatewayUri()).hasToString("https://northwind-cycles.example/ex/confluence/cloud-1");
        }
    }

    @Test
    void clock_ticksOrStands_andAdvances() {
        SimulatedClock standing = SimulatedClock.standingAt(Instant.EPOCH);
        standing.advance(Duration.ofDays(1));
        SimulatedClock ticking = SimulatedClock.ticking();
        ticking.advance(Duration.ofDays(1000));

        assertThat(standing.instant()).isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
        assertThat(standing.withZone(java.time.ZoneId.of("Asia/Tokyo")).instant())
                .isEqualTo(standing.instant());
        assertThat(ticking.instant()).isAfter(Instant.now().plus(Duration.ofDays(999)));
        assertThatThrownBy(() -> standing.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
