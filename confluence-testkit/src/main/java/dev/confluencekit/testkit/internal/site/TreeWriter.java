package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What callers of the interface may do to pages where they stand, and with what is below them. Each write is one step: it
 * happens wholly, or ends with {@link RuleBroken}.
 */
public final class TreeWriter {

    private final ContentStore store;
    private final ContentWriter pages;
    private final ContentRules rules;

    /**
     * Makes a writer.
     *
     * @param store what to write to
     * @param pages makes the copies
     */
    public TreeWriter(ContentStore store, ContentWriter pages) {
        this.store = store;
        this.pages = pages;
        this.rules = new ContentRules(store);
    }

    /**
     * Moves a page beside or below another one, also into its space; what is below it comes along. The version stays.
     *
     * @param id the page
     * @param position {@code before}, {@code after} or {@code append}
     * @param targetId the other page
     * @return its state
     */
    public PageEntry move(long id, String position, long targetId) {
        return store.write(() -> {
            PageEntry page = rules.existing(id);
            PageEntry target = rules.existing(targetId);
            rules.requireNotBelow(id, targetId);
            boolean append = position.equals("append");
            Long parentId = append ? Long.valueOf(targetId) : target.parentId();
            if (page.spaceId() != target.spaceId()) {
                for (PageEntry one : tree(page)) {
                    rules.requireFreeTitle(one.kind(), target.spaceId(), one.title(), one.id());
                    store.put(one.withSpace(target.spaceId()));
                }
                page = rules.existing(id);
            }
            if (append) {
                return rules.kept(page.withParent(parentId, store.nextPosition(target.spaceId(), parentId)));
            }
            int place = position.equals("before") ? target.position() : target.position() + 1;
            for (PageEntry sibling : store.siblings(target)) {
                if (sibling.id() != id && sibling.position() >= place) {
                    store.put(sibling.withParent(sibling.parentId(), sibling.position() + 1));
                }
            }
            store.nextPosition(target.spaceId(), parentId);
            return rules.kept(page.withParent(parentId, place));
        });
    }

    /**
     * Copies a page.
     *
     * @param source the page
     * @param spaceId the space of the copy
     * @param parentId the page above the copy, or null for the root
     * @param title the title of the copy
     * @param withLabels whether the labels come along
     * @param authorId who copies
     * @return the copy
     */
    public PageEntry copy(
            PageEntry source,
            long spaceId,
            @Nullable Long parentId,
            String title,
            boolean withLabels,
            String authorId) {
        return store.write(() -> {
            PageVersion latest = source.latest();
            PageEntry copy = pages.create(
                    new ContentDraft(
                            source.kind(),
                            spaceId,
                            title,
                            latest.storage().get(),
                            parentId,
                            false,
                            source.live(),
                            null),
                    authorId);
            return withLabels ? rules.kept(copy.withLabels(source.labels())) : copy;
        });
    }

    /**
     * Copies a page over another one, which gets a new version.
     *
     * @param source the page
     * @param replacedId the other page
     * @param title the title of the other page from now on
     * @param withLabels whether the labels come along
     * @param authorId who copies
     * @return the other page
     */
    public PageEntry copyOver(PageEntry source, long replacedId, String title, boolean withLabels, String authorId) {
        return store.write(() -> {
            int next = rules.existing(replacedId).latest().number() + 1;
            String storage = source.latest().storage().get();
            PageEntry copy =
                    pages.update(replacedId, new ContentChange(title, storage, next, "", false, null), authorId);
            return withLabels ? rules.kept(copy.withLabels(source.labels())) : copy;
        });
    }

    /**
     * Copies a page with all current pages below it that the caller sees.
     *
     * @param id the page
     * @param destinationId the page above the copy
     * @param seen whether the caller sees a page
     * @param title gives the title of each copy from that of its original
     * @param withLabels whether the labels come along
     * @param authorId who copies
     * @return the copy of the topmost page
     */
    public PageEntry copyTree(
            long id,
            long destinationId,
            Predicate<PageEntry> seen,
            Function<String, String> title,
            boolean withLabels,
            String authorId) {
        return store.write(() -> {
            PageEntry top = rules.existing(id);
            PageEntry destination = rules.existing(destinationId);
            // Taken before the first copy, or copying a page below itself would never end.
            List<PageEntry> originals = current(top).filter(seen).toList();
            for (PageEntry page : originals) {
                rules.requireFreeTitle(page.kind(), destination.spaceId(), title.apply(page.title()), 0);
            }
            return copied(top, destination, originals, title, withLabels, authorId);
        });
    }

    private PageEntry copied(
            PageEntry page,
            PageEntry parent,
            List<PageEntry> originals,
            Function<String, String> title,
            boolean withLabels,
            String authorId) {
        PageEntry copy = copy(page, parent.spaceId(), parent.id(), title.apply(page.title()), withLabels, authorId);
        for (PageEntry child : originals) {
            if (Long.valueOf(page.id()).equals(child.parentId())) {
                copied(child, copy, originals, title, withLabels, authorId);
            }
        }
        return copy;
    }

    /**
     * Archives a page.
     *
     * @param id the page
     */
    public void archive(long id) {
        store.write(() -> rules.kept(rules.existing(id).withStatus(PageStatus.ARCHIVED)));
    }

    /**
     * Puts a page and all current pages below it into the trash.
     *
     * @param id the page
     */
    public void trashTree(long id) {
        store.write(() -> {
            current(rules.existing(id)).forEach(page -> store.put(page.withStatus(PageStatus.TRASHED)));
            return id;
        });
    }

    /**
     * Gives a page and all that is current below it.
     *
     * @param id the page
     * @return what {@link #trashTree} puts into the trash
     */
    public List<PageEntry> currentTree(long id) {
        return store.write(() -> current(rules.existing(id)).toList());
    }

    private Stream<PageEntry> current(PageEntry top) {
        return tree(top).stream().filter(page -> page.status() == PageStatus.CURRENT);
    }

    private List<PageEntry> tree(PageEntry top) {
        List<PageEntry> all = new ArrayList<>(List.of(top));
        for (int next = 0; next < all.size(); next++) {
            all.addAll(store.childrenNow(all.get(next).id()));
        }
        return all;
    }
}
