package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Caller;
import dev.confluencekit.testkit.internal.site.ContentStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation of a request, asks the {@link Doorman} whether the caller may, and answers.
 *
 * <p>The same operations are served at the site ({@code /wiki/...}) and through the gateway ({@code
 * /ex/confluence/{cloudId}/wiki/...}).
 */
public final class RestApi {

    private static final String GATEWAY = "/ex/confluence/";

    private final String cloudId;
    private final Json json;
    private final Errors errors;
    private final Doorman doorman;
    private final List<Route> routes;

    /**
     * Makes the interface of a site.
     *
     * @param cloudId the id of the site
     * @param siteBase its address for people, ending in {@code /wiki}
     * @param store its content
     * @param people the people whom mentions can name
     */
    public RestApi(String cloudId, URI siteBase, ContentStore store, List<Person> people) {
        this.cloudId = cloudId;
        this.json = new Json();
        this.errors = new Errors(json);
        this.doorman = new Doorman(errors, siteBase);
        Listing listing = new Listing(json, errors, siteBase);
        Includes includes = new Includes(json);
        PageJson pageJson = new PageJson(json, store, new BodyFormats(store, people, siteBase, errors));
        PageRoutes pages = new PageRoutes(store, pageJson, listing, errors);
        PageByIdRoute page = new PageByIdRoute(store, pageJson, includes, json, errors, siteBase);
        SpaceRoutes spaces = new SpaceRoutes(store, listing, includes, json, errors, siteBase);
        UserRoute user = new UserRoute(json, includes, siteBase);
        Set<String> readSpace = Set.of("read:space:confluence");
        Set<String> readPage = Set.of("read:page:confluence");
        Set<String> readUser = Set.of("read:confluence-user", "read:content-details:confluence");
        this.routes = List.of(
                Route.of("/wiki/api/v2/spaces", Family.V2, readSpace, spaces::list),
                Route.of("/wiki/api/v2/spaces/([^/]+)", Family.V2, readSpace, spaces::get),
                Route.of("/wiki/api/v2/spaces/([^/]+)/pages", Family.V2, readPage, pages::listInSpace),
                Route.of("/wiki/api/v2/pages", Family.V2, readPage, pages::list),
                Route.of("/wiki/api/v2/pages/([^/]+)", Family.V2, readPage, page::get),
                Route.of("/wiki/rest/api/user/current", Family.V1, readUser, user::current),
                Route.of("/wiki/rest/api/(?:space|content)(?:/[^/]+)?", Family.V1, Set.of(), this::withdrawn));
    }

    /**
     * Gives the error bodies, for answers that are given before a request gets here.
     *
     * @return the errors
     */
    public Errors errors() {
        return errors;
    }

    /**
     * Switches anonymous access.
     *
     * @param allowed whether callers without good credentials are served as nobody
     */
    public void setAnonymousAccess(boolean allowed) {
        doorman.setAnonymousAccess(allowed);
    }

    /**
     * Tells whether a path belongs to the interface, so that rate limits apply to it.
     *
     * @param path a path as it stands in the request line
     * @return false for what lives at the edge
     */
    public static boolean isApi(String path) {
        return path.startsWith("/wiki/") || path.startsWith(GATEWAY);
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @param caller what its credentials are worth
     * @return the answer
     */
    public SimulatedResponse answer(SimulatedRequest request, Caller caller) {
        String path = request.path();
        if (path.equals("/_edge/tenant_info")) {
            return tenantInfo();
        }
        boolean gateway = path.startsWith(GATEWAY);
        String sitePath = gateway ? behindGateway(path) : path;
        if (sitePath.startsWith("/wiki/")) {
            return answer(request, sitePath, gateway, caller);
        }
        return gateway ? errors.gateway(404, "Not Found") : errors.notFound(Family.V2);
    }

    private String behindGateway(String path) {
        String own = GATEWAY + cloudId;
        return path.startsWith(own + "/") ? path.substring(own.length()) : "";
    }

    private SimulatedResponse answer(SimulatedRequest request, String path, boolean gateway, Caller caller) {
        Family family = path.startsWith("/wiki/rest/") ? Family.V1 : Family.V2;
        Route route = null;
        String argument = "";
        for (Route candidate : routes) {
            Optional<String> match = candidate.match(path);
            if (match.isPresent()) {
                route = candidate;
                argument = match.get();
                break;
            }
        }
        try {
            Set<String> scopes = route == null ? Set.of() : route.scopes();
            Account account = doorman.admit(caller, gateway, family, scopes);
            return route == null ? errors.notFound(family) : call(request, route, new Target(path, argument), account);
        } catch (ApiProblem problem) {
            return problem.answer();
        }
    }

    private record Target(String path, String argument) {}

    private SimulatedResponse call(SimulatedRequest request, Route route, Target target, @Nullable Account account) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return errors.methodNotAllowed(route.family());
        }
        Query query;
        try {
            query = Query.parse(request.query());
        } catch (IllegalArgumentException badEncoding) {
            return errors.refused(400, "The query is not properly percent-encoded");
        }
        Parameters parameters = new Parameters(query, errors);
        return route.operation().apply(new Call(target.path(), target.argument(), parameters, account));
    }

    private SimulatedResponse tenantInfo() {
        ObjectNode body = json.object();
        body.put("cloudId", cloudId);
        return json.answer(200, body);
    }

    private SimulatedResponse withdrawn(Call call) {
        return errors.gone();
    }
}
