package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.testing.StandingTime;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What opening costs and what closing ends. */
@Timeout(20)
class LifecycleTest {
    private final StandingTime time = new StandingTime();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(time).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static RawServer holding() {
        return RawServer.playing(peer -> {
            peer.readRequest();
            peer.awaitEnd();
        });
    }

    @Test
    void connecting_costs_no_request() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            Calls.connect(runtime, server).close();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void closing_the_runtime_ends_the_waits() throws InterruptedException {
        try (RawServer server = RawServer.answering(Reply.status(503))) {
            Background call =
                    Background.start(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(time.awaitWaiter()).isTrue();
            runtime.close();
            assertThat(call.failure()).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void closing_a_connection_ends_its_waits() throws InterruptedException {
        try (RawServer server = RawServer.answering(Reply.status(503))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            Background call = Background.start(() -> connection.fetch(Calls.GET, Object.class));
            assertThat(time.awaitWaiter()).isTrue();
            connection.close();
            assertThat(call.failure()).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void closing_a_connection_leaves_the_others_open() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"))) {
            Calls.connect(runtime, server).close();
            assertThat(Calls.connect(runtime, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
    }

    @Test
    void closing_the_runtime_ends_a_call_under_way() throws InterruptedException {
        try (RawServer server = holding()) {
            Background call =
                    Background.start(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(server.awaitRequest()).isTrue();
            runtime.close();
            assertThat(call.failure()).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void closing_the_runtime_closes_the_connections_to_the_server() throws InterruptedException {
        try (RawServer server = holding()) {
            Background.start(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(server.awaitRequest()).isTrue();
            runtime.close();
            assertThat(server.awaitHangUp()).isTrue();
        }
    }

    @Test
    void a_call_after_the_connection_was_closed_is_refused_without_a_request() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            connection.close();
            assertThatThrownBy(() -> connection.fetch(Calls.GET, Object.class))
                    .isInstanceOf(ConfluenceClosedException.class)
                    .hasMessageContaining("the connection to 127.0.0.1");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_view_of_a_connection_is_closed_with_it() {
        ConfluenceConnection connection = Calls.connect(runtime, "acme");
        ConfluenceConnection view = connection.with(CallOptions.defaults().withoutRetry());
        connection.close();
        assertThatThrownBy(() -> view.fetch(Calls.GET, Object.class)).isInstanceOf(ConfluenceClosedException.class);
    }

    @Test
    void the_cloud_id_is_not_told_by_a_closed_connection() {
        ConfluenceConnection connection = Calls.connect(runtime, "acme");
        connection.close();
        assertThatThrownBy(connection::cloudId).isInstanceOf(ConfluenceClosedException.class);
    }

    @Test
    void a_closed_runtime_opens_no_connection() {
        runtime.close();
        assertThatThrownBy(() -> Calls.connect(runtime, "acme"))
                .isInstanceOf(ConfluenceClosedException.class)
                .hasMessageContaining("the Confluence runtime");
    }

    @Test
    void closing_twice_is_closing_once() {
        ConfluenceConnection connection = Calls.connect(runtime, "acme");
        connection.close();
        connection.close();
        runtime.close();
        runtime.close();
        assertThatThrownBy(() -> connection.fetch(Calls.GET, Object.class))
                .isInstanceOf(ConfluenceClosedException.class);
    }

    @Test
    void a_hosts_http_client_stays_open() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            try (ConfluenceRuntime over =
                    ConfluenceRuntime.builder().httpClient(client).build()) {
                Calls.connect(over, server).fetch(Calls.GET, Object.class);
            }
            HttpRequest again =
                    HttpRequest.newBuilder(URI.create(server.address())).build();
            assertThat(client.send(again, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_call_under_way_over_a_hosts_http_client_is_ended_too() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        try (RawServer server = holding()) {
            ConfluenceRuntime over =
                    ConfluenceRuntime.builder().httpClient(client).build();
            Background call = Background.start(() -> Calls.connect(over, server).fetch(Calls.GET, Object.class));
            assertThat(server.awaitRequest()).isTrue();
            over.close();
            assertThat(call.failure()).isInstanceOf(ConfluenceClosedException.class);
        }
    }

    @Test
    void a_hosts_transport_stays_open() {
        ScriptedTransport transport = ScriptedTransport.answering(Reply.ok("{}"));
        ConfluenceRuntime.builder().transport(transport).build().close();
        assertThat(transport.isClosed()).isFalse();
    }

    @Test
    void a_hosts_executor_stays_open() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            ConfluenceRuntime.builder().executor(executor).build().close();
            assertThat(executor.isShutdown()).isFalse();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void a_closed_runtime_that_is_still_held_keeps_no_threads() {
        List<ConfluenceRuntime> held = new ArrayList<>();
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            Set<Thread> before = threadsOfClients();
            for (int i = 0; i < 20; i++) {
                held.add(openCallClose(server));
            }
            // Closing ends them, but does not wait for their end.
            while (!before.containsAll(threadsOfClients())
                    && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            assertThat(before).containsAll(threadsOfClients());
        }
        assertThat(held).hasSize(20);
    }

    private static ConfluenceRuntime openCallClose(RawServer server) {
        ConfluenceRuntime own = ConfluenceRuntime.create();
        Calls.connect(own, server).fetch(Calls.GET, Object.class);
        own.close();
        return own;
    }

    private static Set<Thread> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(HttpClient-\\d+-SelectorManager|confluencekit-.*)"))
                .collect(Collectors.toSet());
    }

    @Test
    void an_http_client_excludes_settings_that_are_its_own() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        ConfluenceRuntime.Builder both =
                ConfluenceRuntime.builder().httpClient(client).proxy(ProxySelector.of(null));
        assertThatThrownBy(both::build).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void an_http_client_excludes_a_transport() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        ConfluenceRuntime.Builder both =
                ConfluenceRuntime.builder().httpClient(client).transport(ScriptedTransport.answering(Reply.ok("{}")));
        assertThatThrownBy(both::build).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void limits_that_are_not_positive_are_refused() {
        ConfluenceRuntime.Builder builder = ConfluenceRuntime.builder();
        assertThatThrownBy(() -> builder.callTimeout(Duration.ZERO)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.attemptTimeout(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.concurrency(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.maxResponseBytes(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void limits_beyond_all_measure_do_not_overflow() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"));
                ConfluenceRuntime patient = ConfluenceRuntime.builder()
                        .callTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .attemptTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .maxResponseBytes(Long.MAX_VALUE)
                        .build()) {
            assertThat(Calls.connect(patient, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
    }
}
