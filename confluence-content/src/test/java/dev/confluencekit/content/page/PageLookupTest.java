package dev.confluencekit.content.page;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.confluencekit.content.LiteralContent.PAGES;
import static dev.confluencekit.content.LiteralContent.SPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.space.SpaceNotFoundException;
import dev.confluencekit.core.error.ApiError;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and spaces that are there, and those that are not. */
class PageLookupTest {
    @RegisterExtension
    static final WireMockExtension SERVER = LiteralContent.newServer();

    private static final PageId PAGE = PageId.of("98581");
    private static final SpaceId SPACE = SpaceId.of("65537");

    private final LiteralContent site = new LiteralContent(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void get_missing_throwsWithTheServicesOwnWords() {
        site.on(PAGES + "/98581", 404, LiteralContent.NOT_FOUND);
        assertThatThrownBy(() -> site.pages().get(PAGE))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.errors()).containsExactly(new ApiError(404, "NOT_FOUND", "Not Found", null)));
    }

    @Test
    void get_missing_saysWhatWasAskedFor() {
        site.on(PAGES + "/98581", 404, LiteralContent.NOT_FOUND);
        assertThatThrownBy(() -> site.pages().get(PAGE))
                .hasMessageStartingWith("GET /wiki/api/v2/pages/98581 → 404 NOT_FOUND: Not Found (1 attempt");
    }

    @Test
    void find_missingPage_isEmpty() {
        assertThat(site.on(PAGES + "/98581", 404, LiteralContent.NOT_FOUND)
                        .pages()
                        .find(PAGE))
                .isEmpty();
    }

    @Test
    void find_pageThatTheEdgeMakesMissingUnderLoad_isNotTakenForGone() {
        SERVER.stubFor(get(urlPathEqualTo(PAGES + "/98581"))
                .willReturn(
                        jsonResponse(LiteralContent.NOT_FOUND, 404).withHeader("x-cache", "Error from cloudfront")));
        assertThatThrownBy(() -> site.pages().find(PAGE))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.isPassing()).isTrue());
    }

    @Test
    void find_missingPageByRequest_isEmpty() {
        assertThat(site.on(PAGES + "/98581", 404, LiteralContent.NOT_FOUND)
                        .pages()
                        .find(PageRequest.of(PAGE).body(BodyFormat.STORAGE)))
                .isEmpty();
    }

    @Test
    void find_presentPage_isThePage() {
        assertThat(site.on(PAGES + "/98581", 200, "{\"id\":\"98581\"}").pages().find(PAGE))
                .map(Page::id)
                .contains(PAGE);
    }

    @Test
    void find_forbiddenPage_isNotTakenForMissing() {
        site.on(PAGES + "/98581", 403, "{\"message\":\"no\",\"statusCode\":403}");
        assertThatThrownBy(() -> site.pages().find(PAGE)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void get_missingSpace_throws() {
        site.on(SPACES + "/65537", 404, LiteralContent.NOT_FOUND);
        assertThatThrownBy(() -> site.spaces().get(SPACE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void find_missingSpace_isEmpty() {
        assertThat(site.on(SPACES + "/65537", 404, LiteralContent.NOT_FOUND)
                        .spaces()
                        .find(SPACE))
                .isEmpty();
    }

    @Test
    void findByKey_noSuchSpace_isEmpty() {
        assertThat(site.on(SPACES, 200, LiteralContent.rows()).spaces().findByKey("NONE"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"x\"}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":\"abc\"}", "{\"id\":{}}"})
    void get_pageWithoutAnId_isAProtocolError(String document) {
        site.on(PAGES + "/98581", 200, document);
        assertThatThrownBy(() -> site.pages().get(PAGE)).isInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void get_pageWithoutAnId_namesTheMember() {
        site.on(PAGES + "/98581", 200, "{\"title\":\"x\"}");
        assertThatThrownBy(() -> site.pages().get(PAGE)).hasMessageContaining("the member $.id is missing");
    }

    @Test
    void list_rowWithoutAnId_namesTheRow() {
        site.on(PAGES, 200, "{\"results\":[{\"id\":\"1\"},{\"title\":\"x\"}]}");
        assertThatThrownBy(() -> site.pages().list(PageQuery.all()).first())
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("$.results[1].id is missing");
    }

    @Test
    void get_spaceWithoutAnId_isAProtocolError() {
        site.on(SPACES + "/65537", 200, "{\"key\":\"SUPPORT\"}");
        assertThatThrownBy(() -> site.spaces().get(SPACE)).isInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void findByTitle_inASpace_asksOnceForCurrentPagesOfThatTitle() {
        site.on(PAGES, 200, LiteralContent.rows("1")).pages().findByTitle(SPACE, "Q&A");
        assertThat(site.parameters()).containsExactly("space-id=65537", "status=current", "title=Q&A", "limit=1");
    }

    @Test
    void findByTitle_noSuchPage_isEmpty() {
        assertThat(site.on(PAGES, 200, LiteralContent.rows()).pages().findByTitle(SPACE, "Q&A"))
                .isEmpty();
    }

    @Test
    void findByTitle_moreRowsPromised_asksOnceOnly() {
        site.on(PAGES, 200, LiteralContent.rowsThen("/wiki/api/v2/pages?cursor=x", "1"));
        site.pages().findByTitle(SPACE, "Q&A");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void findByTitle_bySpaceKey_findsIt() {
        site.on(SPACES, 200, LiteralContent.rows("65537")).on(PAGES, 200, LiteralContent.rows("98581"));
        assertThat(site.pages().findByTitle("SUPPORT", "Q&A")).map(Page::id).contains(PAGE);
    }

    @Test
    void spaceKey_unread_costsNoRequest() {
        site.pages().list(PageQuery.inSpace("SUPPORT")).batches();
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void spaceKey_secondQuery_isRemembered() {
        site.on(SPACES, 200, LiteralContent.rows("65537")).on(PAGES, 200, LiteralContent.rows("1"));
        site.pages().list(PageQuery.inSpace("SUPPORT")).first();
        site.pages().list(PageQuery.inSpace("SUPPORT").title("Q&A")).first();
        assertThat(site.paths()).containsExactly(SPACES, PAGES, PAGES);
    }

    @Test
    void spaceKey_anotherKey_isAskedFor() {
        site.on(SPACES, 200, LiteralContent.rows("65537")).on(PAGES, 200, LiteralContent.rows("1"));
        site.pages().list(PageQuery.inSpace("SUPPORT")).first();
        site.pages().list(PageQuery.inSpace("PEOPLE")).first();
        assertThat(site.paths()).containsExactly(SPACES, PAGES, SPACES, PAGES);
    }

    @Test
    void spaceKey_unknown_isASpaceNotFound() {
        site.on(SPACES, 200, LiteralContent.rows());
        assertThatThrownBy(() -> site.pages().list(PageQuery.inSpace("NONE")).first())
                .isInstanceOfSatisfying(
                        SpaceNotFoundException.class, e -> assertThat(e.key()).isEqualTo("NONE"));
    }

    @Test
    void spaceKey_unknown_isNotTakenForAnEmptySpace() {
        site.on(SPACES, 200, LiteralContent.rows());
        assertThatThrownBy(() -> site.pages().findByTitle("NONE", "Q&A")).isInstanceOf(SpaceNotFoundException.class);
    }

    @Test
    void spaceKey_unknownAtFirst_isAskedForAgain() {
        site.on(SPACES, 200, LiteralContent.rows());
        assertThatThrownBy(() -> site.pages().list(PageQuery.inSpace("NEW")).first())
                .isInstanceOf(SpaceNotFoundException.class);
        site.on(SPACES, 200, LiteralContent.rows("65537")).on(PAGES, 200, LiteralContent.rows("1"));
        assertThat(site.pages().list(PageQuery.inSpace("NEW")).first().items()).hasSize(1);
    }
}
