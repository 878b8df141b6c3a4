package dev.confluencekit.core.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.PercentEncoding;
import dev.confluencekit.core.site.ConfluenceSite;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final NextLink links = new NextLink(ConfluenceSite.parse("acme.atlassian.net"), "GET /wiki/api/v2/pages");

    private static HttpHeaders linkHeaders(String... values) {
        return HttpHeaders.of(Map.of("Link", Arrays.asList(values)), (name, value) -> true);
    }

    private @Nullable String cursorOf(@Nullable String bodyLink) {
        return cursorOf(bodyLink, NO_HEADERS);
    }

    private @Nullable String cursorOf(@Nullable String bodyLink, HttpHeaders headers) {
        Cursor cursor = links.cursor(bodyLink, headers);
        return cursor == null ? null : cursor.value();
    }

    private void assertRefused(String bodyLink, Reason reason) {
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> links.cursor(bodyLink, NO_HEADERS))
                .extracting(PagingException::reason)
                .isEqualTo(reason);
    }

    @Test
    void early_headerNamesTheNextBatch_isTaken() {
        assertThat(links.early(linkHeaders("</wiki/api/v2/pages?cursor=abc>; rel=\"next\"")))
                .isEqualTo(Cursor.of("abc"));
    }

    @Test
    void early_noHeader_saysNothing() {
        assertThat(links.early(NO_HEADERS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://evil.example/wiki/api/v2/pages?cursor=abc>; rel=\"next\"",
                "</wiki/api/v2/pages?limit=2>; rel=\"next\"",
                "</wiki/api/v2/pages?cursor=%FF>; rel=\"next\""
            })
    void early_headerCannotBeUsed_saysNothing(String header) {
        assertThat(links.early(linkHeaders(header))).isNull();
    }

    @Test
    void cursor_noLinkAtAll_isTheEnd() {
        assertThat(cursorOf(null)).isNull();
    }

    @Test
    void cursor_blankLink_isTheEnd() {
        assertThat(cursorOf(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/pages?limit=2&cursor=abc",
                "/api/v2/pages?limit=2&cursor=abc",
                "/rest/api/search?cql=type%3Dpage&cursor=abc&limit=25",
                "/wiki/wiki/api/v2/pages?cursor=abc",
                "/ex/confluence/11111111-2222/wiki/api/v2/pages?cursor=abc",
                "wiki/api/v2/pages?cursor=abc",
                "?cursor=abc",
                "  /wiki/api/v2/pages?cursor=abc  ",
                "/wiki/api/v2/pages?cursor=abc#top",
                "/wiki/../../pages?cursor=abc",
                "/wiki/api/v2/pages?next=https://evil.example/&cursor=abc"
            })
    void cursor_relativeLinkOfAnyForm_isTaken(String link) {
        assertThat(cursorOf(link)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.atlassian.net/wiki/api/v2/pages?cursor=abc",
                "HTTPS://ACME.atlassian.net/wiki/api/v2/pages?cursor=abc",
                "https://acme.atlassian.net:443/wiki/api/v2/pages?cursor=abc",
                "//acme.atlassian.net/wiki/api/v2/pages?cursor=abc",
                "https://acme.atlassian.net?cursor=abc",
                "https://api.atlassian.com/ex/confluence/11111111-2222/wiki/api/v2/pages?cursor=abc"
            })
    void cursor_absoluteLinkOnTheSiteOrTheGateway_isTaken(String link) {
        assertThat(cursorOf(link)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/wiki/api/v2/pages?cursor=abc",
                "https://other.atlassian.net/wiki/api/v2/pages?cursor=abc",
                "https://acme.atlassian.net.evil.example/?cursor=abc",
                "https://evil.example/acme.atlassian.net?cursor=abc",
                "//evil.example/wiki?cursor=abc",
                "///evil.example/wiki?cursor=abc",
                "\\\\evil.example/wiki?cursor=abc",
                "\\evil.example/wiki?cursor=abc",
                "/\\evil.example/wiki?cursor=abc",
                "\\/evil.example/wiki?cursor=abc",
                "http://acme.atlassian.net/wiki/api/v2/pages?cursor=abc",
                "http://api.atlassian.com/wiki/api/v2/pages?cursor=abc",
                "https://acme.atlassian.net:8443/wiki?cursor=abc",
                "https://acme.atlassian.net:80/wiki?cursor=abc",
                "https://user@acme.atlassian.net/wiki?cursor=abc",
                "https://acme.atlassian.net@evil.example/wiki?cursor=abc",
                "https://acme.atlassian.net\\@evil.example/wiki?cursor=abc",
                "https:acme.atlassian.net/wiki?cursor=abc",
                "https:/acme.atlassian.net/wiki?cursor=abc",
                "https:///wiki?cursor=abc",
                "javascript:alert(1)?cursor=abc",
                "file:///etc/passwd?cursor=abc",
                "ftp://acme.atlassian.net/?cursor=abc",
                "/\t/evil.example/wiki?cursor=abc",
                "//evil.example\n/wiki?cursor=abc",
                "https://xn--/?cursor=abc",
                "https://[::1/?cursor=abc"
            })
    void cursor_linkElsewhere_isRefusedAsForeign(String link) {
        assertRefused(link, Reason.FOREIGN_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wiki/api/v2/pages",
                "/wiki/api/v2/pages?limit=2",
                "/wiki/api/v2/pages?cursor=",
                "/wiki/api/v2/pages?cursor",
                "/wiki/api/v2/pages?xcursor=abc",
                "/wiki/api/v2/pages#cursor=abc",
                "/wiki/rest/api/content?start=25",
                "/wiki/api/v2/pages?limit=2#&cursor=abc"
            })
    void cursor_linkWithoutOne_isTyped(String link) {
        assertRefused(link, Reason.NO_CURSOR);
    }

    @Test
    void cursor_escapesThatAreNoText_isTyped() {
        assertRefused("/wiki/api/v2/pages?cursor=%FF%FE", Reason.NO_CURSOR);
    }

    @Test
    void cursor_refusedLink_isNotQuoted() {
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> links.cursor("https://evil.example/canary?cursor=abc", NO_HEADERS))
                .withMessageNotContaining("canary")
                .withMessageContaining("GET /wiki/api/v2/pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</wiki/api/v2/pages?limit=2&cursor=abc>; rel=\"next\"",
                "</wiki/api/v2/pages?cursor=abc>; rel=next",
                "</wiki/api/v2/pages?cursor=abc>;rel=\"next\"",
                "</wiki/api/v2/pages?cursor=abc> ; REL = \"NEXT\"",
                "</wiki/api/v2/pages?cursor=abc>; rel=\"last next\"",
                "</wiki/api/v2/pages?cursor=abc>; title=\"a, b; c\"; rel=\"next\"",
                "</wiki/api/v2/pages?cursor=abc>; rel=next; rel=prev",
                "<https://acme.atlassian.net/wiki>; rel=\"base\", </wiki/api/v2/pages?cursor=abc>; rel=\"next\"",
                "</pages?cursor=old>; rel=\"prev\",</pages?cursor=abc>; rel=\"next\"",
                "</pages?id=1,2,3&cursor=abc>; rel=\"next\", </wiki>; rel=\"base\"",
                "</pages?cursor=old>, </pages?cursor=abc>; rel=next"
            })
    void cursor_linkHeaderOnly_isTaken(String header) {
        assertThat(cursorOf(null, linkHeaders(header))).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</pages?cursor=abc>; rel=\"prev\"",
                "</pages?cursor=abc>; rel=\"next-archive\"",
                "</pages?cursor=abc>; rel=nextfoo",
                "</pages?cursor=abc>; xrel=next",
                "</pages?cursor=abc>; rel=prev; rel=next",
                "</pages?cursor=abc>; title=\"; rel=next\"",
                "</pages?cursor=abc>",
                "</pages?cursor=abc; rel=next",
                "next",
                ""
            })
    void cursor_linkHeaderWithoutNext_isTheEnd(String header) {
        assertThat(cursorOf(null, linkHeaders(header))).isNull();
    }

    @Test
    void cursor_severalLinkHeaders_findsTheNextAmongThem() {
        HttpHeaders headers = linkHeaders("</wiki>; rel=\"base\"", "</pages?cursor=abc>; rel=\"next\"");
        assertThat(cursorOf(null, headers)).isEqualTo("abc");
    }

    @Test
    void cursor_bodyLinkBesideHeader_prefersTheBody() {
        HttpHeaders headers = linkHeaders("</pages?cursor=header>; rel=\"next\"");
        assertThat(cursorOf("/pages?cursor=body", headers)).isEqualTo("body");
    }

    @Test
    void cursor_foreignLinkInTheHeader_isRefused() {
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> links.cursor(null, linkHeaders("<https://evil.example/?cursor=a>; rel=\"next\"")))
                .extracting(PagingException::reason)
                .isEqualTo(Reason.FOREIGN_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<>;", "<>;\"", "<> ", ";", "\"", " "})
    @Timeout(5)
    void cursor_hostileLinkHeader_takesNoTime(String piece) {
        assertThat(cursorOf(null, linkHeaders(piece.repeat(100_000)))).isNull();
    }

    @Test
    void cursor_siteOnThisMachine_acceptsItsOwnAddressOnly() {
        NextLink local = new NextLink(ConfluenceSite.loopback("http://127.0.0.1:8080"), "GET /pages");
        assertThat(local.cursor("http://127.0.0.1:8080/wiki?cursor=abc", NO_HEADERS))
                .isEqualTo(Cursor.of("abc"));
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> local.cursor("http://127.0.0.1:8081/wiki?cursor=abc", NO_HEADERS));
    }

    @ParameterizedTest
    @CsvSource({
        "a%2Bb, a+b",
        "a+b, a+b",
        "a%2Fb, a/b",
        "a/b, a/b",
        "a%3D%3D, a==",
        "a==, a==",
        "a%2525, a%25",
        "a%, a%",
        "a%zz, a%zz",
        "a%26b, a&b",
        "a%3Fb, a?b",
        "a%23b, a#b",
        "a%20b, a b",
        "%C3%BC, ü",
        "ü, ü",
        "%F0%9F%98%80, 😀"
    })
    void cursor_specialCharacters_areDecodedOnce(String inLink, String cursor) {
        assertThat(cursorOf("/pages?cursor=" + inLink + "&limit=2")).isEqualTo(cursor);
    }

    @Test
    void cursor_anyText_survivesTheRoundExactly() {
        Random random = new Random(42);
        ApiRequest request = ApiRequest.get("getPages", "/wiki/api/v2/pages").build();
        for (int i = 0; i < 10_000; i++) {
            String cursor = randomText(random);
            String link = "/wiki/api/v2/pages?limit=2&cursor=" + PercentEncoding.encode(cursor);
            String read = cursorOf(link);
            assertThat(read).as("cursor %s", cursor).isEqualTo(cursor);
            assertThat(request.batch(read, 2).pathAndQuery())
                    .isEqualTo("/wiki/api/v2/pages?cursor=" + PercentEncoding.encode(cursor) + "&limit=2");
        }
    }

    /** Characters that break links, and others of every plane. */
    private static String randomText(Random random) {
        String special = "+/=%&?#;, \"'<>\\:@[]{}|^`~.-_";
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(40);
        while (text.length() < length) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(special.charAt(random.nextInt(special.length())));
                case 1 -> text.append((char) ('!' + random.nextInt(94)));
                case 2 -> text.append("%" + "0123456789abcdefgxyz".charAt(random.nextInt(20)));
                default -> {
                    int c = random.nextInt(Character.MAX_CODE_POINT + 1);
                    text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 'x' : c);
                }
            }
        }
        return text.toString();
    }

    @Test
    @Timeout(20)
    void cursor_generatedLinks_areTakenOrTypedAndNeverAnythingElse() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "https:",
                "http:",
                "//",
                "/",
                "\\",
                "@",
                ":",
                "443",
                "8080",
                "acme.atlassian.net",
                "evil.example",
                "api.atlassian.com",
                "/wiki/api/v2",
                "?",
                "&",
                "cursor=",
                "cursor=abc",
                "#",
                "%",
                "%FF",
                "\t",
                " ",
                "[::1]",
                "..",
                "ü",
                "\uD800");
        for (int i = 0; i < 10_000; i++) {
            StringBuilder link = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                link.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                links.cursor(link.toString(), NO_HEADERS);
            } catch (PagingException e) {
                assertThat(e.reason()).isIn(Reason.FOREIGN_HOST, Reason.NO_CURSOR);
            }
        }
    }
}
