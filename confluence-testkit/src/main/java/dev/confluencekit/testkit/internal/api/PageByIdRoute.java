package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Likes;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code GET /pages/{id}} and {@code GET /blogposts/{id}}. Pages in the trash are still readable; a page that was never published
 * answers only where a draft is asked for.
 */
final class PageByIdRoute {

    private static final Set<String> STATUSES =
            Set.of("current", "archived", "trashed", "deleted", "historical", "draft");

    private final ContentStore store;
    private final PageJson pages;
    private final Includes includes;
    private final Json json;
    private final Errors errors;
    private final URI siteBase;
    private final ContentKind kind;
    private final Likes likes;
    private final PropertyRoutes properties;

    PageByIdRoute(
            ContentStore store,
            PageJson pages,
            Includes includes,
            Json json,
            Errors errors,
            URI siteBase,
            ContentKind kind,
            Likes likes,
            PropertyRoutes properties) {
        this.kind = kind;
        this.likes = likes;
        this.properties = properties;
        this.store = store;
        this.pages = pages;
        this.includes = includes;
        this.json = json;
        this.errors = errors;
        this.siteBase = siteBase;
    }

    SimulatedResponse get(Call call) {
        Parameters parameters = call.parameters();
        long id = parameters.id("id", call.argument(), "ContentId");
        Optional<String> bodyFormat = parameters.oneOf("body-format", BodyFormats.OF_ONE);
        List<String> statuses = parameters.someOf("status", STATUSES);
        boolean draftAsked = parameters.flag("get-draft", false) || statuses.contains("draft");
        OptionalInt number = parameters.number("version");

        PageEntry page = store.page(id)
                .filter(found -> found.kind() == kind)
                .filter(found -> call.maySee(found, store))
                .filter(found -> draftAsked || found.status() != PageStatus.DRAFT)
                .orElseThrow(this::notFound);
        PageVersion version = number.isEmpty()
                ? page.latest()
                : page.version(number.getAsInt()).orElseThrow(this::notFound);
        boolean historical = version.number() != page.latest().number();
        String status = historical ? "historical" : page.status().wireName();
        boolean wanted = statuses.isEmpty()
                || statuses.contains(status)
                || statuses.contains(page.status().wireName());
        if (!wanted) {
            throw notFound();
        }
        ObjectNode node = pages.single(page, version, status, bodyFormat, parameters.flag("include-version", true));
        addIncludes(node, page, call);
        ObjectNode links = pages.links(page);
        links.put("base", siteBase.toString());
        node.set("_links", links);
        return json.answer(200, node);
    }

    private ApiProblem notFound() {
        return new ApiProblem(errors.notFound(Family.V2));
    }

    private void addIncludes(ObjectNode node, PageEntry page, Call call) {
        Parameters parameters = call.parameters();
        String self = "/wiki/api/v2/" + (kind == ContentKind.PAGE ? "pages/" : "blogposts/") + page.id();
        if (parameters.flag("include-labels", false)) {
            includes.add(node, "labels", self + "/labels", page.labels(), includes::label);
        }
        if (parameters.flag("include-properties", false)) {
            properties.include(node, page.id(), self + "/properties");
        }
        if (parameters.flag("include-operations", false)) {
            includes.add(
                    node,
                    "operations",
                    self + "/operations",
                    new Rights(store).on(call, page),
                    right -> includes.operation(right.operation(), right.targetType()));
        }
        if (parameters.flag("include-likes", false)) {
            includes.add(
                    node,
                    "likes",
                    self + "/likes/users",
                    likes.of(page.id()),
                    account -> json.object().put("accountId", account));
        }
        if (parameters.flag("include-versions", false)) {
            List<PageVersion> newestFirst = new ArrayList<>(page.versions());
            Collections.reverse(newestFirst);
            includes.add(node, "versions", self + "/versions", newestFirst, pages::version);
        }
        if (parameters.flag("include-favorited-by-current-user-status", false)) {
            node.put("isFavoritedByCurrentUser", false);
        }
        if (kind == ContentKind.PAGE && parameters.flag("include-direct-children", false)) {
            List<PageEntry> children = store.children(page.id()).stream()
                    .filter(child -> child.status() == PageStatus.CURRENT || child.status() == PageStatus.ARCHIVED)
                    .filter(child -> call.maySee(child, store))
                    .toList();
            includes.add(node, "directChildren", self + "/direct-children", children, this::child);
        }
        // The specification names these two but gives their answers no shape; checked, then ignored.
        parameters.flag("include-webresources", false);
        parameters.flag("include-collaborators", false);
    }

    private ObjectNode child(PageEntry page) {
        ObjectNode node = json.object();
        node.put("id", String.valueOf(page.id()));
        node.put("status", page.status().wireName());
        node.put("title", page.title());
        node.put("type", page.kind().wireName());
        node.put("spaceId", String.valueOf(page.spaceId()));
        node.put("childPosition", page.position());
        return node;
    }
}
