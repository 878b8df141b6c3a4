package dev.confluencekit.content.page;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.hierarchy.HierarchyClient;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.part.OwnedParts;
import dev.confluencekit.content.internal.titled.ContentState;
import dev.confluencekit.content.internal.titled.TitledContent;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Pages over a connection. */
final class DefaultPagesClient extends OwnedParts<PageId> implements PagesClient {
    private final ConfluenceConnection connection;
    private final SpaceKeys spaceKeys;
    private final TitledContent<Page> writes;
    private final PageTrees trees;

    DefaultPagesClient(ConfluenceConnection connection, SpaceKeys spaceKeys) {
        super(connection, ContentOwner::page);
        this.connection = connection;
        this.spaceKeys = spaceKeys;
        this.writes = new TitledContent<>(
                connection,
                new TitledContent.Noun<>(
                        "Page", "page", "/wiki/api/v2/pages", Page.class, DefaultPagesClient::state, true));
        this.trees = new PageTrees(connection, writes);
    }

    static ContentState state(Page page) {
        return new ContentState(
                page.id().value(),
                page.status() == null ? null : page.status().value(),
                page.title(),
                page.spaceId() == null ? null : page.spaceId().value(),
                page.createdAt(),
                page.version(),
                page.body());
    }

    @Override
    public HierarchyClient hierarchy(PageId id) {
        return HierarchyClient.over(connection, ContentOwner.page(id));
    }

    @Override
    public Paged<Page> list(PageQuery query) {
        PageQuery.Fields fields = query.fields();
        if (fields.topLevelOnly && fields.spaceKey == null && fields.spaces.size() != 1) {
            throw new InvalidArgumentException("topLevelOnly", "takes a query of exactly one space");
        }
        if (fields.topLevelOnly && fields.subtype != null) {
            throw new InvalidArgumentException("subtype", "cannot be combined with topLevelOnly");
        }
        String key = fields.spaceKey;
        if (key == null) {
            return list(fields, fields.spaces);
        }
        return Paged.deferred(() -> list(fields, List.of(spaceKeys.idOf(key))));
    }

    private Paged<Page> list(PageQuery.Fields fields, List<SpaceId> spaces) {
        ApiRequest.Builder request = fields.topLevelOnly
                ? ApiRequest.get("getPagesInSpace", "/wiki/api/v2/spaces/{id}/pages")
                        .path("id", spaces.get(0).value())
                        .query("depth", "root")
                : ApiRequest.get("getPages", "/wiki/api/v2/pages")
                        .query("id", fields.ids.stream().map(PageId::value).toList())
                        .query("space-id", spaces.stream().map(SpaceId::value).toList());
        request.query("status", fields.statuses.stream().map(PageStatus::value).toList())
                .query("title", fields.title)
                .query("subtype", fields.subtype)
                .query("sort", fields.sort == null ? null : fields.sort.parameter())
                .query("body-format", fields.body == null ? null : fields.body.representation());
        return connection.list(request.build(), Page.class, fields.batchSize, fields.cursor);
    }

    @Override
    public Page get(PageId id) {
        return get(PageRequest.of(id));
    }

    @Override
    public Page get(PageRequest request) {
        return connection.fetch(request.toApiRequest(), Page.class);
    }

    @Override
    public Optional<Page> find(PageId id) {
        return find(PageRequest.of(id));
    }

    @Override
    public Optional<Page> find(PageRequest request) {
        try {
            return Optional.of(get(request));
        } catch (NotFoundException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<Page> findByTitle(SpaceId space, String title) {
        return list(PageQuery.inSpace(space).title(title).batchSize(1)).findFirst();
    }

    @Override
    public Optional<Page> findByTitle(String spaceKey, String title) {
        return list(PageQuery.inSpace(spaceKey).title(title).batchSize(1)).findFirst();
    }

    @Override
    public Page create(NewPage page) {
        return writes.create(page.resolved(spaceKeys::idOf));
    }

    @Override
    public Page update(PageUpdate update) {
        return writes.update(update.edition(), update.more());
    }

    @Override
    public Page edit(PageId id, UnaryOperator<PageUpdate> change) {
        return writes.edit(id.value(), PageUpdate::of, change, this::update);
    }

    @Override
    public Page rename(PageId id, String title) {
        return writes.rename(id.value(), Checks.text("title", title));
    }

    @Override
    public Page publish(PageId draft) {
        return writes.publish(draft.value());
    }

    @Override
    public Page restore(PageId id) {
        return writes.restore(id.value());
    }

    @Override
    public void delete(PageId id) {
        writes.trash(id.value());
    }

    @Override
    public void purge(PageId id) {
        writes.deleteForGood(id.value(), "purge");
    }

    @Override
    public void deleteDraft(PageId id) {
        writes.deleteForGood(id.value(), "draft");
    }

    @Override
    public Page moveUnder(PageId id, ContentId parent) {
        return edit(id, update -> update.under(parent));
    }

    @Override
    public void move(PageId id, MovePosition position, PageId target) {
        trees.move(id, position, target);
    }

    @Override
    public PageId copy(PageCopy copy) {
        return trees.copy(copy);
    }

    @Override
    public LongTaskId copyTree(TreeCopy copy) {
        return trees.copyTree(copy);
    }

    @Override
    public LongTaskId archive(Collection<PageId> pages) {
        return trees.archive(pages);
    }

    @Override
    public LongTaskId deleteTree(PageId top) {
        return trees.deleteTree(top);
    }
}
