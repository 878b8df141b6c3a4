package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET /pages} and {@code GET /spaces/{id}/pages}, and the same for blog posts. */
final class PageRoutes {

    private static final Set<String> LISTED_STATUSES = Set.of("current", "archived", "deleted", "trashed");
    private static final Set<String> BLOG_POST_STATUSES = Set.of("current", "deleted", "trashed");

    private final ContentStore store;
    private final PageJson pages;
    private final Listing listing;
    private final Errors errors;
    private final ContentKind kind;

    PageRoutes(ContentStore store, PageJson pages, Listing listing, Errors errors, ContentKind kind) {
        this.kind = kind;
        this.store = store;
        this.pages = pages;
        this.listing = listing;
        this.errors = errors;
    }

    SimulatedResponse list(Call call) {
        List<Long> ids = call.parameters().ids("id", 250, "ContentId");
        Set<Long> spaceIds = Set.copyOf(new HashSet<>(call.parameters().ids("space-id", 100, "SpaceId")));
        Optional<String> subtype = call.parameters().oneOf("subtype", Set.of("live", "page"));
        Predicate<PageEntry> filter = common(call)
                .and(page -> spaceIds.isEmpty() || spaceIds.contains(page.spaceId()))
                .and(page -> subtype.isEmpty() || page.live() == subtype.get().equals("live"));
        return answer(call, ids, spaceIds.size() == 1 ? spaceIds.iterator().next() : null, filter);
    }

    SimulatedResponse listInSpace(Call call) {
        long spaceId = call.parameters().id("id", call.argument(), "SpaceId");
        SpaceEntry space =
                store.space(spaceId).filter(call::maySee).orElseThrow(() -> new ApiProblem(errors.notFound(Family.V2)));
        boolean rootOnly = call.parameters()
                .oneOf("depth", Set.of("all", "root"))
                .filter("root"::equals)
                .isPresent();
        return answer(call, List.of(), space.id(), common(call).and(page -> !rootOnly || page.parentId() == null));
    }

    private Predicate<PageEntry> common(Call call) {
        List<String> asked =
                call.parameters().someOf("status", kind == ContentKind.PAGE ? LISTED_STATUSES : BLOG_POST_STATUSES);
        Set<PageStatus> statuses = new HashSet<>();
        for (String status : asked.isEmpty() ? defaultStatuses() : asked) {
            statuses.add(PageStatus.fromWireName(status));
        }
        Optional<String> title = call.parameters().text("title");
        return page -> page.kind() == kind
                && statuses.contains(page.status())
                && (title.isEmpty() || page.title().equals(title.get()))
                && call.maySee(page, store);
    }

    /** Blog posts cannot be archived. */
    private List<String> defaultStatuses() {
        return kind == ContentKind.PAGE ? List.of("current", "archived") : List.of("current");
    }

    private SimulatedResponse answer(Call call, List<Long> ids, @Nullable Long spaceId, Predicate<PageEntry> filter) {
        Optional<String> bodyFormat = call.parameters().oneOf("body-format", BodyFormats.OF_LISTS);
        Ordering<PageEntry> order = call.parameters().order(orders());
        List<PageEntry> rows = ids.isEmpty() ? store.pages(spaceId, order) : byId(ids, order);
        return listing.answer(call.path(), call.parameters(), order, rows, filter, page -> shape(page, bodyFormat));
    }

    private List<Ordering<PageEntry>> orders() {
        return Ordering.ofPages().stream()
                .filter(order -> kind == ContentKind.PAGE || !order.name().endsWith("title"))
                .toList();
    }

    private ObjectNode shape(PageEntry page, Optional<String> bodyFormat) {
        return pages.bulk(page, bodyFormat);
    }

    private List<PageEntry> byId(List<Long> ids, Ordering<PageEntry> order) {
        return order.sorted(ids.stream()
                .distinct()
                .map(store::page)
                .flatMap(Optional::stream)
                .toList());
    }
}
