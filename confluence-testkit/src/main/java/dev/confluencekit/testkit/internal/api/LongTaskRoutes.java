package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.LongTasks;
import java.util.List;
import java.util.Set;

/** {@code GET /wiki/rest/api/longtask} and {@code /longtask/{id}}, and the answer that begins a task. */
final class LongTaskRoutes {

    private static final Set<String> READ = Set.of("read:confluence-space.summary", "read:content.metadata:confluence");

    private final Backstage backstage;

    LongTaskRoutes(Backstage backstage) {
        this.backstage = backstage;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/wiki/rest/api/longtask", Family.V1, READ, this::list),
                Route.get("/wiki/rest/api/longtask/([^/]+)", Family.V1, READ, this::get));
    }

    /** The link lacks its beginning, as the service's does; who follows it gets nowhere. */
    static SimulatedResponse begun(Backstage backstage, String id) {
        ObjectNode body = backstage.json().object();
        body.put("id", id);
        body.putObject("links").put("status", "/rest/api/longtask/" + id);
        return backstage.json().answer(202, body);
    }

    private SimulatedResponse get(Call call) {
        LongTasks.State task = backstage
                .tasks()
                .find(call.argument())
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V1)));
        ObjectNode body = shape(task);
        links(body, call.path());
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse list(Call call) {
        int start = call.parameters().number("start").orElse(0);
        int limit = call.parameters().number("limit").orElse(25);
        List<LongTasks.State> all = backstage.tasks().all();
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        all.stream().skip(start).limit(limit).map(this::shape).forEach(results::add);
        body.put("start", start);
        body.put("limit", limit);
        body.put("size", results.size());
        links(body, call.path());
        return backstage.json().answer(200, body);
    }

    private void links(ObjectNode to, String path) {
        ObjectNode links = to.putObject("_links");
        links.put("base", backstage.siteBase().toString());
        links.put("context", "/wiki");
        links.put("self", backstage.siteBase() + path.substring("/wiki".length()));
    }

    private ObjectNode shape(LongTasks.State task) {
        ObjectNode node = backstage.json().object();
        node.put("id", task.id());
        ObjectNode name = node.putObject("name");
        name.put("key", "com.atlassian.confluence.task." + task.name());
        name.putArray("args");
        node.put("elapsedTime", task.elapsed().toMillis());
        node.put("percentageComplete", task.percent());
        node.put("successful", task.finished() && task.failure() == null);
        node.put("finished", task.finished());
        ArrayNode messages = node.putArray("messages");
        if (task.finished() && task.failure() == null) {
            message(messages, "Finished");
        }
        ArrayNode errors = node.putArray("errors");
        if (task.failure() != null) {
            message(errors, task.failure());
        }
        ObjectNode details = node.putObject("additionalDetails");
        if (task.destinationId() != null) {
            details.put("destinationId", task.destinationId());
        }
        return node;
    }

    private static void message(ArrayNode to, String text) {
        ObjectNode message = to.addObject();
        message.put("translation", text);
        message.putArray("args");
    }
}
