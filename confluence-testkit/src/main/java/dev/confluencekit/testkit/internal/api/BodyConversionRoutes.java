package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.Conversions;
import dev.confluencekit.testkit.internal.site.Conversions.Outcome;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of bodies, one at a time or up to ten. It takes as long as other work does that goes on after its request was
 * answered. The editor's own format is known here as what it shows only, so that bodies in it end as failed.
 */
final class BodyConversionRoutes {

    private static final String CONVERT = "/wiki/rest/api/contentbody/convert/async";
    private static final Set<String> SCOPES = Set.of("read:confluence-content.all", "read:content.metadata:confluence");
    private static final Set<String> SHOWN = Set.of("editor", "export_view", "styled_view", "view");
    private static final String ADF = "atlas_doc_format";
    private static final Map<String, Set<String>> ONE =
            Map.of("storage", with(ADF), ADF, with("storage"), "editor", Set.of("storage"));
    private static final Map<String, Set<String>> BULK = Map.of("storage", SHOWN, "editor", Set.of("storage"));
    private static final int MOST_BEGUN = 10;
    private static final int MOST_ASKED = 50;

    private final Backstage backstage;
    private final BodyFormats bodies;
    private final Conversions conversions;

    BodyConversionRoutes(Backstage backstage, BodyFormats bodies) {
        this.backstage = backstage;
        this.bodies = bodies;
        this.conversions =
                new Conversions(backstage.clock(), () -> backstage.tasks().duration());
    }

    /** Where a body is read as if it stood in it. */
    private record Context(@Nullable Long spaceId, @Nullable Long contentId) {}

    /** A request, however it came. */
    private record Request(
            String to, JsonNode body, boolean cached, Optional<String> contentId, Optional<String> spaceKey) {}

    List<Route> routes() {
        return List.of(
                Route.of("POST", CONVERT + "/([^/]+)", Family.V1, SCOPES, this::begin),
                Route.get(CONVERT + "/([^/]+)", Family.V1, SCOPES, this::get),
                Route.of("POST", CONVERT + "/bulk/tasks", Family.V1, SCOPES, this::beginAll),
                Route.get(CONVERT + "/bulk/tasks", Family.V1, SCOPES, this::getAll));
    }

    private static Set<String> with(String more) {
        return Set.copyOf(Stream.concat(SHOWN.stream(), Stream.of(more)).toList());
    }

    private SimulatedResponse begin(Call call) {
        Parameters parameters = call.parameters();
        String id = begin(
                call,
                new Request(
                        call.argument(),
                        call.json(),
                        parameters.flag("allowCache", false),
                        parameters.text("contentIdContext"),
                        parameters.text("spaceKeyContext")),
                ONE);
        return backstage.json().answer(200, backstage.json().object().put("asyncId", id));
    }

    /** What cannot be begun is told by a word in the place of its id; the others are begun nevertheless. */
    private SimulatedResponse beginAll(Call call) {
        JsonNode inputs = call.json().path("conversionInputs");
        if (!inputs.isArray() || inputs.size() > MOST_BEGUN) {
            throw bad("Between 0 and " + MOST_BEGUN + " conversions can be requested");
        }
        ArrayNode ids = array();
        for (JsonNode input : inputs) {
            Request request = new Request(
                    input.path("to").asText(),
                    input.path("body"),
                    input.path("allowCache").asBoolean(false),
                    text(input, "contentIdContext"),
                    text(input, "spaceKeyContext"));
            String id;
            try {
                id = begin(call, request, BULK);
            } catch (ApiProblem refused) {
                id = "FAILED_TO_QUEUE";
            }
            ids.addObject().put("asyncId", id);
        }
        return backstage.json().answer(200, ids);
    }

    private String begin(Call call, Request request, Map<String, Set<String>> supported) {
        String from = request.body().path("representation").asText();
        String value = request.body().path("value").asText("");
        if (!request.body().path("value").isTextual()
                || !supported.getOrDefault(from, Set.of()).contains(request.to())) {
            throw bad("A conversion from '" + from + "' to '" + request.to() + "' is not supported");
        }
        Context context = context(call, request);
        Conversions.Wanted wanted = new Conversions.Wanted(
                owner(call), from, request.to(), value, context.contentId() + "/" + context.spaceId());
        return conversions.begin(wanted, outcome(from, request.to(), value, context), request.cached());
    }

    private Context context(Call call, Request request) {
        if (request.contentId().isPresent()) {
            long id =
                    call.parameters().id("contentIdContext", request.contentId().get(), "ContentId");
            PageEntry page = backstage
                    .store()
                    .page(id)
                    .filter(found -> call.maySee(found, backstage.store()))
                    .orElseThrow(this::notThere);
            return new Context(page.spaceId(), page.id());
        }
        if (request.spaceKey().isPresent()) {
            SpaceEntry space = backstage.store().spaces().stream()
                    .filter(one -> one.key().equals(request.spaceKey().get()))
                    .filter(call::maySee)
                    .findFirst()
                    .orElseThrow(this::notThere);
            return new Context(space.id(), null);
        }
        return new Context(null, null);
    }

    private Outcome outcome(String from, String to, String value, Context context) {
        if (from.equals("editor")) {
            return Outcome.failed("The body in the editor's format cannot be read");
        }
        String storage = from.equals(ADF) ? AdfToStorage.convert(doc(value)) : value;
        try {
            return Outcome.of(bodies.render(to, storage, context.spaceId(), context.contentId()));
        } catch (IllegalArgumentException malformed) {
            throw bad("The body is " + malformed.getMessage());
        }
    }

    private JsonNode doc(String adf) {
        return Json.parse(adf)
                .filter(doc -> doc.path("type").asText().equals("doc"))
                .orElseThrow(() -> bad("The body is no Atlassian document"));
    }

    private SimulatedResponse get(Call call) {
        Conversions.State state = conversions.find(call.argument()).orElseThrow(this::notThere);
        if (!state.owner().equals(owner(call))) {
            throw new ApiProblem(
                    backstage.errors().v1(403, false, "The conversion was requested by another user", "Forbidden"));
        }
        return backstage.json().answer(200, shape(state));
    }

    /** Those that are there and the caller's. */
    private SimulatedResponse getAll(Call call) {
        List<String> ids = call.parameters().query().list("ids");
        if (ids.isEmpty() || ids.size() > MOST_ASKED) {
            throw bad("Between 1 and " + MOST_ASKED + " results can be requested");
        }
        ArrayNode results = array();
        for (String id : ids) {
            conversions
                    .find(id)
                    .filter(state -> state.owner().equals(owner(call)))
                    .ifPresent(state -> results.add(shape(state)));
        }
        return backstage.json().answer(200, results);
    }

    private ObjectNode shape(Conversions.State state) {
        ObjectNode node = backstage.json().object();
        Outcome outcome = state.outcome();
        if (outcome != null && outcome.value() != null) {
            node.put("value", outcome.value());
            node.put("representation", state.to());
        }
        if (outcome != null && outcome.problem() != null) {
            node.put("error", outcome.problem());
        }
        node.put("renderTaskId", state.id());
        node.put("status", state.status());
        ObjectNode expandable = node.putObject("_expandable");
        for (String part : List.of("content", "embeddedContent", "webresource", "mediaToken")) {
            expandable.put(part, "");
        }
        node.putObject("_links").put("base", backstage.siteBase().toString());
        return node;
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.of(node.path(member)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static String owner(Call call) {
        Account account = call.account();
        return account == null ? "" : account.person().accountId();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V1));
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }
}
