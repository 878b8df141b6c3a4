package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.testkit.internal.site.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of everything, which an editor may edit and a reader may not, and a page that both may. */
final class RestrictedWorld {

    static final String V2 = "/wiki/api/v2/";
    static final String V1 = "/wiki/rest/api/content/";
    static final String EDITOR = "editor@northwind-cycles.example";
    static final String READER = "reader@northwind-cycles.example";
    private static final String KEY = "key-8f2b1c-unscoped";
    static final String FORM = String.join(
            "\r\n",
            "--f",
            "Content-Disposition: form-data; name=\"file\"; filename=\"b.txt\"",
            "Content-Type: text/plain",
            "",
            "new",
            "--f--",
            "");
    static final Map<String, String> NODES =
            Map.of("folders", "folder", "whiteboards", "board", "databases", "database", "embeds", "embed");

    final RunningSite site = new RunningSite(ConfluenceSimulator.builder(), null, null);
    private final ConfluenceSimulator simulator = new ConfluenceSimulator(site);
    private final Map<String, String> names = new LinkedHashMap<>();

    RestrictedWorld() {
        simulator.addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        page("home", "201", "", "Home");
        page("page", "202", "201", "Guarded");
        page("child", "203", "202", "Child");
        page("free", "204", "", "Free");
        names.put("editor", simulator.account(EDITOR).accountId());
        simulator.account(EDITOR).issueKey(KEY);
        simulator.account(READER).issueKey(KEY);
        names.put("group", simulator.community().addGroup("writers"));
        names.put("level", simulator.community().addClassificationLevel("Secret"));
        String post = "{\"spaceId\":\"100\",\"title\":\"News\"," + Writes.storage("<p>x</p>") + "}";
        names.put("post", id("POST", V2 + "blogposts", post));
        done("PUT", V2 + "blogposts/{post}", second("{post}", "News"));
        done("PUT", V2 + "pages/{page}", second("{page}", "Guarded"));
        NODES.forEach((segment, name) -> names.put(
                name, id("POST", V2 + segment, "{\"spaceId\":\"100\",\"parentId\":\"204\",\"title\":\"N\"}")));
        names.put("custom", id("POST", V2 + "custom-content", custom("1")));
        file("file", "page");
        done("POST", V1 + "{page}/child/attachment/{file}/data", FORM);
        file("free file", "free");
        comment("comment", "footer-comments", "");
        comment(
                "inline",
                "inline-comments",
                ",\"inlineCommentProperties\":{\"textSelection\":\"chosen\",\"textSelectionMatchCount\":1,"
                        + "\"textSelectionMatchIndex\":0}");
        property("pages", "page");
        property("blogposts", "post");
        NODES.forEach(this::property);
        property("custom-content", "custom");
        property("attachments", "file");
        property("comments", "comment");
        for (String owner : List.of("page", "post")) {
            done("POST", V1 + "{" + owner + "}/label", "[{\"prefix\":\"global\",\"name\":\"old\"}]");
        }
        names.put(
                "task",
                json(EDITOR, "GET", V2 + "tasks?page-id={page}", "")
                        .at("/results/0/id")
                        .asText());
        List.of("page", "post", "board", "folder", "database", "embed", "custom")
                .forEach(one -> site.editor().restrictEditing(number(one), Allowed.users(Set.of(EDITOR))));
    }

    long number(String name) {
        return Long.parseLong(names.get(name));
    }

    private void page(String name, String id, String parent, String title) {
        PageSeed.Builder page = PageSeed.builder("DOCS", title).id(id).storage("<p>" + title + "</p>");
        simulator.addPage((parent.isEmpty() ? page : page.parentId(parent)).build());
        names.put(name, id);
    }

    private static String second(String id, String title) {
        String body = "<p>chosen</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id>"
                + "<ac:task-status>incomplete</ac:task-status><ac:task-body>Oil</ac:task-body></ac:task></ac:task-list>";
        return "{\"id\":\"" + id + "\",\"status\":\"current\",\"title\":\"" + title + "\"," + Writes.storage(body)
                + ",\"version\":{\"number\":2}}";
    }

    static String custom(String text) {
        return "{\"type\":\"ac:tyres:note\",\"status\":\"current\",\"pageId\":\"{free}\",\"title\":\"Note\","
                + Writes.storage("<p>" + text + "</p>") + "}";
    }

    private void file(String name, String owner) {
        names.put(
                name,
                json(EDITOR, "POST", V1 + "{" + owner + "}/child/attachment", FORM.replace("b.txt", "a.txt"))
                        .at("/results/0/id")
                        .asText());
    }

    private void comment(String name, String segment, String properties) {
        String first = "{\"pageId\":\"{page}\"," + Writes.storage("<p>1</p>") + properties + "}";
        names.put(name, id("POST", V2 + segment, first));
        done(
                "PUT",
                V2 + segment + "/{" + name + "}",
                "{\"version\":{\"number\":2}," + Writes.storage("<p>2</p>") + "}");
    }

    private void property(String segment, String owner) {
        String path = V2 + segment + "/{" + owner + "}/properties";
        names.put("property of " + owner, id("POST", path, "{\"key\":\"k\",\"value\":1}"));
    }

    private String id(String method, String target, String body) {
        return json(EDITOR, method, target, body).path("id").asText();
    }

    private void done(String method, String target, String body) {
        json(EDITOR, method, target, body);
    }

    JsonNode json(String who, String method, String target, String body) {
        SimulatedResponse answer = ask(who, method, target, body);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.status()).as("%s %s %s", method, target, text).isBetween(200, 204);
        return Site.tree(text);
    }

    SimulatedResponse ask(String who, String method, String target, String content) {
        SimulatedRequest request = SimulatedRequest.of(method, named(target))
                .withBasicAuth(who, KEY)
                .withHeader("X-Atlassian-Token", "no-check");
        String body = named(content);
        if (!body.isEmpty()) {
            String type = body.startsWith("--") ? "multipart/form-data; boundary=f" : "application/json";
            request = request.withHeader("Content-Type", type).withBody(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return simulator.exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace("{" + name.getKey() + "}", name.getValue());
        }
        return named;
    }
}
