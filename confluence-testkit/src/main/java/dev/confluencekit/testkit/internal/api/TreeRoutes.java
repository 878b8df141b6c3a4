package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.TreeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What only version 1 can do to pages and their trees: move to a position, copy, archive, delete whole trees. */
final class TreeRoutes {

    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:page:confluence");
    private static final Set<String> DELETE = Set.of("write:confluence-content", "delete:content:confluence");
    private static final String ARCHIVE = "archive";
    private static final int MOST_ARCHIVED = 300;

    private final Backstage backstage;
    private final TreeWriter writer;
    private final Errors errors;
    private final Problems problems;
    private final EditGuard guard;

    TreeRoutes(Backstage backstage) {
        this.backstage = backstage;
        this.writer = new TreeWriter(backstage.store(), backstage.writer());
        this.errors = backstage.errors();
        this.problems = new Problems(errors);
        this.guard = new EditGuard(errors);
    }

    List<Route> routes() {
        String content = "/wiki/rest/api/content/";
        return List.of(
                Route.of("PUT", content + "([^/]+)/move/([^/]+)/([^/]+)", Family.V1, WRITE, this::move),
                Route.of("POST", content + "([^/]+)/copy", Family.V1, WRITE, this::copy),
                Route.of("POST", content + "([^/]+)/pagehierarchy/copy", Family.V1, WRITE, this::copyTree),
                Route.of("POST", content + ARCHIVE, Family.V1, WRITE, this::archive),
                Route.of("DELETE", content + "([^/]+)/pageTree", Family.V1, DELETE, this::deleteTree));
    }

    private SimulatedResponse move(Call call) {
        author(call);
        PageEntry page = visible(call, call.arguments().get(0));
        String position = call.arguments().get(1);
        PageEntry target = visible(call, call.arguments().get(2));
        if (!Set.of("before", "after", "append").contains(position)) {
            throw bad("Unknown position " + position);
        }
        guard.orForbidden(call, page);
        problems.checked(Family.V1, () -> writer.move(page.id(), position, target.id()));
        ObjectNode body = backstage.json().object();
        body.put("pageId", String.valueOf(page.id()));
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse copy(Call call) {
        String authorId = author(call);
        PageEntry source = visible(call, call.argument());
        JsonNode body = call.json();
        String title = body.path("pageTitle").asText(source.title());
        String value = body.at("/destination/value").asText();
        boolean labels = body.path("copyLabels").asBoolean();
        PageEntry copy = switch (body.at("/destination/type").asText()) {
            case "space" -> copied(source, spaceByKey(call, value).id(), null, title, labels, authorId);
            case "parent_page", "parent_content" -> {
                PageEntry parent = visible(call, value);
                yield copied(source, parent.spaceId(), parent.id(), title, labels, authorId);
            }
            case "existing_page" -> {
                PageEntry replaced = guard.orForbidden(call, visible(call, value));
                String kept = body.path("pageTitle").asText(replaced.title());
                yield problems.checked(Family.V1, () -> writer.copyOver(source, replaced.id(), kept, labels, authorId));
            }
            default -> throw bad("The type of the destination is not valid");
        };
        return backstage
                .json()
                .answer(200, V1Content.of(backstage, copy))
                .withHeader("Content-Type", "application/json;charset=UTF-8");
    }

    private PageEntry copied(
            PageEntry source, long spaceId, @Nullable Long parentId, String title, boolean labels, String authorId) {
        return problems.checked(Family.V1, () -> writer.copy(source, spaceId, parentId, title, labels, authorId));
    }

    private SimulatedResponse copyTree(Call call) {
        String authorId = author(call);
        PageEntry top = visible(call, call.argument());
        JsonNode body = call.json();
        PageEntry destination = visible(call, body.path("destinationPageId").asText());
        boolean labels = body.path("copyLabels").asBoolean();
        Function<String, String> title = titles(body.path("titleOptions"));
        boolean below = body.path("copyDescendants").asBoolean(true);
        return begin("copyPageHierarchy", () -> {
            PageEntry copy = below
                    ? writer.copyTree(
                            top.id(),
                            destination.id(),
                            page -> call.maySee(page, backstage.store()),
                            title,
                            labels,
                            authorId)
                    : writer.copy(
                            top, destination.spaceId(), destination.id(), title.apply(top.title()), labels, authorId);
            return Optional.of(String.valueOf(copy.id()));
        });
    }

    private static Function<String, String> titles(JsonNode options) {
        String prefix = options.path("prefix").asText("");
        String search = options.path("search").asText("");
        String replace = options.path("replace").asText("");
        return title -> prefix + (search.isEmpty() ? title : title.replace(search, replace));
    }

    /** The ids are numbers here and nowhere else; an unknown one is a fault of the service. */
    private SimulatedResponse archive(Call call) {
        author(call);
        JsonNode pages = call.json().path("pages");
        List<Long> ids = new ArrayList<>();
        for (JsonNode page : pages) {
            if (!page.path("id").isIntegralNumber()) {
                throw bad("The ids of the pages to archive are numbers");
            }
            ids.add(page.path("id").asLong());
        }
        if (ids.isEmpty() || ids.size() > MOST_ARCHIVED) {
            throw bad("1 to " + MOST_ARCHIVED + " pages can be archived at once");
        }
        for (Long id : ids) {
            PageEntry page = backstage
                    .store()
                    .page(id)
                    .filter(found -> call.maySee(found, backstage.store()))
                    .orElseThrow(() ->
                            new ApiProblem(errors.v1(500, true, "Internal Server Error", "Internal Server Error")));
            if (page.status() != PageStatus.CURRENT) {
                throw bad("The page " + id + " is not current");
            }
            // The specification has no 403 here.
            guard.or(call, page, errors.v1(400, true, "The page " + id + " cannot be archived", "Bad Request"));
        }
        if (backstage.tasks().isUnderWay(ARCHIVE)) {
            throw bad("Pages are being archived; only one such task can run at a time");
        }
        return begin(ARCHIVE, () -> {
            ids.forEach(writer::archive);
            return Optional.empty();
        });
    }

    private SimulatedResponse deleteTree(Call call) {
        author(call);
        PageEntry top = visible(call, call.argument());
        if (top.status() != PageStatus.CURRENT) {
            throw bad("Only a current page can be deleted with what is below it");
        }
        guard.orForbidden(call, top);
        for (PageEntry page : writer.currentTree(top.id())) {
            if (!call.maySee(page, backstage.store())) {
                throw new ApiProblem(errors.notFound(Family.V1));
            }
            guard.orNotThere(call, page, Family.V1);
        }
        return begin("deletePageTree", () -> {
            writer.trashTree(top.id());
            return Optional.empty();
        });
    }

    private SimulatedResponse begin(String name, java.util.function.Supplier<Optional<String>> work) {
        return LongTaskRoutes.begun(backstage, backstage.tasks().begin(name, work));
    }

    private PageEntry visible(Call call, String id) {
        Optional<PageEntry> found =
                id.matches("[0-9]{1,18}") ? backstage.store().page(Long.parseLong(id)) : Optional.empty();
        return found.filter(page -> page.kind() == ContentKind.PAGE && call.maySee(page, backstage.store()))
                .orElseThrow(() -> new ApiProblem(errors.notFound(Family.V1)));
    }

    private SpaceEntry spaceByKey(Call call, String key) {
        return backstage.store().spaces().stream()
                .filter(space -> space.key().equals(key) && call.maySee(space))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(errors.notFound(Family.V1)));
    }

    private String author(Call call) {
        Account account = call.account();
        if (account == null) {
            throw new ApiProblem(errors.unauthorized(Family.V1, backstage.siteBase()));
        }
        return account.person().accountId();
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(errors.v1(400, true, message, "Bad Request"));
    }
}
