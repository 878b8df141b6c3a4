package dev.confluencekit.content.label;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.json;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.LabelId;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels: read by v2, written by v1. */
class LabelsClientTest {
    private static final String ROWS =
            "{\"results\":[{\"id\":\"1\",\"name\":\"faq\",\"prefix\":\"global\"}],\"_links\":{}}";
    private static final String WRITTEN = """
            {"results":[{"prefix":"global","name":"faq","id":"1","label":"faq"}],"start":0,"limit":200,"size":1,
             "_links":{"self":"https://acme.atlassian.net/wiki/rest/api/content/98581/label"}}""";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final LabelsClient labels = LabelsClient.over(site.connection(), Owners.PAGE);
    private final SiteLabelsClient all = SiteLabelsClient.over(site.connection());

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "ATTACHMENT", "CUSTOM_CONTENT", "SPACE"})
    void list_ofEachKindOfOwner_goesToItsAddress(OwnerKind kind) {
        String place = Owners.place(kind) + "/labels";
        site.on("GET " + place, ok(ROWS));
        assertThat(LabelsClient.over(site.connection(), Owners.of(kind)).list())
                .extracting(Label::name)
                .containsExactly("faq");
        assertThat(site.asked()).containsExactly("GET " + place + "?limit=250");
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "ATTACHMENT", "CUSTOM_CONTENT", "SPACE"},
            mode = EnumSource.Mode.EXCLUDE)
    void over_anOwnerWithoutLabels_isRefused(OwnerKind kind) {
        assertThatThrownBy(() -> LabelsClient.over(site.connection(), Owners.of(kind)))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("owner"));
    }

    @Test
    void list_withAPrefix_asksForThatOnly() {
        site.on("GET " + V2 + "/pages/98581/labels", ok(ROWS));
        labels.list(LabelPrefix.TEAM).first();
        assertThat(site.asked()).containsExactly("GET " + V2 + "/pages/98581/labels?prefix=team&limit=250");
    }

    @Test
    void listOfContent_ofASpace_goesToItsAddress() {
        site.on("GET " + V2 + "/spaces/65537/content/labels", ok(ROWS));
        assertThat(LabelsClient.over(site.connection(), Owners.SPACE).listOfContent())
                .hasSize(1);
    }

    @Test
    void listOfContent_ofAPage_isRefused() {
        assertThatThrownBy(labels::listOfContent).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void add_sendsGlobalLabelsInOneArray() {
        site.on("POST " + V1 + "/content/98581/label", ok(WRITTEN));
        labels.add("faq", "café/bar");
        assertThat((Object) LiteralContent.read(site.lastBody(), List.class))
                .isEqualTo(List.of(
                        Map.of("prefix", "global", "name", "faq"), Map.of("prefix", "global", "name", "café/bar")));
    }

    @Test
    void add_withAPrefix_sendsIt() {
        site.on("POST " + V1 + "/content/98581/label", ok(WRITTEN));
        labels.add(LabelPrefix.MY, List.of("favourite"));
        assertThat((Object) LiteralContent.read(site.lastBody(), List.class))
                .isEqualTo(List.of(Map.of("prefix", "my", "name", "favourite")));
    }

    @Test
    void add_ofNoneTooManyOrBlank_endsBeforeAnyRequest() {
        assertThatThrownBy(labels::add).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> labels.add("faq", " ")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> labels.add(LabelPrefix.GLOBAL, Collections.nCopies(201, "x")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "faq,/label/faq",
        "opening hours?,/label/opening%20hours%3F",
        "a/b&c,/label?name=a%2Fb%26c",
        "..,/label?name=.."
    })
    void remove_putsANameWithASlashIntoTheQuery(String name, String address) {
        site.on("DELETE " + V1 + "/content/98581/label" + address.replaceAll("\\?.*|^/label", ""), empty(204));
        labels.remove(name);
        assertThat(site.askedAsSent()).containsExactly("DELETE " + V1 + "/content/98581" + address);
    }

    @Test
    void remove_ofALabelThatNobodyUses_throws() {
        site.on(
                "DELETE " + V1 + "/content/98581/label/faq",
                json(404, "{\"statusCode\":404,\"message\":\"No label\"}"));
        assertThatThrownBy(() -> labels.remove("faq")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void spaces_canBeReadOnly() {
        LabelsClient ofSpace = LabelsClient.over(site.connection(), Owners.SPACE);
        assertThatThrownBy(() -> ofSpace.add("faq")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> ofSpace.remove("faq")).isInstanceOf(InvalidArgumentException.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void siteLabels_ofPrefixes_asksForThem() {
        site.on("GET " + V2 + "/labels", ok(ROWS));
        assertThat(all.list(LabelPrefix.GLOBAL, LabelPrefix.TEAM)).hasSize(1);
        assertThat(site.asked()).containsExactly("GET " + V2 + "/labels?prefix=global&prefix=team&limit=250");
    }

    @Test
    void siteLabels_byIds_asksForThem() {
        site.on("GET " + V2 + "/labels", ok(ROWS));
        assertThat(all.byIds(List.of(LabelId.of("1"), LabelId.of("2")))).hasSize(1);
        assertThat(site.asked()).containsExactly("GET " + V2 + "/labels?label-id=1&label-id=2&limit=250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "blogposts", "attachments"})
    void labelledContent_ofEachKind_isRead(String what) {
        site.on("GET " + V2 + "/labels/1/" + what, ok("""
                {"results":[{"id":"98581","status":"archived","title":"Opening hours","spaceId":"65537",
                  "createdAt":"2026-11-01T08:00:00.000Z","version":{"number":3},"mediaType":"text/plain"}],"_links":{}}"""));
        LabelledContent first = (what.equals("pages")
                        ? all.pages(LabelId.of("1"))
                        : what.equals("blogposts") ? all.blogPosts(LabelId.of("1")) : all.attachments(LabelId.of("1")))
                .first()
                .items()
                .get(0);
        assertThat(first.id()).isEqualTo(ContentId.of("98581"));
        assertThat(first.status()).isEqualTo(ContentStatus.ARCHIVED);
        assertThat(first.spaceId()).isEqualTo(SpaceId.of("65537"));
        assertThat(first.extras()).containsEntry("mediaType", "text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12a", "-1", "123456789012345678901"})
    void labelId_ofAnotherForm_isRefused(String value) {
        assertThatThrownBy(() -> LabelId.of(value)).isInstanceOf(InvalidArgumentException.class);
    }
}
