package dev.confluencekit.testkit.internal.media;

import dev.confluencekit.testkit.RecordedRequest;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.edge.FailurePlan;
import dev.confluencekit.testkit.internal.edge.FailureSpec;
import dev.confluencekit.testkit.internal.edge.Journal;
import dev.confluencekit.testkit.internal.edge.Reply;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives files to whoever has a signed address. A request with credentials is refused: they are none of this host's business,
 * and whoever sends them has a leak.
 */
public final class MediaHost {

    private static final Pattern TOKEN = Pattern.compile("(?:^|&)token=([^&]*)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

    private final SignedAddresses addresses;
    private final Clock clock;
    private final FailurePlan failures = new FailurePlan();
    private final Journal journal = new Journal();

    /**
     * Makes the host.
     *
     * @param addresses what it gives out
     * @param clock the simulator's time
     */
    public MediaHost(SignedAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Gives the failures to come.
     *
     * @return the plan
     */
    public FailurePlan failures() {
        return failures;
    }

    /**
     * Gives the requests that came.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer, and what happens to it
     */
    public Reply handle(SimulatedRequest request) {
        Optional<FailureSpec> failure = failures.take(request.method(), request.path());
        Reply reply = failure.map(spec -> failed(request, spec)).orElseGet(() -> Reply.whole(answer(request)));
        boolean dropped = reply.fault() == FailureSpec.Fault.DROP;
        journal.add(new RecordedRequest(
                clock.instant(),
                request.method(),
                request.path(),
                request.query(),
                dropped ? 0 : reply.response().status(),
                names(request),
                false,
                Optional.empty()));
        return reply;
    }

    private Reply failed(SimulatedRequest request, FailureSpec spec) {
        SimulatedResponse replacement = spec.replacement();
        SimulatedResponse answer = replacement == null ? answer(request) : replacement;
        if (spec.fault() == FailureSpec.Fault.DROP || spec.fault() == FailureSpec.Fault.LOSE) {
            return new Reply(answer, FailureSpec.Fault.DROP, 0, Duration.ZERO);
        }
        boolean late = spec.fault() == FailureSpec.Fault.DELAY;
        return new Reply(late ? answer.withLatency(spec.pause()) : answer, spec.fault(), spec.bytes(), spec.pause());
    }

    private SimulatedResponse answer(SimulatedRequest request) {
        if (names(request).stream().anyMatch(CREDENTIALS::contains)) {
            return refused(403, "Credentials do not belong here");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return refused(405, "Method Not Allowed").withHeader("Allow", "GET, HEAD");
        }
        Matcher token = TOKEN.matcher(request.query());
        Optional<SignedAddresses.Grant> grant =
                token.find() ? addresses.redeem(request.path(), token.group(1)) : Optional.empty();
        return grant.map(found -> file(request, found)).orElseGet(() -> refused(403, "The address is not valid"));
    }

    private static SimulatedResponse file(SimulatedRequest request, SignedAddresses.Grant grant) {
        byte[] all = grant.content();
        Map<String, String> headers =
                Map.of("Content-Type", grant.mediaType(), "ETag", grant.tag(), "Accept-Ranges", "bytes");
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        boolean same = request.header("If-Range").map(grant.tag()::equals).orElse(true);
        if (!range.matches() || !same) {
            return SimulatedResponse.empty(200).withHeaders(headers).withBody(all);
        }
        long first = Long.parseLong(range.group(1));
        long last =
                range.group(2).isEmpty() ? all.length - 1L : Math.min(Long.parseLong(range.group(2)), all.length - 1L);
        if (first > last) {
            return refused(416, "Range Not Satisfiable").withHeader("Content-Range", "bytes */" + all.length);
        }
        return SimulatedResponse.empty(206)
                .withHeaders(headers)
                .withBody(Arrays.copyOfRange(all, (int) first, (int) last + 1))
                .withHeader("Content-Range", "bytes " + first + "-" + last + "/" + all.length);
    }

    private static SimulatedResponse refused(int status, String why) {
        return SimulatedResponse.of(status, "text/plain;charset=UTF-8", why.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> names(SimulatedRequest request) {
        return request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
