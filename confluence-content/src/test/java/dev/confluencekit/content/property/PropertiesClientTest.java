package dev.confluencekit.content.property;

import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.PropertyId;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties of each kind of owner, and the rule of their versions. */
class PropertiesClientTest {
    private static final String PAGE = "/wiki/api/v2/pages/98581/properties";
    private static final String VERSION_1 =
            "\"version\":{\"createdAt\":\"2026-11-01T08:00:00.000Z\",\"message\":\"\",\"number\":1,\"minorEdit\":false,"
                    + "\"authorId\":\"557058:0c1b\"}";
    private static final String SOURCE =
            "{\"id\":\"7\",\"key\":\"import-source\",\"value\":{\"row\":7}," + VERSION_1 + "}";
    private static final String FOUND = "{\"results\":[" + SOURCE + "],\"_links\":{}}";
    private static final String NONE = "{\"results\":[],\"_links\":{}}";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final PropertiesClient properties = PropertiesClient.over(site.connection(), Owners.PAGE);

    private static String place(OwnerKind kind) {
        return Owners.place(kind).replaceAll("/(footer|inline)-comments/", "/comments/") + "/properties";
    }

    @ParameterizedTest
    @EnumSource(OwnerKind.class)
    void everyOperation_ofEachKindOfOwner_goesToItsAddress(OwnerKind kind) {
        String all = place(kind);
        String one = all + "/7";
        site.on("GET " + all, ok(FOUND))
                .on("POST " + all, json(kind == OwnerKind.SPACE ? 201 : 200, SOURCE))
                .on("GET " + one, ok(SOURCE))
                .on("PUT " + one, ok(SOURCE))
                .on("DELETE " + one, empty(204));
        PropertiesClient client = PropertiesClient.over(site.connection(), Owners.of(kind));

        assertThat(client.list().toList(10)).extracting(Property::key).containsExactly("import-source");
        assertThat(client.create("import-source", Map.of("row", 7)).id()).isEqualTo("7");
        Property read = client.get(PropertyId.of("7"));
        assertThat(client.update(read, 8).id()).isEqualTo("7");
        client.delete(PropertyId.of("7"));

        assertThat(site.asked())
                .containsExactly(
                        "GET " + all + "?limit=250", "POST " + all, "GET " + one, "PUT " + one, "DELETE " + one);
    }

    @Test
    void find_asksForTheKeyOnly() {
        site.on("GET " + PAGE, ok(FOUND));
        assertThat(properties.find("import-source")).map(Property::value).contains(Map.of("row", 7));
        assertThat(site.asked()).containsExactly("GET " + PAGE + "?key=import-source&limit=1");
    }

    @Test
    void find_noSuchKey_isEmpty() {
        site.on("GET " + PAGE, ok(NONE));
        assertThat(properties.find("import-source")).isEmpty();
    }

    @Test
    void create_sendsKeyAndValue() {
        site.on("POST " + PAGE, ok(SOURCE));
        properties.create("import-source", Map.of("rows", List.of(7, 8)));
        assertThat(site.lastJson()).isEqualTo(Map.of("key", "import-source", "value", Map.of("rows", List.of(7, 8))));
    }

    @Test
    void create_ofNull_sendsNull() {
        site.on("POST " + PAGE, ok(SOURCE));
        properties.create("import-source", null);
        assertThat(site.lastBody()).isEqualTo("{\"key\":\"import-source\",\"value\":null}");
    }

    @Test
    void update_sendsTheNextVersion() {
        site.on("PUT " + PAGE + "/7", ok(SOURCE));
        properties.update(LiteralContent.read(SOURCE, Property.class), "new");
        assertThat(site.lastJson())
                .isEqualTo(Map.of("key", "import-source", "value", "new", "version", Map.of("number", 2)));
    }

    @Test
    void update_ofWhatChangedSince_isAConflict() {
        site.on("PUT " + PAGE + "/7", refused(409, "CONFLICT", "Version must be incremented"));
        Property read = LiteralContent.read(SOURCE, Property.class);
        assertThatThrownBy(() -> properties.update(read, "new")).isInstanceOf(ConflictException.class);
    }

    @Test
    void update_ofAPropertyWithoutItsVersion_endsBeforeAnyRequest() {
        Property read = LiteralContent.read("{\"id\":\"7\",\"key\":\"k\"}", Property.class);
        assertThatThrownBy(() -> properties.update(read, 1))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("read"));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void put_ofANewKey_createsIt() {
        site.on("GET " + PAGE, ok(NONE)).on("POST " + PAGE, ok(SOURCE));
        assertThat(properties.put("import-source", 1).id()).isEqualTo("7");
        assertThat(site.asked()).containsExactly("GET " + PAGE + "?key=import-source&limit=1", "POST " + PAGE);
    }

    @Test
    void put_ofAKeyThatIsThere_updatesIt() {
        site.on("GET " + PAGE, ok(FOUND)).on("PUT " + PAGE + "/7", ok(SOURCE));
        properties.put("import-source", 1);
        assertThat(site.asked()).containsExactly("GET " + PAGE + "?key=import-source&limit=1", "PUT " + PAGE + "/7");
    }

    @Test
    void put_onConflict_readsAgainAndWritesOnThat() {
        site.on("GET " + PAGE, ok(FOUND), ok(FOUND.replace("\"number\":1", "\"number\":5")))
                .on("PUT " + PAGE + "/7", refused(409, "CONFLICT", "Version must be incremented"), ok(SOURCE));
        properties.put("import-source", 1);
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 6));
    }

    @Test
    void put_ofAKeyThatIsTakenInBetween_updatesIt() {
        site.on("GET " + PAGE, ok(NONE), ok(FOUND))
                .on("POST " + PAGE, refused(400, "INVALID_REQUEST_PARAMETER", "Property with key already exists"))
                .on("PUT " + PAGE + "/7", ok(SOURCE));
        properties.put("import-source", 1);
        assertThat(site.asked()).endsWith("PUT " + PAGE + "/7");
    }

    @Test
    void put_ofAKeyThatIsRefusedForItself_saysSo() {
        site.on("GET " + PAGE, ok(NONE)).on("POST " + PAGE, refused(400, "INVALID_REQUEST_PARAMETER", "too long"));
        assertThatThrownBy(() -> properties.put("import-source", 1)).isInstanceOf(BadRequestException.class);
        assertThat(site.asked()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }

    @Test
    void put_againstOthersWhoAreAlwaysFaster_endsAfterFiveTries() {
        site.on("GET " + PAGE, ok(FOUND))
                .on("PUT " + PAGE + "/7", refused(409, "CONFLICT", "Version must be incremented"));
        assertThatThrownBy(() -> properties.put("import-source", 1)).isInstanceOf(ConflictException.class);
        assertThat(site.asked()).filteredOn(line -> line.startsWith("PUT")).hasSize(5);
    }

    @Test
    void get_missing_throws() {
        site.on("GET " + PAGE + "/7", notFound());
        assertThatThrownBy(() -> properties.get(PropertyId.of("7"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void property_ofASpace_keepsWhoCreatedIt() {
        site.on("GET /wiki/api/v2/spaces/65537/properties/7", ok("""
                {"id":"7","key":"theme","value":"dark","createdAt":"2026-11-01T08:00:00.000Z","createdBy":"557058:0c1b",
                 "version":{"createdAt":"2026-11-01T08:00:00.000Z","createdBy":"557058:0c1b","message":"","number":1}}"""));
        Property read = PropertiesClient.over(site.connection(), Owners.SPACE).get(PropertyId.of("7"));
        assertThat(read.extras()).containsEntry("createdBy", "557058:0c1b");
    }

    @Test
    void blankKey_endsBeforeAnyRequest() {
        assertThatThrownBy(() -> properties.put(" ", 1))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("key"));
        assertThat(site.asked()).isEmpty();
    }
}
