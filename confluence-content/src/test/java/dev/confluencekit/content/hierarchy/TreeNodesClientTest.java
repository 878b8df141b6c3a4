package dev.confluencekit.content.hierarchy;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.notFoundByTheEdge;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, whiteboards, databases and smart links. */
class TreeNodesClientTest {
    private static final String NODE = """
            {"id":"7","type":"folder","status":"current","title":"2027","parentId":"98581","parentType":"page","position":3,
             "authorId":"557058:0c1b","ownerId":"557058:0c1b","createdAt":"2026-11-01T08:00:00.000Z",
             "embedUrl":"https://example.com/","spaceId":"65537","version":{"number":1},
             "_links":{"webui":"/spaces/SUPPORT/folder/7","base":"https://acme.atlassian.net/wiki"}}""";
    private static final NewTreeNode IN_SPACE =
            NewTreeNode.in(SpaceId.of("65537")).titled("2027").under(ContentId.of("98581"));

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private TreeNodesClient client(String segment) {
        return switch (segment) {
            case "folders" -> TreeNodesClient.folders(site.connection());
            case "whiteboards" -> TreeNodesClient.whiteboards(site.connection());
            case "databases" -> TreeNodesClient.databases(site.connection());
            default -> TreeNodesClient.smartLinks(site.connection());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders", "whiteboards", "databases", "embeds"})
    void each_isCreatedReadAndDeletedAtItsAddress(String segment) {
        String all = V2 + "/" + segment;
        site.on("POST " + all, ok(NODE)).on("GET " + all + "/7", ok(NODE)).on("DELETE " + all + "/7", empty(204));
        TreeNodesClient client = client(segment);
        NewTreeNode wanted =
                segment.equals("embeds") ? IN_SPACE.leadingTo(URI.create("https://example.com/")) : IN_SPACE;

        assertThat(client.create(wanted).id()).isEqualTo(ContentId.of("7"));
        assertThat(site.lastJson())
                .satisfies(
                        sent -> assertThat(sent.get("spaceId")).isEqualTo("65537"),
                        sent -> assertThat(sent.get("title")).isEqualTo("2027"),
                        sent -> assertThat(sent.get("parentId")).isEqualTo("98581"));
        assertThat(client.get(ContentId.of("7")).title()).isEqualTo("2027");
        assertThat(client.find(ContentId.of("7"))).isPresent();
        client.delete(ContentId.of("7"));
        assertThat(site.asked())
                .containsExactly("POST " + all, "GET " + all + "/7", "GET " + all + "/7", "DELETE " + all + "/7");
    }

    @Test
    void smartLink_leadsSomewhere() {
        site.on("POST " + V2 + "/embeds", ok(NODE));
        client("embeds").create(IN_SPACE.leadingTo(URI.create("https://example.com/a?b=c")));
        assertThat(site.lastJson().get("embedUrl")).isEqualTo("https://example.com/a?b=c");
    }

    @Test
    void whiteboard_isMadePrivatelyFromATemplate() {
        site.on("POST " + V2 + "/whiteboards", ok(NODE));
        client("whiteboards").create(IN_SPACE.privately().fromTemplate("kanban-board", "de-DE"));
        assertThat(site.asked()).containsExactly("POST " + V2 + "/whiteboards?private=true");
        assertThat(site.lastJson().get("templateKey")).isEqualTo("kanban-board");
        assertThat(site.lastJson().get("locale")).isEqualTo("de-DE");
    }

    @Test
    void what_aTypeDoesNotHave_endsBeforeAnyRequest() {
        NewTreeNode link = IN_SPACE.leadingTo(URI.create("https://example.com/"));
        Stream.<Runnable>of(
                        () -> client("folders").create(IN_SPACE.privately()),
                        () -> client("folders").create(link),
                        () -> client("databases").create(IN_SPACE.fromTemplate("rice", "en-US")),
                        () -> client("embeds").create(link.privately()),
                        () -> client("embeds").create(IN_SPACE))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(InvalidArgumentException.class));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void create_whoseAnswerIsLost_isNotSentAgain() {
        site.on("POST " + V2 + "/folders", json(502, "{}"));
        assertThatThrownBy(() -> client("folders").create(IN_SPACE))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class, e -> assertThat(e.hint()).contains("98581"));
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void find_missing_isEmpty() {
        site.on("GET " + V2 + "/folders/7", notFound());
        assertThat(client("folders").find(ContentId.of("7"))).isEmpty();
        assertThatThrownBy(() -> client("folders").get(ContentId.of("7"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void find_whatTheEdgeMakesMissingUnderLoad_isNotTakenForGone() {
        site.on("GET " + V2 + "/folders/7", notFoundByTheEdge());
        assertThatThrownBy(() -> client("folders").find(ContentId.of("7"))).isInstanceOf(NotFoundException.class);
    }
}
