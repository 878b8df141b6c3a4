package dev.confluencekit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself, on a small document of our own: what it must notice, and what it must let pass. */
class VerdictTest {

    private static final String DOCUMENT = """
            {"openapi": "3.0.3", "paths": {
              "/things": {
                "get": {
                  "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 250}},
                    {"name": "ids", "in": "query", "description": "a comma-separated list",
                     "schema": {"type": "array", "maxItems": 3, "items": {"type": "integer"}}},
                    {"name": "status", "in": "query",
                     "schema": {"type": "array", "items": {"type": "string", "enum": ["current", "archived"]}}},
                    {"name": "icon", "in": "query", "schema": {"type": "boolean"}}],
                  "responses": {
                    "200": {"content": {"application/json": {"schema": {"type": "object", "properties": {
                      "results": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}},
                    "404": {"description": "not there", "content": {}}}},
                "post": {
                  "requestBody": {"required": true, "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "responses": {"200": {}}}},
              "/files": {
                "put": {
                  "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": {
                    "required": ["file", "minorEdit"],
                    "properties": {"file": {"type": "string", "format": "binary"},
                                   "minorEdit": {"type": "string", "format": "binary"}}}}}},
                  "responses": {"200": {}}}},
              "/things/{id}": {
                "get": {
                  "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                  "responses": {"200": {"content": {"application/json": {"schema": {"allOf": [
                    {"$ref": "#/components/schemas/Thing"},
                    {"type": "object", "properties": {
                      "_links": {"type": "object", "properties": {"base": {"type": "string"}}}}}]}}}}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "string"},
                 "position": {"type": "integer", "nullable": true},
                 "kind": {"type": "string", "enum": ["page", "folder"]},
                 "createdAt": {"type": "string", "format": "date-time"},
                 "parent": {"$ref": "#/components/schemas/Thing"},
                 "_links": {"type": "object", "additionalProperties": true,
                            "properties": {"webui": {"type": "string"}}}}}}}}
            """;

    private static final Specification SPECIFICATION = new Specification().with("test", "/api", json(DOCUMENT));
    private static final String THING = "{\"id\":\"7\",\"position\":null,\"createdAt\":\"2026-01-02T03:04:05.678Z\","
            + "\"parent\":{\"id\":\"6\"},\"_links\":{\"webui\":\"/x\"}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/things                                    | ",
                "GET    | /api/things?limit=250&ids=1,2&icon=true        | ",
                "GET    | /api/things?status=current&status=archived     | ",
                "GET    | /ex/confluence/abc/api/things/7                | ",
                "GET    | /api/things?limit=500                          | parameter maximum limit",
                "GET    | /api/things?limit=ten                          | parameter type limit",
                "GET    | /api/things?limit=1&limit=2                    | repeated parameter limit",
                "GET    | /api/things?ids=1,x                            | parameter type ids/*",
                "GET    | /api/things?ids=1,2,3,4                        | parameter maxItems ids",
                "GET    | /api/things?status=current,archived            | parameter enum status/*",
                "GET    | /api/things?icon=yes                           | parameter type icon",
                "GET    | /api/things?colour=red                         | unknown parameter colour",
                "GET    | /api/things/seven                              | parameter type id",
                "GET    | /api/nothing                                   | no such path ",
                "DELETE | /api/things                                    | no such method ",
                "POST   | /api/things                                    | missing body ",
            })
    void requests(String method, String target, @Nullable String expected) {
        assertFindings(request(method, target, ""), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"7\"}                | ",
                "{\"id\":7}                    | body type /id",
                "{\"id\":\"7\",\"color\":\"\"} | body undeclared member /color",
                "{}                            | body missing member /id",
                "{                             | body ",
            })
    void request_bodies(String body, @Nullable String expected) {
        assertFindings(request("POST", "/api/things", body), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file,minorEdit         | ",
                "file                   | body missing member /minorEdit",
                "file,minorEdit,colour  | body undeclared member /colour",
            })
    void request_bodies_of_several_parts(String parts, @Nullable String expected) {
        StringBuilder body = new StringBuilder();
        for (String part : parts.split(",", -1)) {
            body.append("--b-1\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\nx\r\n");
        }
        ObjectNode request = request("PUT", "/api/files", body + "--b-1--\r\n");
        request.withObject("/requestHeaders").put("content-type", "multipart/form-data; boundary=b-1");

        assertFindings(request, expected);
    }

    @Test
    void a_body_where_none_is_described() {
        assertFindings(request("GET", "/api/things", "{}"), "undescribed body ");
    }

    @Test
    void a_body_of_another_type() {
        ObjectNode request = request("POST", "/api/things", "{\"id\":\"7\"}");
        request.withObject("/requestHeaders").put("content-type", "text/plain; charset=utf-8");

        assertFindings(request, "content type text/plain");
    }

    @Test
    void a_request_that_accepts_only_what_is_not_offered() {
        ObjectNode request = request("GET", "/api/things", "");
        request.withObject("/requestHeaders").put("accept", "text/html");

        assertFindings(request, "accept text/html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"results\":[]}                                     | ",
                "200 | {\"results\":[{\"id\":\"1\",\"position\":\"first\"}]} | body type /results/*/position",
                "200 | {\"results\":[{\"id\":null}]}                        | body null /results/*/id",
                "200 | {\"results\":[{\"id\":\"1\",\"kind\":\"blog\"}]}     | body enum /results/*/kind",
                "200 | {\"results\":[{\"id\":\"1\",\"createdAt\":\"now\"}]} | body format /results/*/createdAt",
                "200 | {\"results\":[{\"kind\":\"page\"}]}                  | body missing member /results/*/id",
                "200 | {\"results\":[],\"total\":0}                         | body undeclared member /total",
                "200 | {\"results\":[{\"id\":\"1\",\"_links\":{\"x\":1}}]}  | body undeclared member /results/*/_links/x",
                "200 | ''                                                   | missing body 200",
                "200 | <html>                                               | body ",
                "404 | ''                                                   | ",
                "404 | {\"message\":\"no\"}                                 | undescribed body 404",
                "418 | ''                                                   | status 418",
            })
    void answers(int status, String body, @Nullable String expected) {
        assertFindings(answer("/api/things", status, body), expected);
    }

    @Test
    void an_answer_whose_parts_declare_the_same_member() {
        String body = THING.replace("\"webui\"", "\"base\":\"https://x\",\"webui\"");
        assertFindings(answer("/api/things/7", 200, body), "");
        assertFindings(
                answer("/api/things/7", 200, body.replace("webui", "webber")), "body undeclared member /_links/webber");
    }

    @Test
    void an_answer_of_another_type() {
        ObjectNode answer = answer("/api/things", 200, "<html></html>");
        answer.withObject("/answerHeaders").put("content-type", "text/html;charset=UTF-8");

        assertFindings(answer, "content type 200 text/html");
    }

    @Test
    void an_answer_to_what_is_no_operation() {
        Verdict verdict = verdict("confluence-testkit", answer("/api/nothing", 200, "{}"), "[]");

        assertThat(verdict.unknown()).extracting(Finding::rule).containsExactly("no such operation");
    }

    @Test
    void requests_of_the_testkits_own_tests_and_literal_answers_are_not_judged() {
        ObjectNode wrong = request("GET", "/api/nothing", "");
        wrong.put("status", 418);

        assertThat(verdict("confluence-testkit", wrong, "[]").isClean()).isTrue();
    }

    @Test
    void a_known_difference_is_let_pass() {
        String known = entry("no such path", "");

        assertThat(verdict("examples", request("GET", "/api/nothing", ""), known)
                        .isClean())
                .isTrue();
    }

    @Test
    void a_known_difference_covers_no_other_one() {
        Verdict verdict = verdict("examples", request("GET", "/api/things?colour=red", ""), entry("no such path", ""));

        assertThat(verdict.unknown()).hasSize(1);
        assertThat(verdict.toString())
                .contains("GET /api/things", "unknown parameter", "colour", "examples", "?colour=red");
    }

    @Test
    void a_known_difference_that_covers_nothing_is_dead() {
        Verdict verdict = verdict("examples", request("GET", "/api/things", ""), entry("no such path", ""));

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.dead()).hasSize(1);
    }

    @Test
    void a_known_difference_without_a_source_or_with_an_unknown_member_is_refused() {
        JsonNode sourceless = json(entry("x", "y").replace("\"source\":\"S\"", "\"sauce\":\"S\""));

        assertThatThrownBy(() -> KnownDifference.read(sourceless)).hasMessageContaining("sauce");
        ((ObjectNode) sourceless.get(0)).remove("sauce");
        assertThatThrownBy(() -> KnownDifference.read(sourceless)).hasMessageContaining("source");
    }

    private static String entry(String rule, String where) {
        return "[{\"side\":\"request\",\"operation\":\"GET /api/*\",\"rule\":\"" + rule + "\",\"where\":\"" + where
                + "\",\"why\":\"W\",\"source\":\"S\"}]";
    }

    private static void assertFindings(JsonNode exchange, @Nullable String expected) {
        Verdict verdict = verdict("examples", exchange, "[]");
        String text = expected == null ? "" : expected;
        assertThat(verdict.unknown())
                .extracting(finding -> (finding.rule() + " " + finding.where()).strip())
                .containsExactlyElementsOf(text.isBlank() ? List.of() : List.of(text.strip()));
    }

    private static Verdict verdict(String module, JsonNode exchange, String known) {
        return Verdict.on(List.of(Exchange.of(module, exchange)), SPECIFICATION, KnownDifference.read(json(known)));
    }

    private static ObjectNode request(String method, String target, String body) {
        ObjectNode exchange = (ObjectNode) json("{\"answeredBy\":\"TEST\",\"status\":0,\"answerBody\":\"\","
                + "\"requestHeaders\":{\"accept\":\"application/json\",\"content-type\":\"application/json\"},"
                + "\"answerHeaders\":{\"content-type\":\"application/json\"}}");
        return exchange.put("method", method).put("target", target).put("requestBody", body);
    }

    private static ObjectNode answer(String path, int status, String body) {
        return request("GET", path, "")
                .put("answeredBy", "SIMULATOR")
                .put("status", status)
                .put("answerBody", body);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
