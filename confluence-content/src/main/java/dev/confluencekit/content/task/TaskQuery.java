package dev.confluencekit.content.task;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.TaskId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which tasks to list: those that fit all that is asked; of several values for the same, any of them. Without texts, unless
 * they are asked for. Immutable: each method gives a changed copy.
 */
public final class TaskQuery {
    private static final int MOST = 250;

    private final Map<String, List<Object>> parameters;

    private TaskQuery(Map<String, List<Object>> parameters) {
        this.parameters = parameters;
    }

    /**
     * All tasks that the account may see.
     *
     * @return a query
     */
    public static TaskQuery all() {
        return new TaskQuery(Map.of());
    }

    /**
     * Given tasks only.
     *
     * @param tasks 1 to 250 tasks
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery ids(TaskId... tasks) {
        return with("task-id", Stream.of(tasks));
    }

    /**
     * Tasks in these spaces only.
     *
     * @param spaces 1 to 250 spaces
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery inSpaces(SpaceId... spaces) {
        return with("space-id", Stream.of(spaces));
    }

    /**
     * Tasks in these pages only.
     *
     * @param pages 1 to 250 pages
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery inPages(PageId... pages) {
        return with("page-id", Stream.of(pages));
    }

    /**
     * Tasks in these blog posts only.
     *
     * @param blogPosts 1 to 250 blog posts
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery inBlogPosts(ContentId... blogPosts) {
        return with("blogpost-id", Stream.of(blogPosts));
    }

    /**
     * Tasks that are done, or that are not.
     *
     * @param status which
     * @return a changed copy
     */
    public TaskQuery status(TaskStatus status) {
        return with("status", Stream.of(status));
    }

    /**
     * Tasks that one of these created.
     *
     * @param accounts 1 to 250 accounts
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery createdBy(AccountId... accounts) {
        return with("created-by", Stream.of(accounts));
    }

    /**
     * Tasks of one of these.
     *
     * @param accounts 1 to 250 accounts
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery assignedTo(AccountId... accounts) {
        return with("assigned-to", Stream.of(accounts));
    }

    /**
     * Tasks that one of these did.
     *
     * @param accounts 1 to 250 accounts
     * @return a changed copy
     * @throws InvalidArgumentException if there are none or too many
     */
    public TaskQuery completedBy(AccountId... accounts) {
        return with("completed-by", Stream.of(accounts));
    }

    /**
     * Tasks that were created in a time.
     *
     * @param from its begin
     * @param to its end
     * @return a changed copy
     * @throws InvalidArgumentException if it ends before it begins
     */
    public TaskQuery createdBetween(Instant from, Instant to) {
        return between("created-at", from, to);
    }

    /**
     * Tasks that are to be done in a time.
     *
     * @param from its begin
     * @param to its end
     * @return a changed copy
     * @throws InvalidArgumentException if it ends before it begins
     */
    public TaskQuery dueBetween(Instant from, Instant to) {
        return between("due-at", from, to);
    }

    /**
     * Tasks that were done in a time.
     *
     * @param from its begin
     * @param to its end
     * @return a changed copy
     * @throws InvalidArgumentException if it ends before it begins
     */
    public TaskQuery completedBetween(Instant from, Instant to) {
        return between("completed-at", from, to);
    }

    /**
     * Also tasks without any text.
     *
     * @return a changed copy
     */
    public TaskQuery includeBlank() {
        return with("include-blank-tasks", Stream.of(true));
    }

    /**
     * Brings the texts along.
     *
     * @param format one of the stored formats
     * @return a changed copy
     */
    public TaskQuery body(BodyFormat format) {
        return with("body-format", Stream.of(format.representation()));
    }

    private TaskQuery between(String parameter, Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new InvalidArgumentException(parameter, "must not end before it begins");
        }
        // Milliseconds since 1970, as the service has it elsewhere.
        return with(parameter + "-from", Stream.of(from.toEpochMilli()))
                .with(parameter + "-to", Stream.of(to.toEpochMilli()));
    }

    private TaskQuery with(String parameter, Stream<?> values) {
        List<Object> all = new ArrayList<>(values.toList());
        if (all.isEmpty() || all.size() > MOST) {
            throw new InvalidArgumentException(parameter, "must be 1 to " + MOST + ", not " + all.size());
        }
        Map<String, List<Object>> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, List.copyOf(all));
        return new TaskQuery(changed);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = ApiRequest.get("getTasks", "/wiki/api/v2/tasks");
        parameters.forEach(request::query);
        return request.build();
    }
}
