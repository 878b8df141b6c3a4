package dev.confluencekit.content.task;

import dev.confluencekit.content.TaskId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Tasks over a connection. */
final class DefaultTasksClient implements TasksClient {
    private final ConfluenceConnection connection;

    DefaultTasksClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Paged<Task> list(TaskQuery query) {
        return connection.list(query.toApiRequest(), Task.class, Batch.LARGEST, null);
    }

    @Override
    public Task get(TaskId id) {
        return read(id, null);
    }

    @Override
    public Task get(TaskId id, BodyFormat format) {
        return read(id, format);
    }

    private Task read(TaskId id, @Nullable BodyFormat format) {
        ApiRequest request = one("GET", "getTaskById", id)
                .query("body-format", format == null ? null : format.representation())
                .build();
        return connection.fetch(request, Task.class);
    }

    @Override
    public Task complete(TaskId id) {
        return update(id, TaskStatus.COMPLETE);
    }

    @Override
    public Task reopen(TaskId id) {
        return update(id, TaskStatus.INCOMPLETE);
    }

    private Task update(TaskId id, TaskStatus status) {
        ApiRequest request = one("PUT", "updateTask", id)
                .jsonBody(new JsonBody().with("status", status.value()).json())
                .build();
        return connection.fetch(request, Task.class);
    }

    private static ApiRequest.Builder one(String method, String operation, TaskId id) {
        return ApiRequest.of(method, operation, "/wiki/api/v2/tasks/{id}").path("id", id.value());
    }
}
