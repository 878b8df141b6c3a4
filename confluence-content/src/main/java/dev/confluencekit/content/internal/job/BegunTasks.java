package dev.confluencekit.content.internal.job;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.longtask.LongTask;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.request.ApiRequest;

/** Begins long tasks. The answer is a task of which only the id is known; its link lacks the beginning of its path. */
public final class BegunTasks {
    private BegunTasks() {}

    /**
     * Begins a task. If the answer is lost the task may go on unseen, and beginning it again might do the work twice.
     *
     * @param connection the connection
     * @param request what begins it
     * @param hint how to find out later whether it was begun, as one sentence
     * @return the id of the task
     */
    public static LongTaskId begin(ConfluenceConnection connection, ApiRequest request, String hint) {
        Reconciler<LongTask> lost = through -> Finding.undecided(hint);
        return connection.write(request, LongTask.class, lost).id();
    }
}
