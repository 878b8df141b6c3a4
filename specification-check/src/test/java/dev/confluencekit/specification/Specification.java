package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of one or more OpenAPI documents. */
final class Specification {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final List<Template> templates = new ArrayList<>();

    /** A path of a document. Those with the fewest parameters are tried first, as OpenAPI has it. */
    private record Template(String path, Pattern pattern, List<String> names, Schemas schemas, JsonNode item) {}

    /** Reads the two documents of Confluence Cloud. */
    static Specification ofConfluence(Path directory) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return new Specification()
                .with(
                        "v2",
                        "/wiki/api/v2",
                        mapper.readTree(directory.resolve("openapi-v2.json").toFile()))
                .with(
                        "v1",
                        "",
                        mapper.readTree(directory.resolve("openapi-v1.json").toFile()));
    }

    /** Adds a document whose paths begin with a prefix. */
    Specification with(String name, String prefix, JsonNode document) {
        Schemas schemas = new Schemas(name, document);
        document.path("paths")
                .properties()
                .forEach(path -> templates.add(template(prefix + path.getKey(), schemas, path.getValue())));
        templates.sort(Comparator.comparingInt(template -> template.names().size()));
        return this;
    }

    private static Template template(String path, Schemas schemas, JsonNode item) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(path);
        int end = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(path.substring(end, matcher.start()))).append("([^/]+)");
            names.add(matcher.group(1));
            end = matcher.end();
        }
        pattern.append(Pattern.quote(path.substring(end)));
        return new Template(path, Pattern.compile(pattern.toString()), names, schemas, item);
    }

    /** Family, operation, method and path of everything, as {@code operations.tsv} names it. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Template template : templates) {
            template.item().properties().forEach(member -> {
                JsonNode operation = member.getValue().path("operationId");
                if (operation.isTextual()) {
                    names.add(template.schemas().name() + " " + operation.textValue() + " "
                            + member.getKey().toUpperCase(Locale.ROOT) + " " + template.path());
                }
            });
        }
        return names;
    }

    boolean knowsPath(String path) {
        return templates.stream()
                .anyMatch(template -> template.pattern().matcher(path).matches());
    }

    Optional<Operation> operation(String method, String path) {
        String key = method.toLowerCase(Locale.ROOT);
        for (Template template : templates) {
            Matcher matcher = template.pattern().matcher(path);
            if (matcher.matches() && template.item().has(key)) {
                return Optional.of(operation(method, template, matcher));
            }
        }
        return Optional.empty();
    }

    private static Operation operation(String method, Template template, Matcher matcher) {
        JsonNode node = template.item().path(method.toLowerCase(Locale.ROOT));
        List<JsonNode> parameters = new ArrayList<>();
        template.item()
                .path("parameters")
                .forEach(one -> parameters.add(template.schemas().resolve(one)));
        node.path("parameters").forEach(one -> parameters.add(template.schemas().resolve(one)));
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.names().size(); i++) {
            String raw = matcher.group(i + 1).replace("+", "%2B");
            values.put(template.names().get(i), URLDecoder.decode(raw, StandardCharsets.UTF_8));
        }
        return new Operation(method + " " + template.path(), template.schemas(), node, parameters, values);
    }
}
