package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.body.TaskItems;
import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tasks in the bodies of pages and blog posts. They live in the bodies alone; when and by whom they were written and done
 * is told by the versions, and by what is remembered of ticking, which makes no version.
 */
public final class InlineTasks {

    private final ContentStore store;
    private final Clock clock;
    private final Map<Key, Long> ids = new ConcurrentHashMap<>();
    private final Map<Long, Key> keys = new ConcurrentHashMap<>();
    private final Map<Key, Tick> ticks = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(1);

    /**
     * Reads the tasks of a site.
     *
     * @param store its content
     * @param clock tells when a task is ticked
     */
    public InlineTasks(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Key(long contentId, String localId) {}

    private record Tick(boolean complete, String accountId, Instant at) {}

    /**
     * Finds the tasks of a page or blog post, and gives ids to those that were never looked at.
     *
     * @param page the page or blog post
     * @return its tasks, in the order of the body
     */
    public List<InlineTask> of(PageEntry page) {
        List<TaskItems.Item> present = TaskItems.in(page.latest().storage().get());
        List<InlineTask> all = new ArrayList<>();
        for (TaskItems.Item item : present) {
            all.add(task(page, item));
        }
        return all;
    }

    /**
     * Finds where a task is, or was.
     *
     * @param id a task that was looked at before
     * @return the id of the page or blog post, or empty
     */
    public Optional<Long> contentOf(long id) {
        return Optional.ofNullable(keys.get(id)).map(Key::contentId);
    }

    private long id(Key key) {
        return ids.computeIfAbsent(key, any -> {
            long id = nextId.getAndIncrement();
            keys.put(id, key);
            return id;
        });
    }

    private InlineTask task(PageEntry page, TaskItems.Item item) {
        Key key = new Key(page.id(), item.localId());
        History history = History.of(page, item.localId());
        Optional<Tick> tick = Optional.ofNullable(ticks.get(key))
                .filter(one -> one.complete() == item.complete())
                .filter(one -> history.turned == null || !one.at().isBefore(history.turned));
        Instant turned = tick.map(Tick::at).orElse(history.turned);
        String turnedBy = tick.map(Tick::accountId).orElse(history.turnedBy);
        Instant updated = tick.map(Tick::at).filter(history.updated::isBefore).orElse(history.updated);
        return new InlineTask(
                id(key),
                page,
                item,
                history.createdBy,
                history.created,
                updated,
                item.complete() ? turnedBy : null,
                item.complete() ? turned : null);
    }

    /**
     * Ticks a task or takes the tick away. The body of the page changes; no version comes of it.
     *
     * @param task the task
     * @param complete whether it is done from now on
     * @param accountId who says so
     */
    public void tick(InlineTask task, boolean complete, String accountId) {
        store.write(() -> {
            PageEntry page = store.pageNow(task.page().id()).orElseThrow(InlineTasks::notThere);
            String body = page.latest().storage().get();
            TaskItems.Item item = find(body, task.item().localId()).orElseThrow(InlineTasks::notThere);
            if (item.complete() != complete) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                ticks.put(new Key(page.id(), item.localId()), new Tick(complete, accountId, now));
                store.put(InPlace.body(page, TaskItems.with(body, item, complete)));
            }
            return page;
        });
    }

    private static Optional<TaskItems.Item> find(String body, String localId) {
        return TaskItems.in(body).stream()
                .filter(one -> one.localId().equals(localId))
                .findFirst();
    }

    private static RuleBroken notThere() {
        return new RuleBroken(Rule.NOT_THERE, "There is no such task");
    }

    /** What the versions of a page tell of a task. */
    private static final class History {
        private String createdBy = "";
        private Instant created = Instant.EPOCH;
        private Instant updated = Instant.EPOCH;
        private @Nullable String turnedBy;
        private @Nullable Instant turned;

        private static History of(PageEntry page, String localId) {
            History history = new History();
            TaskItems.@Nullable Item before = null;
            for (PageVersion version : page.versions()) {
                TaskItems.Item item = find(version.storage().get(), localId).orElse(null);
                if (item != null) {
                    history.see(version, before, item);
                }
                before = item;
            }
            return history;
        }

        private void see(PageVersion version, TaskItems.@Nullable Item before, TaskItems.Item item) {
            if (created.equals(Instant.EPOCH)) {
                createdBy = version.authorId();
                created = version.createdAt();
            }
            if (before == null
                    || before.complete() != item.complete()
                    || !before.body().equals(item.body())) {
                updated = version.createdAt();
            }
            if (item.complete() && (before == null || !before.complete())) {
                turnedBy = version.authorId();
                turned = version.createdAt();
            }
        }
    }
}
