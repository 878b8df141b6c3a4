package dev.confluencekit.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account sees of a site, read by hand and written as lines, one for each thing that a mirror should hold. */
final class Truth {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfluenceSimulator simulator;
    private final String email;
    private final String key;

    Truth(ConfluenceSimulator simulator, String email, String key) {
        this.simulator = simulator;
        this.email = email;
        this.key = key;
    }

    /** The status of the answer to a question. */
    int status(String target) {
        return ask(target).status();
    }

    /** Everything in scope, by kind and id. */
    Map<String, String> lines(boolean archived, boolean blogPosts, boolean labels, boolean families) {
        Map<String, String> lines = new TreeMap<>();
        for (JsonNode space : all("/wiki/api/v2/spaces?limit=250&status=current")) {
            String id = space.path("id").asText();
            lines.put("space " + id, space.path("name").asText());
            String statuses = archived ? "current,archived" : "current";
            String pages = "/wiki/api/v2/spaces/" + id + "/pages?limit=250&body-format=storage&status=" + statuses;
            for (JsonNode page : all(pages)) {
                lines.put("page " + page.path("id").asText(), line(page, "pages", labels));
                if (families) {
                    family("/wiki/api/v2/pages/" + page.path("id").asText(), lines);
                }
            }
            if (blogPosts) {
                String posts = "/wiki/api/v2/spaces/" + id + "/blogposts?limit=250&body-format=storage&status=current";
                for (JsonNode post : all(posts)) {
                    lines.put("blogpost " + post.path("id").asText(), line(post, "blogposts", labels));
                    if (families) {
                        family("/wiki/api/v2/blogposts/" + post.path("id").asText(), lines);
                    }
                }
            }
        }
        return lines;
    }

    private void family(String owner, Map<String, String> lines) {
        for (JsonNode comment : all(owner + "/footer-comments?limit=250&body-format=storage")) {
            lines.put(
                    "footer-comment " + comment.path("id").asText(),
                    comment.path("body").path("storage").path("value").asText());
        }
        for (JsonNode file : all(owner + "/attachments?limit=250")) {
            lines.put(
                    "attachment " + file.path("id").asText(),
                    file.path("title").asText() + " v"
                            + file.path("version").path("number").asText());
        }
    }

    private String line(JsonNode item, String noun, boolean labels) {
        TreeSet<String> names = new TreeSet<>();
        if (labels) {
            String of = "/wiki/api/v2/" + noun + "/" + item.path("id").asText() + "/labels?limit=250";
            all(of).forEach(label -> names.add(label.path("name").asText()));
        }
        return line(
                item.path("spaceId").asText(),
                item.path("parentId").isTextual() ? item.path("parentId").asText() : "-",
                item.path("position").isNumber() ? item.path("position").asText() : "-",
                item.path("status").asText(),
                item.path("version").path("number").asText(),
                names.toString(),
                item.path("title").asText(),
                item.path("body").path("storage").path("value").asText());
    }

    static String line(String... values) {
        return String.join(" | ", values);
    }

    private List<JsonNode> all(String first) {
        List<JsonNode> found = new ArrayList<>();
        String next = first;
        while (next != null) {
            SimulatedResponse answer = ask(next);
            if (answer.status() != 200) {
                throw new AssertionError(next + " was answered with " + answer.status());
            }
            try {
                JsonNode body = JSON.readTree(answer.bodyText());
                body.path("results").forEach(found::add);
                JsonNode link = body.path("_links").path("next");
                next = link.isTextual() ? link.asText() : null;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private SimulatedResponse ask(String target) {
        try {
            return simulator.exchange(SimulatedRequest.get(target).withBasicAuth(email, key));
        } catch (IOException e) {
            throw new AssertionError("the site is to be quiet by now", e);
        }
    }
}
