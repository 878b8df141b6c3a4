package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The error bodies of the service; each API family has its own shape. */
public final class Errors {

    private static final String NOT_PERMITTED = "Current user not permitted to use Confluence";

    private final Json json;

    /**
     * Makes the error answers.
     *
     * @param json writes them
     */
    public Errors(Json json) {
        this.json = json;
    }

    SimulatedResponse v2(int status, String code, String title) {
        ObjectNode body = json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("status", status);
        error.put("code", code);
        error.put("title", title);
        error.putNull("detail");
        return json.answer(status, body);
    }

    SimulatedResponse v1(int status, boolean authorized, String message, String reason) {
        ObjectNode body = json.object();
        body.put("statusCode", status);
        ObjectNode data = body.putObject("data");
        data.put("authorized", authorized);
        data.put("valid", true);
        data.putArray("errors");
        data.put("successful", false);
        body.put("message", message);
        body.put("reason", reason);
        return json.answer(status, body);
    }

    SimulatedResponse gateway(int status, String message) {
        ObjectNode body = json.object();
        body.put("code", status);
        body.put("message", message);
        return json.answer(status, body);
    }

    SimulatedResponse notFound(Family family) {
        return family == Family.V1 ? v1(404, true, "null for uri", "Not Found") : v2(404, "NOT_FOUND", "Not Found");
    }

    SimulatedResponse invalid(String title) {
        return v2(400, "INVALID_REQUEST_PARAMETER", title);
    }

    SimulatedResponse unauthorized(Family family, URI siteBase) {
        SimulatedResponse answer = family == Family.V1
                ? v1(401, false, "Unauthorized", "Unauthorized")
                : v2(401, "UNAUTHORIZED", "Unauthorized");
        return answer.withHeader("WWW-Authenticate", "OAuth realm=\"" + siteBase + "\"");
    }

    SimulatedResponse notPermittedToUse(Family family) {
        return family == Family.V1 ? v1(403, false, NOT_PERMITTED, "Forbidden") : v2(403, "FORBIDDEN", NOT_PERMITTED);
    }

    SimulatedResponse methodNotAllowed(Family family, Collection<String> allowed) {
        SimulatedResponse answer = family == Family.V1
                ? v1(405, true, "HTTP 405 Method Not Allowed", "Method Not Allowed")
                : v2(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
        return answer.withHeader("Allow", String.join(", ", allowed));
    }

    /** The only error of version 1 that is plain text. */
    SimulatedResponse forged() {
        return SimulatedResponse.of(
                403, "text/plain;charset=UTF-8", "XSRF check failed".getBytes(StandardCharsets.UTF_8));
    }

    SimulatedResponse gone() {
        return v1(
                410,
                true,
                "com.atlassian.confluence.api.service.exceptions.GoneException:"
                        + " This deprecated endpoint has been removed.",
                "Gone");
    }

    SimulatedResponse scopeDoesNotMatch() {
        return gateway(401, "Unauthorized; scope does not match")
                .withHeader("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK");
    }

    /**
     * Makes the answer to a request that is not HTTP as we know it.
     *
     * @param status a status of the 4xx class
     * @param title what is wrong
     * @return the answer
     */
    public SimulatedResponse refused(int status, String title) {
        return v2(status, "BAD_REQUEST", title);
    }

    /**
     * Makes the answer to a call beyond the rate limit, without its headers.
     *
     * @return the answer, status 429
     */
    public SimulatedResponse tooManyRequests() {
        return gateway(429, "Rate limit exceeded");
    }
}
