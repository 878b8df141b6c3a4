package dev.confluencekit.core.proof;

import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A site that refuses by chance, in all the ways in which real ones ask for time, and keeps account of who comes back too
 * early. What it asked for is known here from how it was asked, not by reading it back.
 */
final class MoodySite {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final long seed;
    private final Random random;
    private final TimeSource time;
    private final List<String> tooEarly = new ArrayList<>();
    private Instant refusedAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private int refusals;

    MoodySite(long seed, TimeSource time) {
        this.seed = seed;
        this.random = new Random(seed);
        this.time = time;
    }

    private record Mood(Reply reply, Duration asked) {}

    Reply answer(TransportRequest request) throws TransportFault, InterruptedException {
        arrive(request);
        boolean fails;
        long latency;
        synchronized (this) {
            fails = random.nextInt(20) == 0;
            latency = random.nextInt(400);
        }
        time.await(Duration.ofMillis(latency), new CountDownLatch(1));
        if (fails) {
            throw new TransportFault(FaultKind.CONNECTION_LOST, "lost", "", 1);
        }
        return reply();
    }

    private synchronized void arrive(TransportRequest request) {
        Instant now = time.now();
        // Who left at the very instant of the refusal had not heard of it yet.
        if (now.isAfter(refusedAt) && now.isBefore(notBefore)) {
            tooEarly.add(request.method() + " at " + now + ", not before " + notBefore);
        }
    }

    private synchronized Reply reply() {
        if (random.nextInt(100) < 40) {
            return Reply.ok("{}");
        }
        Instant now = time.now();
        Mood mood = mood(now);
        refusals++;
        refusedAt = now;
        Instant end = now.plus(mood.asked());
        notBefore = end.isAfter(notBefore) ? end : notBefore;
        return mood.reply();
    }

    private Mood mood(Instant now) {
        int seconds = random.nextInt(6) == 0 ? random.nextInt(5_000) : random.nextInt(40);
        Duration asked = Duration.ofSeconds(seconds);
        Reply refusal = Reply.status(429).json("{\"message\":\"Rate limit exceeded\"}");
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> new Mood(refusal.header("Retry-After", "" + seconds), asked);
            case 3 -> new Mood(Reply.status(403).header("Retry-After", "" + seconds), asked);
            case 4 -> byDate(refusal, now, seconds);
            case 5 ->
                new Mood(refusal.header("X-RateLimit-Reset", now.plus(asked).toString()), asked);
            case 6 ->
                new Mood(
                        refusal.header("Retry-After", "5").header("Retry-After", "" + (5 + seconds)),
                        Duration.ofSeconds(5L + seconds));
            case 7 -> allNines(refusal);
            case 8 -> new Mood(refusal.header("Retry-After", nonsense()), Duration.ofSeconds(2));
            case 9 -> new Mood(refusal.header("Retry-After", "0"), Duration.ofSeconds(2));
            default -> new Mood(refusal, Duration.ofSeconds(2));
        };
    }

    /** Nine seconds, ninety-nine, or more than anybody's lifetime. */
    private Mood allNines(Reply refusal) {
        int digits = random.nextInt(4) == 0 ? 10 + random.nextInt(30) : 1 + random.nextInt(2);
        long seconds = digits > 9 ? 3_000_000_000L : digits == 2 ? 99 : 9;
        return new Mood(refusal.header("Retry-After", "9".repeat(digits)), Duration.ofSeconds(seconds));
    }

    /** A date by a server whose clock may be a day off, with which it dates its answer too. */
    private Mood byDate(Reply refusal, Instant now, int seconds) {
        Instant serverNow = now.plusSeconds(random.nextInt(172_800) - 86_400).truncatedTo(ChronoUnit.SECONDS);
        return new Mood(
                refusal.header("Date", HTTP_DATE.format(serverNow.atOffset(ZoneOffset.UTC)))
                        .header(
                                "Retry-After",
                                HTTP_DATE.format(serverNow.plusSeconds(seconds).atOffset(ZoneOffset.UTC))),
                Duration.ofSeconds(seconds));
    }

    private String nonsense() {
        List<String> values = List.of("-5", "", "1.5", " 5 x", "5, 10", "soon", "٣٠", "0x10", "1e3", "null");
        return values.get(random.nextInt(values.size()));
    }

    synchronized int refusals() {
        return refusals;
    }

    synchronized void assertNothingCameTooEarly() {
        if (!tooEarly.isEmpty()) {
            throw new AssertionError("seed " + seed + ": " + tooEarly);
        }
    }
}
