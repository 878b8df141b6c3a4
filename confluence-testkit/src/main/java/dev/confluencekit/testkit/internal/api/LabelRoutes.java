package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Labels of pages and blog posts: read by version 2, written by version 1. The site keeps global labels only. There is no
 * registry of labels: one that the content does not have cannot be removed from it.
 */
final class LabelRoutes {

    private static final String V1 = "/wiki/rest/api/content/([^/]+)/label";
    private static final Set<String> READ = Set.of("read:page:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:label:confluence");

    private final Backstage backstage;
    private final Owners owners;

    LabelRoutes(Backstage backstage) {
        this.backstage = backstage;
        this.owners = new Owners(backstage);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/wiki/api/v2/pages/([^/]+)/labels", Family.V2, READ, call -> list(call, ContentKind.PAGE)),
                Route.get(
                        "/wiki/api/v2/blogposts/([^/]+)/labels",
                        Family.V2,
                        READ,
                        call -> list(call, ContentKind.BLOG_POST)),
                Route.of("POST", V1, Family.V1, WRITE, this::add),
                Route.of("DELETE", V1, Family.V1, WRITE, this::removeByQuery),
                Route.of("DELETE", V1 + "/([^/]+)", Family.V1, WRITE, this::removeByPath));
    }

    private SimulatedResponse list(Call call, ContentKind kind) {
        boolean global = call.parameters()
                .oneOf("prefix", Set.of("my", "team", "global", "system"))
                .map("global"::equals)
                .orElse(true);
        List<String> labels = global ? owners.content(call, kind).labels() : List.of();
        Ordering<String> order = Ordering.byNumber("id", labels::indexOf);
        return backstage
                .listing()
                .answer(call.path(), call.parameters(), order, labels, row -> true, backstage.includes()::label);
    }

    private SimulatedResponse add(Call call) {
        PageEntry page = owners.content(call);
        owners.author(call, Family.V1);
        JsonNode body = call.json();
        List<String> names = new ArrayList<>(page.labels());
        Iterable<JsonNode> added = body.isArray() ? body : List.of(body);
        StreamSupport.stream(added.spliterator(), false)
                .map(label -> label.path("name").asText("").toLowerCase(Locale.ROOT))
                .forEach(name -> {
                    if (name.isBlank() || name.contains(" ")) {
                        throw new ApiProblem(
                                backstage.errors().v1(400, true, "The label name is not valid", "Bad Request"));
                    }
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                });
        backstage.editor().label(page.id(), names);
        ObjectNode answer = backstage.json().object();
        ArrayNode results = answer.putArray("results");
        names.forEach(name -> results.add(backstage.includes().label(name).put("label", name)));
        answer.put("start", 0);
        answer.put("limit", 200);
        answer.put("size", names.size());
        answer.putObject("_links").put("self", backstage.siteBase() + "/rest/api/content/" + page.id() + "/label");
        return backstage.json().answer(200, answer);
    }

    private SimulatedResponse removeByQuery(Call call) {
        return remove(call, call.parameters().text("name").orElse(""));
    }

    private SimulatedResponse removeByPath(Call call) {
        String name = call.arguments().get(1);
        if (name.contains("/")) {
            throw new ApiProblem(
                    backstage.errors().v1(400, true, "The label name must not have a \"/\" character", "Bad Request"));
        }
        return remove(call, name);
    }

    private SimulatedResponse remove(Call call, String name) {
        PageEntry page = owners.content(call);
        owners.author(call, Family.V1);
        List<String> names = new ArrayList<>(page.labels());
        if (!names.remove(name)) {
            throw new ApiProblem(backstage.errors().notFound(Family.V1));
        }
        backstage.editor().label(page.id(), names);
        return SimulatedResponse.empty(204);
    }
}
