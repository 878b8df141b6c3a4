package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentChange;
import dev.confluencekit.testkit.internal.site.ContentDraft;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentWriter;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of version 2 to pages and blog posts: what both know is here once. */
final class ContentWriteRoutes {

    private static final String PAGES = "/wiki/api/v2/pages";
    private static final String BLOG_POSTS = "/wiki/api/v2/blogposts";

    private final Backstage backstage;
    private final ContentWriter writer;
    private final PageJson pages;
    private final Errors errors;
    private final Problems problems;
    private final EditGuard guard;
    private final Owners owners;
    private final WrittenBody bodies;

    ContentWriteRoutes(Backstage backstage, ContentWriter writer, PageJson pages) {
        this.backstage = backstage;
        this.writer = writer;
        this.pages = pages;
        this.errors = backstage.errors();
        this.problems = new Problems(errors);
        this.guard = new EditGuard(errors);
        this.owners = new Owners(backstage);
        this.bodies = new WrittenBody(errors);
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(routes(PAGES, ContentKind.PAGE, "page"));
        all.addAll(routes(BLOG_POSTS, ContentKind.BLOG_POST, "page"));
        all.add(Route.of("PUT", PAGES + "/([^/]+)/title", Family.V2, Set.of("write:page:confluence"), this::rename));
        return all;
    }

    private List<Route> routes(String path, ContentKind kind, String scope) {
        Set<String> write = Set.of("write:" + scope + ":confluence");
        Set<String> delete = Set.of("delete:" + scope + ":confluence");
        return List.of(
                Route.of("POST", path, Family.V2, write, call -> create(call, kind)),
                Route.of("PUT", path + "/([^/]+)", Family.V2, write, call -> update(call, kind)),
                Route.of("DELETE", path + "/([^/]+)", Family.V2, delete, call -> delete(call, kind)));
    }

    private SimulatedResponse create(Call call, ContentKind kind) {
        Account author = author(call);
        JsonNode body = call.json();
        boolean draft = draft(body, "current");
        long spaceId = call.parameters().id("spaceId", body.path("spaceId").asText(), "SpaceId");
        SpaceEntry space = backstage
                .store()
                .space(spaceId)
                .filter(call::maySee)
                .filter(found -> call.may(new SpaceRight("create", kind.grantedAs()), found))
                .orElseThrow(() -> new ApiProblem(errors.notFound(Family.V2)));
        String title = body.path("title").asText("");
        if (title.isBlank() && !draft) {
            throw bad("A title is required to publish");
        }
        boolean isPrivate = call.parameters().flag("private", false);
        ContentDraft wanted = new ContentDraft(
                kind,
                spaceId,
                title,
                bodies.storage(body, true),
                kind == ContentKind.PAGE ? parentOfNew(call, body, space) : null,
                draft,
                body.path("subtype").asText().equals("live"),
                isPrivate ? author.person().email() : null);
        return answer(problems.checked(
                Family.V2, () -> writer.create(wanted, author.person().accountId())));
    }

    private @Nullable Long parentOfNew(Call call, JsonNode body, SpaceEntry space) {
        boolean rootLevel = call.parameters().flag("root-level", false);
        Optional<Long> parent = owners.parent(call, body);
        if (rootLevel && parent.isPresent()) {
            throw bad("parentId cannot be used with root-level");
        }
        return rootLevel ? null : parent.orElse(space.homepageId());
    }

    private SimulatedResponse update(Call call, ContentKind kind) {
        Account author = author(call);
        PageEntry before = editable(call, kind);
        JsonNode body = call.json();
        for (String member : List.of("id", "status", "title", "body", "version")) {
            if (!body.hasNonNull(member)) {
                throw bad("The member '" + member + "' is required");
            }
        }
        if (!body.path("id").asText().equals(String.valueOf(before.id()))) {
            throw bad("The id of the body is not that of the path");
        }
        if (body.hasNonNull("spaceId") && !body.path("spaceId").asText().equals(String.valueOf(before.spaceId()))) {
            throw bad("Moving to another space is not supported");
        }
        ContentChange change = new ContentChange(
                body.path("title").asText(),
                bodies.storage(body, false),
                body.at("/version/number").asInt(),
                body.at("/version/message").asText(""),
                draft(body, ""),
                kind == ContentKind.PAGE ? owners.parent(call, body).orElse(null) : null);
        return answer(problems.checked(
                Family.V2,
                () -> writer.update(before.id(), change, author.person().accountId())));
    }

    private SimulatedResponse rename(Call call) {
        Account author = author(call);
        PageEntry before = editable(call, ContentKind.PAGE);
        JsonNode body = call.json();
        String title = body.path("title").asText("");
        if (title.isBlank()) {
            throw bad("The member 'title' is required");
        }
        boolean draft = draft(body, "");
        return answer(problems.checked(
                Family.V2,
                () -> writer.rename(before.id(), title, draft, author.person().accountId())));
    }

    private SimulatedResponse delete(Call call, ContentKind kind) {
        author(call);
        boolean purge = call.parameters().flag("purge", false);
        boolean draft = call.parameters().flag("draft", false);
        long id = call.parameters().id("id", call.argument(), "ContentId");
        if (purge && backstage.store().page(id).isEmpty()) {
            problems.checked(Family.V2, () -> writer.purge(id));
        }
        PageEntry before = editable(call, kind);
        if (!draft && !call.may("delete", kind.grantedAs(), before)) {
            throw new ApiProblem(errors.notFound(Family.V2));
        }
        problems.checked(Family.V2, () -> {
            if (purge) {
                requireAdministrator(call, before);
                writer.purge(id);
            } else if (draft) {
                writer.discardDraft(id);
            } else {
                writer.trash(id);
            }
        });
        return SimulatedResponse.empty(204);
    }

    private void requireAdministrator(Call call, PageEntry page) {
        if (!Rights.administers(call, backstage.store().space(page.spaceId()).orElseThrow())) {
            throw new ApiProblem(errors.v2(403, "FORBIDDEN", "Only who administers the space may purge"));
        }
    }

    private PageEntry visible(Call call, ContentKind kind) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        return backstage
                .store()
                .page(id)
                .filter(page -> page.kind() == kind && call.maySee(page, backstage.store()))
                .orElseThrow(() -> new ApiProblem(errors.notFound(Family.V2)));
    }

    private PageEntry editable(Call call, ContentKind kind) {
        return guard.orNotThere(call, visible(call, kind), Family.V2);
    }

    private Account author(Call call) {
        Account account = call.account();
        if (account == null) {
            throw new ApiProblem(errors.unauthorized(Family.V2, backstage.siteBase()));
        }
        return account;
    }

    private boolean draft(JsonNode body, String byDefault) {
        String status = body.path("status").asText(byDefault);
        if (!status.equals("current") && !status.equals("draft")) {
            throw bad("The status '" + status + "' is not allowed. Allowed: [current, draft]");
        }
        return status.equals("draft");
    }

    private ApiProblem bad(String title) {
        return new ApiProblem(errors.refused(400, title));
    }

    private SimulatedResponse answer(PageEntry page) {
        ObjectNode node = pages.single(page, page.latest(), page.status().wireName(), Optional.of("storage"), true);
        ObjectNode links = pages.links(page);
        links.put("base", backstage.siteBase().toString());
        node.set("_links", links);
        return backstage.json().answer(200, node);
    }
}
