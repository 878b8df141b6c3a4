package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Labels;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * Labels of pages, blog posts and attachments: read by version 2, written by version 1. There is no registry of labels: one
 * that the content does not have cannot be removed from it.
 */
final class LabelRoutes {

    private static final String V1 = "/wiki/rest/api/content/([^/]+)/label";
    private static final int LONGEST = 255;
    private static final Set<String> READ_ATTACHMENT = Set.of("read:attachment:confluence");
    private static final Set<String> READ = Set.of("read:page:confluence");
    private static final Set<String> READ_CUSTOM = Set.of("read:custom-content:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:label:confluence");

    private final Backstage backstage;
    private final Labels attached;
    private final Subjects subjects;
    private final Owners owners;
    private final EditGuard guard;

    LabelRoutes(Backstage backstage, Labels attached, Subjects subjects) {
        this.backstage = backstage;
        this.attached = attached;
        this.subjects = subjects;
        this.owners = new Owners(backstage);
        this.guard = new EditGuard(backstage.errors());
    }

    /** What has labels: how they are now, and how to replace them. */
    private record Labelled(String wireId, List<String> labels, Consumer<List<String>> write) {}

    List<Route> routes() {
        String v2 = "/wiki/api/v2/%s/([^/]+)/labels";
        return List.of(
                Route.get(
                        v2.formatted("pages"),
                        Family.V2,
                        READ,
                        call -> list(
                                call, owners.content(call, ContentKind.PAGE).labels())),
                Route.get(
                        v2.formatted("blogposts"),
                        Family.V2,
                        READ,
                        call -> list(
                                call,
                                owners.content(call, ContentKind.BLOG_POST).labels())),
                Route.get(
                        v2.formatted("custom-content"),
                        Family.V2,
                        READ_CUSTOM,
                        call -> list(
                                call, owners.content(call, ContentKind.CUSTOM).labels())),
                Route.get(
                        v2.formatted("attachments"),
                        Family.V2,
                        READ_ATTACHMENT,
                        call -> list(call, attached.of(subjects.attachment(call).id()))),
                Route.of("POST", V1, Family.V1, WRITE, this::add),
                Route.of("DELETE", V1, Family.V1, WRITE, this::removeByQuery),
                Route.of("DELETE", V1 + "/([^/]+)", Family.V1, WRITE, this::removeByPath));
    }

    private SimulatedResponse list(Call call, List<String> all) {
        Optional<String> prefix = call.parameters().oneOf("prefix", LabelText.PREFIXES);
        List<String> labels = all.stream()
                .filter(label -> prefix.map(LabelText.prefix(label)::equals).orElse(true))
                .toList();
        Ordering<String> order = LabelText.order(call, labels);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(labels),
                        row -> true,
                        backstage.includes()::label);
    }

    /** For writes. */
    private Labelled labelled(Call call) {
        String id = call.argument();
        if (id.startsWith("att")) {
            AttachmentEntry file = subjects.attachment(call, id, Family.V1);
            guard.orForbidden(call, subjects.page(call, file));
            return new Labelled(id, attached.of(file.id()), labels -> attached.set(file.id(), labels));
        }
        PageEntry page = guard.orForbidden(call, owners.content(call));
        return new Labelled(id, page.labels(), labels -> backstage.editor().label(page.id(), labels));
    }

    private SimulatedResponse add(Call call) {
        Labelled content = labelled(call);
        owners.author(call, Family.V1);
        JsonNode body = call.json();
        List<String> labels = new ArrayList<>(content.labels());
        Iterable<JsonNode> added = body.isArray() ? body : List.of(body);
        StreamSupport.stream(added.spliterator(), false).map(this::label).forEach(label -> {
            if (!labels.contains(label)) {
                labels.add(label);
            }
        });
        content.write().accept(labels);
        ObjectNode answer = backstage.json().object();
        ArrayNode results = answer.putArray("results");
        labels.forEach(label -> results.add(backstage.includes().label(label).put("label", label)));
        answer.put("start", 0);
        answer.put("limit", 200);
        answer.put("size", labels.size());
        answer.putObject("_links")
                .put("self", backstage.siteBase() + "/rest/api/content/" + content.wireId() + "/label");
        return backstage.json().answer(200, answer);
    }

    private String label(JsonNode written) {
        String prefix = written.path("prefix").asText("global");
        String name = written.path("name").asText("").toLowerCase(Locale.ROOT);
        if (name.isBlank() || name.length() > LONGEST || name.contains(" ") || name.contains(":")) {
            throw bad("The label name is not valid");
        }
        if (!LabelText.PREFIXES.contains(prefix)) {
            throw bad("The label prefix is not valid");
        }
        return LabelText.of(prefix, name);
    }

    private SimulatedResponse removeByQuery(Call call) {
        return remove(call, call.parameters().text("name").orElse(""));
    }

    private SimulatedResponse removeByPath(Call call) {
        String name = call.arguments().get(1);
        if (name.contains("/")) {
            throw bad("The label name must not have a \"/\" character");
        }
        return remove(call, name);
    }

    private SimulatedResponse remove(Call call, String name) {
        Labelled content = labelled(call);
        owners.author(call, Family.V1);
        List<String> labels = new ArrayList<>(content.labels());
        if (!labels.removeIf(
                label -> label.equals(name) || LabelText.name(label).equals(name))) {
            throw new ApiProblem(backstage.errors().notFound(Family.V1));
        }
        content.write().accept(labels);
        return SimulatedResponse.empty(204);
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }
}
