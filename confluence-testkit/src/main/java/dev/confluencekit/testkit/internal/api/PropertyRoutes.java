package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.Properties;
import dev.confluencekit.testkit.internal.site.PropertyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The properties of pages, blog posts, what else stands in trees, attachments, comments and spaces. Those of spaces are shaped a little otherwise, and created with 201. */
final class PropertyRoutes {

    private static final List<Ordering<PropertyEntry>> ORDERS = Ordering.ofProperties();

    private final Backstage backstage;
    private final Properties properties;
    private final Owners owners;
    private final Subjects subjects;
    private final Problems problems;
    private final EditGuard guard;

    PropertyRoutes(Backstage backstage, Subjects subjects) {
        this.backstage = backstage;
        this.properties = new Properties(backstage.clock());
        this.owners = new Owners(backstage);
        this.subjects = subjects;
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(routes("pages", "page", ContentKind.PAGE));
        all.addAll(routes("blogposts", "page", ContentKind.BLOG_POST));
        all.addAll(routes("custom-content", "custom-content", ContentKind.CUSTOM));
        for (ContentKind kind : ContentKind.treeNodes()) {
            all.addAll(routes(TreeNodeRoutes.segment(kind), kind.wireName(), kind));
        }
        all.addAll(routes(
                "attachments",
                "attachment",
                call -> subjects.attachment(call).id(),
                call -> editable(call, subjects.attachment(call)),
                false));
        ToLongFunction<Call> comment = call -> subjects.comment(call).id();
        all.addAll(routes("comments", "comment", comment, comment, false));
        all.addAll(routes("spaces", "space", owners::space, owners::space, true));
        return all;
    }

    private List<Route> routes(String segment, String scope, ContentKind kind) {
        return routes(
                segment,
                scope,
                call -> owners.content(call, kind).id(),
                call -> guard.orNotThere(call, owners.content(call, kind), Family.V2)
                        .id(),
                false);
    }

    private long editable(Call call, AttachmentEntry file) {
        guard.orNotThere(call, subjects.page(call, file), Family.V2);
        return file.id();
    }

    private List<Route> routes(
            String segment, String scope, ToLongFunction<Call> owner, ToLongFunction<Call> written, boolean ofSpace) {
        String path = "/wiki/api/v2/" + segment + "/([^/]+)/properties";
        String one = path + "/([^/]+)";
        Set<String> read = Set.of("read:" + scope + ":confluence");
        Set<String> write = Set.of("write:" + scope + ":confluence");
        return List.of(
                Route.get(path, Family.V2, read, call -> list(call, owner.applyAsLong(call), ofSpace)),
                Route.of("POST", path, Family.V2, write, call -> create(call, written.applyAsLong(call), ofSpace)),
                Route.get(one, Family.V2, read, call -> get(call, owner.applyAsLong(call), ofSpace)),
                Route.of("PUT", one, Family.V2, write, call -> update(call, written.applyAsLong(call), ofSpace)),
                Route.of("DELETE", one, Family.V2, write, call -> delete(call, written.applyAsLong(call))));
    }

    private SimulatedResponse list(Call call, long owner, boolean ofSpace) {
        Optional<String> key = call.parameters().text("key");
        Ordering<PropertyEntry> order = call.parameters().order(ORDERS);
        List<PropertyEntry> rows = order.sorted(properties.of(owner)).stream()
                .filter(one -> key.isEmpty() || one.key().equals(key.get()))
                .toList();
        return backstage
                .listing()
                .answer(call.path(), call.parameters(), order, rows, row -> true, row -> shape(row, ofSpace));
    }

    /** Adds the properties of content as a sub-list. */
    void include(ObjectNode to, long owner, String self) {
        include(to, owner, self, false);
    }

    /** Adds the properties of a space as a sub-list. */
    void includeOfSpace(ObjectNode to, long space, String self) {
        include(to, space, self, true);
    }

    private void include(ObjectNode to, long owner, String self, boolean ofSpace) {
        backstage.includes().add(to, "properties", self, properties.of(owner), row -> shape(row, ofSpace));
    }

    private SimulatedResponse get(Call call, long owner, boolean ofSpace) {
        PropertyEntry found = properties
                .find(owner, propertyId(call))
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V2)));
        return backstage.json().answer(200, shape(found, ofSpace));
    }

    private SimulatedResponse create(Call call, long owner, boolean ofSpace) {
        JsonNode body = call.json();
        PropertyEntry made = problems.checked(
                Family.V2, () -> properties.create(owner, key(body), value(body), owners.author(call, Family.V2)));
        return backstage.json().answer(ofSpace ? 201 : 200, shape(made, ofSpace));
    }

    private SimulatedResponse update(Call call, long owner, boolean ofSpace) {
        JsonNode body = call.json();
        int number = body.path("version").path("number").asInt();
        PropertyEntry made = problems.checked(
                Family.V2,
                () -> properties.update(
                        owner, propertyId(call), key(body), value(body), number, owners.author(call, Family.V2)));
        return backstage.json().answer(200, shape(made, ofSpace));
    }

    private SimulatedResponse delete(Call call, long owner) {
        owners.author(call, Family.V2);
        problems.checked(Family.V2, () -> properties.delete(owner, propertyId(call)));
        return SimulatedResponse.empty(204);
    }

    private static long propertyId(Call call) {
        return call.parameters().id("property-id", call.arguments().get(1), "Long");
    }

    private String key(JsonNode body) {
        String key = body.path("key").asText("");
        if (key.isBlank()) {
            throw new ApiProblem(backstage.errors().invalid("A property needs a key"));
        }
        return key;
    }

    private static String value(JsonNode body) {
        return body.path("value").toString();
    }

    private ObjectNode shape(PropertyEntry property, boolean ofSpace) {
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(property.id()));
        node.put("key", property.key());
        Json.parse(property.value()).ifPresent(value -> node.set("value", value));
        String time = Json.timestamp(property.createdAt());
        ObjectNode version = backstage.json().object();
        version.put("createdAt", time);
        version.put("message", "");
        version.put("number", property.number());
        if (ofSpace) {
            node.put("createdAt", time);
            node.put("createdBy", property.authorId());
            version.put("createdBy", property.authorId());
        } else {
            version.put("minorEdit", false);
            version.put("authorId", property.authorId());
        }
        node.set("version", version);
        return node;
    }
}
