package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An entry of the list {@code known-differences.json}. Patterns stand for a whole text, and {@code *}
 * in them for anything; {@code module} and {@code answeredBy} may be left out.
 */
record KnownDifference(
        String side,
        String operation,
        String rule,
        String where,
        String module,
        String answeredBy,
        String why,
        String source) {

    private static final Set<String> MEMBERS =
            Set.of("side", "operation", "rule", "where", "module", "answeredBy", "why", "source");

    static List<KnownDifference> all() throws IOException {
        try (InputStream in = KnownDifference.class.getResourceAsStream("/known-differences.json")) {
            return read(new ObjectMapper().readTree(in));
        }
    }

    static List<KnownDifference> read(JsonNode list) {
        List<KnownDifference> all = new ArrayList<>();
        for (JsonNode entry : list) {
            entry.fieldNames().forEachRemaining(name -> {
                if (!MEMBERS.contains(name)) {
                    throw new IllegalArgumentException("known-differences.json has an entry with " + name);
                }
            });
            all.add(new KnownDifference(
                    required(entry, "side"),
                    required(entry, "operation"),
                    required(entry, "rule"),
                    required(entry, "where"),
                    entry.path("module").asText("*"),
                    entry.path("answeredBy").asText("*"),
                    required(entry, "why"),
                    required(entry, "source")));
        }
        return all;
    }

    private static String required(JsonNode entry, String member) {
        if (!entry.path(member).isTextual()) {
            throw new IllegalArgumentException("known-differences.json has an entry without " + member + ": " + entry);
        }
        return entry.path(member).textValue();
    }

    boolean covers(Finding finding) {
        return side.equals(finding.side())
                && fits(operation, finding.operation())
                && fits(rule, finding.rule())
                && fits(where, finding.where())
                && fits(module, finding.module())
                && fits(answeredBy, finding.answeredBy());
    }

    private static boolean fits(String pattern, String text) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return (text + " ").matches("(?s)" + regex);
    }
}
