package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.internal.SteppedPaged;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree that is deeper than one listing can look: whatever stands at the deepest level of a listing is the root of
 * another. One that is listed twice, because it was moved meanwhile, is delivered once.
 */
final class TreeWalk implements SteppedPaged.Step<Descendant> {
    private final ConfluenceConnection connection;
    private final ContentOwner start;
    private final Set<ContentId> seen = new HashSet<>();
    private final Deque<Descendant> cutOff = new ArrayDeque<>();
    private Iterator<Batch<Descendant>> batches;
    private int level;
    private int fetched;

    TreeWalk(ConfluenceConnection connection, ContentOwner start) {
        this.connection = connection;
        this.start = start;
        this.batches = below(start);
    }

    private Iterator<Batch<Descendant>> below(ContentOwner root) {
        return DefaultHierarchyClient.descendants(connection, root, HierarchyClient.DEEPEST)
                .batches()
                .iterator();
    }

    @Override
    public Batch<Descendant> fetch(@Nullable Cursor from) {
        if (!batches.hasNext()) {
            descend(cutOff.element());
            cutOff.remove();
        }
        List<Descendant> found = new ArrayList<>();
        for (Descendant row : batches.next()) {
            if (seen.add(row.id())) {
                Descendant one = row.below(level);
                found.add(one);
                // Where the service does not say how deep it is, it may be the deepest.
                if (row.depth() == null || row.depth() >= HierarchyClient.DEEPEST) {
                    cutOff.add(one);
                }
            }
        }
        boolean more = batches.hasNext() || !cutOff.isEmpty();
        return new Batch<>(found, more ? Cursor.of(Integer.toString(++fetched)) : null);
    }

    private void descend(Descendant root) {
        ContentType type = root.type() == null ? ContentType.of("(none)") : root.type();
        ContentOwner owner = ContentOwner.inTree(type, root.id())
                .orElseThrow(() -> new PagingException(
                        "The tree below " + start,
                        PagingException.Reason.NO_CURSOR,
                        DefaultHierarchyClient.unknown(type)));
        level = root.depth() == null ? 0 : root.depth();
        batches = below(owner);
    }
}
