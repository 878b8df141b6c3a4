package dev.confluencekit.content.page;

import static dev.confluencekit.content.LiteralContent.PAGES;
import static dev.confluencekit.content.LiteralContent.SPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.content.body.RenderedBodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Cursor;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query or request for pages becomes on the wire; names as the specification has them. */
@NullUnmarked // what is missing fails the test anyway
class PageRequestsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = LiteralContent.newServer();

    private static final PageId PAGE = PageId.of("98581");
    private static final SpaceId SPACE = SpaceId.of("65537");

    private final LiteralContent site = new LiteralContent(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("all", PageQuery.all(), List.of("status=current", "limit=250")),
                Arguments.of(
                        "byIds",
                        PageQuery.byIds(List.of(PAGE, PageId.of("98582"))),
                        List.of("id=98581", "id=98582", "status=current", "limit=250")),
                Arguments.of(
                        "inSpace", PageQuery.inSpace(SPACE), List.of("space-id=65537", "status=current", "limit=250")),
                Arguments.of(
                        "inSpaces",
                        PageQuery.inSpaces(List.of(SPACE, SpaceId.of("65538"))),
                        List.of("space-id=65537", "space-id=65538", "status=current", "limit=250")),
                Arguments.of(
                        "status",
                        PageQuery.all().status(PageStatus.ARCHIVED, PageStatus.TRASHED),
                        List.of("status=archived", "status=trashed", "limit=250")),
                Arguments.of(
                        "title",
                        PageQuery.all().title("Q&A: 100 % café"),
                        List.of("status=current", "title=Q&A: 100 % café", "limit=250")),
                Arguments.of(
                        "subtype",
                        PageQuery.all().subtype(PageSubtype.LIVE),
                        List.of("status=current", "subtype=live", "limit=250")),
                Arguments.of(
                        "body storage",
                        PageQuery.all().body(BodyFormat.STORAGE),
                        List.of("status=current", "body-format=storage", "limit=250")),
                Arguments.of(
                        "body ADF",
                        PageQuery.all().body(BodyFormat.ATLAS_DOC_FORMAT),
                        List.of("status=current", "body-format=atlas_doc_format", "limit=250")),
                Arguments.of("batchSize", PageQuery.all().batchSize(1), List.of("status=current", "limit=1")),
                Arguments.of(
                        "cursor",
                        PageQuery.all().cursor(Cursor.of("a+b/c==")),
                        List.of("status=current", "cursor=a+b/c==", "limit=250")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void list_query_sendsExactlyItsParameters(String name, PageQuery query, List<String> expected) {
        site.on(PAGES, 200, LiteralContent.rows()).pages().list(query).first();
        assertThat(site.parameters()).containsExactlyElementsOf(expected);
    }

    @Test
    void list_query_asksForPages() {
        site.on(PAGES, 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.inSpace(SPACE))
                .first();
        assertThat(site.paths()).containsExactly(PAGES);
    }

    @ParameterizedTest
    @EnumSource
    void list_sort_isSentAsTheServiceSpellsIt(PageSort sort) {
        site.on(PAGES, 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.all().sort(sort))
                .first();
        String word = sort.name()
                .toLowerCase(Locale.ROOT)
                .replace("created", "created-date")
                .replace("modified", "modified-date");
        String expected = word.endsWith("_descending") ? "-" + word.replace("_descending", "") : word;
        assertThat(site.parameters()).contains("sort=" + expected);
    }

    @Test
    void list_everythingAtOnce_sendsEverything() {
        site.on(PAGES, 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.byIds(List.of(PAGE))
                        .title("Opening hours")
                        .sort(PageSort.ID)
                        .body(BodyFormat.STORAGE)
                        .batchSize(10))
                .first();
        assertThat(site.parameters())
                .containsExactlyInAnyOrder(
                        "id=98581",
                        "status=current",
                        "title=Opening hours",
                        "sort=id",
                        "body-format=storage",
                        "limit=10");
    }

    @Test
    void query_refined_leavesTheFirstAsItWas() {
        PageQuery first = PageQuery.all();
        first.title("x").status(PageStatus.TRASHED).batchSize(3).topLevelOnly();
        site.on(PAGES, 200, LiteralContent.rows()).pages().list(first).first();
        assertThat(site.parameters()).containsExactly("status=current", "limit=250");
    }

    @Test
    void list_topLevelOnly_asksTheSpaceForItsRoots() {
        site.on(SPACES + "/65537/pages", 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.inSpace(SPACE).topLevelOnly().title("Home").sort(PageSort.TITLE))
                .first();
        assertThat(site.paths()).containsExactly(SPACES + "/65537/pages");
        assertThat(site.parameters())
                .containsExactly("depth=root", "status=current", "title=Home", "sort=title", "limit=250");
    }

    @Test
    void list_topLevelOnlyByKey_asksTheSpaceThatTheKeyStandsFor() {
        site.on(SPACES, 200, LiteralContent.rows("65537"))
                .on(SPACES + "/65537/pages", 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.inSpace("SUPPORT").topLevelOnly())
                .first();
        assertThat(site.paths()).containsExactly(SPACES, SPACES + "/65537/pages");
    }

    @Test
    void get_id_asksForItsPathAlone() {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}").pages().get(PAGE);
        assertThat(site.requests()).containsExactly(PAGES + "/98581");
    }

    static Stream<Arguments> bodyFormats() {
        return Stream.of(
                Arguments.of(BodyFormat.STORAGE, "storage"),
                Arguments.of(BodyFormat.ATLAS_DOC_FORMAT, "atlas_doc_format"),
                Arguments.of(RenderedBodyFormat.VIEW, "view"),
                Arguments.of(RenderedBodyFormat.EXPORT_VIEW, "export_view"),
                Arguments.of(RenderedBodyFormat.ANONYMOUS_EXPORT_VIEW, "anonymous_export_view"),
                Arguments.of(RenderedBodyFormat.STYLED_VIEW, "styled_view"),
                Arguments.of(RenderedBodyFormat.EDITOR, "editor"));
    }

    @ParameterizedTest
    @MethodSource("bodyFormats")
    void get_body_isAskedForInItsFormat(PageBodyFormat format, String expected) {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}")
                .pages()
                .get(PageRequest.of(PAGE).body(format));
        assertThat(site.parameters()).containsExactly("body-format=" + expected);
    }

    @ParameterizedTest
    @MethodSource("bodyFormats")
    void get_body_isReadInItsFormat(PageBodyFormat format, String name) {
        site.on(
                PAGES + "/98581",
                200,
                "{\"id\":\"98581\",\"body\":{\"" + name + "\":{\"representation\":\"" + name
                        + "\",\"value\":\"<p>Hello</p>\"}}}");
        Page page = site.pages().get(PageRequest.of(PAGE).body(format));
        assertThat(page.body().in(format)).contains("<p>Hello</p>");
    }

    @Test
    void get_version_isAskedFor() {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}")
                .pages()
                .get(PageRequest.of(PAGE).version(3));
        assertThat(site.parameters()).containsExactly("version=3");
    }

    @Test
    void get_draft_isAskedFor() {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}")
                .pages()
                .get(PageRequest.of(PAGE).draft());
        assertThat(site.parameters()).containsExactly("get-draft=true");
    }

    static Stream<Arguments> includes() {
        return Stream.of(
                Arguments.of(PageInclude.LABELS, "include-labels"),
                Arguments.of(PageInclude.PROPERTIES, "include-properties"),
                Arguments.of(PageInclude.OPERATIONS, "include-operations"),
                Arguments.of(PageInclude.LIKES, "include-likes"),
                Arguments.of(PageInclude.VERSIONS, "include-versions"),
                Arguments.of(PageInclude.FAVORITED_BY_CURRENT_USER, "include-favorited-by-current-user-status"),
                Arguments.of(PageInclude.WEB_RESOURCES, "include-webresources"),
                Arguments.of(PageInclude.COLLABORATORS, "include-collaborators"),
                Arguments.of(PageInclude.DIRECT_CHILDREN, "include-direct-children"));
    }

    @ParameterizedTest
    @MethodSource("includes")
    void get_include_isAskedFor(PageInclude include, String parameter) {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}")
                .pages()
                .get(PageRequest.of(PAGE).include(include));
        assertThat(site.parameters()).containsExactly(parameter + "=true");
    }

    @Test
    void get_includesInSeveralSteps_addUp() {
        site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}")
                .pages()
                .get(PageRequest.of(PAGE)
                        .include(PageInclude.LABELS)
                        .body(BodyFormat.STORAGE)
                        .include(PageInclude.LIKES, PageInclude.LABELS));
        assertThat(site.parameters())
                .containsExactlyInAnyOrder("body-format=storage", "include-labels=true", "include-likes=true");
    }

    private static List<PageId> pageIds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> PageId.of(Integer.toString(i)))
                .toList();
    }

    private static List<SpaceId> spaceIds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> SpaceId.of(Integer.toString(i)))
                .toList();
    }

    @Test
    void byIds_250_areAllSent() {
        site.on(PAGES, 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.byIds(pageIds(250)))
                .first();
        assertThat(site.parameters()).filteredOn(p -> p.startsWith("id=")).hasSize(250);
    }

    @Test
    void inSpaces_100_areAllSent() {
        site.on(PAGES, 200, LiteralContent.rows())
                .pages()
                .list(PageQuery.inSpaces(spaceIds(100)))
                .first();
        assertThat(site.parameters()).filteredOn(p -> p.startsWith("space-id=")).hasSize(100);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("ids", "251 ids", pages -> PageQuery.byIds(pageIds(251))),
                refusal("ids", "no ids", pages -> PageQuery.byIds(List.of())),
                refusal("spaces", "101 spaces", pages -> PageQuery.inSpaces(spaceIds(101))),
                refusal("spaces", "no spaces", pages -> PageQuery.inSpaces(List.of())),
                refusal("spaceKey", "a blank key", pages -> PageQuery.inSpace(" ")),
                refusal("status", "no status", pages -> PageQuery.all().status()),
                refusal(
                        "status",
                        "drafts in a listing",
                        pages -> PageQuery.all().status(PageStatus.DRAFT)),
                refusal(
                        "status",
                        "old versions in a listing",
                        pages -> PageQuery.all().status(PageStatus.HISTORICAL)),
                refusal("title", "a blank title", pages -> PageQuery.all().title(" ")),
                refusal("batchSize", "a batch of 0", pages -> PageQuery.all().batchSize(0)),
                refusal("batchSize", "a batch of 251", pages -> PageQuery.all().batchSize(251)),
                refusal("version", "version 0", pages -> PageRequest.of(PAGE).version(0)),
                refusal("pageId", "an id with a path", pages -> PageId.of("1/../2")),
                refusal(
                        "topLevelOnly",
                        "the top level of no space",
                        pages -> pages.list(PageQuery.all().topLevelOnly())),
                refusal(
                        "topLevelOnly",
                        "the top level of two spaces",
                        pages -> pages.list(PageQuery.inSpaces(spaceIds(2)).topLevelOnly())),
                refusal(
                        "subtype",
                        "the top level by subtype",
                        pages -> pages.list(
                                PageQuery.inSpace(SPACE).topLevelOnly().subtype(PageSubtype.LIVE))),
                refusal(
                        "title",
                        "a title with half a surrogate pair",
                        pages -> pages.list(PageQuery.all().title("\uD800"))));
    }

    private static Arguments refusal(String parameter, String name, Consumer<PagesClient> use) {
        return Arguments.of(parameter, Named.of(name, use));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void value_thatCannotBeUsed_isRefusedByNameBeforeAnyRequest(String parameter, Consumer<PagesClient> use) {
        assertThatThrownBy(() -> use.accept(site.pages()))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo(parameter));
        assertThat(site.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORT", "~7120204c0a"})
    void list_bySpaceKey_asksForTheKeyThenForPagesOfItsId(String key) {
        site.on(SPACES, 200, LiteralContent.rows("65537"))
                .on(PAGES, 200, LiteralContent.rows("1"))
                .pages()
                .list(PageQuery.inSpace(key))
                .first();
        assertThat(site.requests())
                .containsExactly(
                        SPACES + "?keys=" + key + "&limit=1", PAGES + "?space-id=65537&status=current&limit=250");
    }
}
