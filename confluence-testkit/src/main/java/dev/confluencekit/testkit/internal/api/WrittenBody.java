package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Reads the bodies that writes bring. A body stands for itself, or by the name of its format; what is not storage format is
 * turned into it.
 */
final class WrittenBody {

    private static final List<String> REPRESENTATIONS = List.of("storage", "atlas_doc_format", "wiki");

    private final Errors errors;

    WrittenBody(Errors errors) {
        this.errors = errors;
    }

    /** The body of a request in storage format; where it may be missing, that is empty. */
    String storage(JsonNode request, boolean optional) {
        JsonNode body = request.path("body");
        if (!body.isObject()) {
            if (optional && !request.has("body")) {
                return "";
            }
            throw bad("The member 'body' is required");
        }
        for (String name : REPRESENTATIONS) {
            if (body.path(name).isObject()) {
                return stored(body.path(name), name);
            }
        }
        return stored(body, "");
    }

    private String stored(JsonNode body, String named) {
        String representation = body.path("representation").asText(named);
        String value = body.path("value").asText("");
        return switch (representation) {
            case "storage" -> value;
            case "wiki" -> "<p>" + value.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
            case "atlas_doc_format" -> AdfToStorage.convert(parsed(value));
            default -> throw bad("The representation '" + representation + "' is not allowed");
        };
    }

    private JsonNode parsed(String adf) {
        JsonNode doc = Json.parse(adf).orElseThrow(() -> bad("The Atlassian document is not JSON"));
        if (!doc.path("type").asText().equals("doc")) {
            throw bad("The Atlassian document is not of type doc");
        }
        return doc;
    }

    private ApiProblem bad(String title) {
        return new ApiProblem(errors.refused(400, title));
    }
}
