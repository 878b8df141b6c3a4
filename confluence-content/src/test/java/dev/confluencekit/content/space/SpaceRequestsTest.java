package dev.confluencekit.content.space;

import static dev.confluencekit.content.LiteralContent.SPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Cursor;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query or request for spaces becomes on the wire; names as the specification has them. */
class SpaceRequestsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = LiteralContent.newServer();

    private final LiteralContent site = new LiteralContent(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Arguments> queries() {
        AccountId somebody = AccountId.of("712020:4c0a");
        return Stream.of(
                Arguments.of("all", SpaceQuery.all(), List.of("status=current", "limit=250")),
                Arguments.of(
                        "byIds",
                        SpaceQuery.byIds(List.of(SpaceId.of("65537"), SpaceId.of("65538"))),
                        List.of("ids=65537", "ids=65538", "limit=250")),
                Arguments.of(
                        "byKeys",
                        SpaceQuery.byKeys(List.of("DOCS", "~712020a b&c")),
                        List.of("keys=DOCS", "keys=~712020a b&c", "limit=250")),
                Arguments.of(
                        "type",
                        SpaceQuery.all().type(SpaceType.KNOWLEDGE_BASE),
                        List.of("type=knowledge_base", "status=current", "limit=250")),
                Arguments.of(
                        "status",
                        SpaceQuery.all().status(SpaceStatus.ARCHIVED),
                        List.of("status=archived", "limit=250")),
                Arguments.of("anyStatus", SpaceQuery.all().anyStatus(), List.of("limit=250")),
                Arguments.of(
                        "labels",
                        SpaceQuery.all().labels(List.of("faq", "public")),
                        List.of("status=current", "labels=faq", "labels=public", "limit=250")),
                Arguments.of(
                        "favoritedBy",
                        SpaceQuery.all().favoritedBy(somebody),
                        List.of("status=current", "favorited-by=712020:4c0a", "limit=250")),
                Arguments.of(
                        "notFavoritedBy",
                        SpaceQuery.all().notFavoritedBy(somebody),
                        List.of("status=current", "not-favorited-by=712020:4c0a", "limit=250")),
                Arguments.of(
                        "description",
                        SpaceQuery.all().description(SpaceDescriptionFormat.VIEW),
                        List.of("status=current", "description-format=view", "limit=250")),
                Arguments.of(
                        "withIcon",
                        SpaceQuery.all().withIcon(),
                        List.of("status=current", "include-icon=true", "limit=250")),
                Arguments.of("batchSize", SpaceQuery.all().batchSize(7), List.of("status=current", "limit=7")),
                Arguments.of(
                        "cursor",
                        SpaceQuery.all().cursor(Cursor.of("a+b/c==")),
                        List.of("status=current", "cursor=a+b/c==", "limit=250")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void list_query_sendsExactlyItsParameters(String name, SpaceQuery query, List<String> expected) {
        site.on(SPACES, 200, LiteralContent.rows()).spaces().list(query).first();
        assertThat(site.parameters()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void list_sort_isSentAsTheServiceSpellsIt(SpaceSort sort) {
        site.on(SPACES, 200, LiteralContent.rows())
                .spaces()
                .list(SpaceQuery.all().sort(sort))
                .first();
        String word = sort.name().toLowerCase(Locale.ROOT);
        String expected = word.endsWith("_descending") ? "-" + word.replace("_descending", "") : word;
        assertThat(site.parameters()).contains("sort=" + expected);
    }

    @Test
    void list_withoutAQuery_asksForSpacesInUse() {
        site.on(SPACES, 200, LiteralContent.rows()).spaces().list().first();
        assertThat(site.parameters()).containsExactly("status=current", "limit=250");
    }

    @Test
    void list_cursorAndKeys_areEncodedOnce() {
        site.on(SPACES, 200, LiteralContent.rows())
                .spaces()
                .list(SpaceQuery.byKeys(List.of("a b&c")).cursor(Cursor.of("a+b/c==%3D")))
                .first();
        assertThat(site.requests()).containsExactly(SPACES + "?keys=a%20b%26c&cursor=a%2Bb%2Fc%3D%3D%253D&limit=250");
    }

    @Test
    void list_unread_asksNothing() {
        site.spaces().list(SpaceQuery.all()).batches();
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void query_refined_leavesTheFirstAsItWas() {
        SpaceQuery first = SpaceQuery.all();
        first.type(SpaceType.PERSONAL).anyStatus().batchSize(3);
        site.on(SPACES, 200, LiteralContent.rows()).spaces().list(first).first();
        assertThat(site.parameters()).containsExactly("status=current", "limit=250");
    }

    @Test
    void get_id_asksForItsPath() {
        site.on(SPACES + "/65537", 200, "{\"id\":\"65537\"}").spaces().get(SpaceId.of("65537"));
        assertThat(site.requests()).containsExactly(SPACES + "/65537");
    }

    @Test
    void get_description_isAskedFor() {
        site.on(SPACES + "/65537", 200, "{\"id\":\"65537\"}")
                .spaces()
                .get(SpaceRequest.of(SpaceId.of("65537")).description(SpaceDescriptionFormat.PLAIN));
        assertThat(site.parameters()).containsExactly("description-format=plain");
    }

    static Stream<Arguments> includes() {
        return Stream.of(
                Arguments.of(SpaceInclude.ICON, "include-icon"),
                Arguments.of(SpaceInclude.OPERATIONS, "include-operations"),
                Arguments.of(SpaceInclude.PROPERTIES, "include-properties"),
                Arguments.of(SpaceInclude.PERMISSIONS, "include-permissions"),
                Arguments.of(SpaceInclude.ROLE_ASSIGNMENTS, "include-role-assignments"),
                Arguments.of(SpaceInclude.LABELS, "include-labels"));
    }

    @ParameterizedTest
    @MethodSource("includes")
    void get_include_isAskedFor(SpaceInclude include, String parameter) {
        site.on(SPACES + "/65537", 200, "{\"id\":\"65537\"}")
                .spaces()
                .get(SpaceRequest.of(SpaceId.of("65537")).include(include));
        assertThat(site.parameters()).containsExactly(parameter + "=true");
    }

    @Test
    void get_includesInSeveralSteps_addUp() {
        site.on(SPACES + "/65537", 200, "{\"id\":\"65537\"}")
                .spaces()
                .get(SpaceRequest.of(SpaceId.of("65537"))
                        .include(SpaceInclude.LABELS)
                        .include(SpaceInclude.ICON, SpaceInclude.LABELS));
        assertThat(site.parameters()).containsExactlyInAnyOrder("include-labels=true", "include-icon=true");
    }

    static List<SpaceId> ids(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> SpaceId.of(Integer.toString(i)))
                .toList();
    }

    @Test
    void byIds_250_areAllSent() {
        site.on(SPACES, 200, LiteralContent.rows())
                .spaces()
                .list(SpaceQuery.byIds(ids(250)))
                .first();
        assertThat(site.parameters()).filteredOn(p -> p.startsWith("ids=")).hasSize(250);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("ids", "251 ids", () -> SpaceQuery.byIds(ids(251))),
                refusal("ids", "no ids", () -> SpaceQuery.byIds(List.of())),
                refusal("keys", "251 keys", () -> SpaceQuery.byKeys(Collections.nCopies(251, "DOCS"))),
                refusal("keys", "no keys", () -> SpaceQuery.byKeys(List.of())),
                refusal("keys", "a blank key", () -> SpaceQuery.byKeys(List.of("DOCS", " "))),
                refusal("batchSize", "a batch of 0", () -> SpaceQuery.all().batchSize(0)),
                refusal("batchSize", "a batch of 251", () -> SpaceQuery.all().batchSize(251)),
                refusal("spaceId", "an id with a path", () -> SpaceId.of("1/../2")),
                refusal("spaceId", "an empty id", () -> SpaceId.of("")),
                refusal("cursor", "an empty cursor", () -> Cursor.of("")));
    }

    private static Arguments refusal(String parameter, String name, Supplier<Object> value) {
        return Arguments.of(parameter, Named.of(name, value));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void value_thatCannotBeUsed_isRefusedByName(String parameter, Supplier<Object> value) {
        assertThatThrownBy(value::get)
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    @Test
    void findByKey_blank_isRefusedWithoutARequest() {
        assertThatThrownBy(() -> site.spaces().findByKey(" "))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("key"));
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void findByKey_key_asksForItWhateverItsStatus() {
        site.on(SPACES, 200, LiteralContent.rows()).spaces().findByKey(" SUPPORT ");
        assertThat(site.parameters()).containsExactly("keys=SUPPORT", "limit=1");
    }
}
