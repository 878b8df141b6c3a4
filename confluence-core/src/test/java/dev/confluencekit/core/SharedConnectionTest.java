package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handles on one connection, and what all of them learn from the site's answers. */
@Timeout(20)
class SharedConnectionTest {
    private static final String CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789";
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static RawServer gatewayOnly() {
        return RawServer.answering(request -> {
            if (request.target().equals("/_edge/tenant_info")) {
                return Reply.ok("{\"cloudId\":\"" + CLOUD_ID + "\"}");
            }
            return request.target().startsWith("/ex/") ? OK : Reply.status(401);
        });
    }

    private static Object fetch(ConfluenceConnection connection) {
        return connection.fetch(Calls.GET, Object.class);
    }

    @Test
    void share_routeLearntByOne_isKnownToTheOther() {
        try (RawServer server = gatewayOnly()) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            ConfluenceConnection handle = connection.share();
            fetch(connection);
            fetch(handle);
            assertThat(handle.route()).contains(SiteRoute.GATEWAY);
            assertThat(server.requests()).extracting(Received::target).hasSize(4);
        }
    }

    @Test
    void pauseUpTo_waitsForThePartThatChanceDecides() {
        try (ConfluenceRuntime half = ConfluenceRuntime.builder()
                        .time(time)
                        .random(new FixedRandom(0.5))
                        .build();
                RawServer server = RawServer.answering(OK)) {
            Calls.connect(half, server).pauseUpTo(Duration.ofMillis(400));
            assertThat(time.waits()).containsExactly(Duration.ofMillis(200));
        }
    }

    @Test
    void pauseUpTo_ofAConnectionThatIsClosed_endsAtOnce() {
        try (RawServer server = RawServer.answering(OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            connection.close();
            assertThatThrownBy(() -> connection.pauseUpTo(Duration.ofHours(1)))
                    .isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void close_ofAHandle_leavesTheConnectionOpen() {
        try (RawServer server = RawServer.answering(OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            ConfluenceConnection handle = connection.share();
            handle.close();
            assertThat(fetch(connection)).hasToString("{id=42}");
            assertThatThrownBy(() -> fetch(handle)).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void close_ofTheConnection_endsItsHandles() {
        try (RawServer server = RawServer.answering(OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            ConfluenceConnection handle = connection.share();
            connection.close();
            assertThatThrownBy(() -> fetch(handle)).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void share_ofAClosedConnection_isRefused() {
        try (RawServer server = RawServer.answering(OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            connection.close();
            assertThatThrownBy(connection::share).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void time_isTheRuntimes() {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(Calls.connect(runtime, server).time()).isSameAs(runtime.time());
        }
    }

    @Test
    void condition_beforeAnyAnswer_tellsNothing() {
        try (RawServer server = RawServer.answering(OK)) {
            SiteCondition condition = Calls.connect(runtime, server).condition();
            assertThat(condition).isEqualTo(new SiteCondition(null, null, false, Duration.ZERO));
        }
    }

    @Test
    void condition_afterAnAnswer_tellsHowFarTheClocksAreApart() {
        try (RawServer server = RawServer.answering(OK.header("Date", httpDate(Duration.ofMinutes(-7))))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection.share());
            assertThat(connection.condition().answeredAt()).isEqualTo(time.now());
            assertThat(connection.condition().clockDifference()).isEqualTo(Duration.ofMinutes(-7));
        }
    }

    private String httpDate(Duration difference) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().plus(difference).atOffset(ZoneOffset.UTC));
    }

    @Test
    void condition_answerWithoutADate_keepsWhatWasKnown() {
        List<Reply> answers = new ArrayList<>(
                List.of(OK.header("Date", httpDate(Duration.ofHours(1))), OK, OK.header("Date", "yesterday")));
        try (RawServer server = RawServer.answering(r -> answers.remove(0))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            fetch(connection);
            fetch(connection);
            assertThat(connection.condition().clockDifference()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void condition_lastAnswerWarnsOfTheLimit_isNearIt() {
        List<Reply> answers = new ArrayList<>(List.of(OK.header("X-RateLimit-NearLimit", "true"), OK));
        try (RawServer server = RawServer.answering(r -> answers.remove(0))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            assertThat(connection.condition().nearLimit()).isTrue();
            fetch(connection);
            assertThat(connection.condition().nearLimit()).isFalse();
        }
    }

    @Test
    void condition_siteAskedToPause_tellsHowLongItLasts() {
        try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", "300"))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            assertThatThrownBy(() -> fetch(connection)).isInstanceOf(RuntimeException.class);
            assertThat(connection.condition().pauseLeft()).isEqualTo(Duration.ofMinutes(5));
        }
    }
}
