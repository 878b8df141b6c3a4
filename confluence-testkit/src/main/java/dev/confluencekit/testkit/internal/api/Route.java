package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation.
 *
 * @param path its path; the first group is the argument
 * @param family the shape of its errors
 * @param scopes the scopes of which a scoped key needs one; empty if none is needed
 * @param operation what it does
 */
record Route(Pattern path, Family family, Set<String> scopes, Function<Call, SimulatedResponse> operation) {

    static Route of(String path, Family family, Set<String> scopes, Function<Call, SimulatedResponse> operation) {
        return new Route(Pattern.compile(path), family, scopes, operation);
    }

    /** Gives the argument in the path (empty if the route has none), or nothing if it is another path. */
    Optional<String> match(String candidate) {
        Matcher matcher = path.matcher(candidate);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
    }
}
