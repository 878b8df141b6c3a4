package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.Classifications;
import dev.confluencekit.testkit.internal.site.Classifications.Level;
import dev.confluencekit.testkit.internal.site.Classifications.Target;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Classification levels, those of pages, blog posts, whiteboards and databases, and the defaults of spaces, which hold where there is no other. On a
 * site without levels none of it is found.
 */
final class ClassificationRoutes {

    private static final Set<String> STATUSES = Set.of("current", "draft", "archived");
    private static final List<String> WRITTEN = List.of("current", "draft");
    private static final List<String> WRITTEN_LIVE = List.of("current");

    private final Backstage backstage;
    private final Classifications classifications;
    private final Owners owners;
    private final Problems problems;
    private final EditGuard guard;

    ClassificationRoutes(Backstage backstage, Classifications classifications) {
        this.backstage = backstage;
        this.classifications = classifications;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        String space = "/wiki/api/v2/spaces/([^/]+)/classification-level/default";
        Set<String> write = Set.of("write:space:confluence");
        List<Route> all = new ArrayList<>(List.of(
                Route.get(
                        "/wiki/api/v2/classification-levels",
                        Family.V2,
                        Set.of("read:configuration:confluence"),
                        call -> levels()),
                Route.get(space, Family.V2, Set.of("read:space:confluence"), this::getDefault),
                Route.of("PUT", space, Family.V2, write, this::setDefault),
                Route.of("DELETE", space, Family.V2, write, this::deleteDefault)));
        all.addAll(routes("pages", "page", ContentKind.PAGE));
        all.addAll(routes("blogposts", "page", ContentKind.BLOG_POST));
        for (ContentKind kind : List.of(ContentKind.WHITEBOARD, ContentKind.DATABASE)) {
            all.addAll(routes(TreeNodeRoutes.segment(kind), kind.wireName(), kind));
        }
        return all;
    }

    private List<Route> routes(String segment, String scope, ContentKind kind) {
        String path = "/wiki/api/v2/" + segment + "/([^/]+)/classification-level";
        Set<String> write = Set.of("write:" + scope + ":confluence");
        return List.of(
                Route.get(path, Family.V2, Set.of("read:" + scope + ":confluence"), call -> get(call, kind)),
                Route.of("PUT", path, Family.V2, write, call -> set(call, kind)),
                Route.of("POST", path + "/reset", Family.V2, write, call -> reset(call, kind)));
    }

    private SimulatedResponse levels() {
        requireEntitlement();
        ArrayNode all = new ObjectMapper().createArrayNode();
        classifications.levels().forEach(level -> all.add(shape(level)));
        return backstage.json().answer(200, all);
    }

    private SimulatedResponse getDefault(Call call) {
        return answer(classifications.of(new Target(owners.space(call), false)));
    }

    private SimulatedResponse setDefault(Call call) {
        Target space = administered(call);
        String level = call.json().path("id").asText("");
        problems.checked(Family.V2, () -> classifications.set(space, level));
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse deleteDefault(Call call) {
        classifications.reset(administered(call));
        return SimulatedResponse.empty(204);
    }

    private Target administered(Call call) {
        requireEntitlement();
        SpaceEntry space = backstage.store().space(owners.space(call)).orElseThrow();
        if (!Rights.administers(call, space)) {
            throw notThere();
        }
        return new Target(space.id(), false);
    }

    private SimulatedResponse get(Call call, ContentKind kind) {
        String status = call.parameters().oneOf("status", STATUSES).orElse("current");
        boolean draft = status.equals("draft");
        PageEntry page = content(call, kind);
        if (!draft && !page.status().wireName().equals(status)) {
            throw notThere();
        }
        return answer(classifications
                .of(new Target(page.id(), draft))
                .or(() -> classifications.of(new Target(page.id(), false)))
                .or(() -> classifications.of(new Target(page.spaceId(), false))));
    }

    private SimulatedResponse set(Call call, ContentKind kind) {
        requireEntitlement();
        owners.author(call, Family.V2);
        JsonNode body = call.json();
        Target target = new Target(editable(call, kind).id(), draft(body, kind));
        problems.checked(
                Family.V2, () -> classifications.set(target, body.path("id").asText("")));
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse reset(Call call, ContentKind kind) {
        requireEntitlement();
        owners.author(call, Family.V2);
        classifications.reset(new Target(editable(call, kind).id(), draft(call.json(), kind)));
        return SimulatedResponse.empty(204);
    }

    private PageEntry editable(Call call, ContentKind kind) {
        return guard.orNotThere(call, content(call, kind), Family.V2);
    }

    /** Drafts, too. */
    private PageEntry content(Call call, ContentKind kind) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        return backstage
                .store()
                .page(id)
                .filter(page -> page.kind() == kind && call.maySee(page, backstage.store()))
                .orElseThrow(this::notThere);
    }

    /** What is edited live has no drafts. */
    private boolean draft(JsonNode body, ContentKind kind) {
        List<String> allowed = kind.isTreeNode() ? WRITTEN_LIVE : WRITTEN;
        String status = body.path("status").asText("");
        if (!allowed.contains(status)) {
            throw new ApiProblem(
                    backstage.errors().refused(400, "The status '" + status + "' is not allowed. Allowed: " + allowed));
        }
        return status.equals("draft");
    }

    private void requireEntitlement() {
        if (classifications.levels().isEmpty()) {
            throw notThere();
        }
    }

    private SimulatedResponse answer(Optional<Level> level) {
        return backstage.json().answer(200, shape(level.orElseThrow(this::notThere)));
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V2));
    }

    private ObjectNode shape(Level level) {
        ObjectNode node = backstage.json().object();
        node.put("id", level.id());
        node.put("status", "PUBLISHED");
        node.put("order", level.order());
        node.put("name", level.name());
        node.put("description", "");
        node.put("guideline", "");
        node.put("color", "BLUE");
        return node;
    }
}
