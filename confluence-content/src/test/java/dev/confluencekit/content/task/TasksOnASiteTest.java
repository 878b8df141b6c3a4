package dev.confluencekit.content.task;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static dev.confluencekit.content.SimulatedSite.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.body.BodyFormat;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks in the pages of a simulated site. */
class TasksOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final TasksClient tasks = TasksClient.over(site.connection());

    TasksOnASiteTest() {
        site.simulator()
                .updatePage(
                        "202",
                        "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status>"
                                + "<ac:task-body>Oil <ac:link><ri:user ri:account-id=\"712020:bob\" /></ac:link>"
                                + " <time datetime=\"2026-12-01\" /></ac:task-body></ac:task></ac:task-list>");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Task only(TaskQuery query) {
        return tasks.list(query).findFirst().orElseThrow();
    }

    @Test
    void task_isFoundInItsPage_andTicked() {
        Task found = only(TaskQuery.all().inPages(GUIDE).body(BodyFormat.STORAGE));

        assertThat(found.localId()).isEqualTo("7");
        assertThat(found.assignedTo()).isEqualTo(AccountId.of("712020:bob"));
        assertThat(found.dueAt()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Objects.requireNonNull(found.body()).in(BodyFormat.STORAGE).orElse(""))
                .startsWith("Oil ");

        Task done = tasks.complete(found.id());
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETE);
        assertThat(done.completedAt()).isEqualTo(site.clock().instant());
        assertThat(only(TaskQuery.all().status(TaskStatus.COMPLETE)).id()).isEqualTo(found.id());
        assertThat(tasks.reopen(found.id()).status()).isEqualTo(TaskStatus.INCOMPLETE);
        assertThat(tasks.get(found.id()).completedBy()).isNull();
    }

    @Test
    void tasks_areFilteredByTheService() {
        Instant due = Instant.parse("2026-12-01T00:00:00Z");

        assertThat(tasks.list(TaskQuery.all().inPages(HOME)).stream()).isEmpty();
        assertThat(tasks.list(TaskQuery.all().assignedTo(AccountId.of("712020:bob"))).stream())
                .hasSize(1);
        assertThat(tasks.list(TaskQuery.all().dueBetween(due, due)).stream()).hasSize(1);
        assertThat(tasks.list(TaskQuery.all().dueBetween(due.plusSeconds(1), due.plusSeconds(2))).stream())
                .isEmpty();
    }
}
