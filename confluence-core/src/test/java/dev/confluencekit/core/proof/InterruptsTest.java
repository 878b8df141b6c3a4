package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Callers are interrupted at any instant: while they connect, wait for an answer, read it, wait at the gate or before the
 * next attempt. They come back, with their interrupt flag, nothing is sent for them afterwards, and nothing stays behind.
 */
class InterruptsTest {
    private static final int PLACES = 4;
    private static final long LATEST_NANOS = Duration.ofMillis(3).toNanos();

    /** When the last exchange of each trial began. */
    private final Map<Integer, Long> lastExchange = new ConcurrentHashMap<>();

    private final RawServer server = RawServer.playing(InterruptsTest::play);
    private final RawServer throttling = RawServer.playing(peer -> {
        peer.readRequest();
        peer.send("HTTP/1.1 429 Later\r\nRetry-After: 60\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .transport(new Watched(JdkTransport.create(Duration.ofSeconds(5), null, null)))
            .concurrency(PLACES)
            .callTimeout(Duration.ofMinutes(5))
            .build();

    @AfterEach
    void close() {
        runtime.close();
        throttling.close();
        server.close();
    }

    private final class Watched implements Transport {
        private final Transport real;

        Watched(Transport real) {
            this.real = real;
        }

        @Override
        public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
            lastExchange.put(trialOf(request.uri().getPath()), System.nanoTime());
            return real.exchange(request);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private static int trialOf(String path) {
        return Integer.parseInt(path.replaceAll("^/wiki/api/v2/[a-z]+/([0-9]+).*$", "$1"));
    }

    private static void play(RawServer.Peer peer) throws IOException {
        Received request = peer.readRequest();
        if (request == null) {
            return;
        }
        int trial = trialOf(request.target());
        if (request.target().contains("/spaces/")) {
            peer.send(ok(
                    "{\"results\":[{\"id\":\"1\"}],\"_links\":{\"next\":\"/x?cursor=c" + System.nanoTime() + "\"}}"));
            return;
        }
        switch (trial % 5) {
            case 0 -> peer.send(ok("{\"id\":\"1\"}"));
            case 1 -> peer.awaitEnd();
            case 2 -> peer.send("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case 3 -> {
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
                peer.awaitEnd();
            }
            default -> peer.reset();
        }
    }

    private static String ok(String json) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json;
    }

    /** One call on a thread of its own, and what became of it. */
    private static final class Trial {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final Thread thread;
        private volatile long returned;
        private volatile boolean flagKept;
        private volatile @Nullable Throwable ended;

        Trial(Runnable call) {
            thread = new Thread(() -> {
                begun.countDown();
                try {
                    call.run();
                } catch (ConfluenceException e) {
                    ended = e;
                } finally {
                    returned = System.nanoTime();
                    flagKept = Thread.currentThread().isInterrupted();
                }
            });
        }

        /** How long it took to come back after the interrupt. */
        Duration interruptAfter(long nanos) throws InterruptedException {
            thread.start();
            begun.await();
            LockSupport.parkNanos(nanos);
            long interrupted = System.nanoTime();
            thread.interrupt();
            thread.join(Duration.ofSeconds(20).toMillis());
            assertThat(thread.isAlive()).as("still in its call").isFalse();
            return Duration.ofNanos(Math.max(0, returned - interrupted));
        }
    }

    private Runnable call(int number, Random random) {
        if (random.nextInt(8) == 0) {
            ConfluenceConnection listing = Calls.connect(runtime, server);
            ApiRequest list = ApiRequest.get("getPagesInSpace", "/wiki/api/v2/spaces/{id}/pages")
                    .path("id", "" + number)
                    .build();
            return () -> listing.list(list, Object.class, 25, null).iterator().forEachRemaining(item -> {});
        }
        ConfluenceConnection one = Calls.connect(runtime, random.nextInt(8) == 0 ? throttling : server);
        ApiRequest request = ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}")
                .path("id", "" + number)
                .build();
        return () -> one.fetch(request, Object.class);
    }

    private Duration interruptCalls(int trials) throws InterruptedException {
        Duration longest = Duration.ZERO;
        int interrupted = 0;
        Map<Integer, Long> returned = new ConcurrentHashMap<>();
        for (int i = 0; i < trials; i++) {
            Random random = new Random(i);
            Trial trial = new Trial(call(i, random));
            Duration took = trial.interruptAfter(random.nextLong(LATEST_NANOS));
            longest = took.compareTo(longest) > 0 ? took : longest;
            returned.put(i, trial.returned);
            if (trial.ended instanceof ConfluenceInterruptedException) {
                interrupted++;
                assertThat(trial.flagKept).as("interrupt flag of trial " + i).isTrue();
            }
        }
        assertThat(interrupted).isGreaterThan(trials / 2);
        lastExchange.forEach((trial, began) -> assertThat(began)
                .as("an exchange of trial %d that began after its caller had come back", trial)
                .isLessThanOrEqualTo(returned.get(trial)));
        assertNothingStaysBehind();
        return longest;
    }

    private void assertNothingStaysBehind() throws InterruptedException {
        // Places that had leaked would leave none for this.
        ConfluenceConnection sound = Calls.connect(runtime, server);
        ApiRequest answered = ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}")
                .path("id", "0")
                .build();
        for (int i = 0; i < 3 * PLACES; i++) {
            assertThat(sound.fetch(answered, Object.class)).isNotNull();
        }
        assertThat(server.awaitNoConnections()).as("connections closed").isTrue();
    }

    @Test
    void of_150_interrupted_calls_all_come_back_and_leave_nothing() throws InterruptedException {
        interruptCalls(150);
    }

    @Test
    @Tag("proof")
    void of_10_000_interrupted_calls_all_come_back_within_100_ms_and_leave_nothing() throws InterruptedException {
        assertThat(interruptCalls(10_000)).isLessThan(Duration.ofMillis(100));
    }
}
