package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.Attachments;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.FileVersion;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Attachments in version 2: lists, one, its versions, its small image, the trash. */
final class AttachmentRoutes {

    private static final String ALL = "/wiki/api/v2/attachments";
    private static final Set<String> READ = Set.of("read:attachment:confluence");
    private static final Set<String> DELETE = Set.of("delete:attachment:confluence");
    private static final Set<String> STATUSES = Set.of("current", "archived", "trashed");
    private static final int USUAL_LIMIT = 50;
    /** One grey pixel. */
    private static final byte[] SMALL_IMAGE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private final Backstage backstage;
    private final Attachments attachments;
    private final AttachmentJson shapes;
    private final SignedAddresses media;
    private final AttachmentIncludes includes;
    private final Owners owners;
    private final Problems problems;
    private final EditGuard guard;

    AttachmentRoutes(Backstage backstage, Attachments attachments, SignedAddresses media, AttachmentIncludes includes) {
        this.backstage = backstage;
        this.attachments = attachments;
        this.shapes = new AttachmentJson(backstage);
        this.media = media;
        this.includes = includes;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
        this.guard = new EditGuard(backstage.errors());
    }

    List<Route> routes() {
        String one = ALL + "/([^/]+)";
        return List.of(
                Route.get(ALL, Family.V2, READ, call -> list(call, row -> true)),
                Route.get(
                        "/wiki/api/v2/pages/([^/]+)/attachments",
                        Family.V2,
                        READ,
                        call -> listOf(call, ContentKind.PAGE)),
                Route.get(
                        "/wiki/api/v2/blogposts/([^/]+)/attachments",
                        Family.V2,
                        READ,
                        call -> listOf(call, ContentKind.BLOG_POST)),
                Route.get(
                        "/wiki/api/v2/custom-content/([^/]+)/attachments",
                        Family.V2,
                        READ,
                        call -> listOf(call, ContentKind.CUSTOM)),
                Route.get(one, Family.V2, READ, this::get),
                Route.of("DELETE", one, Family.V2, DELETE, this::delete),
                Route.get(one + "/versions", Family.V2, READ, this::versions),
                Route.get(one + "/versions/([^/]+)", Family.V2, READ, this::version),
                Route.get(one + "/thumbnail/download", Family.V2, READ, this::thumbnail));
    }

    private SimulatedResponse listOf(Call call, ContentKind kind) {
        long owner = owners.content(call, kind).id();
        return list(call, row -> row.ownerId() == owner);
    }

    private SimulatedResponse list(Call call, Predicate<AttachmentEntry> among) {
        Parameters parameters = call.parameters().usualLimit(USUAL_LIMIT);
        List<String> statuses = parameters.someOf("status", STATUSES);
        Set<String> wanted = statuses.isEmpty() ? Set.of("current", "archived") : Set.copyOf(statuses);
        Optional<String> name = parameters.text("filename");
        Optional<String> type = parameters.text("mediaType");
        Ordering<AttachmentEntry> order = parameters.order(Ordering.ofAttachments());
        Predicate<AttachmentEntry> filter = among.and(row -> wanted.contains(row.trashed() ? "trashed" : "current"))
                .and(row -> name.map(row.title()::equals).orElse(true))
                .and(row -> type.map(row.mediaType()::equals).orElse(true))
                .and(row -> owner(call, row).isPresent());
        return backstage
                .listing()
                .answer(
                        call.path(),
                        parameters,
                        order,
                        order.sorted(attachments.listed()),
                        filter,
                        row -> shapes.v2(row, row.latest(), owner(call, row).orElseThrow()));
    }

    private SimulatedResponse get(Call call) {
        AttachmentEntry entry = attachment(call);
        FileVersion shown = call.parameters().number("version").stream()
                .mapToObj(number -> entry.version(number).orElseThrow(this::notThere))
                .findFirst()
                .orElse(entry.latest());
        PageEntry on = owner(call, entry).orElseThrow();
        ObjectNode node = shapes.v2(entry, shown, on);
        if (!call.parameters().flag("include-version", true)) {
            node.remove("version");
        }
        call.parameters().flag("include-collaborators", false);
        includes.add(node, call, entry, on, shapes);
        return backstage.json().answer(200, node);
    }

    private SimulatedResponse delete(Call call) {
        AttachmentEntry entry = attachment(call);
        owners.author(call, Family.V2);
        guard.orNotThere(call, owner(call, entry).orElseThrow(), Family.V2);
        boolean purge = call.parameters().flag("purge", false);
        problems.checked(Family.V2, () -> {
            if (purge) {
                attachments.purge(entry.id());
            } else {
                attachments.trash(entry.id());
            }
        });
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse versions(Call call) {
        AttachmentEntry entry = attachment(call);
        Ordering<FileVersion> order = Ordering.byNumber(VersionDetails.orderName(call), FileVersion::number);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(entry.versions()),
                        row -> true,
                        row -> versionOf(entry, row));
    }

    private SimulatedResponse version(Call call) {
        AttachmentEntry entry = attachment(call);
        long number = call.parameters().id("version-number", call.arguments().get(1), "Long");
        FileVersion version = entry.version(number).orElseThrow(this::notThere);
        ObjectNode node = VersionDetails.of(
                backstage,
                version.number(),
                entry.latest().number(),
                version.authorId(),
                version.createdAt(),
                version.comment());
        node.put("minorEdit", version.minorEdit());
        return backstage.json().answer(200, node);
    }

    private ObjectNode versionOf(AttachmentEntry entry, FileVersion row) {
        ObjectNode node = shapes.version(row);
        node.putObject("attachment").put("title", entry.title()).put("id", entry.wireId());
        return node;
    }

    /** What is no image gives no image bytes. */
    private SimulatedResponse thumbnail(Call call) {
        AttachmentEntry entry = attachment(call);
        boolean image = entry.mediaType().startsWith("image/");
        String path = "/file/" + entry.fileId() + "/image";
        return SimulatedResponse.empty(302)
                .withHeader(
                        "Location",
                        media.sign(
                                        path,
                                        image ? "image/png" : "application/octet-stream",
                                        image ? SMALL_IMAGE : new byte[0],
                                        "image-" + entry.latest().number())
                                .toString());
    }

    private AttachmentEntry attachment(Call call) {
        return find(call, call.argument(), Family.V2);
    }

    /** The attachment of an id, with or without its letters, as far as the caller may see what it is on. */
    AttachmentEntry find(Call call, String id, Family family) {
        String number = id.startsWith("att") ? id.substring(3) : id;
        return attachments
                .find(call.parameters().id("id", number, "ContentId"))
                .filter(found -> owner(call, found).isPresent())
                .orElseThrow(() -> new ApiProblem(backstage.errors().notFound(family)));
    }

    private Optional<PageEntry> owner(Call call, AttachmentEntry entry) {
        return backstage.store().page(entry.ownerId()).filter(page -> call.maySee(page, backstage.store()));
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V2));
    }
}
