package dev.confluencekit.content.task;

import dev.confluencekit.content.TaskId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * The tasks in pages and blog posts. They are created and worded by editing those. Safe for use by many threads.
 *
 * <pre>{@code
 * for (Task task : tasks.list(TaskQuery.all().status(TaskStatus.INCOMPLETE).assignedTo(me))) {
 *     tasks.complete(task.id());
 * }
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:task:confluence} and {@code write:task:confluence}.
 */
public interface TasksClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static TasksClient over(ConfluenceConnection connection) {
        return new DefaultTasksClient(connection);
    }

    /**
     * Lists tasks ({@code getTasks}); one request for each 250.
     *
     * @param query which
     * @return the tasks
     */
    Paged<Task> list(TaskQuery query);

    /**
     * Reads a task without its text ({@code getTaskById}); one request.
     *
     * @param id the task
     * @return the task
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Task get(TaskId id);

    /**
     * Reads a task with its text ({@code getTaskById}); one request.
     *
     * @param id the task
     * @param format one of the stored formats
     * @return the task
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Task get(TaskId id, BodyFormat format);

    /**
     * Says that a task is done ({@code updateTask}); one request. That it was done before makes no difference.
     *
     * @param id the task
     * @return the task
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Task complete(TaskId id);

    /**
     * Says that a task is not done ({@code updateTask}); one request.
     *
     * @param id the task
     * @return the task
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Task reopen(TaskId id);
}
