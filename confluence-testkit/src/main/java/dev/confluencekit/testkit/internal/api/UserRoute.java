package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * People: {@code GET /wiki/rest/api/user/current}, the only operation that tells who a key belongs to, one or several by
 * their account ids, and nobody.
 */
final class UserRoute {

    private static final Set<String> CURRENT = Set.of("read:confluence-user", "read:content-details:confluence");
    private static final Set<String> USER = Set.of("read:confluence-user", "read:user:confluence");
    private static final Set<String> USERS = Set.of("read:user:confluence");
    private static final int MOST = 250;
    /** What is more is cut off without a word. */
    private static final int MOST_OF_V1 = 100;

    private final Backstage backstage;
    private final Accounts accounts;
    private final UserJson shapes;

    UserRoute(Backstage backstage, Accounts accounts) {
        this.backstage = backstage;
        this.accounts = accounts;
        this.shapes = new UserJson(backstage, accounts);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/wiki/rest/api/user/current", Family.V1, CURRENT, this::current),
                Route.get("/wiki/rest/api/user", Family.V1, USER, this::one),
                Route.get("/wiki/rest/api/user/anonymous", Family.V1, USER, this::anonymous),
                Route.get("/wiki/rest/api/user/bulk", Family.V1, USER, this::severalOfV1),
                Route.of("POST", "/wiki/api/v2/users-bulk", Family.V2, USERS, this::several));
    }

    private SimulatedResponse current(Call call) {
        List<String> expand = call.parameters().texts("expand", Integer.MAX_VALUE);
        Account account = call.account();
        ObjectNode user =
                account == null ? anonymous() : shapes.v1(account.person()).put("locale", "en_US");
        ObjectNode expandable = backstage.json().object();
        if (expand.contains("operations")) {
            addOperations(user.putArray("operations"), account != null, account != null && account.administrator());
        } else {
            expandable.put("operations", "");
        }
        if (account != null) {
            expandable.put("personalSpace", "");
        }
        user.set("_expandable", expandable);
        return answer(user, account == null ? "" : account.person().accountId());
    }

    /** As nobody's key is answered here, with a little more than elsewhere. */
    private ObjectNode anonymous() {
        return shapes.anonymous().put("isExternalCollaborator", false).put("isGuest", false);
    }

    private SimulatedResponse one(Call call) {
        requireUser(call);
        String id = call.parameters().text("accountId").orElse("");
        Person person = accounts.person(id)
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V1)));
        ObjectNode user = shapes.v1(person);
        user.putObject("_expandable").put("operations", "").put("personalSpace", "");
        return answer(user, id);
    }

    private SimulatedResponse anonymous(Call call) {
        ObjectNode user = shapes.anonymous();
        user.putObject("_expandable").put("operations", "");
        return answer(user, "");
    }

    private SimulatedResponse answer(ObjectNode user, String accountId) {
        ObjectNode links = user.putObject("_links");
        if (!accountId.isEmpty()) {
            links.put("self", backstage.siteBase() + "/rest/api/user?accountId=" + accountId);
        }
        links.put("base", backstage.siteBase().toString());
        links.put("context", "/wiki");
        return backstage.json().answer(200, user);
    }

    private SimulatedResponse severalOfV1(Call call) {
        requireUser(call);
        List<Person> found = call.parameters().texts("accountId", Integer.MAX_VALUE).stream()
                .limit(MOST_OF_V1)
                .distinct()
                .flatMap(id -> accounts.person(id).stream())
                .toList();
        return new V1Listing(backstage).answer(call, found, shapes::v1Row);
    }

    /** Ids that nobody has are left out. */
    private SimulatedResponse several(Call call) {
        if (call.account() == null) {
            throw new ApiProblem(backstage.errors().notFound(Family.V2));
        }
        JsonNode ids = call.json().path("accountIds");
        if (!ids.isArray() || ids.size() > MOST) {
            throw new ApiProblem(
                    backstage.errors().refused(400, "accountIds must be a list of at most " + MOST + " account ids"));
        }
        List<String> wanted = new ArrayList<>();
        ids.forEach(id -> wanted.add(id.asText()));
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        wanted.stream()
                .distinct()
                .flatMap(id -> accounts.person(id).stream())
                .map(shapes::v2)
                .forEach(results::add);
        body.putObject("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, body);
    }

    private void requireUser(Call call) {
        if (call.account() == null) {
            throw new ApiProblem(backstage.errors().notPermittedToUse(Family.V1));
        }
    }

    private void addOperations(ArrayNode operations, boolean known, boolean administrator) {
        Includes includes = backstage.includes();
        operations.add(includes.operation("use", "application"));
        if (known) {
            operations.add(includes.operation("create_space", "application"));
        }
        if (administrator) {
            operations.add(includes.operation("administer", "application"));
        }
    }
}
