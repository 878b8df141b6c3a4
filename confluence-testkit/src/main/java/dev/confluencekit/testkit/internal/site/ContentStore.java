package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.PageStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Spaces and pages by id, and the sorted lists that readers page through. A list is sorted once per
 * order and kept until the next write, so that paging through many pages stays cheap.
 */
public final class ContentStore {

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<Long, SpaceEntry> spaces = new TreeMap<>();
    private final TreeMap<Long, PageEntry> pages = new TreeMap<>();
    private final Map<ListKey, List<PageEntry>> sortedPages = new HashMap<>();
    private final Map<String, Integer> nextPositions = new HashMap<>();
    private final Map<TitleKey, Long> titleHolders = new HashMap<>();
    private final Map<Long, CustomPlace> places = new HashMap<>();
    private final Clock clock;
    private final Deque<Past> past = new ArrayDeque<>();
    private Duration lag = Duration.ZERO;
    private boolean restricted;
    private long highestId;
    private long lastGrant = 1000;

    /** What an entry was before a write; null for one that was not there. */
    private record Past(Instant until, long id, @Nullable PageEntry before) {}

    /**
     * Makes an empty store.
     *
     * @param clock tells how far lists are behind
     */
    public ContentStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets lists of pages, and what is below a page, show what was some time ago. Reading by id does not lag.
     *
     * @param value how long ago
     */
    public void setLag(Duration value) {
        lock.lock();
        try {
            lag = value;
            past.clear();
            sortedPages.clear();
        } finally {
            lock.unlock();
        }
    }

    private record ListKey(@Nullable Long spaceId, String order) {}

    private record TitleKey(long spaceId, String title) {}

    /**
     * Gives all spaces.
     *
     * @return the spaces by ascending id, as of now
     */
    public List<SpaceEntry> spaces() {
        lock.lock();
        try {
            return List.copyOf(spaces.values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a space.
     *
     * @param id its id
     * @return its state, or empty
     */
    public Optional<SpaceEntry> space(long id) {
        lock.lock();
        try {
            return Optional.ofNullable(spaces.get(id));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a page of any status.
     *
     * @param id its id
     * @return its state, or empty
     */
    public Optional<PageEntry> page(long id) {
        lock.lock();
        try {
            return Optional.ofNullable(pages.get(id));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lists pages of every status.
     *
     * @param spaceId a space, or null for the whole site
     * @param order the order
     * @return the pages, as of now
     */
    public List<PageEntry> pages(@Nullable Long spaceId, Ordering<PageEntry> order) {
        lock.lock();
        try {
            if (!lag.isZero()) {
                return order.sorted(seenPages().stream()
                        .filter(page -> spaceId == null || page.spaceId() == spaceId)
                        .toList());
            }
            ListKey key = new ListKey(spaceId, order.name());
            List<PageEntry> known = sortedPages.get(key);
            if (known == null) {
                known = order.sorted(pages.values().stream()
                        .filter(page -> spaceId == null || page.spaceId() == spaceId)
                        .toList());
                sortedPages.put(key, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a current or archived page by its title.
     *
     * @param spaceId its space
     * @param title its title
     * @return its state, or empty
     */
    public Optional<PageEntry> pageTitled(long spaceId, String title) {
        lock.lock();
        try {
            return Optional.ofNullable(titleHolders.get(new TitleKey(spaceId, title)))
                    .map(pages::get);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lists the pages under a page, of every status.
     *
     * @param id the page above
     * @return its children by position
     */
    public List<PageEntry> children(long id) {
        lock.lock();
        try {
            return childrenIn(seenPages(), id);
        } finally {
            lock.unlock();
        }
    }

    private static List<PageEntry> childrenIn(Collection<PageEntry> all, long id) {
        return all.stream()
                .filter(page -> Objects.equals(page.parentId(), id))
                .sorted(Comparator.comparingInt(PageEntry::position))
                .toList();
    }

    /** The pages as lists show them. */
    private Collection<PageEntry> seenPages() {
        if (lag.isZero()) {
            return pages.values();
        }
        Instant shown = clock.instant().minus(lag);
        while (!past.isEmpty() && !past.peekFirst().until().isAfter(shown)) {
            past.removeFirst();
        }
        Map<Long, PageEntry> then = new TreeMap<>(pages);
        Iterator<Past> newestFirst = past.descendingIterator();
        while (newestFirst.hasNext()) {
            Past one = newestFirst.next();
            if (one.before() == null) {
                then.remove(one.id());
            } else {
                then.put(one.id(), one.before());
            }
        }
        return then.values();
    }

    private void remember(long id) {
        if (!lag.isZero()) {
            past.addLast(new Past(clock.instant(), id, pages.get(id)));
        }
    }

    List<PageEntry> childrenNow(long id) {
        return childrenIn(pages.values(), id);
    }

    List<PageEntry> siblings(PageEntry page) {
        return pages.values().stream()
                .filter(other -> other.spaceId() == page.spaceId() && Objects.equals(other.parentId(), page.parentId()))
                .toList();
    }

    Optional<PageEntry> pageNow(long id) {
        return Optional.ofNullable(pages.get(id));
    }

    /**
     * Gives a page and all above it whose view restrictions bear on it.
     *
     * @param page the page
     * @return the page and its ancestors, or nothing if no page of the site is restricted
     */
    public List<PageEntry> restrictionPath(PageEntry page) {
        lock.lock();
        try {
            if (!restricted) {
                return List.of();
            }
            List<PageEntry> path = new ArrayList<>();
            // Lists may lag; who may see what is in them does not.
            PageEntry next = pages.getOrDefault(page.id(), page);
            while (next != null) {
                path.add(next);
                next = above(next);
            }
            return path;
        } finally {
            lock.unlock();
        }
    }

    /** What is above a page, or what custom content is in. */
    private @Nullable PageEntry above(PageEntry entry) {
        CustomPlace place = places.get(entry.id());
        Long above = place == null ? entry.parentId() : place.containerId();
        return above == null ? null : pages.get(above);
    }

    /**
     * Tells what custom content is beside its title and body.
     *
     * @param id its id
     * @return its type and place, or empty for other content
     */
    public Optional<CustomPlace> place(long id) {
        lock.lock();
        try {
            return Optional.ofNullable(places.get(id));
        } finally {
            lock.unlock();
        }
    }

    void place(long id, CustomPlace place) {
        places.put(id, place);
    }

    /**
     * Reads and writes in one step.
     *
     * @param change what to do with the write access
     * @param <R> the kind of result
     * @return what the change returns
     */
    <R> R write(Change<R> change) {
        lock.lock();
        try {
            sortedPages.clear();
            return change.apply();
        } finally {
            lock.unlock();
        }
    }

    void put(SpaceEntry space) {
        spaces.put(space.id(), space);
    }

    void put(PageEntry page) {
        restricted |= !page.readers().isEverybody();
        remember(page.id());
        releaseTitle(pages.put(page.id(), page));
        if (page.kind() == ContentKind.PAGE && holdsTitle(page.status())) {
            titleHolders.put(new TitleKey(page.spaceId(), page.title()), page.id());
        }
    }

    void removeSpace(long id) {
        List<Long> inside = pages.values().stream()
                .filter(page -> page.spaceId() == id)
                .map(PageEntry::id)
                .toList();
        inside.forEach(this::remove);
        spaces.remove(id);
    }

    void change(long id, UnaryOperator<PageEntry> change) {
        put(change.apply(existingPage(id)));
    }

    void remove(long id) {
        remember(id);
        releaseTitle(pages.remove(id));
        pages.replaceAll(
                (key, page) -> Objects.equals(page.parentId(), id) ? page.withParent(null, page.position()) : page);
        places.remove(id);
        // What is in it goes with it.
        List<Long> inside = places.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue().containerId(), id))
                .map(Map.Entry::getKey)
                .toList();
        inside.forEach(this::remove);
    }

    PageEntry existingPage(long id) {
        PageEntry page = pages.get(id);
        if (page == null) {
            throw new IllegalArgumentException("there is no page " + id);
        }
        return page;
    }

    Optional<SpaceEntry> spaceByKey(String key) {
        return spaces.values().stream().filter(space -> space.key().equals(key)).findFirst();
    }

    /** An archived page keeps its title, one in the trash does not; drafts may share one. */
    static boolean holdsTitle(PageStatus status) {
        return status == PageStatus.CURRENT || status == PageStatus.ARCHIVED;
    }

    boolean titleTaken(long spaceId, String title, long exceptId) {
        Long holder = titleHolders.get(new TitleKey(spaceId, title));
        return holder != null && holder != exceptId;
    }

    private void releaseTitle(@Nullable PageEntry before) {
        if (before != null && before.kind() == ContentKind.PAGE && holdsTitle(before.status())) {
            titleHolders.remove(new TitleKey(before.spaceId(), before.title()));
        }
    }

    int nextPosition(long spaceId, @Nullable Long parentId) {
        return nextPositions.merge(spaceId + "/" + parentId, 1, Integer::sum) - 1;
    }

    /** Ids of what was removed are not given out again. */
    long unusedId(long from) {
        highestId = Math.max(highestId, from);
        if (!pages.isEmpty()) {
            highestId = Math.max(highestId, pages.lastKey());
        }
        if (!spaces.isEmpty()) {
            highestId = Math.max(highestId, spaces.lastKey());
        }
        highestId += 33;
        return highestId;
    }

    /** Apart from the ids of content. */
    long newGrantId() {
        lastGrant++;
        return lastGrant;
    }

    boolean idTaken(long id) {
        return pages.containsKey(id) || spaces.containsKey(id);
    }

    /**
     * A write made while nobody else reads or writes.
     *
     * @param <R> the kind of result
     */
    interface Change<R> {
        R apply();
    }
}
