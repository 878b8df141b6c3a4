package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentChange;
import dev.confluencekit.testkit.internal.site.ContentDraft;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.CustomContents;
import dev.confluencekit.testkit.internal.site.CustomPlace;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Custom content: lists by its type, one, what is in it, its versions, and the writes. */
final class CustomContentRoutes {

    private static final String ALL = "/wiki/api/v2/custom-content";
    private static final Set<String> READ = Set.of("read:custom-content:confluence");
    private static final Set<String> WRITE = Set.of("write:custom-content:confluence");
    private static final Set<String> DELETE = Set.of("delete:custom-content:confluence");
    private static final List<String> CONTAINERS = List.of("spaceId", "pageId", "blogPostId", "customContentId");

    private final Backstage backstage;
    private final CustomContents contents;
    private final CustomContentJson shapes;
    private final Owners owners;
    private final Subjects subjects;
    private final Problems problems;
    private final EditGuard guard;
    private final WrittenBody bodies;

    CustomContentRoutes(Backstage backstage, CustomContentJson shapes, Subjects subjects) {
        this.backstage = backstage;
        this.contents = new CustomContents(backstage.store(), backstage.writer());
        this.shapes = shapes;
        this.owners = new Owners(backstage);
        this.subjects = subjects;
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
        this.bodies = new WrittenBody(backstage.errors());
    }

    /** A body as it came: of the app's own, or storage format. */
    private record Written(String text, boolean raw) {}

    /** Where custom content is. */
    private record Container(long spaceId, @Nullable Long contentId) {}

    List<Route> routes() {
        String one = ALL + "/([^/]+)";
        return List.of(
                Route.get(ALL, Family.V2, READ, this::listAll),
                Route.get("/wiki/api/v2/spaces/([^/]+)/custom-content", Family.V2, READ, this::listInSpace),
                Route.get(
                        "/wiki/api/v2/pages/([^/]+)/custom-content",
                        Family.V2,
                        READ,
                        call -> listIn(call, ContentKind.PAGE)),
                Route.get(
                        "/wiki/api/v2/blogposts/([^/]+)/custom-content",
                        Family.V2,
                        READ,
                        call -> listIn(call, ContentKind.BLOG_POST)),
                Route.of("POST", ALL, Family.V2, WRITE, this::create),
                Route.get(one, Family.V2, READ, this::get),
                Route.of("PUT", one, Family.V2, WRITE, this::update),
                Route.of("DELETE", one, Family.V2, DELETE, this::delete),
                Route.get(one + "/children", Family.V2, READ, this::children),
                Route.get(one + "/versions", Family.V2, READ, this::versions));
    }

    private SimulatedResponse listAll(Call call) {
        List<Long> ids = call.parameters().ids("id", 250, "ContentId");
        Set<Long> spaces = new HashSet<>(call.parameters().ids("space-id", 100, "SpaceId"));
        return list(
                call,
                entry -> (ids.isEmpty() || ids.contains(entry.id()))
                        && (spaces.isEmpty() || spaces.contains(entry.spaceId())));
    }

    /** All that is in the space, wherever. */
    private SimulatedResponse listInSpace(Call call) {
        long space = owners.space(call);
        return list(call, entry -> entry.spaceId() == space);
    }

    private SimulatedResponse listIn(Call call, ContentKind kind) {
        Long container = owners.content(call, kind).id();
        return list(call, entry -> container.equals(shapes.place(entry).containerId()));
    }

    private SimulatedResponse list(Call call, Predicate<PageEntry> among) {
        String type = call.parameters().text("type").orElse("");
        requireType(type);
        Optional<String> format = call.parameters().oneOf("body-format", CustomContentJson.OF_LISTS);
        Predicate<PageEntry> filter = current(call)
                .and(entry -> shapes.place(entry).type().equals(type))
                .and(among);
        Ordering<PageEntry> order = call.parameters().order(Ordering.ofPages());
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        backstage.store().pages(null, order),
                        filter,
                        entry -> shapes.bulk(entry, format));
    }

    private Predicate<PageEntry> current(Call call) {
        return entry -> entry.kind() == ContentKind.CUSTOM
                && entry.status() == PageStatus.CURRENT
                && call.maySee(entry, backstage.store());
    }

    private SimulatedResponse children(Call call) {
        Long container = existing(call).id();
        List<Ordering<PageEntry>> orders = Ordering.ofPages().stream()
                .filter(order -> !order.name().endsWith("title"))
                .toList();
        Ordering<PageEntry> order = call.parameters().order(orders);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        backstage.store().pages(null, order),
                        current(call)
                                .and(entry ->
                                        container.equals(shapes.place(entry).containerId())),
                        shapes::child);
    }

    private SimulatedResponse get(Call call) {
        Optional<String> format = call.parameters().oneOf("body-format", CustomContentJson.OF_ONE);
        OptionalInt number = call.parameters().number("version");
        PageEntry entry = existing(call);
        PageVersion version = number.isEmpty()
                ? entry.latest()
                : entry.version(number.getAsInt()).orElseThrow(this::notThere);
        boolean historical = version.number() != entry.latest().number();
        String status = historical ? "historical" : entry.status().wireName();
        ObjectNode node = shapes.of(entry, version, status, format);
        shapes.addIncludes(node, entry, call);
        return answer(200, node);
    }

    private SimulatedResponse versions(Call call) {
        Optional<String> format = call.parameters().oneOf("body-format", CustomContentJson.OF_LISTS);
        PageEntry entry = existing(call);
        Ordering<PageVersion> order = VersionDetails.order(call);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(entry.versions()),
                        row -> true,
                        row -> shapes.version(entry, row, format));
    }

    private SimulatedResponse create(Call call) {
        String author = owners.author(call, Family.V2);
        JsonNode body = call.json();
        String type = body.path("type").asText("");
        requireType(type);
        Container container = container(call, body).orElseThrow(() -> bad("One of " + CONTAINERS + " is required"));
        SpaceEntry space = backstage.store().space(container.spaceId()).orElseThrow();
        if (!call.may(new SpaceRight("create", ContentKind.CUSTOM.grantedAs()), space)) {
            throw notThere();
        }
        Written written = written(body);
        String status = body.path("status").asText("current");
        if (!Set.of("current", "draft").contains(status)) {
            throw bad("The status '" + status + "' is not allowed. Allowed: [current, draft]");
        }
        ContentDraft draft = new ContentDraft(
                ContentKind.CUSTOM,
                container.spaceId(),
                title(body),
                written.text(),
                null,
                status.equals("draft"),
                false,
                null);
        CustomPlace place = new CustomPlace(type, container.contentId(), written.raw());
        PageEntry made = problems.checked(Family.V2, () -> contents.create(draft, place, author));
        return written(201, made);
    }

    private SimulatedResponse update(Call call) {
        String author = owners.author(call, Family.V2);
        PageEntry before = editable(call);
        JsonNode body = call.json();
        for (String member : List.of("id", "type", "status", "title", "body", "version")) {
            if (!body.hasNonNull(member)) {
                throw bad("The member '" + member + "' is required");
            }
        }
        if (!body.path("id").asText().equals(String.valueOf(before.id()))) {
            throw bad("The id of the body is not that of the path");
        }
        if (!body.path("type").asText().equals(shapes.place(before).type())) {
            throw bad("The type of custom content cannot be changed");
        }
        if (!body.path("status").asText().equals("current")) {
            throw bad("The status must be current");
        }
        Optional<Container> container = container(call, body);
        if (container.isPresent() && container.get().spaceId() != before.spaceId()) {
            throw bad("Moving to another space is not supported");
        }
        Long within = container.map(Container::contentId).orElse(null);
        if (Objects.equals(within, before.id())) {
            throw bad("Content cannot be put into itself");
        }
        Written written = written(body);
        ContentChange change = new ContentChange(
                title(body),
                written.text(),
                body.at("/version/number").asInt(),
                body.at("/version/message").asText(""),
                false,
                null);
        PageEntry made =
                problems.checked(Family.V2, () -> contents.update(before.id(), change, written.raw(), within, author));
        return written(200, made);
    }

    private SimulatedResponse delete(Call call) {
        owners.author(call, Family.V2);
        boolean purge = call.parameters().flag("purge", false);
        PageEntry before = editable(call);
        SpaceEntry space = backstage.store().space(before.spaceId()).orElseThrow();
        boolean may =
                purge ? Rights.administers(call, space) : call.may("delete", ContentKind.CUSTOM.grantedAs(), before);
        if (!may) {
            throw notThere();
        }
        problems.checked(Family.V2, () -> {
            if (purge) {
                backstage.writer().purge(before.id());
            } else {
                backstage.writer().trash(before.id());
            }
        });
        return SimulatedResponse.empty(204);
    }

    /** At most one is named. */
    private Optional<Container> container(Call call, JsonNode body) {
        List<String> named = CONTAINERS.stream().filter(body::hasNonNull).toList();
        if (named.size() > 1) {
            throw bad("Only one of " + CONTAINERS + " is allowed");
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String member = named.get(0);
        String id = body.path(member).asText();
        if (member.equals("spaceId")) {
            long number = call.parameters().id(member, id, "SpaceId");
            SpaceEntry space =
                    backstage.store().space(number).filter(call::maySee).orElseThrow(this::notThere);
            return Optional.of(new Container(space.id(), null));
        }
        ContentKind kind = ContentKind.of(member).orElseThrow();
        PageEntry within = subjects.content(call, member, id, kind);
        if (within.status() != PageStatus.CURRENT) {
            throw notThere();
        }
        return Optional.of(new Container(within.spaceId(), within.id()));
    }

    private Written written(JsonNode request) {
        JsonNode body = request.path("body");
        boolean nested = body.path("raw").isObject();
        JsonNode raw = nested ? body.path("raw") : body;
        if (nested || body.path("representation").asText().equals("raw")) {
            return new Written(raw.path("value").asText(""), true);
        }
        if (body.has("wiki") || body.path("representation").asText().equals("wiki")) {
            throw bad("The representation 'wiki' is not allowed");
        }
        return new Written(bodies.storage(request, false), false);
    }

    private String title(JsonNode body) {
        String title = body.path("title").asText("");
        if (title.isBlank()) {
            throw bad("The member 'title' is required");
        }
        return title;
    }

    /** A type that no app defines is not there; one without any content is empty. */
    private void requireType(String type) {
        if (type.isEmpty()) {
            throw bad("The type is required");
        }
        if (!CustomContents.isType(type)) {
            throw notThere();
        }
    }

    /** Of any status: nothing but its id leads to a draft. */
    private PageEntry existing(Call call) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        return backstage
                .store()
                .page(id)
                .filter(entry -> entry.kind() == ContentKind.CUSTOM && call.maySee(entry, backstage.store()))
                .orElseThrow(this::notThere);
    }

    private PageEntry editable(Call call) {
        return guard.orNotThere(call, existing(call), Family.V2);
    }

    private SimulatedResponse written(int status, PageEntry entry) {
        String format = shapes.place(entry).raw() ? "raw" : "storage";
        return answer(status, shapes.bulk(entry, Optional.of(format))).withHeader("Location", ALL + "/" + entry.id());
    }

    private SimulatedResponse answer(int status, ObjectNode node) {
        node.withObjectProperty("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(status, node);
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V2));
    }

    private ApiProblem bad(String title) {
        return new ApiProblem(backstage.errors().refused(400, title));
    }
}
