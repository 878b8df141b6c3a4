package dev.confluencekit.content.classification;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classification of content, and of spaces by default. */
class ClassificationClientTest {
    private static final String LEVEL = """
            {"id":"c1","status":"PUBLISHED","order":1,"name":"Internal","description":"For us","guideline":"Keep it in",
             "color":"BLUE"}""";
    private static final ClassificationLevelId ID = ClassificationLevelId.of("c1");

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "WHITEBOARD", "DATABASE"})
    void classification_ofEachKindOfContent_isReadSetAndReset(OwnerKind kind) {
        String place = Owners.place(kind) + "/classification-level";
        site.on("GET " + place, ok(LEVEL)).on("PUT " + place, empty(204)).on("POST " + place + "/reset", empty(204));
        ClassificationClient client = ClassificationClient.over(site.connection(), Owners.of(kind));

        assertThat(client.get().name()).isEqualTo("Internal");
        client.set(ID);
        assertThat(site.lastJson()).isEqualTo(Map.of("id", "c1", "status", "current"));
        client.reset();
        assertThat(site.lastJson()).isEqualTo(Map.of("status", "current"));
        assertThat(site.asked()).containsExactly("GET " + place, "PUT " + place, "POST " + place + "/reset");
    }

    @Test
    void defaultOfASpace_isReadSetAndDeleted() {
        String place = V2 + "/spaces/65537/classification-level/default";
        site.on("GET " + place, ok(LEVEL)).on("PUT " + place, empty(204)).on("DELETE " + place, empty(204));
        ClassificationClient client = ClassificationClient.over(site.connection(), Owners.SPACE);

        assertThat(client.get().id()).isEqualTo(ID);
        client.set(ID);
        assertThat(site.lastJson()).isEqualTo(Map.of("id", "c1"));
        client.reset();
        assertThat(site.asked()).containsExactly("GET " + place, "PUT " + place, "DELETE " + place);
    }

    @Test
    void ofDraft_speaksOfTheDraft() {
        String place = V2 + "/pages/98581/classification-level";
        site.on("GET " + place, ok(LEVEL)).on("PUT " + place, empty(204));
        ClassificationClient draft =
                ClassificationClient.over(site.connection(), Owners.PAGE).ofDraft();
        draft.get();
        draft.set(ID);
        assertThat(site.lastJson()).isEqualTo(Map.of("id", "c1", "status", "draft"));
        assertThat(site.asked()).startsWith("GET " + place + "?status=draft");
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"WHITEBOARD", "DATABASE", "SPACE"})
    void ofDraft_ofWhatHasNoDrafts_isRefused(OwnerKind kind) {
        ClassificationClient client = ClassificationClient.over(site.connection(), Owners.of(kind));
        assertThatThrownBy(client::ofDraft).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void over_anOwnerThatCannotBeClassified_isRefused() {
        assertThatThrownBy(() -> ClassificationClient.over(site.connection(), Owners.FOLDER))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void levels_areReadFromABareArray() {
        site.on("GET " + V2 + "/classification-levels", ok("[" + LEVEL + "]"));
        ClassificationLevel level =
                ClassificationLevelsClient.over(site.connection()).list().get(0);
        assertThat(level.status()).isEqualTo(ClassificationLevelStatus.PUBLISHED);
        assertThat(level.order()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void level_whoseOrderIsNoNumber_isAProtocolErrorThatNamesThePlace() {
        site.on("GET " + V2 + "/classification-levels", ok("[{\"id\":\"c1\",\"order\":\"\"}]"));
        assertThatThrownBy(
                        () -> ClassificationLevelsClient.over(site.connection()).list())
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("$[0].order is no BigDecimal");
    }

    @Test
    void levels_whereThereAreNone_areEmpty() {
        site.on("GET " + V2 + "/classification-levels", ok("[]"));
        assertThat(ClassificationLevelsClient.over(site.connection()).list()).isEmpty();
    }
}
