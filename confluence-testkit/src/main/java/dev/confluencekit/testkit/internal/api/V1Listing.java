package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import java.util.List;
import java.util.function.Function;

/**
 * Answers one page of a list of version 1: rows by their places. A page is silently no larger than the service likes; the
 * way to the next one lacks the {@code /wiki} that version 2 has.
 */
final class V1Listing {

    static final int MOST = 200;

    private final Backstage backstage;

    V1Listing(Backstage backstage) {
        this.backstage = backstage;
    }

    <T> SimulatedResponse answer(Call call, List<T> rows, Function<T, ObjectNode> shape) {
        Parameters parameters = call.parameters();
        int start = parameters.number("start").orElse(0);
        int limit = Math.min(MOST, parameters.number("limit").orElse(MOST));
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        rows.stream().skip(start).limit(limit).map(shape).forEach(results::add);
        body.put("start", start);
        body.put("limit", limit);
        body.put("size", results.size());
        if (parameters.flag("shouldReturnTotalSize", false)) {
            body.put("totalSize", rows.size());
        }
        ObjectNode links = body.putObject("_links");
        links.put("base", backstage.siteBase().toString());
        links.put("context", "/wiki");
        String path = call.path().substring("/wiki".length());
        links.put("self", backstage.siteBase() + path);
        int end = start + results.size();
        if (results.size() > 0 && end < rows.size()) {
            links.put("next", path + "?" + parameters.query().encodedWith("start", String.valueOf(end)));
        }
        return backstage.json().answer(200, body);
    }
}
