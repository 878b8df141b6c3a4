package dev.confluencekit.testkit.internal.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query, decoded, in their order. */
final class Query {

    private record Parameter(String name, String value) {}

    private final List<Parameter> parameters;

    private Query(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Reads a raw query; a plus sign is a space, as in any servlet container. */
    static Query parse(String raw) {
        List<Parameter> found = new ArrayList<>();
        int start = 0;
        while (start < raw.length()) {
            int end = raw.indexOf('&', start) < 0 ? raw.length() : raw.indexOf('&', start);
            String pair = raw.substring(start, end);
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                found.add(new Parameter(decode(name), decode(value)));
            }
            start = end + 1;
        }
        return new Query(found);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The last one wins where only one is expected. */
    Optional<String> value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Lists may be repeated, comma-separated, or both. */
    List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : values(name)) {
            int start = 0;
            while (start <= value.length()) {
                int end = value.indexOf(',', start) < 0 ? value.length() : value.indexOf(',', start);
                items.add(value.substring(start, end).strip());
                start = end + 1;
            }
        }
        return items;
    }

    /** Writes the query again with one parameter set last. */
    String encodedWith(String name, String value) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.removeIf(parameter -> parameter.name().equals(name));
        all.add(new Parameter(name, value));
        return all.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
