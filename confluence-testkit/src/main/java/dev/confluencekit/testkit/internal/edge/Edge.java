package dev.confluencekit.testkit.internal.edge;

import dev.confluencekit.testkit.RecordedRequest;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.BasicCredentials;
import dev.confluencekit.testkit.internal.access.Caller;
import dev.confluencekit.testkit.internal.api.RestApi;
import dev.confluencekit.testkit.internal.watch.ExchangeWatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The way of a request: identify the caller → injected failure → rate limit → operation → headers,
 * compression, latency → journal.
 *
 * <p>Every answer that is not injected whole has a {@code Date} by the simulator's clock, and the same
 * id in {@code Atl-Request-Id} and {@code X-Request-Id}.
 */
public final class Edge {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RestApi api;
    private final BasicCredentials credentials;
    private final Clock clock;
    private final FailurePlan failures = new FailurePlan();
    private final Journal journal = new Journal();
    private final RateLimiter rateLimiter;
    private final List<ExchangeWatcher> watchers;
    private final AtomicLong requestNumber = new AtomicLong();
    private volatile Latency latency = Latency.NONE;

    /**
     * Makes the edge of a site.
     *
     * @param api what is behind it
     * @param credentials tells who sends a request
     * @param clock the time
     * @param watchers who sees the exchanges
     */
    public Edge(RestApi api, BasicCredentials credentials, Clock clock, List<ExchangeWatcher> watchers) {
        this.api = api;
        this.credentials = credentials;
        this.clock = clock;
        this.rateLimiter = new RateLimiter(clock);
        this.watchers = watchers;
    }

    /**
     * Gives the failures still to come.
     *
     * @return the plan
     */
    public FailurePlan failures() {
        return failures;
    }

    /**
     * Gives the requests so far.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Gives the rate limit.
     *
     * @return the limiter
     */
    public RateLimiter rateLimiter() {
        return rateLimiter;
    }

    /**
     * Sets how long ordinary answers take.
     *
     * @param value the latency
     */
    public void setLatency(Latency value) {
        latency = value;
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer and what shall happen to it
     */
    public Reply handle(SimulatedRequest request) {
        Instant now = clock.instant();
        Caller caller = credentials.identify(request);
        Optional<FailureSpec> failure = failures.take(request.method(), request.path());
        Reply reply = failure.isPresent() ? failed(request, caller, failure.get()) : ordinary(request, caller);
        int status =
                reply.fault() == FailureSpec.Fault.DROP ? 0 : reply.response().status();
        journal.add(record(request, caller, now, status));
        boolean injected = failure.isPresent() && !failure.get().leavesTheAnswer();
        watchers.forEach(watcher -> watcher.exchanged(request, reply.response(), injected));
        return reply;
    }

    private Reply ordinary(SimulatedRequest request, Caller caller) {
        SimulatedResponse answer = finish(request, limited(request, caller));
        return Reply.whole(answer.withLatency(latency.of(answer.bodyLength())));
    }

    private Reply failed(SimulatedRequest request, Caller caller, FailureSpec failure) {
        SimulatedResponse replacement = failure.replacement();
        if (failure.fault() == FailureSpec.Fault.DROP) {
            return new Reply(SimulatedResponse.empty(500), failure.fault(), 0, Duration.ZERO);
        }
        Reply whole = replacement == null
                ? ordinary(request, caller)
                : Reply.whole(finish(request, replacement).withLatency(latency.perRequest()));
        SimulatedResponse answer = whole.response();
        if (failure.fault() == FailureSpec.Fault.LOSE) {
            return new Reply(answer, FailureSpec.Fault.DROP, 0, Duration.ZERO);
        }
        Duration late = failure.fault() == FailureSpec.Fault.DELAY ? failure.pause() : Duration.ZERO;
        return new Reply(
                answer.withLatency(answer.latency().plus(late)), failure.fault(), failure.bytes(), failure.pause());
    }

    private SimulatedResponse limited(SimulatedRequest request, Caller caller) {
        Optional<RateLimiter.Decision> decision = RestApi.isApi(request.path()) ? rateLimiter.take() : Optional.empty();
        if (decision.isEmpty()) {
            return api.answer(request, caller);
        }
        RateLimiter.Decision limit = decision.get();
        SimulatedResponse answer = limit.allowed()
                ? api.answer(request, caller)
                : api.errors()
                        .tooManyRequests()
                        .withHeader("Retry-After", String.valueOf(limit.retryAfterSeconds()))
                        .withHeader("RateLimit-Reason", "confluence-quota-tenant-based");
        answer = answer.withHeader("X-RateLimit-Limit", String.valueOf(limit.limit()))
                .withHeader("X-RateLimit-Remaining", String.valueOf(limit.remaining()))
                .withHeader("X-RateLimit-Reset", wholeSeconds(limit.reset()).toString());
        return limit.nearLimit() ? answer.withHeader("X-RateLimit-NearLimit", "true") : answer;
    }

    private static Instant wholeSeconds(Instant reset) {
        Instant floor = reset.truncatedTo(ChronoUnit.SECONDS);
        return floor.equals(reset) ? floor : floor.plusSeconds(1);
    }

    private SimulatedResponse finish(SimulatedRequest request, SimulatedResponse answer) {
        SimulatedResponse dated = answer.withHeader("Date", HTTP_DATE.format(clock.instant()));
        if (answer.header("Atl-Request-Id").isEmpty()) {
            byte[] seed = ("request " + requestNumber.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
            String id = UUID.nameUUIDFromBytes(seed).toString();
            dated = dated.withHeader("Atl-Request-Id", id).withHeader("X-Request-Id", id);
        }
        boolean compress =
                answer.bodyLength() > 0 && answer.header("Content-Encoding").isEmpty() && acceptsGzip(request);
        return compress
                ? dated.withBody(gzip(dated.body()))
                        .withHeader("Content-Encoding", "gzip")
                        .withHeader("Vary", "Accept-Encoding")
                : dated;
    }

    private static boolean acceptsGzip(SimulatedRequest request) {
        String accepted = request.header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return accepted.contains("gzip") && !accepted.replace(" ", "").matches(".*gzip;q=0(\\.0*)?(,.*)?");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return packed.toByteArray();
    }

    private static RecordedRequest record(SimulatedRequest request, Caller caller, Instant now, int status) {
        Set<String> names = request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        Account account = caller.account();
        return new RecordedRequest(
                now,
                request.method(),
                request.path(),
                request.query(),
                status,
                names,
                account != null,
                Optional.ofNullable(account).map(known -> known.person().email()));
    }
}
