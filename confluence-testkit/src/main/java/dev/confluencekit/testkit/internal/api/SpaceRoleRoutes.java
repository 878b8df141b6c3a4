package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpacePrincipal;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import dev.confluencekit.testkit.internal.site.SpaceRole;
import dev.confluencekit.testkit.internal.site.SpaceRoles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Roles, and who has which in a space. Where spaces are not governed by roles, only the mode is told; the rest is not there.
 * A change of a role reaches those who hold it by work that goes on after its request was answered.
 */
final class SpaceRoleRoutes {

    private static final String ROLES = "/wiki/api/v2/space-roles";
    private static final String ASSIGNMENTS = "/wiki/api/v2/spaces/([^/]+)/role-assignments";
    private static final Set<String> READ = Set.of("read:space.permission:confluence");
    private static final Set<String> CONFIGURE = Set.of("write:configuration:confluence");

    private final Backstage backstage;
    private final SpaceRoles roles;
    private final SpacePrincipals principals;
    private final Owners owners;
    private final Problems problems;

    SpaceRoleRoutes(Backstage backstage, SpaceRoles roles, SpacePrincipals principals) {
        this.backstage = backstage;
        this.roles = roles;
        this.principals = principals;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
    }

    /** Who has a role, and its place in the list. */
    private record Assignment(int place, SpacePrincipal principal, String roleId) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/wiki/api/v2/space-role-mode", Family.V2, Set.of("read:configuration:confluence"), this::mode),
                Route.get(ROLES, Family.V2, READ, this::list),
                Route.of("POST", ROLES, Family.V2, CONFIGURE, this::create),
                Route.get(ROLES + "/([^/]+)", Family.V2, READ, this::get),
                Route.of("PUT", ROLES + "/([^/]+)", Family.V2, CONFIGURE, this::update),
                Route.of("DELETE", ROLES + "/([^/]+)", Family.V2, CONFIGURE, this::delete),
                Route.get(ASSIGNMENTS, Family.V2, READ, this::assignments),
                Route.of("POST", ASSIGNMENTS, Family.V2, Set.of("write:space.permission:confluence"), this::assign));
    }

    /** {@code SpaceRoleAssignment}. */
    static ObjectNode shape(Json json, SpacePrincipal principal, String roleId) {
        ObjectNode node = json.object();
        node.putObject("principal")
                .put("principalType", principal.type().name())
                .put("principalId", principal.id());
        node.put("roleId", roleId);
        return node;
    }

    private SimulatedResponse mode(Call call) {
        ObjectNode body = backstage.json().object();
        body.put("mode", roles.alone() ? "ROLES" : "PRE_ROLES");
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse list(Call call) {
        requireRoles();
        Parameters parameters = call.parameters();
        Optional<Long> spaceId = parameters.text("space-id").map(id -> parameters.id("space-id", id, "SpaceId"));
        if (spaceId.isPresent()
                && backstage.store().space(spaceId.get()).filter(call::maySee).isEmpty()) {
            throw notThere();
        }
        Optional<SpacePrincipal> holder = principal(parameters);
        Optional<String> type = parameters.text("role-type");
        Predicate<SpaceRole> filter = role -> type.map(type(role)::equals).orElse(true)
                && holder.map(who -> spaces(call, spaceId)
                                .anyMatch(space ->
                                        role.id().equals(space.grants().roles().get(who))))
                        .orElse(true);
        List<SpaceRole> all = roles.all();
        Ordering<SpaceRole> order = Ordering.byNumber("id", all::indexOf);
        return backstage.listing().answer(call.path(), parameters, order, all, filter, this::shape);
    }

    private Stream<SpaceEntry> spaces(Call call, Optional<Long> id) {
        return backstage.store().spaces().stream()
                .filter(call::maySee)
                .filter(space -> id.isEmpty() || id.get() == space.id());
    }

    private SimulatedResponse get(Call call) {
        requireRoles();
        ObjectNode node = shape(roles.find(call.argument()).orElseThrow(this::notThere));
        node.putObject("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, node);
    }

    private SimulatedResponse create(Call call) {
        requireAdministrator(call);
        JsonNode body = call.json();
        SpaceRole role = problems.checked(
                Family.V2, () -> roles.create(required(body, "name"), required(body, "description"), rights(body)));
        return backstage.json().answer(201, shape(role));
    }

    private SimulatedResponse update(Call call) {
        requireAdministrator(call);
        JsonNode body = call.json();
        SpaceRole role = problems.checked(
                Family.V2,
                () -> roles.changed(
                        call.argument(), required(body, "name"), required(body, "description"), rights(body)));
        String other = body.path("anonymousReassignmentRoleId").asText("");
        if (!other.isEmpty()) {
            role(other);
        }
        String task = backstage.tasks().begin("updateSpaceRole", () -> {
            roles.replace(role, roles.find(other).orElse(null));
            return Optional.empty();
        });
        ObjectNode node = shape(role);
        node.remove("spacePermissions");
        node.put("taskId", task);
        return backstage.json().answer(202, node);
    }

    private SimulatedResponse delete(Call call) {
        requireAdministrator(call);
        String id = call.argument();
        problems.checked(Family.V2, () -> roles.requireCustom(id));
        String task = backstage.tasks().begin("deleteSpaceRole", () -> {
            roles.delete(id);
            return Optional.empty();
        });
        return backstage.json().answer(202, backstage.json().object().put("taskId", task));
    }

    private SimulatedResponse assignments(Call call) {
        requireRoles();
        SpaceEntry space = backstage.store().space(owners.space(call)).orElseThrow();
        Parameters parameters = call.parameters();
        Optional<SpacePrincipal> holder = principal(parameters);
        Optional<String> roleId = parameters.text("role-id");
        Optional<String> type = parameters.text("role-type");
        List<Map.Entry<SpacePrincipal, String>> given =
                List.copyOf(space.grants().roles().entrySet());
        List<Assignment> all = IntStream.range(0, given.size())
                .mapToObj(place -> new Assignment(
                        place, given.get(place).getKey(), given.get(place).getValue()))
                .toList();
        Predicate<Assignment> filter = one -> holder.map(one.principal()::equals)
                        .orElse(true)
                && roleId.map(one.roleId()::equals).orElse(true)
                && type.map(wanted -> wanted.equals(type(role(one.roleId())))).orElse(true);
        Ordering<Assignment> order = Ordering.byNumber("id", Assignment::place);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        parameters,
                        order,
                        all,
                        filter,
                        one -> shape(backstage.json(), one.principal(), one.roleId()));
    }

    /** All or nothing; answers those that were given. */
    private SimulatedResponse assign(Call call) {
        requireRoles();
        SpaceEntry space = backstage.store().space(owners.space(call)).orElseThrow();
        if (!Rights.administers(call, space)) {
            throw notThere();
        }
        Map<SpacePrincipal, Optional<SpaceRole>> wanted = new LinkedHashMap<>();
        for (JsonNode entry : call.json()) {
            SpacePrincipal who = principals
                    .find(
                            entry.at("/principal/principalType").asText(),
                            entry.at("/principal/principalId").asText())
                    .orElseThrow(() -> bad("There is no such principal"));
            wanted.put(
                    who,
                    entry.hasNonNull("roleId")
                            ? Optional.of(role(entry.path("roleId").asText()))
                            : Optional.empty());
        }
        problems.checked(Family.V2, () -> backstage.spaceWriter().assign(space.id(), wanted));
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        wanted.forEach((who, role) -> role.ifPresent(given -> results.add(shape(backstage.json(), who, given.id()))));
        body.putObject("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, body);
    }

    private ObjectNode shape(SpaceRole role) {
        ObjectNode node = backstage.json().object();
        node.put("id", role.id());
        node.put("type", type(role));
        node.put("name", role.name());
        node.put("description", role.description());
        ArrayNode rights = node.putArray("spacePermissions");
        SpaceRight.ALL.stream()
                .filter(role.rights()::contains)
                .map(SpaceRight::id)
                .forEach(rights::add);
        return node;
    }

    private static String type(SpaceRole role) {
        return role.system() ? "SYSTEM" : "CUSTOM";
    }

    private Optional<SpacePrincipal> principal(Parameters parameters) {
        Optional<String> type = parameters.text("principal-type");
        Optional<String> id = parameters.text("principal-id");
        if (type.isPresent() != id.isPresent()) {
            throw bad("principal-id and principal-type belong together");
        }
        return type.map(
                known -> principals.find(known, id.orElseThrow()).orElseThrow(() -> bad("There is no such principal")));
    }

    private SpaceRole role(String id) {
        return roles.find(id).orElseThrow(() -> bad("There is no such role"));
    }

    private String required(JsonNode body, String member) {
        if (!body.path(member).isTextual()) {
            throw bad("The member '" + member + "' is required");
        }
        return body.path(member).asText();
    }

    private List<String> rights(JsonNode body) {
        if (!body.path("spacePermissions").isArray()) {
            throw bad("The member 'spacePermissions' is required");
        }
        List<String> ids = new ArrayList<>();
        body.path("spacePermissions").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private void requireRoles() {
        if (!roles.alone()) {
            throw notThere();
        }
    }

    private void requireAdministrator(Call call) {
        requireRoles();
        Account account = call.account();
        if (account == null || !account.administrator()) {
            throw notThere();
        }
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V2));
    }

    private ApiProblem bad(String title) {
        return new ApiProblem(backstage.errors().refused(400, title));
    }
}
