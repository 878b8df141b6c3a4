package dev.confluencekit.content.hierarchy;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.PagingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands above and below. */
class HierarchyClientTest {
    private static final String NOTHING = "{\"results\":[],\"_links\":{}}";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final HierarchyClient page = HierarchyClient.over(site.connection(), Owners.PAGE);

    private static String row(String id, String type, int depth) {
        return "{\"id\":\"" + id + "\",\"status\":\"current\",\"title\":\"T" + id + "\",\"type\":\"" + type
                + "\",\"parentId\":\"1\",\"depth\":" + depth + ",\"childPosition\":7}";
    }

    private static String rows(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"_links\":{}}";
    }

    private static String ancestors(String... typesAndIds) {
        List<String> rows = new ArrayList<>();
        for (String one : typesAndIds) {
            rows.add("{\"id\":\"" + one.replaceAll(".* ", "") + "\",\"type\":\"" + one.replaceAll(" .*", "") + "\"}");
        }
        return "{\"results\":[" + String.join(",", rows) + "]}";
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "FOLDER", "WHITEBOARD", "DATABASE", "SMART_LINK"})
    void everyDirection_ofEachKindOfOwner_goesToItsAddress(OwnerKind kind) {
        String place = Owners.place(kind);
        site.on("GET " + place + "/direct-children", ok("""
                        {"results":[{"id":"7","status":"archived","title":"Plans","type":"folder","spaceId":"65537",
                          "childPosition":3}],"_links":{}}"""))
                .on("GET " + place + "/descendants", ok(rows(row("8", "page", 1))))
                .on("GET " + place + "/ancestors", ok(NOTHING));
        HierarchyClient client = HierarchyClient.over(site.connection(), Owners.of(kind));

        assertThat(client.children()).extracting(Child::type).containsExactly(ContentType.FOLDER);
        assertThat(client.descendants(3)).extracting(Descendant::title).containsExactly("T8");
        assertThat(client.ancestors()).isEmpty();
        assertThat(site.asked())
                .containsExactly(
                        "GET " + place + "/direct-children?limit=250",
                        "GET " + place + "/descendants?depth=3&limit=250",
                        "GET " + place + "/ancestors?limit=250");
    }

    @Test
    void customContent_hasChildrenOnly() {
        site.on("GET " + V2 + "/custom-content/98586/children", ok(rows("{\"id\":\"7\",\"type\":\"forge:app/note\"}")));
        HierarchyClient client = HierarchyClient.over(site.connection(), Owners.CUSTOM_CONTENT);
        assertThat(client.children()).hasSize(1);
        assertThatThrownBy(client::tree).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(client::ancestors).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> client.descendants(1)).isInstanceOf(InvalidArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"BLOG_POST", "ATTACHMENT", "FOOTER_COMMENT", "INLINE_COMMENT", "SPACE"})
    void over_anOwnerThatIsInNoTree_isRefused(OwnerKind kind) {
        assertThatThrownBy(() -> HierarchyClient.over(site.connection(), Owners.of(kind)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void descendants_ofADepthThatTheServiceRefuses_endBeforeAnyRequest(int depth) {
        assertThatThrownBy(() -> page.descendants(depth))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("depth"));
    }

    @Test
    void ancestors_comeNearestFirst_andAreFollowedByTheTopmostOne() {
        site.on("GET " + V2 + "/pages/98581/ancestors", ok(ancestors("folder 30", "page 40")))
                .on("GET " + V2 + "/folders/30/ancestors", ok(ancestors("page 10", "whiteboard 20")))
                .on("GET " + V2 + "/pages/10/ancestors", ok(ancestors()));
        assertThat(page.ancestors()).extracting(one -> one.id().value()).containsExactly("40", "30", "20", "10");
    }

    @Test
    void ancestors_inACircle_areAnError() {
        site.on("GET " + V2 + "/pages/98581/ancestors", ok(ancestors("folder 30")))
                .on("GET " + V2 + "/folders/30/ancestors", ok(ancestors("folder 30")));
        assertThatThrownBy(() -> page.ancestors().toList(100)).isInstanceOf(PagingException.class);
    }

    @Test
    void ancestors_throughAnUnknownType_areAnErrorAndNotCutSilently() {
        site.on("GET " + V2 + "/pages/98581/ancestors", ok(ancestors("hologram 30", "page 40")));
        assertThatThrownBy(() -> page.ancestors().toList(100))
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("hologram");
    }

    @Test
    void ancestors_ofAnAnswerWithoutRows_areAnErrorAndNotTakenForNone() {
        site.on("GET " + V2 + "/pages/98581/ancestors", ok("{}"));
        assertThatThrownBy(() -> page.ancestors().toList(100))
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("$.results is missing");
    }

    @Test
    void ancestors_withANextLink_areFollowedByTheTopmostOneAllTheSame() {
        site.on(
                        "GET " + V2 + "/pages/98581/ancestors",
                        ok("{\"results\":[{\"id\":\"30\",\"type\":\"page\"}],\"_links\":"
                                + "{\"next\":\"https://evil.example/x\"}}"))
                .on("GET " + V2 + "/pages/30/ancestors", ok(ancestors()));
        assertThat(page.ancestors()).hasSize(1);
    }

    /** A chain of 25 below the page, each a parent of the next. */
    private void chainOf25() {
        for (int from : new int[] {0, 10, 20}) {
            String place = from == 0 ? "98581" : Integer.toString(from);
            String[] levels = IntStream.rangeClosed(1, Math.min(10, 25 - from))
                    .mapToObj(i -> row(Integer.toString(from + i), "page", i))
                    .toArray(String[]::new);
            site.on("GET " + V2 + "/pages/" + place + "/descendants", ok(rows(levels)));
        }
    }

    @Test
    void tree_deeperThanTheServiceLooks_isWhole_andItsDepthCountsFromTheTop() {
        chainOf25();
        List<Descendant> all = page.tree().toList(100);
        assertThat(all)
                .extracting(one -> Integer.parseInt(one.id().value()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(all)
                .extracting(Descendant::depth)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(site.asked())
                .allMatch(line -> line.endsWith("/descendants?depth=10&limit=250"))
                .hasSize(3);
    }

    @Test
    void tree_isFetchedAsItIsRead() {
        chainOf25();
        Iterator<Descendant> reading = page.tree().iterator();
        assertThat(site.asked()).isEmpty();
        reading.next();
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void tree_readTwice_isTheSameTwice() {
        chainOf25();
        assertThat(page.tree().toList(100)).isEqualTo(page.tree().toList(100)).hasSize(25);
    }

    @Test
    void tree_branchesAtTheCutOff_areAllFollowedByTheirTypes() {
        site.on(
                        "GET " + V2 + "/pages/98581/descendants",
                        ok(rows(
                                row("1", "page", 10),
                                row("2", "folder", 10),
                                row("3", "database", 10),
                                row("4", "whiteboard", 10),
                                row("5", "embed", 10),
                                row("6", "page", 9))))
                .on("GET " + V2 + "/pages/1/descendants", ok(rows(row("11", "page", 1))))
                .on("GET " + V2 + "/folders/2/descendants", ok(NOTHING))
                .on("GET " + V2 + "/databases/3/descendants", ok(NOTHING))
                .on("GET " + V2 + "/whiteboards/4/descendants", ok(NOTHING))
                .on("GET " + V2 + "/embeds/5/descendants", ok(rows(row("51", "page", 2))));
        assertThat(page.tree())
                .extracting(one -> one.id() + "@" + one.depth())
                .containsExactly("1@10", "2@10", "3@10", "4@10", "5@10", "6@9", "11@11", "51@12");
    }

    @Test
    void tree_oneThatMovesMeanwhile_isDeliveredOnce() {
        site.on("GET " + V2 + "/pages/98581/descendants", ok(rows(row("1", "page", 10), row("2", "page", 3))))
                .on("GET " + V2 + "/pages/1/descendants", ok(rows(row("2", "page", 1), row("3", "page", 1))));
        assertThat(page.tree())
                .extracting(Descendant::id)
                .containsExactly(ContentId.of("1"), ContentId.of("2"), ContentId.of("3"));
    }

    @Test
    void tree_rowWithoutItsDepth_isLookedBelow() {
        site.on("GET " + V2 + "/pages/98581/descendants", ok(rows("{\"id\":\"1\",\"type\":\"page\"}")))
                .on("GET " + V2 + "/pages/1/descendants", ok(rows(row("2", "page", 1))));
        assertThat(page.tree()).hasSize(2);
    }

    @Test
    void tree_thatGoesOnBelowAnUnknownType_isAnErrorAndNotCutSilently() {
        site.on("GET " + V2 + "/pages/98581/descendants", ok(rows(row("1", "hologram", 10))));
        Iterator<Descendant> reading = page.tree().iterator();
        assertThat(reading.next().id()).isEqualTo(ContentId.of("1"));
        assertThatThrownBy(reading::hasNext).isInstanceOf(PagingException.class).hasMessageContaining("hologram");
        assertThatThrownBy(reading::hasNext).isInstanceOf(PagingException.class);
    }

    @Test
    void tree_unknownTypeAboveTheCutOff_isDelivered() {
        site.on("GET " + V2 + "/pages/98581/descendants", ok(rows(row("1", "hologram", 9))));
        assertThat(page.tree()).hasSize(1);
    }

    @Test
    void tree_afterAFailure_goesOnWhereItWas() {
        site.on("GET " + V2 + "/pages/98581/descendants", ok(rows(row("1", "page", 10))))
                .on(
                        "GET " + V2 + "/pages/1/descendants",
                        LiteralSite.refused(403, "FORBIDDEN", "no"),
                        ok(rows(row("2", "page", 1))));
        Iterator<Descendant> reading = page.tree().iterator();
        reading.next();
        assertThatThrownBy(reading::hasNext).hasMessageContaining("403");
        assertThat(reading.hasNext()).isTrue();
        assertThat(reading.next().depth()).isEqualTo(11);
    }
}
