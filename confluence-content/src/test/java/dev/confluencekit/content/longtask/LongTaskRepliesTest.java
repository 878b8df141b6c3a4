package dev.confluencekit.content.longtask;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.LongTaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long tasks as the service words them. */
class LongTaskRepliesTest {
    private static final String TASK = """
            {"id":"1180606","name":{"key":"com.atlassian.confluence.task.archive","args":[]},"elapsedTime":120,
             "percentageComplete":40,"successful":false,"finished":false,"messages":[],"errors":[],
             "additionalDetails":{"destinationId":"98581"},"_links":{"self":"/rest/api/longtask/1180606"}}""";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final LongTasksClient tasks = LongTasksClient.over(site.connection());

    @Test
    void task_isReadById() {
        site.on("GET " + V1 + "/longtask/1180606", ok(TASK));
        LongTask task = tasks.get(LongTaskId.of("1180606"));
        assertThat(task.percentageComplete()).isEqualTo(40);
        assertThat(task.finished()).isFalse();
        assertThat(task.additionalDetails()).containsEntry("destinationId", "98581");
    }

    @Test
    void tasks_areListed() {
        site.on(
                "GET " + V1 + "/longtask",
                ok("{\"results\":[" + TASK + "],\"start\":0,\"limit\":100,\"size\":1,\"_links\":{}}"),
                ok("{\"results\":[],\"start\":1,\"limit\":100,\"size\":0,\"_links\":{}}"));
        assertThat(tasks.list(1)).extracting(LongTask::id).containsExactly(LongTaskId.of("1180606"));
    }
}
