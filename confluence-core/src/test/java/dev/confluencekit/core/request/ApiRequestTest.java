package dev.confluencekit.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {
    private static ApiRequest.Builder page(String id) {
        return ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}").path("id", id);
    }

    private static ApiRequest.Builder pages() {
        return ApiRequest.get("getPages", "/wiki/api/v2/pages");
    }

    @ParameterizedTest
    @CsvSource({
        "123, 123",
        "a b, a%20b",
        "a/b, a%2Fb",
        "../x, ..%2Fx",
        "%2e%2e, %252e%252e",
        "a?b#c, a%3Fb%23c",
        "$1\\, %241%5C",
        "{id}, %7Bid%7D",
        "..., ...",
        "ü, %C3%BC"
    })
    void path_anyValue_isOneEncodedSegment(String value, String segment) {
        assertThat(page(value).build().path()).isEqualTo("/wiki/api/v2/pages/" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ".", ".."})
    void path_valueThatWouldChangeThePath_isRefused(String value) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> page(value))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("id");
    }

    @Test
    void path_halfASurrogatePair_isRefusedWhenBuilt() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> page("\uD800").build())
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("id");
    }

    @Test
    void path_severalParameters_fillTheirOwnPlaces() {
        ApiRequest request = ApiRequest.get("getProperty", "/wiki/api/v2/pages/{page-id}/properties/{property-id}")
                .path("property-id", "2")
                .path("page-id", "1")
                .build();
        assertThat(request.path()).isEqualTo("/wiki/api/v2/pages/1/properties/2");
    }

    @Test
    void path_missingParameter_isTyped() {
        ApiRequest.Builder builder = ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(builder::build)
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("id");
    }

    @Test
    void pathTemplate_filledRequest_staysUnfilled() {
        assertThat(page("123").build().pathTemplate()).isEqualTo("/wiki/api/v2/pages/{id}");
    }

    @Test
    void query_none_hasNoQuestionMark() {
        assertThat(pages().build().pathAndQuery()).isEqualTo("/wiki/api/v2/pages");
    }

    @Test
    void query_severalParameters_stayInOrder() {
        assertThat(pages().query("sort", "id")
                        .query("limit", 5)
                        .query("body", true)
                        .build()
                        .pathAndQuery())
                .isEqualTo("/wiki/api/v2/pages?sort=id&limit=5&body=true");
    }

    @Test
    void query_namesAndValues_areEncoded() {
        assertThat(pages().query("a b", "c&d=e+f").build().pathAndQuery())
                .isEqualTo("/wiki/api/v2/pages?a%20b=c%26d%3De%2Bf");
    }

    @Test
    void query_nullValue_isLeftOut() {
        assertThat(pages().query("sort", (Object) null).build().pathAndQuery()).isEqualTo("/wiki/api/v2/pages");
    }

    @Test
    void query_severalValues_repeatTheName() {
        assertThat(pages().query("status", List.of("current", "archived"))
                        .build()
                        .pathAndQuery())
                .isEqualTo("/wiki/api/v2/pages?status=current&status=archived");
    }

    @Test
    void query_severalNumbers_repeatTheName() {
        assertThat(pages().query("id", List.of(1, 2)).build().pathAndQuery()).isEqualTo("/wiki/api/v2/pages?id=1&id=2");
    }

    @Test
    void query_noValues_isLeftOut() {
        assertThat(pages().query("status", List.of()).build().pathAndQuery()).isEqualTo("/wiki/api/v2/pages");
    }

    @Test
    void query_halfASurrogatePair_isRefusedWhenBuilt() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> pages().query("title", "\uDC00").build())
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("title");
    }

    @Test
    void batch_withCursor_encodesItOnce() {
        assertThat(pages().query("status", "current")
                        .build()
                        .batch("a+b/c==", 250)
                        .pathAndQuery())
                .isEqualTo("/wiki/api/v2/pages?status=current&cursor=a%2Bb%2Fc%3D%3D&limit=250");
    }

    @Test
    void batch_withoutCursor_onlyLimits() {
        assertThat(pages().build().batch(null, 25).pathAndQuery()).isEqualTo("/wiki/api/v2/pages?limit=25");
    }

    @Test
    void batch_ofARequest_leavesTheRequestAsItWas() {
        ApiRequest request = pages().build();
        ApiRequest batch = request.batch("abc", 25);
        assertThat(batch).isNotSameAs(request);
        assertThat(request.pathAndQuery()).isEqualTo("/wiki/api/v2/pages");
    }

    @ParameterizedTest
    @CsvSource({"250, true", "2, true", "1, false"})
    void isShrinkable_batchOfMoreThanOneRow(int limit, boolean shrinkable) {
        assertThat(pages().build().batch(null, limit).isShrinkable()).isEqualTo(shrinkable);
    }

    @Test
    void isShrinkable_requestThatIsNoBatch_isNot() {
        assertThat(pages().build().isShrinkable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "PUT, false", "DELETE, false", "PATCH, false"})
    void isSafe_byMethod(String method, boolean safe) {
        assertThat(ApiRequest.of(method, "operation", "/x").build().isSafe()).isEqualTo(safe);
    }

    @Test
    void isSafe_readingPost_canBeDeclared() {
        assertThat(ApiRequest.of("POST", "convertIds", "/x").safe().build().isSafe())
                .isTrue();
    }

    @Test
    void batch_ofARequest_keepsEverythingElse() {
        ApiRequest batch = ApiRequest.of("POST", "search", "/x/{id}")
                .path("id", "1")
                .safe()
                .anonymous()
                .jsonBody("{}")
                .build()
                .batch("abc", 25);
        assertThat(batch)
                .returns("search", ApiRequest::operation)
                .returns("POST", ApiRequest::method)
                .returns("/x/{id}", ApiRequest::pathTemplate)
                .returns("/x/1", ApiRequest::path)
                .returns("{}", ApiRequest::jsonBody)
                .returns(true, ApiRequest::isSafe)
                .returns(true, ApiRequest::isAnonymous);
    }

    @Test
    void toString_anyRequest_showsNeitherQueryNorBody() {
        ApiRequest request = ApiRequest.of("POST", "search", "/x")
                .query("q", "canary")
                .jsonBody("canary")
                .build();
        assertThat(request).hasToString("POST /x");
    }
}
