package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.sync.internal.site.Parts;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.render.UnrenderedBody;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a site is mirrored, and as what. */
final class Selection {
    private final MirrorScope scope;
    private final BodyRenderer renderer;
    private final List<Shelf> shelves;
    private final Set<String> spaces;
    private final ConfluenceConnection site;

    /** With the ids of the spaces that are mirrored, and the site for what the renderer asks. */
    Selection(
            MirrorScope scope,
            BodyRenderer renderer,
            List<Shelf> shelves,
            Set<String> spaces,
            ConfluenceConnection site) {
        this.scope = scope;
        this.renderer = renderer;
        this.shelves = shelves;
        this.spaces = Set.copyOf(spaces);
        this.site = site;
    }

    BodyFormat bodies() {
        return renderer.source();
    }

    /** Where all spaces are mirrored, one that was added after they were listed is no reason to drop what moved there. */
    boolean takes(Row row) {
        boolean rightSpace = scope.spaceKeys().isEmpty() || spaces.contains(row.spaceId());
        boolean rightStatus =
                shelves.stream().anyMatch(shelf -> shelf.kind() == row.key().kind() && shelf.takes(row.status()));
        return rightSpace && rightStatus && scope.takes(row.state(), row.details());
    }

    BodyRenderer renderer() {
        return renderer;
    }

    /** Shows the renderer what was fetched at once. On the thread that fetched it, since it may ask the site. */
    Fetched fetched(List<Row> rows) {
        List<UnrenderedBody> bodies = new ArrayList<>();
        for (Row row : rows) {
            if (row.body() != null) {
                bodies.add(new UnrenderedBody(row.key(), row.spaceId(), row.owner(), row.body()));
            }
        }
        return new Fetched(rows, bodies.isEmpty() ? renderer : prepared(bodies));
    }

    private BodyRenderer prepared(List<UnrenderedBody> bodies) {
        try {
            return renderer.forBatch(bodies, site);
        } catch (ConfluenceInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            return new Unprepared(renderer, e);
        }
    }

    MirrorItem item(Row row, Parts parts, BodyRenderer prepared) {
        ItemState state = row.state(parts);
        ItemDetails details = row.details(parts);
        ItemBody body = row.body() == null ? null : prepared.render(state, details, row.body());
        return new MirrorItem(state, details, body, null);
    }
}
