package dev.confluencekit.content.search;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.page.NewPage;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches on a simulated site. */
class SearchOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final SearchClient search = SearchClient.over(site.connection(), ZoneOffset.UTC);

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> titles(Cql cql) {
        return search.search(SearchQuery.of(cql).batchSize(2)).stream()
                .map(SearchResult::title)
                .toList();
    }

    @Test
    void titlesThatNeedEscaping_areFound() {
        String title = "a \"b\" \\ c";
        site.pages().create(NewPage.inSpace(DOCS, title));
        assertThat(titles(Cql.title(title))).containsExactly(title);
    }

    @Test
    void manyResults_areReadToTheEnd() {
        for (int i = 0; i < 5; i++) {
            site.pages().create(NewPage.inSpace(DOCS, "Page " + i).storage("<p>warranty</p>"));
        }
        assertThat(titles(Cql.space("DOCS")
                        .and(Cql.text("warranty"))
                        .and(Cql.ancestor(ContentId.of("201")))
                        .and(Cql.modifiedSince(site.clock().instant()))
                        .orderBy("title", CqlOrder.DESCENDING)))
                .containsExactly("Page 4", "Page 3", "Page 2", "Page 1", "Page 0");
        assertThat(search.content(SearchQuery.of(Cql.type("page"))).stream()).hasSize(7);
    }
}
