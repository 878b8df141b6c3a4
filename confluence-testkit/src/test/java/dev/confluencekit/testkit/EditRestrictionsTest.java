package dev.confluencekit.testkit;

import static dev.confluencekit.testkit.RestrictedWorld.EDITOR;
import static dev.confluencekit.testkit.RestrictedWorld.FORM;
import static dev.confluencekit.testkit.RestrictedWorld.NODES;
import static dev.confluencekit.testkit.RestrictedWorld.READER;
import static dev.confluencekit.testkit.RestrictedWorld.V1;
import static dev.confluencekit.testkit.RestrictedWorld.V2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.testkit.internal.site.Allowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write that the simulator has, asked for by somebody who sees the content but may not edit it. A write that is neither in
 * the table nor in the list of what edit restrictions are not about is found by itself.
 */
class EditRestrictionsTest {

    private static final String PROPERTY = "{\"key\":\"k2\",\"value\":1}";
    private static final String NEXT_PROPERTY = "{\"key\":\"k\",\"value\":2,\"version\":{\"number\":2}}";
    private static final String LABEL = "[{\"prefix\":\"global\",\"name\":\"new\"}]";
    private static final String RESTORE =
            "{\"operationKey\":\"restore\",\"params\":{\"versionNumber\":1,\"message\":\"\"}}";
    private static final String RESTRICTION =
            "[{\"operation\":\"read\",\"restrictions\":{\"user\":[{\"accountId\":\"{editor}\"}]}}]";
    private static final String LEVEL = "{\"id\":\"{level}\",\"status\":\"current\"}";

    /** Parts of writes that are not to content, or change nothing of it. */
    private static final List<String> NOT_OF_CONTENT = List.of(
            "POST /wiki/api/v2/spaces",
            "PUT /wiki/api/v2/spaces/",
            "DELETE /wiki/api/v2/spaces/",
            "/wiki/rest/api/space",
            "/wiki/rest/api/group",
            "/user/watch/",
            "/users-bulk",
            "/v2/space-roles",
            "/contentbody/convert/",
            "/convert-ids-to-types",
            "/permission/check",
            "* /wiki/");

    /**
     * A write.
     *
     * @param toReaders what it answers to who may not edit; 2xx where edit restrictions leave it open
     */
    record Write(String method, String target, String body, int toReaders) {

        SimulatedResponse by(String who, RestrictedWorld world) {
            return world.ask(who, method, target, body);
        }

        boolean isGuarded() {
            return toReaders >= 300;
        }

        String path() {
            return target.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "1");
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    private static Write refused(int status, String method, String target, String body) {
        return new Write(method, target, body, status);
    }

    private static Write open(int status, String method, String target, String body) {
        return new Write(method, target, body, status);
    }

    static List<Write> writes() {
        List<Write> all = new ArrayList<>();
        all.addAll(ofPagesAndBlogPosts());
        NODES.forEach((segment, id) -> {
            all.add(open(200, "POST", V2 + segment, "{\"spaceId\":\"100\",\"parentId\":\"{page}\",\"title\":\"New\"}"));
            all.add(refused(404, "DELETE", V2 + segment + "/{" + id + "}", ""));
            all.addAll(ofProperties(404, segment, id));
        });
        all.addAll(ofCustomContent());
        all.addAll(ofTrees());
        all.addAll(ofAttachments());
        all.addAll(ofComments());
        all.addAll(ofRestrictions());
        Map.of("pages", "page", "blogposts", "post", "whiteboards", "board", "databases", "database")
                .forEach((segment, id) -> {
                    String level = V2 + segment + "/{" + id + "}/classification-level";
                    all.add(refused(404, "PUT", level, LEVEL));
                    all.add(refused(404, "POST", level + "/reset", LEVEL));
                });
        all.add(refused(404, "PUT", V2 + "tasks/{task}", "{\"status\":\"complete\"}"));
        return all;
    }

    private static List<Write> ofPagesAndBlogPosts() {
        List<Write> all = new ArrayList<>();
        Map.of("pages", "page", "blogposts", "post").forEach((segment, id) -> {
            String one = V2 + segment + "/{" + id + "}";
            String written = "{\"id\":\"{" + id + "}\",\"status\":\"current\",\"title\":\"Renamed\","
                    + Writes.storage("<p>3</p>") + ",\"version\":{\"number\":3}}";
            all.add(open(
                    200,
                    "POST",
                    V2 + segment,
                    "{\"spaceId\":\"100\",\"parentId\":\"{page}\",\"title\":\"New\"," + Writes.storage("<p>x</p>")
                            + "}"));
            all.add(refused(404, "PUT", one, written));
            all.add(refused(404, "DELETE", one, ""));
            all.addAll(ofProperties(404, segment, id));
            String v1 = V1 + "{" + id + "}";
            all.add(refused(403, "POST", v1 + "/label", LABEL));
            all.add(refused(403, "DELETE", v1 + "/label?name=old", ""));
            all.add(refused(403, "DELETE", v1 + "/label/old", ""));
            all.add(refused(403, "POST", v1 + "/version", RESTORE));
            all.add(refused(403, "DELETE", v1 + "/version/1", ""));
        });
        all.add(refused(404, "PUT", V2 + "pages/{page}/title", "{\"status\":\"current\",\"title\":\"Renamed\"}"));
        // Edit restrictions are not inherited.
        all.add(open(200, "PUT", V2 + "pages/{child}/title", "{\"status\":\"current\",\"title\":\"Renamed\"}"));
        return all;
    }

    private static List<Write> ofCustomContent() {
        String one = V2 + "custom-content/{custom}";
        String next =
                RestrictedWorld.custom("2").replaceFirst("\\{", "{\"id\":\"{custom}\",\"version\":{\"number\":2},");
        List<Write> all = new ArrayList<>(List.of(
                open(
                        201,
                        "POST",
                        V2 + "custom-content",
                        RestrictedWorld.custom("1").replace("{free}", "{page}")),
                refused(404, "PUT", one, next),
                refused(404, "DELETE", one, "")));
        all.addAll(ofProperties(404, "custom-content", "custom"));
        return all;
    }

    private static List<Write> ofProperties(int status, String segment, String id) {
        String path = V2 + segment + "/{" + id + "}/properties";
        boolean open = status < 300;
        return List.of(
                new Write("POST", path, PROPERTY, status),
                new Write("PUT", path + "/{property of " + id + "}", NEXT_PROPERTY, status),
                new Write("DELETE", path + "/{property of " + id + "}", "", open ? 204 : status));
    }

    private static List<Write> ofTrees() {
        String copy = "{\"pageTitle\":\"Copy\",\"destination\":{\"type\":\"%s\",\"value\":\"%s\"}}";
        return List.of(
                refused(403, "PUT", V1 + "{page}/move/append/{free}", ""),
                open(200, "PUT", V1 + "{free}/move/append/{page}", ""),
                open(200, "POST", V1 + "{page}/copy", copy.formatted("parent_page", "{page}")),
                refused(403, "POST", V1 + "{free}/copy", copy.formatted("existing_page", "{page}")),
                open(
                        202,
                        "POST",
                        V1 + "{page}/pagehierarchy/copy",
                        "{\"destinationPageId\":\"{page}\",\"copyDescendants\":true,\"titleOptions\":{\"prefix\":\"Copy \"}}"),
                refused(400, "POST", V1 + "archive", "{\"pages\":[{\"id\":{page}}]}"),
                refused(403, "DELETE", V1 + "{page}/pageTree", ""),
                // Something below may not be deleted.
                refused(404, "DELETE", V1 + "{home}/pageTree", ""));
    }

    private static List<Write> ofAttachments() {
        String files = V1 + "{page}/child/attachment";
        String described = "{\"id\":\"{file}\",\"type\":\"attachment\",\"title\":\"c.txt\",\"version\":{\"number\":2}}";
        String moved = "{\"id\":\"{free file}\",\"type\":\"attachment\",\"title\":\"c.txt\",\"version\":{\"number\":1},"
                + "\"container\":{\"id\":\"{page}\",\"type\":\"page\"}}";
        String away = described.replace("}}", "},\"container\":{\"id\":\"{free}\",\"type\":\"page\"}}");
        List<Write> all = new ArrayList<>(List.of(
                refused(403, "PUT", files + "/{file}", away),
                refused(403, "POST", files, FORM),
                refused(403, "PUT", files, FORM),
                refused(403, "PUT", files + "/{file}", described),
                refused(403, "PUT", V1 + "{free}/child/attachment/{free file}", moved),
                refused(403, "POST", files + "/{file}/data", FORM),
                refused(404, "DELETE", V2 + "attachments/{file}", ""),
                refused(403, "POST", V1 + "{file}/label", LABEL),
                refused(403, "POST", V1 + "{file}/version", RESTORE),
                refused(403, "DELETE", V1 + "{file}/version/1", "")));
        all.addAll(ofProperties(404, "attachments", "file"));
        return all;
    }

    /** Who may not edit still comments. */
    private static List<Write> ofComments() {
        String selected = ",\"inlineCommentProperties\":{\"textSelection\":\"chosen\",\"textSelectionMatchCount\":1,"
                + "\"textSelectionMatchIndex\":0}";
        List<Write> all = new ArrayList<>();
        Map.of("footer-comments", "comment", "inline-comments", "inline").forEach((segment, id) -> {
            String one = V2 + segment + "/{" + id + "}";
            String properties = id.equals("inline") ? selected : "";
            all.add(open(
                    201,
                    "POST",
                    V2 + segment,
                    "{\"pageId\":\"{page}\"," + Writes.storage("<p>x</p>") + properties + "}"));
            all.add(open(200, "PUT", one, "{\"version\":{\"number\":3}," + Writes.storage("<p>y</p>") + "}"));
            all.add(open(204, "DELETE", one, ""));
            all.add(open(200, "POST", V1 + "{" + id + "}/version", RESTORE));
        });
        all.addAll(ofProperties(200, "comments", "comment"));
        return all;
    }

    private static List<Write> ofRestrictions() {
        String all = V1 + "{page}/restriction";
        String user = all + "/byOperation/read/user?accountId={editor}";
        String group = all + "/byOperation/read/byGroupId/{group}";
        return List.of(
                refused(404, "PUT", all, RESTRICTION),
                refused(404, "POST", all, RESTRICTION),
                refused(403, "DELETE", all, ""),
                refused(404, "PUT", user, ""),
                refused(404, "DELETE", user, ""),
                refused(403, "PUT", group, ""),
                refused(403, "DELETE", group, ""));
    }

    @Test
    void everyWriteOfTheSimulator_isInTheTable_orNotToContent() {
        List<String> unknown = new ArrayList<>(new RestrictedWorld().site.api().writes());
        unknown.removeIf(operation -> NOT_OF_CONTENT.stream().anyMatch(operation::contains));
        assertThat(unknown).hasSizeGreaterThan(60);
        for (Write write : writes()) {
            unknown.removeIf(operation -> operation.startsWith(write.method() + " ")
                    && write.path().matches(operation.substring(operation.indexOf(' ') + 1)));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatIsNotToContent_isThere() {
        List<String> all = new RestrictedWorld().site.api().writes();
        assertThat(NOT_OF_CONTENT).allSatisfy(part -> assertThat(all).anyMatch(write -> write.contains(part)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void who_mayNotEdit_isRefused_whatChangesContent_andNothingElse(Write write) {
        RestrictedWorld world = new RestrictedWorld();

        assertThat(write.by(READER, world).status()).isEqualTo(write.toReaders());
        if (write.isGuarded()) {
            assertThat(write.by(EDITOR, world).status()).isBetween(200, 204);
        }
    }

    static Stream<Write> guarded() {
        return writes().stream().filter(Write::isGuarded);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void who_mayNotEvenSee_isToldThatNothingIsThere(Write write) {
        RestrictedWorld world = new RestrictedWorld();
        List.of("page", "post", "board", "folder", "database", "embed", "custom")
                .forEach(one -> world.site.editor().restrict(world.number(one), Allowed.users(Set.of(EDITOR))));

        // Archiving is at fault itself where ids are unknown, and for versions it is the caller who is.
        int expected = write.target().endsWith("archive") ? 500 : write.target().contains("/version") ? 400 : 404;
        assertThat(write.by(READER, world).status()).isEqualTo(expected);
    }

    @Test
    void aParent_thatTheCallerDoesNotSee_isNotThere() {
        RestrictedWorld world = new RestrictedWorld();
        world.site.editor().restrict(world.number("page"), Allowed.users(Set.of(EDITOR)));

        for (String segment : List.of("pages", "folders")) {
            String body = "{\"spaceId\":\"100\",\"parentId\":\"{page}\",\"title\":\"New\"," + Writes.storage("") + "}";
            assertThat(world.ask(READER, "POST", V2 + segment, body).status()).isEqualTo(404);
            assertThat(world.ask(EDITOR, "POST", V2 + segment, body).status()).isEqualTo(200);
        }
    }

    @Test
    void aTree_ofWhichTheCallerDoesNotSeeAll_isNotDeleted() {
        RestrictedWorld world = new RestrictedWorld();
        world.site.editor().restrictEditing(world.number("page"), Allowed.EVERYBODY);
        world.site.editor().restrict(world.number("child"), Allowed.users(Set.of(EDITOR)));
        Write deletion = refused(404, "DELETE", V1 + "{page}/pageTree", "");

        assertThat(deletion.by(READER, world).status()).isEqualTo(404);
        assertThat(deletion.by(EDITOR, world).status()).isEqualTo(202);
    }

    @Test
    void aCopiedTree_lacksWhatTheCallerDoesNotSee() {
        RestrictedWorld world = new RestrictedWorld();
        world.site.editor().restrict(world.number("child"), Allowed.users(Set.of(EDITOR)));
        String copy =
                "{\"destinationPageId\":\"{free}\",\"copyDescendants\":true,\"titleOptions\":{\"prefix\":\"Copy \"}}";

        world.ask(READER, "POST", V1 + "{page}/pagehierarchy/copy", copy);
        world.site.clock().advance(Duration.ofMinutes(1));

        JsonNode pages = world.json(EDITOR, "GET", V2 + "pages?limit=250", "");
        assertThat(pages.findValuesAsText("title"))
                .contains("Copy Guarded", "Child")
                .doesNotContain("Copy Child");
    }

    @Test
    void whatOneMayDo_isWhatOneIsToldThatOneMay() {
        RestrictedWorld world = new RestrictedWorld();

        assertThat(operations(world, READER, "attachments/{file}")).containsExactly("read");
        assertThat(operations(world, EDITOR, "attachments/{file}")).containsExactly("read", "update", "delete");
        assertThat(operations(world, READER, "footer-comments/{comment}")).containsExactly("read", "update", "delete");
    }

    private static List<String> operations(RestrictedWorld world, String who, String of) {
        return world.json(who, "GET", V2 + of + "/operations", "").findValuesAsText("operation");
    }
}
