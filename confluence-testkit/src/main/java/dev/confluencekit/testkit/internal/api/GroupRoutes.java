package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.GroupEntry;
import dev.confluencekit.testkit.internal.site.Groups;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Groups, which version 1 alone has. Who has a licence looks at them, who administers the site changes them. What calls them
 * by their names is withdrawn.
 */
final class GroupRoutes {

    private static final String ALL = "/wiki/rest/api/group";
    private static final Set<String> READ = Set.of("read:confluence-groups", "read:group:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-groups", "write:group:confluence");
    private static final Set<String> MEMBER_OF = Set.of("read:confluence-user", "read:group:confluence");
    private static final Set<String> ACCESS_TYPES = Set.of("user", "admin", "site-admin");

    private final Backstage backstage;
    private final Groups groups;
    private final Accounts accounts;
    private final UserJson users;
    private final V1Listing listing;
    private final Problems problems;

    GroupRoutes(Backstage backstage, Groups groups, Accounts accounts) {
        this.backstage = backstage;
        this.groups = groups;
        this.accounts = accounts;
        this.users = new UserJson(backstage, accounts);
        this.listing = new V1Listing(backstage);
        this.problems = new Problems(backstage.errors());
    }

    List<Route> routes() {
        String member = ALL + "/userByGroupId";
        return List.of(
                Route.get(ALL, Family.V1, READ, this::list),
                Route.of("POST", ALL, Family.V1, WRITE, this::create),
                Route.get(ALL + "/by-id", Family.V1, READ, this::get),
                Route.of("DELETE", ALL + "/by-id", Family.V1, WRITE, this::delete),
                Route.get(ALL + "/picker", Family.V1, READ, this::search),
                Route.get(ALL + "/([^/]+)/membersByGroupId", Family.V1, READ, this::members),
                Route.of("POST", member, Family.V1, WRITE, this::addMember),
                Route.of("DELETE", member, Family.V1, WRITE, this::removeMember),
                Route.get("/wiki/rest/api/user/memberof", Family.V1, MEMBER_OF, this::of),
                Route.any(
                        ALL + "/(?:by-name|user|[^/]+/member)",
                        Family.V1,
                        Set.of(),
                        call -> backstage.errors().gone()));
    }

    private SimulatedResponse list(Call call) {
        requireUser(call);
        call.parameters().oneOf("accessType", ACCESS_TYPES);
        return listing.answer(call, groups.all(), this::shape);
    }

    private SimulatedResponse search(Call call) {
        requireUser(call);
        String wanted = required(call, "query").toLowerCase(Locale.ROOT);
        List<GroupEntry> found = groups.all().stream()
                .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return listing.answer(call, found, this::shape);
    }

    private SimulatedResponse of(Call call) {
        requireUser(call);
        String account = required(call, "accountId");
        List<GroupEntry> found = groups.all().stream()
                .filter(group -> group.members().contains(account))
                .toList();
        return listing.answer(call, found, this::shape);
    }

    private SimulatedResponse get(Call call) {
        requireUser(call);
        return backstage.json().answer(200, shape(existing(required(call, "id"))));
    }

    private SimulatedResponse members(Call call) {
        requireUser(call);
        if (call.parameters().number("limit").orElse(0) > V1Listing.MOST) {
            throw bad("The limit is greater than " + V1Listing.MOST);
        }
        List<Person> members = existing(call.argument()).members().stream()
                .flatMap(id -> accounts.person(id).stream())
                .toList();
        return listing.answer(call, members, users::v1Row);
    }

    private SimulatedResponse create(Call call) {
        requireAdministrator(call);
        String name = call.json().path("name").asText("");
        if (name.isBlank()) {
            throw bad("The name of a group is missing");
        }
        return backstage.json().answer(201, shape(problems.checked(Family.V1, () -> groups.create(name))));
    }

    private SimulatedResponse delete(Call call) {
        requireAdministrator(call);
        String id = required(call, "id");
        problems.checked(Family.V1, () -> groups.delete(id));
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse addMember(Call call) {
        requireAdministrator(call);
        String id = required(call, "groupId");
        String account = call.json().path("accountId").asText("");
        if (account.isEmpty()) {
            throw bad("The accountId is missing");
        }
        requireKnown(account);
        problems.checked(Family.V1, () -> groups.addMember(id, account));
        return SimulatedResponse.empty(201);
    }

    private SimulatedResponse removeMember(Call call) {
        requireAdministrator(call);
        String id = required(call, "groupId");
        String account = required(call, "accountId");
        requireKnown(account);
        problems.checked(Family.V1, () -> groups.removeMember(id, account));
        return SimulatedResponse.empty(204);
    }

    private void requireKnown(String accountId) {
        if (accounts.person(accountId).isEmpty()) {
            throw new ApiProblem(backstage.errors().notFound(Family.V1));
        }
    }

    private GroupEntry existing(String id) {
        return groups.find(id)
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V1)));
    }

    private String required(Call call, String name) {
        String value = call.parameters().text(name).orElse("");
        if (value.isBlank()) {
            throw bad("The parameter '" + name + "' is required");
        }
        return value;
    }

    private void requireUser(Call call) {
        if (call.account() == null) {
            throw new ApiProblem(backstage.errors().notPermittedToUse(Family.V1));
        }
    }

    private void requireAdministrator(Call call) {
        Account account = call.account();
        if (account == null || !account.administrator()) {
            throw new ApiProblem(backstage.errors().v1(403, false, "Only who administers the site may", "Forbidden"));
        }
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }

    private ObjectNode shape(GroupEntry group) {
        ObjectNode node = backstage.json().object();
        node.put("type", "group");
        node.put("name", group.name());
        node.put("id", group.id());
        node.put("usageType", "USERBASE_GROUP");
        node.put("managedBy", "ADMINS");
        node.putObject("_links").put("self", backstage.siteBase() + "/rest/api/group/by-id?id=" + group.id());
        return node;
    }
}
