package dev.confluencekit.content.contenttype;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.LiteralSite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Types of content by its ids. */
class ContentTypesClientTest {
    private static final String ADDRESS = V2 + "/content/convert-ids-to-types";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final ContentTypesClient types = ContentTypesClient.over(site.connection());

    @Test
    void types_ofWhatCannotBeSeen_areLeftOut() {
        site.on(
                "POST " + ADDRESS,
                ok("{\"results\":{\"1\":\"page\",\"2\":null,\"3\":\"inline-comment\",\"4\":\"forge:app/note\"}}"));
        assertThat(types.of(List.of(
                        ContentId.of("1"), ContentId.of("2"), ContentId.of("3"), ContentId.of("4"), ContentId.of("5"))))
                .isEqualTo(Map.of(
                        ContentId.of("1"),
                        ContentType.PAGE,
                        ContentId.of("3"),
                        ContentType.of("inline-comment"),
                        ContentId.of("4"),
                        ContentType.of("forge:app/note")));
        assertThat(site.lastJson()).isEqualTo(Map.of("contentIds", List.of("1", "2", "3", "4", "5")));
    }

    @Test
    void types_ofManyIds_areAskedForAHundredAtATime() {
        site.on("POST " + ADDRESS, ok("{\"results\":{\"1\":\"page\"}}"), ok("{\"results\":{\"101\":\"folder\"}}"));
        List<ContentId> ids = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> ContentId.of(Integer.toString(i)))
                .toList();
        assertThat(types.of(ids)).containsOnlyKeys(ContentId.of("1"), ContentId.of("101"));
        assertThat(site.lastJson()).isEqualTo(Map.of("contentIds", List.of("101")));
    }

    @Test
    void types_ofNothing_costNoRequest() {
        assertThat(types.of(List.of())).isEmpty();
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void asking_isAskedAgainAfterAPassingFault() {
        site.on("POST " + ADDRESS, json(503, ""), ok("{\"results\":{}}"));
        assertThat(types.of(List.of(ContentId.of("1")))).isEmpty();
        assertThat(site.asked()).hasSize(2);
    }
}
