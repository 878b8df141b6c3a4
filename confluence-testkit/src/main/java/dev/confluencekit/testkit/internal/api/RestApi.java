package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.access.Caller;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import dev.confluencekit.testkit.internal.site.Attachments;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Editor;
import dev.confluencekit.testkit.internal.site.LongTasks;
import dev.confluencekit.testkit.internal.site.SpaceRoles;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final LongTasks tasks;
    private final SpaceRoles roles;
    private final Community community;
    private final ContentStore store;

    /**
     * Makes the interface of a site.
     *
     * @param cloudId the id of the site
     * @param siteBase its address for people, ending in {@code /wiki}
     * @param store its content
     * @param editor what changes it
     * @param clock the simulator's time
     * @param people the people whom mentions can name
     * @param community what people do around it
     * @param accounts whom the site knows by now
     * @param media where files are given out
     */
    public RestApi(
            String cloudId,
            URI siteBase,
            ContentStore store,
            Editor editor,
            Clock clock,
            List<Person> people,
            Community community,
            Accounts accounts,
            SignedAddresses media) {
        this.cloudId = cloudId;
        this.community = community;
        this.store = store;
        Backstage backstage = Backstage.of(store, editor, clock, siteBase, people);
        this.json = backstage.json();
        this.errors = backstage.errors();
        this.doorman = new Doorman(errors, siteBase);
        Listing listing = backstage.listing();
        Includes includes = backstage.includes();
        BodyFormats bodies = new BodyFormats(store, people, siteBase, errors);
        PageJson pageJson = new PageJson(json, store, bodies);
        PageRoutes pages = new PageRoutes(store, pageJson, listing, errors, ContentKind.PAGE);
        PageRoutes blogPosts = new PageRoutes(store, pageJson, listing, errors, ContentKind.BLOG_POST);
        CommunityRoutes around = new CommunityRoutes(backstage, community, accounts, pageJson, bodies);
        PropertyRoutes properties = around.properties();
        PageByIdRoute page = new PageByIdRoute(
                store, pageJson, includes, json, errors, siteBase, ContentKind.PAGE, community.likes(), properties);
        PageByIdRoute blogPost = new PageByIdRoute(
                store,
                pageJson,
                includes,
                json,
                errors,
                siteBase,
                ContentKind.BLOG_POST,
                community.likes(),
                properties);
        this.roles = new SpaceRoles(backstage.spaceWriter());
        SpaceRoutes spaces = new SpaceRoutes(store, listing, includes, json, errors, siteBase, roles, properties);
        Set<String> readSpace = Set.of("read:space:confluence");
        Set<String> readPage = Set.of("read:page:confluence");
        List<Route> all = new ArrayList<>(List.of(
                Route.get("/wiki/api/v2/spaces", Family.V2, readSpace, spaces::list),
                Route.get("/wiki/api/v2/spaces/([^/]+)", Family.V2, readSpace, spaces::get),
                Route.get("/wiki/api/v2/spaces/([^/]+)/pages", Family.V2, readPage, pages::listInSpace),
                Route.get("/wiki/api/v2/pages", Family.V2, readPage, pages::list),
                Route.get("/wiki/api/v2/pages/([^/]+)", Family.V2, readPage, page::get),
                Route.get("/wiki/api/v2/spaces/([^/]+)/blogposts", Family.V2, readPage, blogPosts::listInSpace),
                Route.get("/wiki/api/v2/blogposts", Family.V2, readPage, blogPosts::list),
                Route.get("/wiki/api/v2/blogposts/([^/]+)", Family.V2, readPage, blogPost::get)));
        all.addAll(new ContentWriteRoutes(backstage, backstage.writer(), pageJson).routes());
        all.addAll(new TreeNodeRoutes(backstage, pageJson).routes());
        all.addAll(new TreeRoutes(backstage).routes());
        all.addAll(around.routes());
        all.addAll(new HierarchyRoutes(backstage).routes());
        Attachments attachments = community.attachments();
        AttachmentRoutes attached = new AttachmentRoutes(backstage, attachments, media, around.attachmentIncludes());
        all.addAll(attached.routes());
        all.addAll(new AttachmentFileRoutes(backstage, attachments, media, attached).routes());
        all.addAll(new SpaceWriteRoutes(backstage, spaces, roles).routes());
        SpacePrincipals principals = new SpacePrincipals(accounts, community.groups());
        all.addAll(new SpacePermissionRoutes(backstage, roles, principals).routes());
        all.addAll(new SpaceRoleRoutes(backstage, roles, principals).routes());
        all.addAll(new SearchRoutes(backstage).routes());
        all.addAll(new LongTaskRoutes(backstage).routes());
        all.addAll(new BodyConversionRoutes(backstage, bodies).routes());
        all.add(Route.get("/wiki/rest/api/space(?:/[^/]+)?", Family.V1, Set.of(), this::withdrawn));
        all.add(Route.any("/wiki/rest/api/content(?:/[^/]+)?", Family.V1, Set.of(), this::withdrawn));
        this.tasks = backstage.tasks();
        this.routes = List.copyOf(all);
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
     * Names what it can be asked for besides reading.
     *
     * @return methods and the patterns of paths, as in {@code POST /wiki/api/v2/pages}; {@code *} for what answers to every method
     */
    public List<String> writes() {
        return routes.stream()
                .filter(route -> !route.methods().contains("GET"))
                .map(route ->
                        (route.methods().isEmpty() ? "*" : String.join(",", route.methods())) + " " + route.path())
                .toList();
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
     * Switches to access by roles alone, where spaces can be created by version 2, too.
     *
     * @param on whether it is so
     */
    public void setRoleBasedAccess(boolean on) {
        roles.setAlone(on);
    }

    /**
     * Sets how long work takes that goes on after its request was answered.
     *
     * @param duration by the simulator's clock
     */
    public void setLongTaskDuration(Duration duration) {
        tasks.setDuration(duration);
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
            tasks.settle();
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
        List<Route> there =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        Optional<Route> route = there.stream()
                .filter(candidate -> candidate.answersTo(request.method()))
                .findFirst();
        try {
            Set<String> scopes = route.map(Route::scopes).orElse(Set.of());
            Account account = doorman.admit(caller, gateway, family, scopes);
            if (there.isEmpty()) {
                return errors.notFound(family);
            }
            return route.isEmpty()
                    ? errors.methodNotAllowed(family, methods(there))
                    : call(request, route.get(), path, account);
        } catch (ApiProblem problem) {
            return problem.answer();
        }
    }

    private static Set<String> methods(List<Route> routes) {
        Set<String> all = new TreeSet<>();
        routes.forEach(route -> all.addAll(route.methods()));
        return all;
    }

    private SimulatedResponse call(SimulatedRequest request, Route route, String path, @Nullable Account account) {
        if (route.family() == Family.V1 && isForged(request)) {
            return errors.forged();
        }
        Query query;
        try {
            query = Query.parse(request.query());
        } catch (IllegalArgumentException badEncoding) {
            return errors.refused(400, "The query is not properly percent-encoded");
        }
        Parameters parameters = new Parameters(query, errors);
        List<String> arguments = route.match(path).orElseThrow();
        return route.operation()
                .apply(new Call(request, path, arguments, parameters, account, groupsOf(account), store));
    }

    private Set<String> groupsOf(@Nullable Account account) {
        return account == null
                ? Set.of()
                : community.groups().of(account.person().accountId());
    }

    /** Version 1 takes a write that does not say it is no browser's for a forged one. */
    private static boolean isForged(SimulatedRequest request) {
        boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
        String said = request.header("X-Atlassian-Token").orElse("");
        return !reading && !said.equals("no-check") && !said.equals("nocheck");
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
