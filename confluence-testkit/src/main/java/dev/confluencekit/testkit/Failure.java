package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.edge.FailureSpec;
import dev.confluencekit.testkit.internal.edge.FailureSpec.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Something that can go wrong with an answer; planned by {@link ConfluenceSimulator#fail} and {@link
 * ConfluenceSimulator#nextAnswers}. Immutable.
 */
public final class Failure {

    private static final String LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Log in with Atlassian account</title>"
            + "</head><body><form id=\"form-login\" method=\"post\"></form></body></html>";

    private final FailureSpec spec;

    private Failure(FailureSpec spec) {
        this.spec = spec;
    }

    FailureSpec spec() {
        return spec;
    }

    /**
     * Answers something else instead; the operation is not carried out.
     *
     * @param response the answer, such as {@code SimulatedResponse.empty(503).withHeader("Retry-After", "2")}
     * @return the failure
     */
    public static Failure answer(SimulatedResponse response) {
        return new Failure(new FailureSpec(response, Fault.NONE, 0, Duration.ZERO));
    }

    /**
     * Answers a status with an empty body, as load balancers do.
     *
     * @param status the HTTP status
     * @return the failure
     */
    public static Failure status(int status) {
        return answer(SimulatedResponse.empty(status));
    }

    /**
     * Answers a status with a body.
     *
     * @param status the HTTP status
     * @param contentType the {@code Content-Type} header
     * @param body the body, sent as UTF-8
     * @return the failure
     */
    public static Failure status(int status, String contentType, String body) {
        return answer(SimulatedResponse.of(status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Answers 429 with {@code Retry-After}.
     *
     * @param retryAfter the wait asked for, sent in whole seconds
     * @return the failure
     */
    public static Failure rateLimited(Duration retryAfter) {
        return answer(json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}")
                .withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()))
                .withHeader("RateLimit-Reason", "confluence-quota-tenant-based"));
    }

    /**
     * Answers 429 as the gateway's own limiter does: {@code X-Failure-Category} and {@code
     * X-RateLimit-Reset}, but no {@code Retry-After}.
     *
     * @param reset the value of {@code X-RateLimit-Reset}, such as {@code 2026-03-26T16:00Z}
     * @return the failure
     */
    public static Failure gatewayRateLimited(String reset) {
        return answer(json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}")
                .withHeader("X-Failure-Category", "FAILURE_CLIENT_RATE_LIMITED")
                .withHeader("X-RateLimit-Reset", reset));
    }

    /**
     * Turns a good call into 403 or 404 as the edge does under load, to be told from the real thing by
     * {@code X-Cache: Error from cloudfront} only.
     *
     * @param status the status, usually 403 or 404
     * @return the failure
     */
    public static Failure edgeFault(int status) {
        return answer(
                html(status, "<html><body><h1>" + status + "</h1>The request could not be satisfied.</body></html>")
                        .withHeader("X-Cache", "Error from cloudfront"));
    }

    /**
     * Answers the login page as HTML, with status 200.
     *
     * @return the failure
     */
    public static Failure loginPage() {
        return answer(html(200, LOGIN_PAGE));
    }

    /**
     * Answers 302 to the login page, as single sign-on and wrong sites do.
     *
     * @return the failure
     */
    public static Failure redirectToLogin() {
        return answer(SimulatedResponse.empty(302)
                .withHeader("Location", "https://id.atlassian.com/login?continue=https%3A%2F%2Fsite.example%2Fwiki"));
    }

    /**
     * Answers an HTML page.
     *
     * @param status the HTTP status, such as 502
     * @return the failure
     */
    public static Failure htmlPage(int status) {
        return answer(html(status, "<html><head><title>" + status + "</title></head><body></body></html>"));
    }

    /**
     * Closes the connection without a byte of answer; the operation is not carried out. Some clients
     * repeat such a request unasked: the JDK's sends a GET once more.
     *
     * @return the failure
     */
    public static Failure dropConnection() {
        return new Failure(new FailureSpec(null, Fault.DROP, 0, Duration.ZERO));
    }

    /**
     * Carries the operation out, then closes the connection without a byte of answer: the caller of a write cannot tell
     * whether it took effect.
     *
     * @return the failure
     */
    public static Failure loseAnswer() {
        return new Failure(new FailureSpec(null, Fault.LOSE, 0, Duration.ZERO));
    }

    /**
     * Sends the real answer with its full {@code Content-Length}, but closes the connection early.
     *
     * @param afterBytes how many bytes of the body are sent; less than it has
     * @return the failure
     */
    public static Failure cutBody(int afterBytes) {
        return new Failure(new FailureSpec(null, Fault.CUT, afterBytes, Duration.ZERO));
    }

    /**
     * Sends the real answer, its body a few bytes at a time.
     *
     * @param bytes how many bytes at a time
     * @param interval the wait after each
     * @return the failure
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public static Failure slowBody(int bytes, Duration interval) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a slow body still moves, not by " + bytes + " bytes");
        }
        return new Failure(new FailureSpec(null, Fault.DRIBBLE, bytes, interval));
    }

    /**
     * Sends the real answer late.
     *
     * @param time how late
     * @return the failure
     */
    public static Failure delay(Duration time) {
        return new Failure(new FailureSpec(null, Fault.DELAY, 0, time));
    }

    private static SimulatedResponse json(int status, String body) {
        return SimulatedResponse.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static SimulatedResponse html(int status, String body) {
        return SimulatedResponse.of(status, "text/html;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        SimulatedResponse replacement = spec.replacement();
        return "Failure[" + (replacement == null ? spec.fault() : replacement.status()) + "]";
    }
}
