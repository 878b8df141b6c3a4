package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;

/** Says in words of its own where a JSON value departs from its schema. */
final class BodyJudge {

    /**
     * A departure.
     *
     * @param rule what kind it is
     * @param where the place, {@code *} for array items
     * @param detail what the validator says
     */
    record Departure(String rule, String where, String detail) {}

    private BodyJudge() {}

    static List<Departure> judge(Schemas schemas, JsonNode schema, JsonNode value) {
        List<Departure> departures = new ArrayList<>();
        for (Error error : schemas.validate(schema, value)) {
            String place = error.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
            departures.add(departure(error, place));
        }
        return departures;
    }

    private static Departure departure(Error error, String place) {
        String detail = error.getMessage();
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                new Departure("undeclared member", place + "/" + error.getProperty(), detail);
            case "required" -> new Departure("missing member", place + "/" + error.getProperty(), detail);
            case "type", "enum", "format" ->
                found.isNull()
                        ? new Departure("null", place, detail)
                        : new Departure(error.getKeyword(), place, detail);
            default ->
                new Departure(
                        error.getKeyword(),
                        place,
                        found + " against " + error.getKeyword() + " " + error.getSchemaNode());
        };
    }
}
