package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.search.CqlFields;
import dev.confluencekit.testkit.internal.search.CqlProblem;
import dev.confluencekit.testkit.internal.search.CqlQuery;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.Position;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** {@code GET /wiki/rest/api/search} and {@code /content/search}: current content of spaces in use that the caller may see. */
final class SearchRoutes {

    private static final Set<String> SCOPES = Set.of("search:confluence", "read:content-details:confluence");

    private final Backstage backstage;

    SearchRoutes(Backstage backstage) {
        this.backstage = backstage;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/wiki/rest/api/search", Family.V1, SCOPES, call -> search(call, true)),
                Route.get("/wiki/rest/api/content/search", Family.V1, SCOPES, call -> search(call, false)));
    }

    private SimulatedResponse search(Call call, boolean whole) {
        Parameters parameters = call.parameters();
        String cql = parameters.text("cql").orElse("");
        // Only the search for everything finds folders.
        List<PageEntry> found = find(call, cql).stream()
                .filter(page -> whole || page.kind() != ContentKind.FOLDER)
                .toList();
        int limit = parameters.number("limit").orElse(25);
        int from = parameters.text("cursor").map(text -> position(text, cql)).orElse(0);
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        found.stream()
                .skip(from)
                .limit(limit)
                .map(page -> whole ? result(page) : V1Content.of(backstage, page))
                .forEach(results::add);
        body.put("start", from);
        body.put("limit", limit);
        body.put("size", results.size());
        if (whole) {
            body.put("totalSize", found.size());
            body.put("cqlQuery", cql);
            body.put("searchDuration", 12);
        }
        ObjectNode links = body.putObject("_links");
        links.put("base", backstage.siteBase().toString());
        links.put("context", "/wiki");
        int end = from + results.size();
        if (end < found.size()) {
            String cursor = Cursor.write(new Position("", end, 0), cql);
            // Without the /wiki that version 2 has.
            links.put(
                    "next",
                    call.path().substring("/wiki".length()) + "?"
                            + parameters.query().encodedWith("cursor", cursor));
        }
        return backstage.json().answer(200, body);
    }

    private int position(String cursor, String cql) {
        return Cursor.read(cursor, cql)
                .map(position -> (int) position.number())
                .orElseThrow(() -> bad("Invalid cursor"));
    }

    private List<PageEntry> find(Call call, String cql) {
        Account account = call.account();
        String zone = account == null ? null : account.person().timeZone();
        CqlFields fields = new CqlFields(
                backstage.store(),
                backstage.clock().instant(),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                account == null ? "" : account.person().accountId());
        boolean archivedSpaces = call.parameters().flag("includeArchivedSpaces", false);
        List<PageEntry> candidates = backstage
                .store()
                .pages(null, Ordering.ofPages().get(0))
                .stream()
                .filter(page -> page.status() == PageStatus.CURRENT && page.kind() != ContentKind.CUSTOM)
                .filter(page -> archivedSpaces || !space(page).archived())
                .filter(page -> call.maySee(page, backstage.store()))
                .toList();
        try {
            return CqlQuery.parse(cql, fields).find(candidates);
        } catch (CqlProblem problem) {
            throw bad(String.valueOf(problem.getMessage()));
        }
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage
                .errors()
                .v1(
                        400,
                        true,
                        "com.atlassian.confluence.api.service.exceptions.BadRequestException: " + message,
                        "Bad Request"));
    }

    private SpaceEntry space(PageEntry page) {
        return backstage.store().space(page.spaceId()).orElseThrow();
    }

    private ObjectNode result(PageEntry page) {
        SpaceEntry space = space(page);
        ObjectNode node = backstage.json().object();
        node.set("content", V1Content.of(backstage, page));
        node.put("title", page.title());
        node.put("excerpt", excerpt(page));
        node.put("url", WebLinks.page(page, space));
        ObjectNode container = node.putObject("resultGlobalContainer");
        container.put("title", space.name());
        container.put("displayUrl", WebLinks.space(space));
        node.putArray("breadcrumbs");
        node.put("entityType", "content");
        node.put("iconCssClass", "aui-icon content-type-" + page.kind().wireName());
        node.put("lastModified", Json.timestamp(page.latest().createdAt()));
        node.put("friendlyLastModified", "recently");
        node.put("score", 1.0);
        return node;
    }

    private static String excerpt(PageEntry page) {
        String words = page.latest().storage().get().replaceAll("<[^>]*>", " ").strip();
        return words.length() > 300 ? words.substring(0, 300) : words;
    }
}
