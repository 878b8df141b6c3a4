package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.InlineTask;
import dev.confluencekit.testkit.internal.site.InlineTasks;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tasks in the bodies of current pages and blog posts: lists, one, and ticking one. */
final class InlineTaskRoutes {

    private static final String ALL = "/wiki/api/v2/tasks";
    private static final Set<String> READ = Set.of("read:task:confluence");
    private static final Set<String> WRITE = Set.of("write:task:confluence");
    private static final int MOST = 250;

    private final Backstage backstage;
    private final InlineTasks tasks;
    private final BodyFormats bodies;
    private final Owners owners;
    private final Rights rights;
    private final Problems problems;
    private final EditGuard guard;

    InlineTaskRoutes(Backstage backstage, InlineTasks tasks, BodyFormats bodies) {
        this.backstage = backstage;
        this.tasks = tasks;
        this.bodies = bodies;
        this.owners = new Owners(backstage);
        this.rights = new Rights(backstage.store());
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Family.V2, READ, this::list),
                Route.get(ALL + "/([^/]+)", Family.V2, READ, this::get),
                Route.of("PUT", ALL + "/([^/]+)", Family.V2, WRITE, this::update));
    }

    private SimulatedResponse list(Call call) {
        Parameters parameters = call.parameters();
        Optional<String> format = parameters.oneOf("body-format", BodyFormats.OF_LISTS);
        Predicate<InlineTask> wanted = wanted(parameters);
        Ordering<InlineTask> order = Ordering.byNumber("id", InlineTask::id);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        parameters,
                        order,
                        order.sorted(all(call, among(parameters))),
                        wanted,
                        task -> shape(task, format));
    }

    /** Which pages and blog posts are looked into; the two filters add up. */
    private static Predicate<PageEntry> among(Parameters parameters) {
        List<Long> spaces = parameters.ids("space-id", MOST, "SpaceId");
        List<Long> pages = parameters.ids("page-id", MOST, "ContentId");
        List<Long> posts = parameters.ids("blogpost-id", MOST, "ContentId");
        return page -> (spaces.isEmpty() || spaces.contains(page.spaceId()))
                && (pages.isEmpty() && posts.isEmpty()
                        || (page.kind() == ContentKind.PAGE ? pages : posts).contains(page.id()));
    }

    private static Predicate<InlineTask> wanted(Parameters parameters) {
        boolean blank = parameters.flag("include-blank-tasks", true);
        Optional<String> status = parameters.oneOf("status", Set.of("complete", "incomplete"));
        List<Long> ids = parameters.ids("task-id", MOST, "TaskId");
        List<String> createdBy = parameters.texts("created-by", MOST);
        List<String> assignedTo = parameters.texts("assigned-to", MOST);
        List<String> completedBy = parameters.texts("completed-by", MOST);
        Predicate<InlineTask> all = task -> (blank || !task.item().blank())
                && status.map(word -> word.equals(status(task))).orElse(true)
                && (ids.isEmpty() || ids.contains(task.id()))
                && (createdBy.isEmpty() || createdBy.contains(task.createdBy()))
                && (assignedTo.isEmpty()
                        || task.item().assignee().filter(assignedTo::contains).isPresent())
                && (completedBy.isEmpty() || task.completedBy() != null && completedBy.contains(task.completedBy()));
        return all.and(within(parameters, "created-at", InlineTask::createdAt))
                .and(within(parameters, "due-at", InlineTaskRoutes::due))
                .and(within(parameters, "completed-at", InlineTask::completedAt));
    }

    /** Both ends belong to it. What has no such time is in no range. */
    private static Predicate<InlineTask> within(
            Parameters parameters, String name, Function<InlineTask, @Nullable Instant> time) {
        Optional<Long> from = millis(parameters, name + "-from");
        Optional<Long> to = millis(parameters, name + "-to");
        if (from.isEmpty() && to.isEmpty()) {
            return task -> true;
        }
        return task -> {
            Instant at = time.apply(task);
            return at != null
                    && at.toEpochMilli() >= from.orElse(Long.MIN_VALUE)
                    && at.toEpochMilli() <= to.orElse(Long.MAX_VALUE);
        };
    }

    private static Optional<Long> millis(Parameters parameters, String name) {
        return parameters.text(name).map(value -> parameters.id(name, value, "Long"));
    }

    private List<InlineTask> all(Call call, Predicate<PageEntry> among) {
        return backstage.store().pages(null, Ordering.ofPages().get(0)).stream()
                .filter(among)
                .filter(page -> isShown(call, page))
                .flatMap(page -> tasks.of(page).stream())
                .toList();
    }

    /** Unlike lists it does not lag. */
    private InlineTask find(Call call) {
        long id = call.parameters().id("id", call.argument(), "TaskId");
        return tasks.contentOf(id).stream()
                .flatMap(content -> backstage.store().page(content).stream())
                .filter(page -> isShown(call, page))
                .flatMap(page -> tasks.of(page).stream())
                .filter(task -> task.id() == id)
                .findFirst()
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V2)));
    }

    private boolean isShown(Call call, PageEntry page) {
        return page.status() == PageStatus.CURRENT
                && page.kind() != ContentKind.CUSTOM
                && call.maySee(page, backstage.store());
    }

    private SimulatedResponse get(Call call) {
        Optional<String> format = call.parameters().oneOf("body-format", BodyFormats.OF_LISTS);
        return backstage.json().answer(200, shape(find(call), format));
    }

    private SimulatedResponse update(Call call) {
        Optional<String> format = call.parameters().oneOf("body-format", BodyFormats.OF_LISTS);
        String author = owners.author(call, Family.V2);
        InlineTask task = find(call);
        if (!rights.mayWrite(call, task.page())) {
            throw new ApiProblem(backstage.errors().notFound(Family.V2));
        }
        guard.orNotThere(call, task.page(), Family.V2);
        String status = call.json().path("status").asText("");
        if (!status.equals("complete") && !status.equals("incomplete")) {
            throw new ApiProblem(backstage
                    .errors()
                    .refused(400, "The status '" + status + "' is not allowed. Allowed: [complete, incomplete]"));
        }
        problems.checked(Family.V2, () -> tasks.tick(task, status.equals("complete"), author));
        return backstage.json().answer(200, shape(find(call), format));
    }

    private ObjectNode shape(InlineTask task, Optional<String> format) {
        PageEntry page = task.page();
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(task.id()));
        node.put("localId", task.item().localId());
        node.put("spaceId", String.valueOf(page.spaceId()));
        node.put(page.kind().idMember(), String.valueOf(page.id()));
        node.put("status", status(task));
        ObjectNode body = node.putObject("body");
        format.ifPresent(asked -> body.putObject(asked)
                .put("representation", asked)
                .put("value", bodies.render(asked, page, text(task))));
        node.put("createdBy", task.createdBy());
        task.item().assignee().ifPresent(whose -> node.put("assignedTo", whose));
        node.put("createdAt", Json.timestamp(task.createdAt()));
        node.put("updatedAt", Json.timestamp(task.updatedAt()));
        Instant due = due(task);
        if (due != null) {
            node.put("dueAt", Json.timestamp(due));
        }
        if (task.completedBy() != null && task.completedAt() != null) {
            node.put("completedBy", task.completedBy());
            node.put("completedAt", Json.timestamp(task.completedAt()));
        }
        return node;
    }

    private static String status(InlineTask task) {
        return task.item().complete() ? "complete" : "incomplete";
    }

    private static @Nullable Instant due(InlineTask task) {
        return task.item()
                .due()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(null);
    }

    private static PageVersion text(InlineTask task) {
        PageVersion latest = task.page().latest();
        String body = task.item().body();
        return new PageVersion(
                latest.number(), "", false, latest.authorId(), latest.createdAt(), latest.title(), () -> body);
    }
}
