package dev.confluencekit.content.space;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent for each write of a space. */
class SpaceWritesTest {
    private static final String SPACES = V1 + "/space";
    private static final String V1_SPACE = "{\"id\":65537,\"key\":\"NEW\",\"alias\":\"NEW\",\"name\":\"News\","
            + "\"icon\":{\"path\":\"/x\",\"width\":48,\"height\":48,\"isDefault\":true},\"type\":\"global\","
            + "\"status\":\"current\",\"description\":{\"plain\":{\"value\":\"All\",\"representation\":\"plain\","
            + "\"embeddedContent\":[]},\"_expandable\":{\"view\":\"\"}},\"permissions\":[{\"id\":1}],"
            + "\"_expandable\":{\"settings\":\"\"},\"_links\":{\"webui\":\"/spaces/NEW\"}}";
    private static final String V2_SPACE = "{\"id\":\"65537\",\"key\":\"NEW\",\"name\":\"News\"}";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final SpacesClient spaces = SpacesClient.over(site.connection());

    @Test
    void create_byVersion1_readsWhatItMadeByItsId() {
        site.on("POST " + SPACES, ok("{\"id\":65537,\"key\":\"NEW\",\"name\":\"News\"}"))
                .on("GET " + V2 + "/spaces/65537", ok(V2_SPACE));
        Space space = spaces.create(NewSpace.of("NEW", "News").description("All"));

        assertThat(space.id()).isEqualTo(SpaceId.of("65537"));
        assertThat(site.asked()).containsExactly("POST " + SPACES, "GET " + V2 + "/spaces/65537");
    }

    @Test
    void create_answerOfVersion1InFull_isUnderstood() {
        site.on("POST " + SPACES + "/_private", ok(V1_SPACE)).on("GET " + V2 + "/spaces/65537", ok(V2_SPACE));
        assertThat(spaces.create(NewSpace.of("NEW", "News").visibleToCreatorOnly())
                        .key())
                .isEqualTo("NEW");
    }

    @Test
    void create_byVersion2_sendsItsOwnShape() {
        site.on("POST " + V2 + "/spaces", json(201, V2_SPACE)).on("GET " + V2 + "/spaces/65537", ok(V2_SPACE));
        spaces.create(NewSpace.of("NEW", "News")
                .description("All")
                .visibleToCreatorOnly()
                .byVersion2());
        assertThat(site.asked()).containsExactly("POST " + V2 + "/spaces", "GET " + V2 + "/spaces/65537");
    }

    @Test
    void create_takenKey_isTheServicesRefusal() {
        site.on(
                "POST " + SPACES,
                json(400, "{\"statusCode\":400,\"message\":\"A space already exists with key NEW\"}"));
        assertThatThrownBy(() -> spaces.create(NewSpace.of("NEW", "News"))).isInstanceOf(BadRequestException.class);
    }

    @Test
    void create_badKeyOrName_isRefused() {
        assertThatThrownBy(() -> NewSpace.of("no key", "News")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> NewSpace.of("NEW", " ")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> NewSpace.of("NEW", "x".repeat(201))).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void update_sendsWhatChangesOnly() {
        site.on("PUT " + SPACES + "/NEW", ok(V1_SPACE))
                .on("GET " + V2 + "/spaces", ok("{\"results\":[" + V2_SPACE + "]}"));
        spaces.update(SpaceUpdate.of("NEW")
                .name("Latest")
                .description("")
                .homepage(PageId.of("7"))
                .status(SpaceStatus.ARCHIVED));
        assertThat(site.asked()).containsExactly("PUT " + SPACES + "/NEW", "GET " + V2 + "/spaces?keys=NEW&limit=1");
    }

    @Test
    void update_ofNothing_isRefused() {
        assertThatThrownBy(() -> spaces.update(SpaceUpdate.of("NEW"))).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void delete_isATask() {
        site.on(
                "DELETE " + SPACES + "/~me",
                json(202, "{\"id\":\"99\",\"links\":{\"status\":\"/rest/api/longtask/99\"}}"));
        assertThat(spaces.delete("~me")).isEqualTo(LongTaskId.of("99"));
    }

    @Test
    void bodies_ofVersion1() {
        site.on("POST " + SPACES, json(400, "{\"message\":\"no\"}")).on("PUT " + SPACES + "/NEW", json(400, "{}"));
        assertThatThrownBy(() -> spaces.create(NewSpace.of("NEW", "News").description("All")))
                .isInstanceOf(BadRequestException.class);
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "key",
                        "NEW",
                        "name",
                        "News",
                        "description",
                        Map.of("plain", Map.of("value", "All", "representation", "plain"))));
        assertThatThrownBy(() -> spaces.update(SpaceUpdate.of("NEW").homepage(PageId.of("7"))))
                .isInstanceOf(BadRequestException.class);
        assertThat(site.lastJson()).isEqualTo(Map.of("homepage", Map.of("id", "7")));
    }
}
