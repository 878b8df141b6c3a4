package dev.confluencekit.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Writes to a site over HTTP, as the account that it has. */
final class Writes {

    private final Site site;

    Writes(Site site) {
        this.site = site;
    }

    HttpResponse<String> send(String method, String target, String body) {
        return sendAs(Site.EMAIL, Site.KEY, method, target, body);
    }

    HttpResponse<String> sendAs(String email, String key, String method, String target, String body) {
        HttpRequest.Builder request = site.request(target)
                .header("Authorization", Site.basic(email, key))
                .header("X-Atlassian-Token", "no-check")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return site.send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    /** The answer to a write that succeeds with this status. */
    JsonNode done(int status, String method, String target, String body) {
        HttpResponse<String> answer = send(method, target, body);
        if (answer.statusCode() != status) {
            throw new AssertionError(method + " " + target + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? Site.tree("{}") : Site.tree(answer);
    }

    /** A body in storage format, as comments have it. */
    static String storage(String value) {
        return "\"body\":{\"representation\":\"storage\",\"value\":\"" + value + "\"}";
    }
}
