package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.Attachments;
import dev.confluencekit.testkit.internal.site.FileVersion;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Files of attachments in version 1: uploads, downloads by redirect, and what is said of a file. */
final class AttachmentFileRoutes {

    private static final String ALL = "/wiki/rest/api/content/([^/]+)/child/attachment";
    private static final Set<String> READ =
            Set.of("readonly:content.attachment:confluence", "read:attachment:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-file", "write:attachment:confluence");

    private final Backstage backstage;
    private final Attachments attachments;
    private final AttachmentJson shapes;
    private final AttachmentRoutes lookup;
    private final SignedAddresses media;
    private final Owners owners;
    private final Problems problems;
    private final EditGuard guard;

    AttachmentFileRoutes(Backstage backstage, Attachments attachments, SignedAddresses media, AttachmentRoutes lookup) {
        this.backstage = backstage;
        this.attachments = attachments;
        this.shapes = new AttachmentJson(backstage);
        this.lookup = lookup;
        this.media = media;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        String one = ALL + "/([^/]+)";
        return List.of(
                Route.of("POST", ALL, Family.V1, WRITE, this::create),
                Route.of("PUT", ALL, Family.V1, WRITE, this::put),
                Route.of("PUT", one, Family.V1, WRITE, this::describe),
                Route.of("POST", one + "/data", Family.V1, WRITE, this::version),
                Route.get(one + "/download", Family.V1, READ, this::download),
                Route.any("/wiki/download/(?:attachments|thumbnails)/.*", Family.V2, Set.of(), this::servlet));
    }

    private SimulatedResponse create(Call call) {
        long owner = container(call).id();
        String author = owners.author(call, Family.V1);
        Attachments.Upload upload = upload(call);
        return listed(problems.checked(Family.V1, () -> attachments.create(owner, upload, author)), owner);
    }

    private SimulatedResponse put(Call call) {
        long owner = container(call).id();
        String author = owners.author(call, Family.V1);
        Attachments.Upload upload = upload(call);
        return listed(problems.checked(Family.V1, () -> attachments.createOrVersion(owner, upload, author)), owner);
    }

    private SimulatedResponse listed(AttachmentEntry entry, long owner) {
        ObjectNode answer = backstage.json().object();
        answer.putArray("results").add(shapes.v1(entry));
        answer.put("size", 1);
        answer.putObject("_links")
                .put("base", backstage.siteBase().toString())
                .put("context", "/wiki")
                .put("self", backstage.siteBase() + "/rest/api/content/" + owner + "/child/attachment");
        return backstage.json().answer(200, answer);
    }

    /** The answer is the attachment itself, and no list. */
    private SimulatedResponse version(Call call) {
        AttachmentEntry before = attachment(call);
        String author = owners.author(call, Family.V1);
        guard.orForbidden(call, on(call, before.ownerId()));
        Attachments.Upload upload = upload(call);
        AttachmentEntry after = problems.checked(Family.V1, () -> attachments.version(before.id(), upload, author));
        return backstage.json().answer(200, shapes.v1(after));
    }

    private SimulatedResponse describe(Call call) {
        AttachmentEntry before = attachment(call);
        owners.author(call, Family.V1);
        guard.orForbidden(call, on(call, before.ownerId()));
        JsonNode body = call.json();
        String container = body.path("container").path("id").asText(String.valueOf(before.ownerId()));
        long owner = call.parameters().id("container", container, "ContentId");
        guard.orForbidden(call, on(call, owner));
        AttachmentEntry after = problems.checked(
                Family.V1,
                () -> attachments.describe(
                        before.id(),
                        body.path("version").path("number").asInt(),
                        body.path("title").asText(before.title()),
                        body.path("metadata").path("mediaType").asText(""),
                        owner));
        return backstage.json().answer(200, shapes.v1(after));
    }

    private SimulatedResponse download(Call call) {
        AttachmentEntry entry = attachment(call);
        boolean trashed = call.parameters().texts("status", 10).contains("trashed");
        if (entry.trashed() && !trashed) {
            throw notThere();
        }
        OptionalInt number = call.parameters().number("version");
        FileVersion shown = number.isEmpty()
                ? entry.latest()
                : entry.version(number.getAsInt())
                        .orElseThrow(() -> new ApiProblem(
                                backstage.errors().v1(400, true, "There is no such version", "Bad Request")));
        String path = "/file/" + entry.fileId() + "/binary";
        String tag = entry.fileId() + "-" + shown.number();
        return SimulatedResponse.empty(302)
                .withHeader(
                        "Location",
                        media.sign(path, entry.mediaType(), shown.content(), tag)
                                .toString());
    }

    /** Browsers get files here, API keys do not. */
    private SimulatedResponse servlet(Call call) {
        return backstage.errors().unauthorized(Family.V2, backstage.siteBase());
    }

    private AttachmentEntry attachment(Call call) {
        AttachmentEntry entry = lookup.find(call, call.arguments().get(1), Family.V1);
        if (!call.argument().equals(String.valueOf(entry.ownerId()))) {
            throw notThere();
        }
        return entry;
    }

    private PageEntry on(Call call, long id) {
        return backstage
                .store()
                .page(id)
                .filter(page -> call.maySee(page, backstage.store()))
                .orElseThrow(this::notThere);
    }

    /** What a file is to be attached to; a draft only if the caller says that it is one. */
    private PageEntry container(Call call) {
        PageEntry page = owners.content(call);
        boolean draft = call.parameters()
                .oneOf("status", Set.of("current", "draft"))
                .map("draft"::equals)
                .orElse(false);
        if (draft != (page.status() == PageStatus.DRAFT)) {
            throw notThere();
        }
        return guard.orForbidden(call, page);
    }

    private Attachments.Upload upload(Call call) {
        MultipartForm form = MultipartForm.of(call.request())
                .orElseThrow(() -> new ApiProblem(
                        backstage.errors().v1(415, true, "HTTP 415 Unsupported Media Type", "Unsupported Media Type")));
        MultipartForm.Part file = form.part("file")
                .filter(part -> !part.fileName().isEmpty())
                .orElseThrow(() -> new ApiProblem(
                        backstage.errors().v1(400, true, "There is no file in the request", "Bad Request")));
        return new Attachments.Upload(
                file.fileName(),
                file.mediaType(),
                file.content(),
                form.part("comment").map(MultipartForm.Part::text).orElse(""),
                form.part("minorEdit")
                        .map(MultipartForm.Part::text)
                        .map("true"::equals)
                        .orElse(false));
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V1));
    }
}
