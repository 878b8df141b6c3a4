package dev.confluencekit.content.page;

import static dev.confluencekit.content.LiteralContent.GATEWAY;
import static dev.confluencekit.content.LiteralContent.PAGES;
import static dev.confluencekit.content.LiteralContent.rows;
import static dev.confluencekit.content.LiteralContent.rowsThen;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.paging.Batch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings of several batches, linked as the service links them. */
class PagePagingTest {
    private static final String SECOND = "eyJpZCI6IjIifQ==";
    private static final String THIRD = "a+b/c==";
    private static final String NEXT_SECOND = "/wiki/api/v2/pages?status=current&limit=2&cursor=eyJpZCI6IjIifQ%3D%3D";
    private static final String NEXT_THIRD = "/wiki/api/v2/pages?status=current&limit=2&cursor=a%2Bb%2Fc%3D%3D";

    @RegisterExtension
    static final WireMockExtension SERVER = LiteralContent.newServer();

    private final LiteralContent site = new LiteralContent(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    private void threeBatchesAt(String path) {
        site.onBatch(path, null, rowsThen(NEXT_SECOND, "1", "2"))
                .onBatch(path, SECOND, rowsThen(NEXT_THIRD, "3", "4"))
                .onBatch(path, THIRD, rows("5"));
    }

    private List<String> readAll() {
        return site.pages().list(PageQuery.all().batchSize(2).body(BodyFormat.STORAGE)).stream()
                .map(page -> page.id().value())
                .toList();
    }

    @Test
    void list_threeBatches_givesEveryRowInOrder() {
        threeBatchesAt(PAGES);
        assertThat(readAll()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void list_threeBatches_keepsEveryFilterAndEncodesTheCursorOnce() {
        threeBatchesAt(PAGES);
        readAll();
        String filters = PAGES + "?status=current&body-format=storage";
        assertThat(site.requests())
                .containsExactly(
                        filters + "&limit=2",
                        filters + "&cursor=eyJpZCI6IjIifQ%3D%3D&limit=2",
                        filters + "&cursor=a%2Bb%2Fc%3D%3D&limit=2");
    }

    @Test
    void list_firstBatchOnly_costsOneRequest() {
        threeBatchesAt(PAGES);
        site.pages().list(PageQuery.all().batchSize(2)).findFirst();
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void list_resumedFromAStoredCursor_goesOnThere() {
        threeBatchesAt(PAGES);
        PageQuery query = PageQuery.all().batchSize(2);
        Batch<Page> first = site.pages().list(query).first();
        assertThat(site.pages().list(query.cursor(first.next().orElseThrow())).stream())
                .extracting(page -> page.id().value())
                .containsExactly("3", "4", "5");
    }

    @Test
    void list_throughTheGateway_givesEveryRow() {
        onlyTheGatewayTakesTheKey();
        assertThat(readAll()).containsExactly("1", "2", "3", "4", "5");
    }

    /** Although the gateway's answers name the site's host and paths without the gateway's. */
    @Test
    void list_throughTheGateway_staysThere() {
        onlyTheGatewayTakesTheKey();
        readAll();
        assertThat(site.paths())
                .containsExactly(PAGES, "/_edge/tenant_info", GATEWAY + PAGES, GATEWAY + PAGES, GATEWAY + PAGES);
    }

    private void onlyTheGatewayTakesTheKey() {
        site.on(PAGES, 401, "{\"errors\":[{\"status\":401,\"code\":\"UNAUTHORIZED\",\"title\":\"Unauthorized\"}]}")
                .on("/_edge/tenant_info", 200, "{\"cloudId\":\"" + LiteralContent.CLOUD_ID + "\"}");
        threeBatchesAt(GATEWAY + PAGES);
    }
}
