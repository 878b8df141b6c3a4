package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of the specification, as a request found it.
 *
 * @param name method and full path template
 * @param schemas the schemas of its document
 * @param node its description
 * @param parameters what the path and it declare
 * @param pathValues the values of the template's parameters, decoded
 */
record Operation(
        String name, Schemas schemas, JsonNode node, List<JsonNode> parameters, Map<String, String> pathValues) {

    /** The description of an answer; empty if the operation has no such status. */
    Optional<JsonNode> answer(int status) {
        JsonNode responses = node.path("responses");
        JsonNode exact = responses.path(String.valueOf(status));
        JsonNode found = exact.isMissingNode() ? responses.path("default") : exact;
        return found.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolve(found));
    }

    Optional<JsonNode> requestBody() {
        JsonNode body = node.path("requestBody");
        return body.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolve(body));
    }
}
