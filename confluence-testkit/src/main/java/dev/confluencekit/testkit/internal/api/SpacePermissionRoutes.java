package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceGrant;
import dev.confluencekit.testkit.internal.site.SpacePrincipal;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import dev.confluencekit.testkit.internal.site.SpaceRoles;
import java.util.List;
import java.util.Set;

/**
 * Who may do what in spaces: told by version 2, changed one by one by version 1, which refuses to where spaces are governed by
 * roles alone.
 */
final class SpacePermissionRoutes {

    private static final String PERMISSION = "/wiki/rest/api/space/([^/]+)/permission";
    private static final Set<String> WRITE = Set.of("write:space.permission:confluence");

    private final Backstage backstage;
    private final SpaceRoles roles;
    private final SpacePrincipals principals;
    private final Owners owners;
    private final Problems problems;

    SpacePermissionRoutes(Backstage backstage, SpaceRoles roles, SpacePrincipals principals) {
        this.backstage = backstage;
        this.roles = roles;
        this.principals = principals;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/wiki/api/v2/spaces/([^/]+)/permissions",
                        Family.V2,
                        Set.of("read:space:confluence"),
                        this::list),
                Route.get(
                        "/wiki/api/v2/space-permissions",
                        Family.V2,
                        Set.of("read:space.permission:confluence"),
                        this::available),
                Route.of("POST", PERMISSION, Family.V1, WRITE, this::grant),
                Route.of("POST", PERMISSION + "/custom-content", Family.V1, WRITE, this::grantCustomContent),
                Route.of("DELETE", PERMISSION + "/([^/]+)", Family.V1, WRITE, this::revoke));
    }

    /** {@code SpacePermissionAssignment}. */
    static ObjectNode shape(Json json, SpaceGrant grant) {
        ObjectNode node = json.object();
        node.put("id", String.valueOf(grant.id()));
        node.putObject("principal")
                .put("type", grant.principal().type().permissionName())
                .put("id", grant.principal().id());
        node.putObject("operation")
                .put("key", grant.right().operation())
                .put("targetType", grant.right().target());
        return node;
    }

    private SimulatedResponse list(Call call) {
        SpaceEntry space = backstage.store().space(owners.space(call)).orElseThrow();
        Ordering<SpaceGrant> order = Ordering.byNumber("id", SpaceGrant::id);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(space.grants().all()),
                        grant -> true,
                        grant -> shape(backstage.json(), grant));
    }

    private SimulatedResponse available(Call call) {
        if (!roles.alone()) {
            throw new ApiProblem(backstage.errors().notFound(Family.V2));
        }
        Ordering<SpaceRight> order = Ordering.byNumber("id", SpaceRight.ALL::indexOf);
        return backstage
                .listing()
                .answer(call.path(), call.parameters(), order, SpaceRight.ALL, right -> true, this::shape);
    }

    private ObjectNode shape(SpaceRight right) {
        ObjectNode node = backstage.json().object();
        node.put("id", right.id());
        node.put("displayName", right.operation() + " " + right.target());
        node.put("description", "Lets people " + right.operation() + " " + right.target());
        ArrayNode required = node.putArray("requiredPermissionIds");
        if (!right.equals(SpaceRight.READ)) {
            required.add(SpaceRight.READ.id());
        }
        return node;
    }

    private SimulatedResponse grant(Call call) {
        SpaceEntry space = writable(call);
        JsonNode body = call.json();
        SpacePrincipal principal = principals
                .findV1(
                        body.at("/subject/type").asText(),
                        body.at("/subject/identifier").asText())
                .orElseThrow(() -> bad("No such user or group found"));
        SpaceRight right = SpaceRight.of(body.at("/operation/key").asText() + "/"
                        + body.at("/operation/target").asText())
                .orElseThrow(() -> bad("The operation cannot be granted in spaces"));
        SpaceGrant grant =
                problems.checked(Family.V1, () -> backstage.spaceWriter().grant(space.id(), principal, right));
        ObjectNode node = backstage.json().object();
        node.put("id", grant.id());
        node.putObject("subject")
                .put("type", principal.type() == SpacePrincipal.Type.GROUP ? "group" : "user")
                .put("identifier", principal.equals(SpacePrincipal.ANYBODY) ? "anonymous" : principal.id());
        node.putObject("operation").put("key", right.operation()).put("target", right.target());
        node.putObject("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, node);
    }

    /** A key is no app's. */
    private SimulatedResponse grantCustomContent(Call call) {
        writable(call);
        throw new ApiProblem(backstage.errors().v1(403, false, "Only apps can access this REST resource", "Forbidden"));
    }

    private SimulatedResponse revoke(Call call) {
        SpaceEntry space = writable(call);
        long id = call.parameters().id("id", call.arguments().get(1), "Long");
        problems.checked(Family.V1, () -> backstage.spaceWriter().revoke(space.id(), id));
        return SimulatedResponse.empty(204);
    }

    private SpaceEntry writable(Call call) {
        SpaceEntry space = backstage.store().spaces().stream()
                .filter(one -> one.key().equals(call.argument()) && call.maySee(one))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        backstage.errors().v1(404, true, "No space with key : " + call.argument(), "Not Found")));
        Account account = call.account();
        if (account == null || !Rights.administers(call, space)) {
            throw new ApiProblem(backstage
                    .errors()
                    .v1(403, false, "Only who administers the space may change its permissions", "Forbidden"));
        }
        if (roles.alone()) {
            throw bad("InvalidRbacOperationException: The permissions of this space are managed by roles");
        }
        return space;
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }
}
