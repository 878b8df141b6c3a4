package dev.confluencekit.content.customcontent;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom content. */
class CustomContentClientTest {
    private static final String ALL = V2 + "/custom-content";
    private static final String NOTE = """
            {"id":"7","type":"forge:app/note","status":"current","title":"Note","spaceId":"65537","pageId":"98581",
             "authorId":"557058:0c1b","createdAt":"2026-11-01T08:00:00.000Z","version":{"number":3},
             "body":{"raw":{"representation":"raw","value":"{}"}},"_links":{"webui":"/x"}}""";
    private static final CustomContentQuery NOTES = CustomContentQuery.ofType("forge:app/note");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final CustomContentClient client = CustomContentClient.over(site.connection());

    @Test
    void list_ofTheSite_asksForTypeIdsSpacesOrderAndBody() {
        site.on("GET " + ALL, ok("{\"results\":[" + NOTE + "],\"_links\":{}}"));
        assertThat(client.list(NOTES.byIds(List.of(ContentId.of("7")))
                        .inSpaces(List.of(SpaceId.of("1"), SpaceId.of("2")))
                        .sort(CustomContentSort.MODIFIED_DESCENDING)
                        .body("raw")))
                .extracting(CustomContent::type)
                .containsExactly("forge:app/note");
        assertThat(site.asked())
                .containsExactly(
                        "GET " + ALL
                                + "?id=7&space-id=1&space-id=2&type=forge:app/note&sort=-modified-date&body-format=raw&limit=250");
    }

    @ParameterizedTest
    @CsvSource({"pages/98581", "blogposts/98582", "spaces/65537"})
    void list_ofAContainer_goesToItsAddress(String place) {
        ContentOwner container = Stream.of(Owners.PAGE, Owners.BLOG_POST, Owners.SPACE)
                .filter(one -> place.endsWith(one.id()))
                .findFirst()
                .orElseThrow();
        site.on("GET " + V2 + "/" + place + "/custom-content", ok("{\"results\":[],\"_links\":{}}"));
        assertThat(client.list(NOTES.in(container))).isEmpty();
        assertThat(site.asked())
                .containsExactly("GET " + V2 + "/" + place + "/custom-content?type=forge:app/note&limit=250");
    }

    @Test
    void query_thatContradictsItself_endsBeforeAnyRequest() {
        Stream.<Runnable>of(
                        () -> NOTES.in(Owners.FOLDER),
                        () -> NOTES.in(Owners.PAGE).byIds(List.of(ContentId.of("7"))),
                        () -> NOTES.inSpaces(List.of(SpaceId.of("1"))).in(Owners.PAGE),
                        () -> NOTES.inSpaces(List.of()),
                        () -> client.list(NOTES.in(Owners.SPACE).sort(CustomContentSort.ID)),
                        () -> CustomContentQuery.ofType(" "))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(InvalidArgumentException.class));
    }

    @Test
    void get_withABody_asksForIt() {
        site.on("GET " + ALL + "/7", ok(NOTE));
        assertThat(client.get(ContentId.of("7"), "raw").title()).isEqualTo("Note");
        assertThat(site.asked()).containsExactly("GET " + ALL + "/7?body-format=raw");
    }

    @Test
    void find_missing_isEmpty() {
        site.on("GET " + ALL + "/7", notFound());
        assertThat(client.find(ContentId.of("7"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SPACE,spaceId,65537",
        "PAGE,pageId,98581",
        "BLOG_POST,blogPostId,98582",
        "CUSTOM_CONTENT,customContentId,98586"
    })
    void create_inEachKindOfContainer_namesIt(String kind, String member, String id) {
        site.on("POST " + ALL, json(201, NOTE));
        client.create(
                Owners.of(dev.confluencekit.content.owner.OwnerKind.valueOf(kind)),
                "forge:app/note",
                "Note",
                NewBody.raw("{}"));
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "type",
                        "forge:app/note",
                        member,
                        id,
                        "title",
                        "Note",
                        "body",
                        Map.of("representation", "raw", "value", "{}")));
    }

    @Test
    void create_elsewhere_endsBeforeAnyRequest() {
        assertThatThrownBy(() -> client.create(Owners.FOLDER, "t", "x", NewBody.raw("")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void create_whoseAnswerIsLost_isNotSentAgain() {
        site.on("POST " + ALL, json(504, "{}"));
        assertThatThrownBy(() -> client.create(Owners.PAGE, "t", "x", NewBody.raw("")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void update_sendsTheNextVersion() {
        site.on("PUT " + ALL + "/7", ok(NOTE));
        client.update(LiteralContent.read(NOTE, CustomContent.class), "New", NewBody.storage("<p/>"));
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "id",
                        "7",
                        "type",
                        "forge:app/note",
                        "status",
                        "current",
                        "title",
                        "New",
                        "body",
                        Map.of("representation", "storage", "value", "<p/>"),
                        "version",
                        Map.of("number", 4)));
    }

    @Test
    void update_ofWhatChangedSince_isAConflict() {
        site.on("PUT " + ALL + "/7", refused(409, "CONFLICT", "Version must be incremented"));
        CustomContent read = LiteralContent.read(NOTE, CustomContent.class);
        assertThatThrownBy(() -> client.update(read, "New", NewBody.raw(""))).isInstanceOf(ConflictException.class);
    }

    @Test
    void update_withoutAVersion_endsBeforeAnyRequest() {
        CustomContent read = LiteralContent.read("{\"id\":\"7\",\"type\":\"t\"}", CustomContent.class);
        assertThatThrownBy(() -> client.update(read, "New", NewBody.raw("")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void delete_andPurge_areToldApart() {
        site.on("DELETE " + ALL + "/7", empty(204));
        client.delete(ContentId.of("7"));
        client.purge(ContentId.of("7"));
        assertThat(site.asked()).containsExactly("DELETE " + ALL + "/7", "DELETE " + ALL + "/7?purge=true");
    }

    @Test
    void newBody_printsNoText() {
        assertThat(NewBody.raw("secret plans")).hasToString("NewBody[raw, 12 characters]");
        assertThat(NewBody.wiki("h1. x").representation()).isEqualTo("wiki");
        assertThat(NewBody.atlasDocFormat("{}").representation()).isEqualTo("atlas_doc_format");
    }
}
