package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.confluencekit.testkit.internal.site.Ordering;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Checks the parameters of an operation; a bad one ends the call with 400. */
final class Parameters {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Query query;
    private final Errors errors;
    private final int usualLimit;

    Parameters(Query query, Errors errors) {
        this(query, errors, 25);
    }

    private Parameters(Query query, Errors errors, int usualLimit) {
        this.query = query;
        this.errors = errors;
        this.usualLimit = usualLimit;
    }

    /** The same for an operation that gives so many rows unless it is told otherwise. */
    Parameters usualLimit(int rows) {
        return new Parameters(query, errors, rows);
    }

    ApiProblem invalid(String name, String value, String expected) {
        return new ApiProblem(errors.invalid("Provided value {" + value + "} for '" + name
                + "' is not the correct type. Expected type is " + expected));
    }

    ApiProblem notAllowed(String name, String value, String allowed) {
        return new ApiProblem(errors.invalid(
                "Provided value {" + value + "} for '" + name + "' is not allowed. Allowed: " + allowed));
    }

    long id(String name, String value, String type) {
        // Long.parseLong would take a sign and other alphabets' digits, too.
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException tooLarge) {
                throw invalid(name, value, type);
            }
        }
        throw invalid(name, value, type);
    }

    /** An absent list is empty; an empty item is an error. */
    List<Long> ids(String name, int max, String type) {
        List<String> items = query.list(name);
        requireAtMost(name, items.size(), max);
        return items.stream().map(item -> id(name, item, type)).toList();
    }

    List<String> texts(String name, int max) {
        List<String> items = query.list(name);
        requireAtMost(name, items.size(), max);
        return items;
    }

    private void requireAtMost(String name, int size, int max) {
        if (size > max) {
            throw notAllowed(name, size + " values", "at most " + max);
        }
    }

    Optional<String> text(String name) {
        return query.value(name);
    }

    Optional<String> oneOf(String name, Set<String> allowed) {
        Optional<String> value = query.value(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw notAllowed(name, value.get(), sorted(allowed));
        }
        return value;
    }

    List<String> someOf(String name, Set<String> allowed) {
        List<String> items = query.list(name);
        for (String item : items) {
            if (!allowed.contains(item)) {
                throw notAllowed(name, item, sorted(allowed));
            }
        }
        return items;
    }

    private static String sorted(Set<String> allowed) {
        return allowed.stream().sorted().toList().toString();
    }

    boolean flag(String name, boolean byDefault) {
        return oneOf(name, Set.of("true", "false")).map(Boolean::parseBoolean).orElse(byDefault);
    }

    OptionalInt number(String name) {
        Optional<String> value = query.value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        long number = id(name, value.get(), "Integer");
        if (number > Integer.MAX_VALUE) {
            throw invalid(name, value.get(), "Integer");
        }
        return OptionalInt.of((int) number);
    }

    int limit() {
        int limit = number("limit").orElse(usualLimit);
        if (limit < 1 || limit > 250) {
            throw notAllowed("limit", String.valueOf(limit), "1 to 250");
        }
        return limit;
    }

    <T> Ordering<T> order(List<Ordering<T>> orders) {
        Optional<String> name = query.value("sort");
        if (name.isEmpty()) {
            return orders.get(0);
        }
        return Ordering.named(orders, name.get())
                .orElseThrow(() -> notAllowed(
                        "sort",
                        name.get(),
                        orders.stream().map(Ordering::name).toList().toString()));
    }

    /** Reads a body; what is no JSON object or array ends the call. */
    JsonNode json(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node.isContainerNode()) {
                return node;
            }
        } catch (IOException notJson) {
            throw new ApiProblem(errors.refused(400, "The request body is not JSON"));
        }
        throw new ApiProblem(errors.refused(400, "The request body is missing"));
    }

    Query query() {
        return query;
    }
}
