package dev.confluencekit.core.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Mutations;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a link to the next batch holds, in the body or in the header, it is a cursor, the end, or refused. */
class MutatedLinksTest {
    private static final List<String> LINKS = List.of(
            "/wiki/api/v2/pages?limit=2&cursor=eyJpZCI6IjEyMyJ9%2B%2F%3D",
            "/rest/api/search?cql=type%3Dpage&cursor=abc&limit=25",
            "https://acme.atlassian.net/wiki/api/v2/pages?cursor=abc",
            "https://api.atlassian.com/ex/confluence/11111111-2222/wiki/api/v2/pages?cursor=abc#x",
            "//evil.example/wiki?cursor=abc");
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final NextLink links = new NextLink(ConfluenceSite.parse("acme.atlassian.net"), "GET /wiki/api/v2/pages");

    private void read(Mutations inputs, long count, Function<String, @Nullable Cursor> reader) {
        int[] cursors = new int[1];
        inputs.tryText(count, input -> {
            try {
                Cursor cursor = reader.apply(input);
                if (cursor != null) {
                    cursors[0]++;
                    assertThat(cursor.value()).isNotEmpty();
                }
            } catch (PagingException e) {
                assertThat(e).hasMessageContaining("/wiki/api/v2/pages");
            }
        });
        assertThat(cursors[0]).isBetween(1, (int) count - 1);
    }

    private void bodyLinks(long count) {
        read(Mutations.of(LINKS), count, link -> links.cursor(link, NO_HEADERS));
    }

    private void linkHeaders(long count) {
        List<String> headers = LINKS.stream()
                .map(link ->
                        "</wiki/api/v2/pages?cursor=p>; rel=\"prev\", <" + link + ">; rel=\"next\"; title=\"a, b\"")
                .toList();
        read(
                Mutations.of(headers),
                count,
                header -> links.cursor(null, HttpHeaders.of(Map.of("Link", List.of(header)), (n, value) -> true)));
    }

    @Test
    void of_10_000_broken_links_in_bodies_each_is_a_cursor_the_end_or_refused() {
        bodyLinks(10_000);
    }

    @Test
    @Tag("proof")
    void of_1_000_000_broken_links_in_bodies_each_is_a_cursor_the_end_or_refused() {
        bodyLinks(1_000_000);
    }

    @Test
    void of_10_000_broken_link_headers_each_is_a_cursor_the_end_or_refused() {
        linkHeaders(10_000);
    }

    @Test
    @Tag("proof")
    void of_1_000_000_broken_link_headers_each_is_a_cursor_the_end_or_refused() {
        linkHeaders(1_000_000);
    }
}
