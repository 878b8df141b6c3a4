package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What stands above and below a page, folder, whiteboard, database or smart link. Descendants are looked at ten levels deep at most; ancestors have no cursor. */
final class HierarchyRoutes {

    private static final int DEEPEST = 10;
    private static final Set<String> BELOW = Set.of("read:hierarchical-content:confluence");
    private static final Set<String> ABOVE = Set.of("read:content.metadata:confluence");

    private final Backstage backstage;
    private final ContentStore store;
    private final Owners owners;

    HierarchyRoutes(Backstage backstage) {
        this.backstage = backstage;
        this.store = backstage.store();
        this.owners = new Owners(backstage);
    }

    /** A row, with its place in the listing. */
    private record Below(int place, int depth, PageEntry page) {}

    List<Route> routes() {
        List<Route> all = new ArrayList<>(routes("pages", ContentKind.PAGE));
        for (ContentKind kind : ContentKind.treeNodes()) {
            all.addAll(routes(TreeNodeRoutes.segment(kind), kind));
        }
        return all;
    }

    private List<Route> routes(String segment, ContentKind kind) {
        String one = "/wiki/api/v2/" + segment + "/([^/]+)";
        return List.of(
                Route.get(one + "/direct-children", Family.V2, BELOW, call -> children(call, kind)),
                Route.get(one + "/descendants", Family.V2, BELOW, call -> descendants(call, kind)),
                Route.get(one + "/ancestors", Family.V2, ABOVE, call -> ancestors(call, kind)));
    }

    private SimulatedResponse children(Call call, ContentKind kind) {
        return list(call, below(call, kind, 1), row -> {
            ObjectNode node = common(row.page());
            node.put("spaceId", String.valueOf(row.page().spaceId()));
            return node;
        });
    }

    private SimulatedResponse descendants(Call call, ContentKind kind) {
        int depth = call.parameters().number("depth").orElse(2);
        if (depth < 1 || depth > DEEPEST) {
            throw call.parameters().notAllowed("depth", String.valueOf(depth), "1 to " + DEEPEST);
        }
        return list(call, below(call, kind, depth), row -> {
            ObjectNode node = common(row.page());
            node.put("parentId", String.valueOf(row.page().parentId()));
            node.put("depth", row.depth());
            return node;
        });
    }

    private SimulatedResponse list(Call call, List<Below> rows, Function<Below, ObjectNode> shape) {
        Ordering<Below> order = Ordering.byNumber("place", Below::place);
        return backstage.listing().answer(call.path(), call.parameters(), order, rows, row -> true, shape);
    }

    private List<Below> below(Call call, ContentKind kind, int depth) {
        List<Below> rows = new ArrayList<>();
        collect(call, owners.content(call, kind), 1, depth, rows);
        return rows;
    }

    private void collect(Call call, PageEntry page, int level, int deepest, List<Below> rows) {
        for (PageEntry child : store.children(page.id())) {
            boolean listed = child.status() == PageStatus.CURRENT || child.status() == PageStatus.ARCHIVED;
            if (listed && call.maySee(child, store)) {
                rows.add(new Below(rows.size(), level, child));
                if (level < deepest) {
                    collect(call, child, level + 1, deepest, rows);
                }
            }
        }
    }

    private ObjectNode common(PageEntry page) {
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(page.id()));
        node.put("status", page.status().wireName());
        node.put("title", page.title());
        node.put("type", page.kind().wireName());
        node.put("childPosition", page.position());
        return node;
    }

    /** The nearest ones, the highest of them first. */
    private SimulatedResponse ancestors(Call call, ContentKind kind) {
        int limit = call.parameters().limit();
        List<PageEntry> nearestFirst = new ArrayList<>();
        Optional<PageEntry> above = parent(owners.content(call, kind));
        while (above.isPresent() && nearestFirst.size() < limit) {
            nearestFirst.add(above.get());
            above = parent(above.get());
        }
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        for (int i = nearestFirst.size() - 1; i >= 0; i--) {
            ObjectNode node = results.addObject();
            node.put("id", String.valueOf(nearestFirst.get(i).id()));
            node.put("type", nearestFirst.get(i).kind().wireName());
        }
        return backstage.json().answer(200, body);
    }

    private Optional<PageEntry> parent(PageEntry page) {
        Long parent = page.parentId();
        return parent == null ? Optional.empty() : store.page(parent);
    }
}
