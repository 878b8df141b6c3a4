package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.testing.VirtualTime;
import dev.confluencekit.core.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two tenants in one runtime, 64 threads each: one is throttled again and again, the other must not feel it. */
class NeighboursTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int THREADS = 64;

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger answeredForB = new AtomicInteger();
    private final List<String> duringPause = new ArrayList<>();
    private int refusals;
    private int sinceRefusal;
    private Instant refusedAt = Instant.MIN;
    private Instant pauseEnds = Instant.MIN;

    private Reply answer(TransportRequest request) throws InterruptedException {
        boolean troubled = "a.atlassian.net".equals(request.uri().getHost());
        if (troubled) {
            arriveAtA();
        }
        time.await(LATENCY, new CountDownLatch(1));
        if (troubled) {
            return answerOfA();
        }
        answeredForB.incrementAndGet();
        return Reply.ok("{}");
    }

    private synchronized void arriveAtA() {
        Instant now = time.now();
        if (now.isAfter(refusedAt) && now.isBefore(pauseEnds)) {
            duringPause.add(now + " before " + pauseEnds);
        }
    }

    private synchronized Reply answerOfA() {
        if (++sinceRefusal < 40) {
            return Reply.ok("{}");
        }
        sinceRefusal = 0;
        refusals++;
        refusedAt = time.now();
        pauseEnds = refusedAt.plusSeconds(5);
        return Reply.status(429).header("Retry-After", "5");
    }

    private int throughputOfB(boolean withA) throws InterruptedException {
        answeredForB.set(0);
        try (ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                .transport(ScriptedTransport.forgetting(this::answer))
                .time(time)
                .random(new Random(1))
                .build()) {
            Instant end = time.now().plus(LONG);
            List<Runnable> callers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                callers.add(() -> callUntil(end, Calls.connect(runtime, "b")));
                if (withA) {
                    callers.add(() -> callUntil(end, Calls.connect(runtime, "a")));
                }
            }
            time.run(callers);
        }
        return answeredForB.get();
    }

    private void callUntil(Instant end, ConfluenceConnection connection) {
        while (time.now().isBefore(end)) {
            try {
                connection.fetch(Calls.GET, Object.class);
            } catch (ConfluenceException e) {
                assertThat(connection.site().host()).isEqualTo("a.atlassian.net");
            }
        }
    }

    @Test
    void in_the_pauses_of_one_nothing_goes_to_it_and_everything_to_the_other() throws InterruptedException {
        int alone = throughputOfB(false);
        int beside = throughputOfB(true);
        assertThat(duringPause).isEmpty();
        assertThat(refusals).isGreaterThan(4);
        assertThat(beside).isGreaterThanOrEqualTo(alone * 95 / 100);
        assertThat(alone).isGreaterThan(3_000);
    }
}
