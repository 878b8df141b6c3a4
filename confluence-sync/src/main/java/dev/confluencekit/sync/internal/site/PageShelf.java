package dev.confluencekit.sync.internal.site;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageSort;
import dev.confluencekit.content.page.PageStatus;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages. */
final class PageShelf implements Shelf {
    private static final PageStatus[] EVERY = {
        PageStatus.CURRENT, PageStatus.ARCHIVED, PageStatus.TRASHED, PageStatus.DELETED
    };

    private final PagesClient pages;
    private final WebAddresses web;
    private final PageStatus[] scope;

    PageShelf(PagesClient pages, WebAddresses web, boolean archived) {
        this.pages = pages;
        this.web = web;
        this.scope = archived
                ? new PageStatus[] {PageStatus.CURRENT, PageStatus.ARCHIVED}
                : new PageStatus[] {PageStatus.CURRENT};
    }

    @Override
    public ItemKind kind() {
        return ItemKind.PAGE;
    }

    @Override
    public boolean takes(String status) {
        return Arrays.stream(scope).anyMatch(wanted -> wanted.value().equals(status));
    }

    @Override
    public RowBatch inSpace(SpaceId space, @Nullable Cursor from) {
        return one(PageQuery.inSpace(space).status(scope).sort(PageSort.ID), from);
    }

    @Override
    public RowBatch newest(List<SpaceId> spaces, @Nullable Cursor from) {
        return one(PageQuery.inSpaces(spaces).status(scope).sort(PageSort.MODIFIED_DESCENDING), from);
    }

    private RowBatch one(PageQuery query, @Nullable Cursor from) {
        Batch<Page> batch =
                pages.list(from == null ? query : query.cursor(from)).first();
        return new RowBatch(
                batch.stream().map(page -> row(page, null)).toList(),
                batch.next().orElse(null));
    }

    @Override
    public List<Row> byIds(Collection<String> ids, @Nullable BodyFormat bodies) {
        PageQuery query = PageQuery.byIds(ids.stream().map(PageId::of).toList()).status(EVERY);
        PageQuery whole = bodies == null ? query : query.body(bodies);
        return pages.list(whole).stream().map(page -> row(page, bodies)).toList();
    }

    private Row row(Page page, @Nullable BodyFormat bodies) {
        return new Row(
                new ItemKey(ItemKind.PAGE, page.id().value()),
                Texts.of(page.spaceId()),
                null,
                Texts.orNull(page.parentId()),
                Texts.orNull(page.parentType()),
                page.position(),
                page.title() == null ? "" : page.title(),
                Texts.of(page.status()),
                Texts.number(page.version()),
                page.createdAt(),
                page.version() == null ? null : page.version().createdAt(),
                Texts.orNull(page.authorId()),
                Texts.orNull(page.ownerId()),
                page.version() == null ? null : Texts.orNull(page.version().authorId()),
                page.version() == null ? null : page.version().message(),
                web.apply(page.links() == null ? null : page.links().webui()),
                null,
                Texts.body(page.body(), bodies));
    }
}
