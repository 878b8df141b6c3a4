package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.sync.internal.site.Parts;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.List;
import java.util.Set;

/** What of a site is mirrored, and as what. */
final class Selection {
    private final MirrorScope scope;
    private final BodyRenderer renderer;
    private final List<Shelf> shelves;
    private final Set<String> spaces;

    /** With the ids of the spaces that are mirrored. */
    Selection(MirrorScope scope, BodyRenderer renderer, List<Shelf> shelves, Set<String> spaces) {
        this.scope = scope;
        this.renderer = renderer;
        this.shelves = shelves;
        this.spaces = Set.copyOf(spaces);
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

    MirrorItem item(Row row, Parts parts) {
        ItemState state = row.state(parts);
        ItemDetails details = row.details(parts);
        ItemBody body = row.body() == null ? null : renderer.render(state, details, row.body());
        return new MirrorItem(state, details, body, null);
    }
}
