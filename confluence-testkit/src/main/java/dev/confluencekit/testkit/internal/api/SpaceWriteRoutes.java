package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRoles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creating, changing and deleting spaces, which version 1 does; on tenants with roles alone version 2 creates, too. */
final class SpaceWriteRoutes {

    private static final Set<String> WRITE = Set.of("write:confluence-space", "write:space:confluence");
    private static final Set<String> DELETE = Set.of("write:confluence-space", "delete:space:confluence");
    private static final String SPACES = "/wiki/rest/api/space";

    private final Backstage backstage;
    private final SpaceRoutes spaces;
    private final Errors errors;
    private final Problems problems;
    private final SpaceRoles roles;

    SpaceWriteRoutes(Backstage backstage, SpaceRoutes spaces, SpaceRoles roles) {
        this.roles = roles;
        this.backstage = backstage;
        this.spaces = spaces;
        this.errors = backstage.errors();
        this.problems = new Problems(errors);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", SPACES, Family.V1, WRITE, call -> create(call, false)),
                Route.of("POST", SPACES + "/_private", Family.V1, WRITE, call -> create(call, true)),
                Route.of("PUT", SPACES + "/([^/]+)", Family.V1, WRITE, this::update),
                Route.of("DELETE", SPACES + "/([^/]+)", Family.V1, DELETE, this::delete),
                Route.of("POST", "/wiki/api/v2/spaces", Family.V2, Set.of("write:space:confluence"), this::createV2));
    }

    private SimulatedResponse create(Call call, boolean isPrivate) {
        SpaceEntry space = created(call, Family.V1, isPrivate, call.json().at("/description/plain/value"));
        return backstage.json().answer(200, v1(space));
    }

    private SimulatedResponse createV2(Call call) {
        if (!roles.alone()) {
            throw new ApiProblem(errors.notFound(Family.V2));
        }
        JsonNode body = call.json();
        boolean isPrivate = body.path("createPrivateSpace").asBoolean();
        SpaceEntry space = created(call, Family.V2, isPrivate, body.at("/description/value"));
        ObjectNode node = spaces.bulk(space, Optional.empty(), false);
        // Of lists and single spaces only, as was seen; an icon nobody asked for is left out.
        node.remove("spaceOwnerId");
        node.remove("icon");
        node.withObjectProperty("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(201, node);
    }

    private SpaceEntry created(Call call, Family family, boolean isPrivate, JsonNode description) {
        Account author = author(call, family);
        JsonNode body = call.json();
        String name = body.path("name").asText("");
        String key = body.path("key").asText(body.path("alias").asText(""));
        if (name.isBlank() || name.length() > 200) {
            throw new ApiProblem(
                    family == Family.V1
                            ? errors.v1(400, true, "A name of 1 to 200 characters is required", "Bad Request")
                            : errors.refused(400, "A name of 1 to 200 characters is required"));
        }
        return problems.checked(
                family,
                () -> backstage
                        .spaceWriter()
                        .create(
                                key,
                                name,
                                description.asText(""),
                                author.person().accountId(),
                                isPrivate));
    }

    private SimulatedResponse update(Call call) {
        author(call, Family.V1);
        SpaceEntry space = visible(call);
        JsonNode body = call.json();
        JsonNode home = body.at("/homepage/id");
        SpaceEntry changed = problems.checked(
                Family.V1,
                () -> backstage
                        .spaceWriter()
                        .update(
                                space.key(),
                                text(body.path("name")),
                                text(body.at("/description/plain/value")),
                                text(body.path("status")),
                                home.isMissingNode() ? null : Long.valueOf(home.asText())));
        return backstage.json().answer(200, v1(changed));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /** For good; nothing goes into the trash. */
    private SimulatedResponse delete(Call call) {
        author(call, Family.V1);
        SpaceEntry space = visible(call);
        String task = backstage.tasks().begin("deleteSpace", () -> {
            backstage.spaceWriter().delete(space.id());
            return Optional.empty();
        });
        return LongTaskRoutes.begun(backstage, task);
    }

    private SpaceEntry visible(Call call) {
        return backstage.store().spaces().stream()
                .filter(space -> space.key().equals(call.argument()) && call.maySee(space))
                .findFirst()
                .orElseThrow(() ->
                        new ApiProblem(errors.v1(404, true, "No space with key : " + call.argument(), "Not Found")));
    }

    private Account author(Call call, Family family) {
        Account account = call.account();
        if (account == null) {
            throw new ApiProblem(errors.unauthorized(family, backstage.siteBase()));
        }
        return account;
    }

    /** The id is a number here, other than in version 2. */
    private ObjectNode v1(SpaceEntry space) {
        ObjectNode node = backstage.json().object();
        node.put("id", space.id());
        node.put("key", space.key());
        node.put("alias", space.key());
        node.put("name", space.name());
        node.put("type", space.type());
        node.put("status", space.status());
        node.putObject("_expandable").put("homepage", "").put("description", "");
        ObjectNode links = node.putObject("_links");
        links.put("webui", WebLinks.space(space));
        links.put("base", backstage.siteBase().toString());
        return node;
    }
}
