package dev.confluencekit.content.page;

import dev.confluencekit.content.ContentReference;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.job.BegunTasks;
import dev.confluencekit.content.internal.titled.TitledContent;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What only version 1 can do to pages: move to a place, copy, archive, delete trees. */
final class PageTrees {
    private static final String CONTENT = "/wiki/rest/api/content";
    private static final int MOST_ARCHIVED = 300;

    private final ConfluenceConnection connection;
    private final TitledContent<Page> writes;

    PageTrees(ConfluenceConnection connection, TitledContent<Page> writes) {
        this.connection = connection;
        this.writes = writes;
    }

    /** To do it twice does no harm. */
    void move(PageId id, MovePosition position, PageId target) {
        if (id.equals(target)) {
            throw new InvalidArgumentException("target", "is the page itself");
        }
        ApiRequest request = ApiRequest.of("PUT", "movePage", CONTENT + "/{pageId}/move/{position}/{targetId}")
                .path("pageId", id.value())
                .path("position", position.word())
                .path("targetId", target.value())
                .build();
        Reconciler<Boolean> again = through -> Finding.noTrace();
        connection.write(
                through -> {
                    through.send(request);
                    return true;
                },
                again);
    }

    /** Version 1 answers with content in its own shape, of which the id is wanted. */
    PageId copy(PageCopy copy) {
        ApiRequest request = ApiRequest.of("POST", "copyPage", CONTENT + "/{id}/copy")
                .path("id", copy.source().value())
                .jsonBody(copy.json())
                .build();
        Reconciler<ContentReference> lost = through -> Finding.undecided(
                "Look for the copy at its destination before you copy page " + copy.source() + " again.");
        ContentReference made = writes.orTitleTaken(
                null,
                copy.titleOr("(that of page " + copy.source() + ")"),
                () -> connection.write(request, ContentReference.class, lost));
        return PageId.of(made.id().value());
    }

    LongTaskId copyTree(TreeCopy copy) {
        ApiRequest request = ApiRequest.of("POST", "copyPageHierarchy", CONTENT + "/{id}/pagehierarchy/copy")
                .path("id", copy.top().value())
                .jsonBody(copy.json())
                .build();
        return BegunTasks.begin(
                connection, request, "Look for the copy below page " + copy.destination() + " before you copy again.");
    }

    LongTaskId archive(Collection<PageId> pages) {
        List<Map<String, Long>> ids = Checks.count("pages", pages, MOST_ARCHIVED).stream()
                .map(page -> Map.of("id", number(page)))
                .toList();
        ApiRequest request = ApiRequest.of("POST", "archivePages", CONTENT + "/archive")
                .jsonBody(new JsonBody().with("pages", ids).json())
                .build();
        return BegunTasks.begin(connection, request, "Read the status of the pages before you archive them again.");
    }

    /** Numbers here, and here alone. */
    private static Long number(PageId page) {
        try {
            return Long.valueOf(page.value());
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException("pages", "holds an id that is too large to be archived: " + page);
        }
    }

    LongTaskId deleteTree(PageId top) {
        ApiRequest request = ApiRequest.of("DELETE", "deletePageTree", CONTENT + "/{id}/pageTree")
                .path("id", top.value())
                .build();
        return BegunTasks.begin(connection, request, "Read the status of page " + top + " before you delete again.");
    }
}
