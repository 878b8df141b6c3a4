package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.Allowed;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that was let in, and what its caller may see.
 *
 * @param request the request as it came
 * @param path the path below the site, without a gateway prefix
 * @param arguments what the path holds, decoded
 * @param parameters the query
 * @param account who calls, or null for an anonymous caller
 * @param groups the ids of the caller's groups
 */
record Call(
        SimulatedRequest request,
        String path,
        List<String> arguments,
        Parameters parameters,
        @Nullable Account account,
        Set<String> groups) {

    /** The first argument, or empty for a path without one. */
    String argument() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** The body, which must be a JSON object or array; otherwise the call ends with 400. */
    JsonNode json() {
        return parameters.json(request.body());
    }

    boolean maySee(SpaceEntry space) {
        if (account == null) {
            return space.anonymousReadable();
        }
        String user = userName(account);
        return !space.hiddenFrom().contains(user)
                && (space.visibleTo().isEmpty() || space.visibleTo().contains(user));
    }

    boolean maySee(PageEntry page, ContentStore store) {
        Optional<SpaceEntry> space = store.space(page.spaceId());
        if (space.isEmpty() || !maySee(space.get())) {
            return false;
        }
        List<PageEntry> path = store.restrictionPath(page);
        return path.stream().allMatch(step -> lets(step.readers()));
    }

    /** Tells whether the page's own edit restriction lets the caller through. */
    boolean mayEdit(PageEntry page) {
        return lets(page.editors());
    }

    private boolean lets(Allowed allowed) {
        return account == null ? allowed.isEverybody() : allowed.lets(userName(account), groups);
    }

    private static String userName(Account account) {
        return account.person().email().toLowerCase(Locale.ROOT);
    }
}
