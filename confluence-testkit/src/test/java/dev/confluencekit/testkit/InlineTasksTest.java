package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks, which live in the bodies of pages. */
class InlineTasksTest {

    private static final String TASKS = "/wiki/api/v2/tasks";
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final SimulatedClock clock = SimulatedClock.standingAt(START);
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock));
    private final Writes writes = new Writes(site);

    InlineTasksTest() {
        site.simulator()
                .addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Plan")
                        .id("201")
                        .authorId("712020:ada")
                        .createdAt(START)
                        .storage(list(
                                item(
                                        "1",
                                        "incomplete",
                                        "Oil <ac:link><ri:user ri:account-id=\"712020:bob\" /></ac:link>"
                                                + " by <time datetime=\"2026-12-01\" />"),
                                item("2", "complete", "Wash"),
                                item("3", "incomplete", " ")))
                        .build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String list(String... items) {
        return "<p>Do:</p><ac:task-list>" + String.join("", items) + "</ac:task-list>";
    }

    private static String item(String id, String status, String text) {
        return "<ac:task><ac:task-id>" + id + "</ac:task-id><ac:task-status>" + status
                + "</ac:task-status><ac:task-body><span>" + text + "</span></ac:task-body></ac:task>";
    }

    private String idOf(String localId) {
        JsonNode all = site.json(TASKS).path("results");
        for (JsonNode task : all) {
            if (task.path("localId").asText().equals(localId)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("no task " + localId);
    }

    private List<String> local(String query) {
        return site.values(TASKS + query, "localId");
    }

    @Test
    void task_saysWhoseItIs_whenItIsDue_andWhoWroteIt() {
        JsonNode task = site.json(TASKS + "/" + idOf("1") + "?body-format=storage");

        assertThat(task.path("assignedTo").asText()).isEqualTo("712020:bob");
        assertThat(task.path("dueAt").asText()).isEqualTo("2026-12-01T00:00:00.000Z");
        assertThat(task.path("createdBy").asText()).isEqualTo("712020:ada");
        assertThat(task.path("createdAt").asText()).isEqualTo("2026-11-24T12:00:00.000Z");
        assertThat(task.path("pageId").asText()).isEqualTo("201");
        assertThat(task.path("spaceId").asText()).isEqualTo("100");
        assertThat(task.path("status").asText()).isEqualTo("incomplete");
        assertThat(task.at("/body/storage/value").asText()).startsWith("<span>Oil ");
        assertThat(task.has("completedAt")).isFalse();
    }

    @Test
    void tasks_areFiltered() {
        long due = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();

        assertThat(local("")).containsExactly("1", "2", "3");
        assertThat(local("?include-blank-tasks=false")).containsExactly("1", "2");
        assertThat(local("?status=complete")).containsExactly("2");
        assertThat(local("?assigned-to=712020:bob")).containsExactly("1");
        assertThat(local("?created-by=712020:bob")).isEmpty();
        assertThat(local("?completed-by=712020:ada")).containsExactly("2");
        assertThat(local("?due-at-from=" + due + "&due-at-to=" + due)).containsExactly("1");
        assertThat(local("?due-at-from=" + (due + 1))).isEmpty();
        assertThat(local("?created-at-to=" + (START.toEpochMilli() - 1))).isEmpty();
        assertThat(local("?completed-at-from=" + START.toEpochMilli())).containsExactly("2");
        assertThat(local("?page-id=201&blogpost-id=7")).hasSize(3);
        assertThat(local("?blogpost-id=7")).isEmpty();
        assertThat(local("?space-id=101")).isEmpty();
        assertThat(local("?task-id=" + idOf("2"))).containsExactly("2");
        assertThat(site.get(TASKS + "?status=done").statusCode()).isEqualTo(400);
    }

    @Test
    void tasks_arePagedByCursor() {
        String next = site.json(TASKS + "?limit=2").at("/_links/next").asText();

        assertThat(site.values(next, "localId")).containsExactly("3");
    }

    @Test
    void task_thatIsTicked_isDoneInTheBody_withoutAVersion() {
        String one = TASKS + "/" + idOf("1");
        clock.advance(Duration.ofHours(1));

        JsonNode done = writes.done(200, "PUT", one, "{\"status\":\"complete\"}");

        assertThat(done.path("status").asText()).isEqualTo("complete");
        assertThat(done.path("completedBy").asText())
                .isEqualTo(site.simulator().account(Site.EMAIL).accountId());
        assertThat(done.path("completedAt").asText()).isEqualTo("2026-11-24T13:00:00.000Z");
        assertThat(done.path("updatedAt").asText()).isEqualTo("2026-11-24T13:00:00.000Z");
        JsonNode page = site.json("/wiki/api/v2/pages/201?body-format=storage");
        assertThat(page.at("/version/number").asInt()).isEqualTo(1);
        assertThat(page.at("/body/storage/value").asText())
                .contains("<ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>");
    }

    @Test
    void task_thatIsReopened_forgetsWhoDidIt() {
        String one = TASKS + "/" + idOf("2");

        JsonNode open = writes.done(200, "PUT", one, "{\"status\":\"incomplete\"}");

        assertThat(open.path("status").asText()).isEqualTo("incomplete");
        assertThat(open.has("completedBy")).isFalse();
        assertThat(writes.send("PUT", one, "{\"status\":\"done\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void task_thatAnEditCompletes_wasDoneByItsAuthorThen() {
        String id = idOf("1");
        clock.advance(Duration.ofDays(1));
        site.simulator().updatePage("201", list(item("1", "complete", "Oil")));

        JsonNode done = site.json(TASKS + "/" + id);

        assertThat(done.path("completedAt").asText()).isEqualTo("2026-11-25T12:00:00.000Z");
        assertThat(done.path("createdAt").asText()).isEqualTo("2026-11-24T12:00:00.000Z");
    }

    @Test
    void task_thatAnEditTakesAway_isNotThere() {
        String id = idOf("1");
        site.simulator().updatePage("201", "<p>Done with it</p>");

        assertThat(site.get(TASKS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(local("")).isEmpty();
        assertThat(writes.send("PUT", TASKS + "/" + id, "{\"status\":\"complete\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void task_ofAPageInTheTrash_orThatTheCallerMayNotSee_isNotThere() {
        String id = idOf("1");
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Secret")
                        .id("301")
                        .visibleTo("somebody@else.example")
                        .storage(list(item("9", "incomplete", "Hide")))
                        .build());

        assertThat(local("")).doesNotContain("9");
        site.simulator().trashPage("201");
        assertThat(site.get(TASKS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(local("")).isEmpty();
    }

    @Test
    void nestedTasks_areFound_andTextThatLooksLikeOneIsNot() {
        site.simulator()
                .updatePage(
                        "201",
                        list(item("1", "incomplete", "Outer " + list(item("2", "incomplete", "Inner"))))
                                + "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA["
                                + item("5", "incomplete", "no task")
                                + "]]></ac:plain-text-body></ac:structured-macro>");

        assertThat(local("")).containsExactly("1", "2");
    }
}
