package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** An authenticator is told of a key that was refused for good, once, and of nothing less. */
@Timeout(20)
class RefusedKeyTest {
    private static final String CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789";
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");
    private static final Reply REFUSED = Reply.status(401);
    private static final Authorization OTHER = Authorization.basic("ann@example.com", Secret.of("another-key"));

    private final List<Authorization> told = new ArrayList<>();
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static RawServer server(Function<Received, Reply> site, Function<Received, Reply> gateway) {
        return RawServer.answering(request -> {
            if (request.target().equals("/_edge/tenant_info")) {
                return Reply.ok("{\"cloudId\":\"" + CLOUD_ID + "\"}");
            }
            return request.target().startsWith("/ex/") ? gateway.apply(request) : site.apply(request);
        });
    }

    /** Gives these keys in turn, the last one for ever, and remembers what it is told. */
    private final class Listening implements Authenticator {
        private final List<Authorization> keys;

        Listening(Authorization... keys) {
            this.keys = new ArrayList<>(List.of(keys));
        }

        @Override
        public Authorization authorize() {
            return keys.size() > 1 ? keys.remove(0) : keys.get(0);
        }

        @Override
        public void refused(Authorization authorization) {
            told.add(authorization);
        }
    }

    private ConfluenceConnection connect(RawServer server, Authenticator authenticator) {
        return runtime.connect(ConfluenceSite.loopback(server.address()), authenticator, null);
    }

    private static void fetch(ConfluenceConnection connection) {
        connection.fetch(Calls.GET, Object.class);
    }

    @Test
    void a_key_that_both_routes_refuse_is_reported_once() {
        try (RawServer server = server(r -> REFUSED, r -> REFUSED)) {
            Failures.of(() -> fetch(connect(server, new Listening(Calls.KEY))));
            assertThat(told).containsExactly(Calls.KEY);
        }
    }

    @Test
    void a_key_that_is_revoked_later_is_reported() {
        List<Reply> answers = new ArrayList<>(List.of(OK, REFUSED));
        try (RawServer server = server(r -> answers.remove(0), r -> OK)) {
            ConfluenceConnection connection = connect(server, new Listening(Calls.KEY));
            fetch(connection);
            Failures.of(() -> fetch(connection));
            assertThat(told).containsExactly(Calls.KEY);
        }
    }

    @Test
    void a_key_that_the_gateway_takes_is_not_reported() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            fetch(connect(server, new Listening(Calls.KEY)));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void a_key_that_was_exchanged_meanwhile_is_not_reported() {
        try (RawServer server =
                server(r -> r.header("authorization").equals(OTHER.headerValue()) ? OK : REFUSED, r -> REFUSED)) {
            fetch(connect(server, new Listening(Calls.KEY, OTHER)));
            assertThat(told).isEmpty();
        }
    }

    static Stream<Named<Reply>> answersThatRefuseNoKey() {
        return Stream.of(
                Named.of("no scope", Reply.status(401).header("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK")),
                Named.of("403", Reply.status(403)),
                Named.of("404", Reply.status(404)),
                Named.of("429", Reply.status(429).header("Retry-After", "500")),
                Named.of("501", Reply.status(501)));
    }

    @ParameterizedTest
    @MethodSource("answersThatRefuseNoKey")
    void another_answer_of_the_gateway_is_no_refusal_of_the_key(Reply gateway) {
        try (RawServer server = server(r -> REFUSED, r -> gateway)) {
            Failures.of(ConfluenceApiException.class, () -> fetch(connect(server, new Listening(Calls.KEY))));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void a_403_of_the_site_is_no_refusal_whatever_the_gateway_says() {
        try (RawServer server = server(r -> Reply.status(403), r -> REFUSED)) {
            Failures.of(ConfluenceApiException.class, () -> fetch(connect(server, new Listening(Calls.KEY))));
            assertThat(told).isEmpty();
        }
    }

    static Stream<Named<Throwable>> throwables() {
        return Stream.of(
                Named.of("exception", new IllegalStateException("quotes " + Calls.KEY.headerValue())),
                Named.of("error", new AssertionError("quotes " + Calls.KEY.headerValue())));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void an_authenticator_that_throws_changes_nothing_and_its_words_are_not_logged(Throwable thrown) {
        var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Attempts.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.WARN);
        try (RawServer server = server(r -> REFUSED, r -> REFUSED)) {
            Failures.of(AuthenticationException.class, () -> fetch(connect(server, throwing(thrown))));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .contains(thrown.getClass().getName())
                    .doesNotContain("quotes");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    private static Authenticator throwing(Throwable thrown) {
        return new Authenticator() {
            @Override
            public Authorization authorize() {
                return Calls.KEY;
            }

            @Override
            public void refused(Authorization authorization) {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
        };
    }
}
