package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.Position;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers one page of a list operation: the rows after the cursor, and the way to the next ones in the
 * body and in the {@code Link} header. Both are relative to the host and begin with {@code /wiki},
 * even through the gateway; the base is always the site.
 */
final class Listing {

    private final Json json;
    private final Errors errors;
    private final URI siteBase;

    Listing(Json json, Errors errors, URI siteBase) {
        this.json = json;
        this.errors = errors;
        this.siteBase = siteBase;
    }

    /**
     * Answers.
     *
     * @param path the path of the operation, as the next link has it
     * @param parameters the parameters of the call
     * @param order the order of the rows
     * @param rows all candidates, in that order
     * @param filter which of them the caller gets
     * @param shape writes a row
     */
    <T> SimulatedResponse answer(
            String path,
            Parameters parameters,
            Ordering<T> order,
            List<T> rows,
            Predicate<T> filter,
            Function<T, ObjectNode> shape) {
        int limit = parameters.limit();
        String listing = fingerprint(path, parameters, order.name());
        int start = parameters
                .text("cursor")
                .map(text -> after(text, listing, order, rows))
                .orElse(0);
        ObjectNode body = json.object();
        ArrayNode results = body.putArray("results");
        Optional<T> last = Optional.empty();
        boolean more = false;
        for (int i = start; i < rows.size() && !more; i++) {
            T row = rows.get(i);
            if (!filter.test(row)) {
                continue;
            }
            if (results.size() == limit) {
                more = true;
            } else {
                results.add(shape.apply(row));
                last = Optional.of(row);
            }
        }
        String link = "<" + siteBase + ">; rel=\"base\"";
        ObjectNode links = body.putObject("_links");
        if (more) {
            String cursor = Cursor.write(order.positionOf(last.orElseThrow()), listing);
            String next = path + "?" + parameters.query().encodedWith("cursor", cursor);
            links.put("next", next);
            link = "<" + next + ">; rel=\"next\", " + link;
        }
        links.put("base", siteBase.toString());
        return json.answer(200, body).withHeader("Link", link);
    }

    /** Answers no rows and no way to any. */
    SimulatedResponse nothing() {
        ObjectNode body = json.object();
        body.putArray("results");
        body.putObject("_links").put("base", siteBase.toString());
        return json.answer(200, body).withHeader("Link", "<" + siteBase + ">; rel=\"base\"");
    }

    private <T> int after(String cursor, String listing, Ordering<T> order, List<T> rows) {
        Position last = Cursor.read(cursor, listing)
                .orElseThrow(() -> new ApiProblem(errors.invalid("Provided value for 'cursor' is not valid")));
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.direction().compare(order.positionOf(rows.get(middle)), last) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What makes two listings different; the size of a page and the body format do not. */
    private static String fingerprint(String path, Parameters parameters, String order) {
        StringBuilder text = new StringBuilder(path).append('|').append(order);
        for (String name : List.of(
                "id",
                "ids",
                "keys",
                "space-id",
                "status",
                "title",
                "filename",
                "mediaType",
                "subtype",
                "depth",
                "type",
                "labels",
                "favorited-by",
                "not-favorited-by",
                "resolution-status",
                "prefix",
                "label-id",
                "include-blank-tasks",
                "task-id",
                "page-id",
                "blogpost-id",
                "role-id",
                "role-type",
                "principal-id",
                "principal-type",
                "created-by",
                "assigned-to",
                "completed-by",
                "created-at-from",
                "created-at-to",
                "due-at-from",
                "due-at-to",
                "completed-at-from",
                "completed-at-to")) {
            text.append('|').append(String.join(",", parameters.query().list(name)));
        }
        return text.toString();
    }
}
