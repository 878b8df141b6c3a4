package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callers of the interface may do to pages and blog posts, by the rules of the service. Each write is one step: it
 * happens wholly, or ends with {@link RuleBroken}.
 */
public final class ContentWriter {

    private static final long FIRST_ID = 1_048_576;

    private final ContentStore store;
    private final Clock clock;
    private final Set<Long> purged = new HashSet<>();

    /**
     * Makes a writer.
     *
     * @param store what to write to
     * @param clock gives the time of new versions
     */
    public ContentWriter(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Creates content.
     *
     * @param draft what it shall be
     * @param authorId whose it is
     * @return its state
     */
    public PageEntry create(ContentDraft draft, String authorId) {
        return store.write(() -> {
            if (!draft.draft()) {
                requireFreeTitle(draft.kind(), draft.spaceId(), draft.title(), 0);
            }
            if (draft.parentId() != null) {
                requireParent(draft.spaceId(), draft.parentId());
            }
            Instant now = now();
            PageVersion first = new PageVersion(1, "", false, authorId, now, draft.title(), draft::storage);
            PageEntry entry = new PageEntry(
                    draft.kind(),
                    store.unusedId(FIRST_ID),
                    draft.spaceId(),
                    draft.parentId(),
                    store.nextPosition(draft.spaceId(), draft.parentId()),
                    draft.draft() ? PageStatus.DRAFT : PageStatus.CURRENT,
                    draft.live(),
                    authorId,
                    now,
                    List.of(first),
                    List.of(),
                    draft.readerOnly() == null ? Allowed.EVERYBODY : Allowed.users(Set.of(draft.readerOnly())),
                    Allowed.EVERYBODY);
            store.put(entry);
            return entry;
        });
    }

    /**
     * Writes the next version, publishes a draft, or takes content out of the trash.
     *
     * @param id the content
     * @param change what it shall be
     * @param authorId who writes
     * @return its state
     */
    public PageEntry update(long id, ContentChange change, String authorId) {
        return store.write(() -> {
            PageEntry before = existing(id);
            return switch (before.status()) {
                case TRASHED, DELETED -> restored(before, change);
                case DRAFT -> draftWritten(before, change, authorId);
                default -> nextVersion(before, change, authorId);
            };
        });
    }

    /** Whatever else the caller sends: of a restored page only the status changes. */
    private PageEntry restored(PageEntry before, ContentChange change) {
        if (change.draft()) {
            throw new RuleBroken(Rule.OTHER, "Content in the trash cannot become a draft");
        }
        requireFreeTitle(before.kind(), before.spaceId(), before.title(), before.id());
        return kept(before.withStatus(PageStatus.CURRENT));
    }

    /** The number of a draft stays 1, also when it is published. */
    private PageEntry draftWritten(PageEntry before, ContentChange change, String authorId) {
        if (change.number() != 1) {
            throw stale(before.kind(), 0, change.number());
        }
        if (!change.draft()) {
            requireFreeTitle(before.kind(), before.spaceId(), change.title(), before.id());
        }
        PageEntry moved = moved(before, change.parentId());
        PageEntry written = moved.withOnlyVersion(version(change, 1, authorId));
        return kept(change.draft() ? written : written.withStatus(PageStatus.CURRENT));
    }

    private PageEntry nextVersion(PageEntry before, ContentChange change, String authorId) {
        if (change.draft()) {
            throw new RuleBroken(Rule.OTHER, "This simulator keeps no drafts beside published content");
        }
        int current = before.latest().number();
        if (change.number() != current + 1) {
            throw stale(before.kind(), current, change.number());
        }
        requireFreeTitle(before.kind(), before.spaceId(), change.title(), before.id());
        PageEntry moved = moved(before, change.parentId());
        return kept(moved.withVersion(version(change, change.number(), authorId)));
    }

    private PageEntry moved(PageEntry before, @Nullable Long parentId) {
        if (parentId == null || parentId.equals(before.parentId())) {
            return before;
        }
        requireParent(before.spaceId(), parentId);
        requireNotBelow(before.id(), parentId);
        return before.withParent(parentId, store.nextPosition(before.spaceId(), parentId));
    }

    private PageVersion version(ContentChange change, int number, String authorId) {
        return new PageVersion(number, change.message(), false, authorId, now(), change.title(), change::storage);
    }

    /**
     * Gives content another title: a new version that no number guards.
     *
     * @param id the content
     * @param title its title from now on
     * @param draft whether a draft is meant
     * @param authorId who writes
     * @return its state
     */
    public PageEntry rename(long id, String title, boolean draft, String authorId) {
        return store.write(() -> {
            PageEntry before = existing(id);
            if (draft != (before.status() == PageStatus.DRAFT)) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            PageVersion latest = before.latest();
            if (draft) {
                return kept(before.withOnlyVersion(
                        new PageVersion(1, "", false, authorId, now(), title, latest.storage())));
            }
            requireFreeTitle(before.kind(), before.spaceId(), title, id);
            return kept(before.withVersion(
                    new PageVersion(latest.number() + 1, "", false, authorId, now(), title, latest.storage())));
        });
    }

    /**
     * Puts content into the trash. What is below a page stays where it is.
     *
     * @param id the content
     */
    public void trash(long id) {
        store.write(() -> {
            PageEntry before = existing(id);
            if (!ContentStore.holdsTitle(before.status())) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            return kept(before.withStatus(PageStatus.TRASHED));
        });
    }

    /**
     * Deletes content in the trash for good. Doing so again is a fault of the service.
     *
     * @param id the content
     */
    public void purge(long id) {
        store.write(() -> {
            if (purged.contains(id)) {
                throw new RuleBroken(Rule.FAULT, "Internal Server Error");
            }
            PageEntry before = existing(id);
            if (before.status() != PageStatus.TRASHED) {
                throw new RuleBroken(Rule.OTHER, "Only content in the trash can be purged");
            }
            store.remove(id);
            purged.add(id);
            return before;
        });
    }

    /**
     * Deletes a draft for good.
     *
     * @param id the draft
     */
    public void discardDraft(long id) {
        store.write(() -> {
            PageEntry before = existing(id);
            if (before.status() != PageStatus.DRAFT) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            store.remove(id);
            return before;
        });
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
            PageEntry page = existing(id);
            PageEntry target = existing(targetId);
            requireNotBelow(id, targetId);
            boolean append = position.equals("append");
            Long parentId = append ? Long.valueOf(targetId) : target.parentId();
            if (page.spaceId() != target.spaceId()) {
                for (PageEntry one : tree(page)) {
                    requireFreeTitle(one.kind(), target.spaceId(), one.title(), one.id());
                    store.put(one.withSpace(target.spaceId()));
                }
                page = existing(id);
            }
            if (append) {
                return kept(page.withParent(parentId, store.nextPosition(target.spaceId(), parentId)));
            }
            int place = position.equals("before") ? target.position() : target.position() + 1;
            for (PageEntry sibling : store.siblings(target)) {
                if (sibling.id() != id && sibling.position() >= place) {
                    store.put(sibling.withParent(sibling.parentId(), sibling.position() + 1));
                }
            }
            store.nextPosition(target.spaceId(), parentId);
            return kept(page.withParent(parentId, place));
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
            PageEntry copy = create(
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
            return withLabels ? kept(copy.withLabels(source.labels())) : copy;
        });
    }

    /**
     * Copies a page with all current pages below it.
     *
     * @param id the page
     * @param destinationId the page above the copy
     * @param title gives the title of each copy from that of its original
     * @param withLabels whether the labels come along
     * @param authorId who copies
     * @return the copy of the topmost page
     */
    public PageEntry copyTree(
            long id, long destinationId, Function<String, String> title, boolean withLabels, String authorId) {
        return store.write(() -> {
            PageEntry top = existing(id);
            PageEntry destination = existing(destinationId);
            // Taken before the first copy, or copying a page below itself would never end.
            List<PageEntry> originals = tree(top).stream()
                    .filter(page -> page.status() == PageStatus.CURRENT)
                    .toList();
            for (PageEntry page : originals) {
                requireFreeTitle(page.kind(), destination.spaceId(), title.apply(page.title()), 0);
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
        store.write(() -> kept(existing(id).withStatus(PageStatus.ARCHIVED)));
    }

    /**
     * Puts a page and all current pages below it into the trash.
     *
     * @param id the page
     */
    public void trashTree(long id) {
        store.write(() -> {
            for (PageEntry page : tree(existing(id))) {
                if (page.status() == PageStatus.CURRENT) {
                    store.put(page.withStatus(PageStatus.TRASHED));
                }
            }
            return id;
        });
    }

    private List<PageEntry> tree(PageEntry top) {
        List<PageEntry> all = new ArrayList<>(List.of(top));
        for (int next = 0; next < all.size(); next++) {
            all.addAll(store.childrenNow(all.get(next).id()));
        }
        return all;
    }

    private PageEntry kept(PageEntry entry) {
        store.put(entry);
        return entry;
    }

    private PageEntry existing(long id) {
        return store.pageNow(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "Not Found"));
    }

    private static RuleBroken stale(ContentKind kind, int current, int provided) {
        String noun = kind == ContentKind.PAGE ? "a page" : "a blog post";
        return new RuleBroken(
                Rule.VERSION,
                "Version must be incremented when updating " + noun + ". Current Version: [" + current
                        + "]. Provided version: [" + provided + "]");
    }

    /** Of pages only: blog posts of equal titles live on different days. */
    private void requireFreeTitle(ContentKind kind, long spaceId, String title, long exceptId) {
        if (kind == ContentKind.PAGE && store.titleTaken(spaceId, title, exceptId)) {
            throw new RuleBroken(
                    Rule.TITLE,
                    "A page with this title already exists: A page already exists with the same TITLE in this space");
        }
    }

    private void requireParent(long spaceId, long parentId) {
        PageEntry parent = existing(parentId);
        if (parent.spaceId() != spaceId || parent.kind() != ContentKind.PAGE) {
            throw new RuleBroken(Rule.OTHER, "The parent is not a page of this space");
        }
    }

    private void requireNotBelow(long id, long parentId) {
        PageEntry next = existing(parentId);
        while (true) {
            if (next.id() == id) {
                throw new RuleBroken(Rule.OTHER, "Content cannot be put below itself");
            }
            if (next.parentId() == null) {
                return;
            }
            next = existing(next.parentId());
        }
    }

    /** The service stores milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
