package dev.confluencekit.content.task;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.TaskId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks. */
@NullUnmarked // what is missing fails the test anyway
class TasksClientTest {
    private static final String ALL = V2 + "/tasks";
    private static final TaskId ID = TaskId.of("7");
    private static final AccountId ME = AccountId.of("557058:0c1b");
    private static final Instant FROM = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String TASK = """
            {"id":"7","localId":"3","spaceId":"65537","pageId":"98581","blogPostId":null,"status":"incomplete",
             "body":{"storage":{"representation":"storage","value":"Call"}},"createdBy":"557058:0c1b",
             "assignedTo":"557058:0c1b","completedBy":null,"createdAt":"2026-11-01T08:00:00.000Z",
             "updatedAt":"2026-11-01T08:00:00.000Z","dueAt":null,"completedAt":null}""";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final TasksClient tasks = TasksClient.over(site.connection());

    @Test
    void list_asksForAllThatWasWanted() {
        site.on("GET " + ALL, ok("{\"results\":[" + TASK + "],\"_links\":{}}"));
        assertThat(tasks.list(TaskQuery.all()
                        .ids(ID)
                        .inSpaces(SpaceId.of("1"), SpaceId.of("2"))
                        .inPages(PageId.of("3"))
                        .inBlogPosts(ContentId.of("4"))
                        .status(TaskStatus.INCOMPLETE)
                        .createdBy(ME)
                        .assignedTo(ME)
                        .completedBy(ME)
                        .createdBetween(FROM, FROM)
                        .dueBetween(FROM, FROM.plusMillis(1))
                        .completedBetween(FROM, FROM)
                        .includeBlank()
                        .body(BodyFormat.STORAGE)))
                .extracting(one -> one.body().storage().orElseThrow())
                .containsExactly("Call");
        assertThat(site.asked())
                .containsExactly("GET " + ALL + "?task-id=7&space-id=1&space-id=2&page-id=3&blogpost-id=4"
                        + "&status=incomplete&created-by=557058:0c1b&assigned-to=557058:0c1b&completed-by=557058:0c1b"
                        + "&created-at-from=1700000000000&created-at-to=1700000000000&due-at-from=1700000000000"
                        + "&due-at-to=1700000000001&completed-at-from=1700000000000&completed-at-to=1700000000000"
                        + "&include-blank-tasks=true&body-format=storage&limit=250");
    }

    @Test
    void query_isChangedInCopies() {
        site.on("GET " + ALL, ok("{\"results\":[],\"_links\":{}}"));
        TaskQuery mine = TaskQuery.all().assignedTo(ME);
        mine.status(TaskStatus.COMPLETE);
        tasks.list(mine).first();
        assertThat(site.asked()).containsExactly("GET " + ALL + "?assigned-to=557058:0c1b&limit=250");
    }

    @Test
    void query_ofNothingOrOfATimeThatEndsFirst_isRefused() {
        assertThatThrownBy(() -> TaskQuery.all().ids()).isInstanceOf(InvalidArgumentException.class);
        TaskId[] tooMany = Stream.generate(() -> ID).limit(251).toArray(TaskId[]::new);
        assertThatThrownBy(() -> TaskQuery.all().ids(tooMany)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> TaskQuery.all().dueBetween(FROM, FROM.minusMillis(1)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void get_readsEveryMember() {
        site.on("GET " + ALL + "/7", ok(TASK));
        Task task = tasks.get(ID);
        assertThat(task.assignedTo()).isEqualTo(ME);
        assertThat(task.status()).isEqualTo(TaskStatus.INCOMPLETE);
        assertThat(task.dueAt()).isNull();
        assertThat(task.extras()).isEmpty();
        tasks.get(ID, BodyFormat.ATLAS_DOC_FORMAT);
        assertThat(site.asked()).containsExactly("GET " + ALL + "/7", "GET " + ALL + "/7?body-format=atlas_doc_format");
    }

    @Test
    void complete_andReopen_sendTheStatusOnly() {
        site.on("PUT " + ALL + "/7", ok(TASK));
        assertThat(tasks.complete(ID).id()).isEqualTo(ID);
        assertThat(site.lastJson()).isEqualTo(Map.of("status", "complete"));
        tasks.reopen(ID);
        assertThat(site.lastJson()).isEqualTo(Map.of("status", "incomplete"));
    }
}
