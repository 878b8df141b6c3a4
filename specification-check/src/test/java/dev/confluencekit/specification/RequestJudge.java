package dev.confluencekit.specification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the requests that the library sends against the specification. */
final class RequestJudge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Specification specification;

    RequestJudge(Specification specification) {
        this.specification = specification;
    }

    void judge(Exchange exchange, Consumer<Finding> findings) {
        Optional<Operation> operation = specification.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            String rule = specification.knowsPath(exchange.path()) ? "no such method" : "no such path";
            String asked = exchange.method() + " " + exchange.path();
            findings.accept(Finding.inRequest(exchange, asked, rule, "", "the specification has it not"));
            return;
        }
        new OneRequest(exchange, operation.get(), findings).judge();
    }

    private record OneRequest(Exchange exchange, Operation operation, Consumer<Finding> findings) {

        void judge() {
            parameters(pairs(exchange.query()));
            accept();
            body();
        }

        private void report(String rule, String where, String detail) {
            findings.accept(Finding.inRequest(exchange, operation.name(), rule, where, detail));
        }

        private void parameters(Map<String, List<String>> query) {
            Map<String, List<String>> left = new LinkedHashMap<>(query);
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").textValue();
                Optional<List<String>> values = switch (parameter.path("in").textValue()) {
                    case "query" -> Optional.ofNullable(left.remove(name));
                    case "path" ->
                        Optional.ofNullable(operation.pathValues().get(name)).map(List::of);
                    default ->
                        exchange.requestHeader(name.toLowerCase(Locale.ROOT)).map(List::of);
                };
                if (values.isPresent()) {
                    parameter(name, parameter, values.get());
                } else if (parameter.path("required").booleanValue()) {
                    report("missing parameter", name, "the specification requires it");
                }
            }
            left.keySet().forEach(name -> report("unknown parameter", name, "the specification does not name it"));
        }

        private void parameter(String name, JsonNode parameter, List<String> values) {
            JsonNode schema = operation.schemas().resolve(parameter.path("schema"));
            if (!schema.path("type").asText().equals("array") && values.size() > 1) {
                report("repeated parameter", name, "it takes one value");
            }
            BodyJudge.judge(
                            operation.schemas(),
                            parameter.path("schema"),
                            ParameterValues.read(operation.schemas(), parameter, schema, values))
                    .forEach(departure ->
                            report("parameter " + departure.rule(), name + departure.where(), departure.detail()));
        }

        private void accept() {
            String accepted = exchange.requestHeader("accept").orElse("*/*");
            JsonNode good = operation
                    .schemas()
                    .resolve(operation.node().path("responses"))
                    .path("200");
            List<String> offered = names(operation.schemas().resolve(good).path("content"));
            if (!offered.isEmpty()
                    && !accepted.contains("*/*")
                    && offered.stream().noneMatch(accepted::contains)) {
                report("accept", accepted, "the specification offers " + offered);
            }
        }

        private void body() {
            Optional<JsonNode> described = operation.requestBody();
            boolean sent = !exchange.requestBody().isEmpty();
            if (described.isEmpty()) {
                if (sent) {
                    report("undescribed body", "", "the specification has none");
                }
                return;
            }
            if (!sent) {
                if (described.get().path("required").booleanValue()) {
                    report("missing body", "", "the specification requires one");
                }
                return;
            }
            String type =
                    Exchange.mediaType(exchange.requestHeader("content-type").orElse(""));
            JsonNode content = described.get().path("content").path(type);
            if (content.isMissingNode()) {
                report(
                        "content type",
                        type,
                        "the specification has " + names(described.get().path("content")));
                return;
            }
            try {
                JsonNode body = type.equals("multipart/form-data")
                        ? FormParts.read(exchange.requestHeader("content-type").orElse(""), exchange.requestBody())
                        : JSON.readTree(exchange.requestBody());
                BodyJudge.judge(operation.schemas(), content.path("schema"), body)
                        .forEach(one -> report("body " + one.rule(), one.where(), one.detail()));
            } catch (JsonProcessingException e) {
                report("body", "", "it is no JSON");
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, List<String>> pairs(String query) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return pairs;
    }
}
