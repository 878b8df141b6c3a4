package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SpaceSeed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The write side of the site: turns seeds into content and changes it, by the rules that Confluence
 * has for titles, parents and versions.
 */
public final class Editor {

    /** Ids given out begin above those of the demonstration knowledge base. */
    private static final long FIRST_ID = 1_048_576;

    private final ContentStore store;
    private final Clock clock;
    private final String defaultAuthor;
    private final UnaryOperator<String> accountIds;

    /**
     * Makes an editor.
     *
     * @param store what to write to
     * @param clock gives the time of new versions
     * @param defaultAuthor the account id used when a seed names no author
     * @param accountIds gives the account id of a user name
     */
    public Editor(ContentStore store, Clock clock, String defaultAuthor, UnaryOperator<String> accountIds) {
        this.accountIds = accountIds;
        this.store = store;
        this.clock = clock;
        this.defaultAuthor = defaultAuthor;
    }

    /**
     * Adds a space.
     *
     * @param seed what it is
     * @return its id
     */
    public long add(SpaceSeed seed) {
        return store.write(() -> {
            if (store.spaceByKey(seed.key()).isPresent()) {
                throw new IllegalArgumentException("there is a space " + seed.key() + " already");
            }
            long id = newId(seed.id().orElse(null));
            String author = seed.authorId().orElse(defaultAuthor);
            List<String> members = seed.visibleTo().stream().map(accountIds).toList();
            store.put(new SpaceEntry(
                    id,
                    seed.key(),
                    seed.name(),
                    seed.type(),
                    seed.archived(),
                    seed.description(),
                    author,
                    seed.createdAt().orElseGet(this::now),
                    seed.homepageId().map(Long::valueOf).orElse(null),
                    seed.labels(),
                    SpaceGrants.ofNewSpace(author, members, seed.anonymousReadable(), store::newGrantId),
                    Set.of()));
            return id;
        });
    }

    /**
     * Adds a page.
     *
     * @param seed what it is
     * @return its id
     */
    public long add(PageSeed seed) {
        return store.write(() -> {
            SpaceEntry space = store.spaceByKey(seed.spaceKey())
                    .orElseThrow(() -> new IllegalArgumentException("there is no space " + seed.spaceKey()));
            if (ContentStore.holdsTitle(seed.status())) {
                requireFreeTitle(space.id(), seed.title(), 0);
            }
            Long parentId = seed.parentId().map(Long::valueOf).orElse(null);
            if (parentId != null) {
                requireParent(space.id(), parentId);
            }
            PageEntry page = entry(seed, space, parentId);
            store.put(page);
            if (space.homepageId() == null && parentId == null && seed.status() == PageStatus.CURRENT) {
                store.put(space.withHomepage(page.id()));
            }
            return page.id();
        });
    }

    private PageEntry entry(PageSeed seed, SpaceEntry space, @Nullable Long parentId) {
        String author = seed.authorId().orElse(defaultAuthor);
        Instant created = seed.createdAt().orElseGet(this::now);
        PageSeed.Version version = seed.version().orElseGet(() -> new PageSeed.Version(1, "", false, author, created));
        int next = store.nextPosition(space.id(), parentId);
        return new PageEntry(
                ContentKind.PAGE,
                newId(seed.id().orElse(null)),
                space.id(),
                parentId,
                seed.position().orElse(next),
                seed.status(),
                seed.live(),
                author,
                created,
                List.of(new PageVersion(
                        version.number(),
                        version.message(),
                        version.minorEdit(),
                        version.authorId(),
                        version.createdAt(),
                        seed.title(),
                        seed.storageSupplier())),
                seed.labels(),
                Allowed.users(seed.visibleTo()),
                Allowed.EVERYBODY);
    }

    /**
     * Writes the next version of a page.
     *
     * @param id the page
     * @param title its title from now on, or null to keep it
     * @param storage its body from now on, or null to keep it
     * @param message the comment on the version
     */
    public void update(long id, @Nullable String title, @Nullable String storage, String message) {
        store.write(() -> {
            PageEntry page = store.existingPage(id);
            PageVersion old = page.latest();
            String newTitle = title == null ? old.title() : title;
            if (ContentStore.holdsTitle(page.status())) {
                requireFreeTitle(page.spaceId(), newTitle, id);
            }
            Supplier<String> body = storage == null ? old.storage() : () -> storage;
            store.put(page.withVersion(
                    new PageVersion(old.number() + 1, message, false, page.authorId(), now(), newTitle, body)));
            return id;
        });
    }

    /**
     * Moves a page within its space. The version stays what it was.
     *
     * @param id the page
     * @param parentId the page above it from now on, or null for the root of the space
     */
    public void move(long id, @Nullable Long parentId) {
        store.write(() -> {
            PageEntry page = store.existingPage(id);
            if (parentId != null) {
                requireParent(page.spaceId(), parentId);
                requireNotBelow(id, parentId);
            }
            store.put(page.withParent(parentId, store.nextPosition(page.spaceId(), parentId)));
            return id;
        });
    }

    /**
     * Changes the status of a page; its version stays what it was.
     *
     * @param id the page
     * @param status its status from now on
     */
    public void changeStatus(long id, PageStatus status) {
        store.write(() -> {
            PageEntry page = store.existingPage(id);
            if (ContentStore.holdsTitle(status)) {
                requireFreeTitle(page.spaceId(), page.title(), id);
            }
            store.put(page.withStatus(status));
            return id;
        });
    }

    /**
     * Replaces the labels of a page; its version stays what it was.
     *
     * @param id the page
     * @param labels label names
     */
    public void label(long id, List<String> labels) {
        store.write(() -> {
            store.change(id, page -> page.withLabels(List.copyOf(labels)));
            return id;
        });
    }

    /**
     * Attaches a file to a page.
     *
     * @param attachments where it goes to
     * @param id the page
     * @param fileName its name
     * @param mediaType its type
     * @param bytes its bytes
     * @return the id of the attachment
     */
    public String attach(Attachments attachments, long id, String fileName, String mediaType, byte[] bytes) {
        PageEntry page = store.existingPage(id);
        try {
            Attachments.Upload upload = new Attachments.Upload(fileName, mediaType, bytes.clone(), "", false);
            return attachments.create(page.id(), upload, defaultAuthor).wireId();
        } catch (RuleBroken broken) {
            throw new IllegalArgumentException(broken.problem(), broken);
        }
    }

    /**
     * Removes a page without a trace. Pages under it stay, without a parent.
     *
     * @param id the page
     */
    public void remove(long id) {
        store.write(() -> {
            store.remove(store.existingPage(id).id());
            return id;
        });
    }

    /**
     * Renames a space.
     *
     * @param key its key
     * @param name its name from now on
     */
    public void renameSpace(String key, String name) {
        store.write(() -> {
            SpaceEntry space =
                    store.spaceByKey(key).orElseThrow(() -> new IllegalArgumentException("there is no space " + key));
            store.put(space.renamed(name));
            return key;
        });
    }

    /**
     * Hides a space from a user, or does so no longer.
     *
     * @param key its key
     * @param user the user name
     * @param hidden whether it is hidden from now on
     */
    public void hideSpace(String key, String user, boolean hidden) {
        store.write(() -> {
            SpaceEntry space =
                    store.spaceByKey(key).orElseThrow(() -> new IllegalArgumentException("there is no space " + key));
            Set<String> from = new HashSet<>(space.hiddenFrom());
            if (hidden) {
                from.add(user.toLowerCase(Locale.ROOT));
            } else {
                from.remove(user.toLowerCase(Locale.ROOT));
            }
            store.put(space.hidden(from));
            return key;
        });
    }

    /**
     * Replaces the view restriction of a page; its version stays what it was.
     *
     * @param id the page
     * @param readers who may see it
     */
    public void restrict(long id, Allowed readers) {
        store.write(() -> {
            store.change(id, page -> page.withReaders(readers));
            return id;
        });
    }

    /**
     * Replaces the edit restriction of a page; its version stays what it was.
     *
     * @param id the page
     * @param editors who may change it
     */
    public void restrictEditing(long id, Allowed editors) {
        store.write(() -> {
            store.change(id, page -> page.withEditors(editors));
            return id;
        });
    }

    private long newId(@Nullable String chosen) {
        if (chosen == null) {
            return store.unusedId(FIRST_ID);
        }
        long id = Long.parseLong(chosen);
        if (store.idTaken(id)) {
            throw new IllegalArgumentException("the id " + id + " is taken");
        }
        return id;
    }

    private void requireFreeTitle(long spaceId, String title, long exceptId) {
        if (store.titleTaken(spaceId, title, exceptId)) {
            throw new IllegalArgumentException("the space has a page with the title already: " + title);
        }
    }

    private void requireParent(long spaceId, long parentId) {
        if (store.existingPage(parentId).spaceId() != spaceId) {
            throw new IllegalArgumentException("the parent " + parentId + " is in another space");
        }
    }

    private void requireNotBelow(long id, long parentId) {
        Long next = parentId;
        while (next != null) {
            if (next == id) {
                throw new IllegalArgumentException("the page " + id + " cannot be put below itself");
            }
            next = store.existingPage(next).parentId();
        }
    }

    /** The service stores milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
