package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation.
 *
 * @param methods the HTTP methods it answers to; none stands for all
 * @param path its path; its groups are the arguments
 * @param family the shape of its errors
 * @param scopes the scopes of which a scoped key needs one; empty if none is needed
 * @param operation what it does
 */
record Route(
        Set<String> methods,
        Pattern path,
        Family family,
        Set<String> scopes,
        Function<Call, SimulatedResponse> operation) {

    /** An operation that reads, and so answers HEAD, too. */
    static Route get(String path, Family family, Set<String> scopes, Function<Call, SimulatedResponse> operation) {
        return new Route(Set.of("GET", "HEAD"), Pattern.compile(path), family, scopes, operation);
    }

    /** An operation of one method. */
    static Route of(
            String method,
            String path,
            Family family,
            Set<String> scopes,
            Function<Call, SimulatedResponse> operation) {
        return new Route(Set.of(method), Pattern.compile(path), family, scopes, operation);
    }

    /** What answers whatever the method is. */
    static Route any(String path, Family family, Set<String> scopes, Function<Call, SimulatedResponse> operation) {
        return new Route(Set.of(), Pattern.compile(path), family, scopes, operation);
    }

    boolean answersTo(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    /** Gives the arguments in the path, decoded, or nothing if it is another path. */
    Optional<List<String>> match(String candidate) {
        Matcher matcher = path.matcher(candidate);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            arguments.add(decode(matcher.group(group)));
        }
        return Optional.of(List.copyOf(arguments));
    }

    /** In a path a plus sign is a plus sign; what is badly encoded names nothing that exists. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEncoding) {
            return segment;
        }
    }
}
