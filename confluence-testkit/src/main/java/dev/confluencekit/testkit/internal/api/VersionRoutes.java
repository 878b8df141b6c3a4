package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.FileVersion;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import dev.confluencekit.testkit.internal.site.VersionWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Versions: those of pages and blog posts read by version 2, newest first; those of all content restored and deleted by
 * version 1.
 */
final class VersionRoutes {

    private static final String V1 = "/wiki/rest/api/content/([^/]+)/version";
    private static final Set<String> READ = Set.of("read:page:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:content:confluence");

    private final Backstage backstage;
    private final PageJson pages;
    private final Community community;
    private final Subjects subjects;
    private final Owners owners;
    private final VersionWriter writer;
    private final Problems problems;
    private final EditGuard guard;

    VersionRoutes(Backstage backstage, PageJson pages, Community community, Subjects subjects) {
        this.backstage = backstage;
        this.pages = pages;
        this.community = community;
        this.subjects = subjects;
        this.owners = new Owners(backstage);
        this.writer = new VersionWriter(backstage.store(), backstage.clock());
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(routes("pages", ContentKind.PAGE));
        all.addAll(routes("blogposts", ContentKind.BLOG_POST));
        all.add(Route.get(
                "/wiki/api/v2/custom-content/([^/]+)/versions/([^/]+)",
                Family.V2,
                Set.of("read:custom-content:confluence"),
                call -> get(call, ContentKind.CUSTOM)));
        all.add(Route.of("POST", V1, Family.V1, WRITE, this::restore));
        all.add(Route.of("DELETE", V1 + "/([^/]+)", Family.V1, WRITE, this::delete));
        return all;
    }

    private List<Route> routes(String segment, ContentKind kind) {
        String path = "/wiki/api/v2/" + segment + "/([^/]+)/versions";
        return List.of(
                Route.get(path, Family.V2, READ, call -> list(call, kind)),
                Route.get(path + "/([^/]+)", Family.V2, READ, call -> get(call, kind)));
    }

    private SimulatedResponse list(Call call, ContentKind kind) {
        Optional<String> format = call.parameters().oneOf("body-format", BodyFormats.OF_LISTS);
        PageEntry page = owners.content(call, kind);
        Ordering<PageVersion> order = VersionDetails.order(call);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(page.versions()),
                        row -> true,
                        row -> shape(page, row, format));
    }

    private ObjectNode shape(PageEntry page, PageVersion version, Optional<String> format) {
        ObjectNode node = pages.version(version);
        ObjectNode content = node.putObject(page.kind() == ContentKind.PAGE ? "page" : "blogpost");
        content.put("title", version.title());
        content.put("id", String.valueOf(page.id()));
        if (format.isPresent()) {
            content.set(
                    "body",
                    pages.single(page, version, "historical", format, false).path("body"));
        }
        return node;
    }

    private SimulatedResponse get(Call call, ContentKind kind) {
        PageEntry page = owners.content(call, kind);
        long number = call.parameters().id("version-number", call.arguments().get(1), "Long");
        PageVersion version = page.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(Family.V2)));
        ObjectNode node = VersionDetails.of(
                backstage,
                version.number(),
                page.latest().number(),
                version.authorId(),
                version.createdAt(),
                version.message());
        return backstage.json().answer(200, node);
    }

    private SimulatedResponse restore(Call call) {
        String author = owners.author(call, Family.V1);
        JsonNode params = call.json().path("params");
        int number = params.path("versionNumber").asInt();
        String message = params.path("message").asText("");
        boolean title = params.path("restoreTitle").asBoolean();
        ObjectNode node = problems.checked(Family.V1, () -> restore(call, number, message, title, author));
        node.put("friendlyWhen", "just a moment ago");
        node.put("contentTypeModified", false);
        node.putObject("_expandable").put("content", "").put("collaborators", "");
        node.putObject("_links")
                .put("self", backstage.siteBase() + "/rest/api/content/" + call.argument() + "/version");
        return backstage.json().answer(200, node);
    }

    private ObjectNode restore(Call call, int number, String message, boolean title, String author) {
        Optional<CommentEntry> comment = comment(call);
        if (isAttachment(call)) {
            FileVersion made = community
                    .attachments()
                    .restore(editableFile(call).id(), number, message, author)
                    .latest();
            return made(made.number(), made.comment(), made.minorEdit(), made.createdAt());
        }
        PageVersion made = comment.isPresent()
                ? community.comments().restore(comment.get().id(), number, message, author)
                : writer.restore(editablePage(call).id(), number, message, title, author);
        return made(made.number(), made.message(), made.minorEdit(), made.createdAt());
    }

    private ObjectNode made(int number, String message, boolean minorEdit, Instant at) {
        ObjectNode node = backstage.json().object();
        node.put("when", Json.timestamp(at));
        node.put("message", message);
        node.put("number", number);
        node.put("minorEdit", minorEdit);
        return node;
    }

    private SimulatedResponse delete(Call call) {
        owners.author(call, Family.V1);
        int number =
                (int) call.parameters().id("versionNumber", call.arguments().get(1), "Integer");
        problems.checked(Family.V1, () -> delete(call, number));
        return SimulatedResponse.empty(204);
    }

    private void delete(Call call, int number) {
        Optional<CommentEntry> comment = comment(call);
        if (isAttachment(call)) {
            community.attachments().deleteVersion(editableFile(call).id(), number);
        } else if (comment.isPresent()) {
            community.comments().deleteVersion(comment.get().id(), number);
        } else {
            writer.delete(editablePage(call).id(), number);
        }
    }

    private PageEntry editablePage(Call call) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        PageEntry page = backstage
                .store()
                .page(id)
                .filter(found -> call.maySee(found, backstage.store()))
                .orElseThrow(this::noContent);
        return guard.orForbidden(call, page);
    }

    private AttachmentEntry editableFile(Call call) {
        long id = call.parameters().id("id", call.argument().substring("att".length()), "ContentId");
        AttachmentEntry file = community.attachments().find(id).orElseThrow(this::noContent);
        guard.orForbidden(call, subjects.visible(call, file.ownerId()).orElseThrow(this::noContent));
        return file;
    }

    /** Elsewhere it is not found; here, to ask for it is wrong. */
    private ApiProblem noContent() {
        return new ApiProblem(backstage.errors().v1(400, true, "There is no content with the given ID", "Bad Request"));
    }

    private static boolean isAttachment(Call call) {
        return call.argument().startsWith("att");
    }

    /** Version 1 does not say in its paths what an id is the id of. */
    private Optional<CommentEntry> comment(Call call) {
        return isAttachment(call)
                ? Optional.empty()
                : community
                        .comments()
                        .find(call.parameters().id("id", call.argument(), "ContentId"))
                        .filter(found -> subjects.page(call, found).isPresent());
    }
}
