package dev.confluencekit.sync.internal.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.item.ItemKind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages or blog posts: two nouns of the service that are listed alike. Every method makes its calls on the caller's thread;
 * the first two make exactly one.
 */
public interface Shelf {
    /** The most ids that {@link #byIds} takes. */
    int MOST_IDS = 250;

    /** The most spaces that {@link #newest} takes. */
    int MOST_SPACES = 100;

    /** What stands on it. */
    ItemKind kind();

    /** Whether an item of this status is mirrored. */
    boolean takes(String status);

    /** One response of all items of a space that are in scope, without bodies, by id. */
    RowBatch inSpace(SpaceId space, @Nullable Cursor from);

    /** One response of the items in scope of some spaces, without bodies, those that were changed last first. */
    RowBatch newest(List<SpaceId> spaces, @Nullable Cursor from);

    /** Given items whatever their status, those that the account may see. */
    List<Row> byIds(Collection<String> ids, @Nullable BodyFormat bodies);
}
