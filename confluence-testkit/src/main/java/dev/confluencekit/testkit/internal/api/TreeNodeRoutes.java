package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentDraft;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Folders, whiteboards, databases and smart links, which are created, read and deleted alike. Without a parent they stand at the
 * top of their space.
 */
final class TreeNodeRoutes {

    private static final Set<ContentKind> CAN_BE_PRIVATE = Set.of(ContentKind.WHITEBOARD, ContentKind.DATABASE);
    /** The specification names these but gives their answers no shape; checked, then ignored. */
    private static final List<String> INCLUDES =
            List.of("include-collaborators", "include-direct-children", "include-operations", "include-properties");

    private final Backstage backstage;
    private final PageJson pages;
    private final Owners owners;
    private final Problems problems;
    private final EditGuard guard;

    TreeNodeRoutes(Backstage backstage, PageJson pages) {
        this.backstage = backstage;
        this.pages = pages;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    /** Where the paths have the kind. */
    static String segment(ContentKind kind) {
        return kind.wireName() + "s";
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (ContentKind kind : ContentKind.treeNodes()) {
            String path = "/wiki/api/v2/" + segment(kind);
            String one = path + "/([^/]+)";
            all.add(Route.of("POST", path, Family.V2, scope("write", kind), call -> create(call, kind)));
            all.add(Route.get(one, Family.V2, scope("read", kind), call -> get(call, kind)));
            all.add(Route.of("DELETE", one, Family.V2, scope("delete", kind), call -> delete(call, kind)));
        }
        return all;
    }

    private static Set<String> scope(String action, ContentKind kind) {
        return Set.of(action + ":" + kind.wireName() + ":confluence");
    }

    private SimulatedResponse create(Call call, ContentKind kind) {
        Account author = author(call);
        JsonNode body = call.json();
        long spaceId = call.parameters().id("spaceId", body.path("spaceId").asText(), "SpaceId");
        SpaceEntry space = backstage
                .store()
                .space(spaceId)
                .filter(call::maySee)
                .filter(found -> call.may(new SpaceRight("create", kind.grantedAs()), found))
                .orElseThrow(this::notThere);
        boolean isPrivate = CAN_BE_PRIVATE.contains(kind) && call.parameters().flag("private", false);
        ContentDraft wanted = new ContentDraft(
                kind,
                space.id(),
                body.path("title").asText(""),
                kind == ContentKind.SMART_LINK ? escaped(body.path("embedUrl").asText("")) : "",
                owners.parent(call, body).orElse(null),
                false,
                false,
                isPrivate ? author.person().email() : null);
        return answer(problems.checked(
                Family.V2,
                () -> backstage.writer().create(wanted, author.person().accountId())));
    }

    private SimulatedResponse get(Call call, ContentKind kind) {
        INCLUDES.forEach(name -> call.parameters().flag(name, false));
        return answer(owners.content(call, kind));
    }

    private SimulatedResponse delete(Call call, ContentKind kind) {
        author(call);
        PageEntry node = guard.orNotThere(call, owners.content(call, kind), Family.V2);
        problems.checked(Family.V2, () -> backstage.writer().trash(node.id()));
        return SimulatedResponse.empty(204);
    }

    private Account author(Call call) {
        Account account = call.account();
        if (account == null) {
            throw new ApiProblem(backstage.errors().unauthorized(Family.V2, backstage.siteBase()));
        }
        return account;
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V2));
    }

    private SimulatedResponse answer(PageEntry entry) {
        Long parent = entry.parentId();
        SpaceEntry space = backstage.store().space(entry.spaceId()).orElseThrow();
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(entry.id()));
        node.put("type", entry.kind().wireName());
        node.put("status", entry.status().wireName());
        node.put("title", entry.title());
        node.put("parentId", parent == null ? null : parent.toString());
        node.put("parentType", pages.typeOf(parent).orElse(null));
        node.put("position", entry.position());
        node.put("authorId", entry.authorId());
        node.put("ownerId", entry.authorId());
        if (entry.kind() == ContentKind.FOLDER) {
            // Seen so, against the specification; only here.
            node.put("createdAt", entry.createdAt().toEpochMilli());
        } else {
            node.put("createdAt", Json.timestamp(entry.createdAt()));
        }
        String address = entry.latest().storage().get();
        if (!address.isEmpty()) {
            node.put("embedUrl", unescaped(address));
        }
        node.put("spaceId", String.valueOf(entry.spaceId()));
        node.set("version", pages.version(entry.latest()));
        ObjectNode links = node.putObject("_links");
        links.put("webui", WebLinks.page(entry, space));
        if (entry.kind() == ContentKind.WHITEBOARD) {
            links.put("editui", WebLinks.page(entry, space));
        }
        links.put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, node);
    }

    /** An address is kept as text in storage format, which search and copies read. */
    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String unescaped(String storage) {
        return storage.replace("&lt;", "<").replace("&amp;", "&");
    }
}
