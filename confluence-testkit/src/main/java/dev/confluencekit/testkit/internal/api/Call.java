package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.Allowed;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRight;
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
 * @param store what the site holds
 */
record Call(
        SimulatedRequest request,
        String path,
        List<String> arguments,
        Parameters parameters,
        @Nullable Account account,
        Set<String> groups,
        ContentStore store) {

    /** The first argument, or empty for a path without one. */
    String argument() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** The body, which must be a JSON object or array; otherwise the call ends with 400. */
    JsonNode json() {
        return parameters.json(request.body());
    }

    boolean maySee(SpaceEntry space) {
        boolean hidden = account != null && space.hiddenFrom().contains(userName(account));
        return !hidden && may(SpaceRight.READ, space);
    }

    /** Tells whether something was granted to the caller in a space that the caller sees. */
    boolean may(SpaceRight right, SpaceEntry space) {
        return space.grants().allow(right, SpacePrincipals.of(account, groups));
    }

    /** The same in the space of a page. */
    boolean may(String operation, String target, PageEntry page) {
        SpaceRight right = new SpaceRight(operation, target);
        return store.space(page.spaceId()).filter(space -> may(right, space)).isPresent();
    }

    boolean maySee(PageEntry page, ContentStore store) {
        Optional<SpaceEntry> space = store.space(page.spaceId());
        if (space.isEmpty() || !maySee(space.get())) {
            return false;
        }
        List<PageEntry> path = store.restrictionPath(page);
        return path.stream().allMatch(step -> lets(step.readers()));
    }

    /** Tells whether the caller may write such content in the space, and the page's own edit restriction allows it. */
    boolean mayEdit(PageEntry page) {
        return may("create", page.kind().grantedAs(), page) && lets(page.editors());
    }

    private boolean lets(Allowed allowed) {
        return account == null ? allowed.isEverybody() : allowed.lets(userName(account), groups);
    }

    private static String userName(Account account) {
        return account.person().email().toLowerCase(Locale.ROOT);
    }
}
