package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What callers of the interface may do to pages and blog posts, by the rules of the service. Each write is one step: it
 * happens wholly, or ends with {@link RuleBroken}.
 */
public final class ContentWriter {

    private static final long FIRST_ID = 1_048_576;

    private final ContentStore store;
    private final ContentRules rules;
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
        this.rules = new ContentRules(store);
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
                rules.requireFreeTitle(draft.kind(), draft.spaceId(), draft.title(), 0);
            }
            if (draft.parentId() != null) {
                rules.requireParent(draft.spaceId(), draft.parentId());
            }
            Instant now = now();
            PageVersion first = new PageVersion(1, "", false, authorId, now, draft.title(), draft::storage);
            PageEntry entry = new PageEntry(
                    draft.kind(),
                    store.unusedId(FIRST_ID),
                    draft.spaceId(),
                    draft.parentId(),
                    draft.kind() == ContentKind.CUSTOM ? 0 : store.nextPosition(draft.spaceId(), draft.parentId()),
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
            PageEntry before = rules.existing(id);
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
        rules.requireFreeTitle(before.kind(), before.spaceId(), before.title(), before.id());
        return rules.kept(before.withStatus(PageStatus.CURRENT));
    }

    /** The number of a draft stays 1, also when it is published. */
    private PageEntry draftWritten(PageEntry before, ContentChange change, String authorId) {
        if (change.number() != 1) {
            throw stale(before.kind(), 0, change.number());
        }
        if (!change.draft()) {
            rules.requireFreeTitle(before.kind(), before.spaceId(), change.title(), before.id());
        }
        PageEntry moved = moved(before, change.parentId());
        PageEntry written = moved.withOnlyVersion(version(change, 1, authorId));
        return rules.kept(change.draft() ? written : written.withStatus(PageStatus.CURRENT));
    }

    private PageEntry nextVersion(PageEntry before, ContentChange change, String authorId) {
        if (change.draft()) {
            throw new RuleBroken(Rule.OTHER, "This simulator keeps no drafts beside published content");
        }
        int current = before.latest().number();
        if (change.number() != current + 1) {
            throw stale(before.kind(), current, change.number());
        }
        rules.requireFreeTitle(before.kind(), before.spaceId(), change.title(), before.id());
        PageEntry moved = moved(before, change.parentId());
        return rules.kept(moved.withVersion(version(change, change.number(), authorId)));
    }

    private PageEntry moved(PageEntry before, @Nullable Long parentId) {
        if (parentId == null || parentId.equals(before.parentId())) {
            return before;
        }
        rules.requireParent(before.spaceId(), parentId);
        rules.requireNotBelow(before.id(), parentId);
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
            PageEntry before = rules.existing(id);
            if (draft != (before.status() == PageStatus.DRAFT)) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            PageVersion latest = before.latest();
            if (draft) {
                return rules.kept(before.withOnlyVersion(
                        new PageVersion(1, "", false, authorId, now(), title, latest.storage())));
            }
            rules.requireFreeTitle(before.kind(), before.spaceId(), title, id);
            return rules.kept(before.withVersion(
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
            PageEntry before = rules.existing(id);
            if (!ContentStore.holdsTitle(before.status())) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            return rules.kept(before.withStatus(PageStatus.TRASHED));
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
            PageEntry before = rules.existing(id);
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
            PageEntry before = rules.existing(id);
            if (before.status() != PageStatus.DRAFT) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            store.remove(id);
            return before;
        });
    }

    private static RuleBroken stale(ContentKind kind, int current, int provided) {
        String noun = switch (kind) {
            case PAGE -> "a page";
            case BLOG_POST -> "a blog post";
            case CUSTOM -> "custom content";
            case FOLDER, WHITEBOARD, DATABASE, SMART_LINK -> "a " + kind.wireName();
        };
        return new RuleBroken(
                Rule.VERSION,
                "Version must be incremented when updating " + noun + ". Current Version: [" + current
                        + "]. Provided version: [" + provided + "]");
    }

    /** The service stores milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
