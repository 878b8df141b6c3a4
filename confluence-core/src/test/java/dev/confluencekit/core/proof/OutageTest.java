package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.VirtualTime;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site is down altogether, and 64 threads go on calling it: what they put on the wire, counted by the server. */
class OutageTest {
    private static final int THREADS = 64;

    private final VirtualTime time = new VirtualTime();

    private int requestsFor(int calls, RawServer down) throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        try (ConfluenceRuntime runtime =
                ConfluenceRuntime.builder().time(time).random(new Random(1)).build()) {
            ConfluenceConnection connection = Calls.connect(runtime, down);
            time.run(Collections.nCopies(THREADS, () -> {
                for (int i = 0; i < calls / THREADS; i++) {
                    try {
                        connection.fetch(Calls.GET, Object.class);
                    } catch (ConfluenceException e) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        assertThat(failed).hasValue(calls / THREADS * THREADS);
        return down.requests().size();
    }

    @Test
    void of_500_calls_each_is_tried_once_and_few_again() throws InterruptedException {
        try (RawServer down = RawServer.answering(Reply.status(503))) {
            assertThat(requestsFor(512, down)).isBetween(512, 575);
        }
    }

    @Test
    @Tag("proof")
    void of_10_000_calls_each_is_tried_once_and_few_again() throws InterruptedException {
        try (RawServer down = RawServer.answering(Reply.status(503))) {
            assertThat(requestsFor(10_048, down)).isBetween(10_048, 11_500);
        }
    }

    @Test
    @Tag("proof")
    void of_10_000_calls_whose_connections_are_lost_each_is_tried_once_and_few_again() throws InterruptedException {
        try (RawServer down = RawServer.playing(RawServer.Peer::readRequest)) {
            assertThat(requestsFor(10_048, down)).isBetween(10_048, 11_500);
        }
    }

    @Test
    void lost_connections_are_no_excuse_for_more() throws InterruptedException {
        try (RawServer down = RawServer.playing(RawServer.Peer::readRequest)) {
            assertThat(requestsFor(512, down)).isBetween(512, 575);
        }
    }
}
