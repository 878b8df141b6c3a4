package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.internal.SteppedPaged;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.ApiRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ancestors have no cursor: the topmost one of a batch is asked for its own ancestors, until there are none. A batch that
 * is not full is no sign of the end, since the service may give less than was asked for.
 */
final class WayUp implements SteppedPaged.Step<Ancestor> {
    private final ConfluenceConnection connection;
    private final ContentOwner start;
    private ContentOwner asked;

    WayUp(ConfluenceConnection connection, ContentOwner start) {
        this.connection = connection;
        this.start = start;
        this.asked = start;
    }

    @Override
    public Batch<Ancestor> fetch(@Nullable Cursor from) {
        ApiRequest request = OwnedRequests.get("get*Ancestors", asked, "/ancestors")
                .query("limit", Batch.LARGEST)
                .build();
        List<Ancestor> topDown =
                connection.fetch(request, AncestorsAnswer.class).results();
        if (topDown.isEmpty()) {
            return new Batch<>(topDown, null);
        }
        Ancestor top = topDown.get(0);
        ContentType type = top.type() == null ? ContentType.of("(none)") : top.type();
        asked = ContentOwner.inTree(type, top.id())
                .orElseThrow(() -> new PagingException(
                        "The ancestors of " + start,
                        PagingException.Reason.NO_CURSOR,
                        DefaultHierarchyClient.unknown(type)));
        List<Ancestor> nearestFirst = new ArrayList<>(topDown);
        Collections.reverse(nearestFirst);
        return new Batch<>(nearestFirst, Cursor.of(top.id().value()));
    }
}
