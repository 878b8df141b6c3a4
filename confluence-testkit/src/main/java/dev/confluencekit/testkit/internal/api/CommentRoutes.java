package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Comments;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Comments of one kind: lists, one, its answers and versions, and the writes. */
final class CommentRoutes {

    private static final Set<String> READ = Set.of("read:comment:confluence");
    private static final Set<String> WRITE = Set.of("write:comment:confluence");
    private static final Set<String> DELETE = Set.of("delete:comment:confluence");
    private static final Set<String> STATUSES =
            Set.of("current", "archived", "trashed", "deleted", "historical", "draft");
    private static final Set<String> RESOLUTIONS = Set.of("resolved", "open", "dangling", "reopened");

    private final Backstage backstage;
    private final Comments comments;
    private final CommentKind kind;
    private final CommentJson shapes;
    private final CommentIncludes includes;
    private final Subjects subjects;
    private final Owners owners;
    private final Problems problems;
    private final Rights rights;
    private final WrittenBody bodies;

    CommentRoutes(
            Backstage backstage,
            Community community,
            CommentKind kind,
            CommentJson shapes,
            CommentIncludes includes,
            Subjects subjects) {
        this.backstage = backstage;
        this.comments = community.comments();
        this.kind = kind;
        this.shapes = shapes;
        this.includes = includes;
        this.subjects = subjects;
        this.owners = new Owners(backstage);
        this.problems = new Problems(backstage.errors());
        this.rights = new Rights(backstage.store());
        this.bodies = new WrittenBody(backstage.errors());
    }

    List<Route> routes() {
        String all = "/wiki/api/v2/" + kind.segment();
        String one = all + "/([^/]+)";
        List<Route> routes = new ArrayList<>(List.of(
                Route.get(all, Family.V2, READ, this::listAll),
                Route.of("POST", all, Family.V2, WRITE, this::create),
                Route.get(one, Family.V2, READ, this::get),
                Route.of("PUT", one, Family.V2, WRITE, this::update),
                Route.of("DELETE", one, Family.V2, DELETE, this::delete),
                Route.get(one + "/children", Family.V2, READ, this::children),
                Route.get(one + "/versions", Family.V2, READ, this::versions),
                Route.get(one + "/versions/([^/]+)", Family.V2, READ, this::version),
                Route.get(
                        "/wiki/api/v2/pages/([^/]+)/" + kind.segment(),
                        Family.V2,
                        READ,
                        call -> listOn(call, ContentKind.PAGE)),
                Route.get(
                        "/wiki/api/v2/blogposts/([^/]+)/" + kind.segment(),
                        Family.V2,
                        READ,
                        call -> listOn(call, ContentKind.BLOG_POST))));
        if (kind == CommentKind.FOOTER) {
            routes.add(Route.get(
                    "/wiki/api/v2/custom-content/([^/]+)/" + kind.segment(),
                    Family.V2,
                    READ,
                    call -> listOn(call, ContentKind.CUSTOM)));
            routes.add(Route.get(
                    "/wiki/api/v2/attachments/([^/]+)/" + kind.segment(), Family.V2, READ, this::listOnAttachment));
        }
        return routes;
    }

    /** Everywhere the caller may look; what is on content in the trash is there with it. */
    private SimulatedResponse listAll(Call call) {
        Optional<String> format = listFormat(call);
        Predicate<CommentEntry> seen = comment -> subjects.page(call, comment)
                .filter(page -> page.status() == PageStatus.CURRENT || page.status() == PageStatus.ARCHIVED)
                .isPresent();
        return list(call, seen, (comment, page) -> shapes.whole(comment, comment.latest(), page, format));
    }

    private SimulatedResponse listOn(Call call, ContentKind ownerKind) {
        Optional<String> format = listFormat(call);
        List<String> statuses = call.parameters().someOf("status", STATUSES);
        List<String> resolutions =
                kind == CommentKind.INLINE ? call.parameters().someOf("resolution-status", RESOLUTIONS) : List.of();
        long owner = subjects.content(call, ownerKind).id();
        Predicate<CommentEntry> wanted = comment -> isRootOn(comment, owner, false)
                && (statuses.isEmpty() || statuses.contains("current"))
                && (resolutions.isEmpty()
                        || comments.resolution(comment)
                                .filter(resolutions::contains)
                                .isPresent());
        return list(call, wanted, (comment, page) -> shapes.onOwner(comment, page, format));
    }

    private SimulatedResponse listOnAttachment(Call call) {
        Optional<String> format = listFormat(call);
        AttachmentEntry file = subjects.attachment(call);
        OptionalInt version = call.parameters().number("version");
        if (version.isPresent() && file.version(version.getAsInt()).isEmpty()) {
            throw subjects.notThere(Family.V2);
        }
        return list(
                call,
                comment -> isRootOn(comment, file.id(), true),
                (comment, page) -> shapes.onOwner(comment, page, format));
    }

    private static boolean isRootOn(CommentEntry comment, long owner, boolean attachment) {
        return comment.ownerId() == owner && comment.onAttachment() == attachment && comment.parentId() == null;
    }

    private SimulatedResponse children(Call call) {
        Optional<String> format = listFormat(call);
        Long parent = subjects.comment(call, kind).id();
        return list(
                call,
                comment -> parent.equals(comment.parentId()),
                (comment, page) -> shapes.child(comment, page, format));
    }

    private static Optional<String> listFormat(Call call) {
        return call.parameters().oneOf("body-format", BodyFormats.OF_LISTS);
    }

    private SimulatedResponse list(
            Call call, Predicate<CommentEntry> among, BiFunction<CommentEntry, PageEntry, ObjectNode> shape) {
        Ordering<CommentEntry> order = call.parameters().order(Ordering.ofComments());
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(comments.listed(kind)),
                        among.and(comment -> subjects.page(call, comment).isPresent()),
                        comment -> shape.apply(comment, page(call, comment)));
    }

    private SimulatedResponse get(Call call) {
        Parameters parameters = call.parameters();
        Optional<String> format = parameters.oneOf("body-format", BodyFormats.OF_ONE);
        CommentEntry comment = subjects.comment(call, kind);
        PageVersion version = parameters.number("version").stream()
                .mapToObj(number -> comment.version(number).orElseThrow(() -> subjects.notThere(Family.V2)))
                .findFirst()
                .orElse(comment.latest());
        PageEntry page = page(call, comment);
        ObjectNode node = shapes.whole(comment, version, page, format);
        if (!parameters.flag("include-version", true)) {
            node.remove("version");
        }
        includes.add(node, call, comment, page);
        return answer(200, node);
    }

    private SimulatedResponse create(Call call) {
        String author = owners.author(call, Family.V2);
        JsonNode body = call.json();
        List<String> named =
                List.of("pageId", "blogPostId", "attachmentId", "customContentId", "parentCommentId").stream()
                        .filter(body::hasNonNull)
                        .toList();
        if (named.size() != 1) {
            throw bad(
                    "Exactly one of pageId, blogPostId, attachmentId, customContentId and parentCommentId is required");
        }
        String storage = bodies.storage(body, false);
        CommentEntry made = problems.checked(Family.V2, () -> create(call, body, named.get(0), storage, author));
        PageEntry page = page(call, made);
        ObjectNode node = shapes.whole(made, made.latest(), page, Optional.of("storage"));
        return answer(201, node).withHeader("Location", "/wiki/api/v2/" + kind.segment() + "/" + made.id());
    }

    private CommentEntry create(Call call, JsonNode body, String member, String storage, String author) {
        String id = body.path(member).asText();
        return switch (member) {
            case "parentCommentId" -> {
                if (body.hasNonNull("inlineCommentProperties")) {
                    throw bad("inlineCommentProperties are only for top level inline comments");
                }
                yield comments.reply(writable(call, id).id(), kind, storage, author);
            }
            case "attachmentId" -> {
                requireFooter(member);
                AttachmentEntry file = subjects.attachment(call, id, Family.V2);
                requireWritable(call, subjects.visible(call, file.ownerId()).orElseThrow());
                yield comments.addFooter(file.id(), true, storage, author);
            }
            default -> {
                ContentKind ownerKind = ContentKind.of(member).orElseThrow();
                if (ownerKind == ContentKind.CUSTOM) {
                    requireFooter(member);
                }
                PageEntry owner = subjects.content(call, member, id, ownerKind);
                requireWritable(call, owner);
                yield kind == CommentKind.FOOTER
                        ? comments.addFooter(owner.id(), false, storage, author)
                        : comments.addInline(owner.id(), selection(body), storage, author);
            }
        };
    }

    private CommentEntry writable(Call call, String id) {
        CommentEntry comment = subjects.comment(call, id, kind);
        requireWritable(call, page(call, comment));
        return comment;
    }

    /** To whom may not write, the service says that it is not there. */
    private void requireWritable(Call call, PageEntry page) {
        if (!rights.mayWrite(call, page) || !call.may("create", "comment", page)) {
            throw subjects.notThere(Family.V2);
        }
    }

    private void requireFooter(String member) {
        if (kind != CommentKind.FOOTER) {
            throw bad("The member '" + member + "' is only for footer comments");
        }
    }

    private Comments.Selection selection(JsonNode body) {
        JsonNode properties = body.path("inlineCommentProperties");
        String text = properties.path("textSelection").asText("");
        if (text.isEmpty()
                || !properties.path("textSelectionMatchCount").isInt()
                || properties.path("textSelectionMatchIndex").asInt(-1) < 0) {
            throw bad(
                    "inlineCommentProperties need textSelection, textSelectionMatchCount and textSelectionMatchIndex");
        }
        return new Comments.Selection(
                text,
                properties.path("textSelectionMatchCount").asInt(),
                properties.path("textSelectionMatchIndex").asInt());
    }

    private SimulatedResponse update(Call call) {
        String author = owners.author(call, Family.V2);
        CommentEntry before = writable(call, call.argument());
        JsonNode body = call.json();
        if (!body.path("version").path("number").isInt()) {
            throw bad("The member 'version' is required");
        }
        boolean resolves = kind == CommentKind.INLINE && body.path("resolved").isBoolean();
        Comments.Change change = new Comments.Change(
                body.path("version").path("number").asInt(),
                resolves && !body.has("body") ? null : bodies.storage(body, false),
                body.path("version").path("message").asText(""),
                resolves ? body.path("resolved").asBoolean() : null);
        CommentEntry made = problems.checked(Family.V2, () -> comments.update(before.id(), kind, change, author));
        ObjectNode node = shapes.whole(made, made.latest(), page(call, made), Optional.of("storage"));
        // Of the two kinds, only inline comments say here where the site is.
        return kind == CommentKind.INLINE ? answer(200, node) : backstage.json().answer(200, node);
    }

    private SimulatedResponse delete(Call call) {
        owners.author(call, Family.V2);
        CommentEntry comment = writable(call, call.argument());
        problems.checked(Family.V2, () -> comments.delete(comment.id(), kind));
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse versions(Call call) {
        Optional<String> format = listFormat(call);
        CommentEntry comment = subjects.comment(call, kind);
        PageEntry page = page(call, comment);
        Ordering<PageVersion> order = VersionDetails.order(call);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(comment.versions()),
                        row -> true,
                        row -> shapes.version(comment, row, page, format));
    }

    private SimulatedResponse version(Call call) {
        CommentEntry comment = subjects.comment(call, kind);
        long number = call.parameters().id("version-number", call.arguments().get(1), "Long");
        PageVersion version = comment.version(number).orElseThrow(() -> subjects.notThere(Family.V2));
        ObjectNode node = VersionDetails.of(
                backstage,
                version.number(),
                comment.latest().number(),
                version.authorId(),
                version.createdAt(),
                version.message());
        return backstage.json().answer(200, node);
    }

    private PageEntry page(Call call, CommentEntry comment) {
        return subjects.page(call, comment).orElseThrow(() -> subjects.notThere(Family.V2));
    }

    private ApiProblem bad(String title) {
        return new ApiProblem(backstage.errors().refused(400, title));
    }

    private SimulatedResponse answer(int status, ObjectNode node) {
        node.withObjectProperty("_links").put("base", backstage.siteBase().toString());
        return backstage.json().answer(status, node);
    }
}
