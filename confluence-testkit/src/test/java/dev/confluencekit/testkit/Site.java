package dev.confluencekit.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** A simulator over a real socket, with an account, and the few calls that the tests make. */
final class Site implements AutoCloseable {

    static final String EMAIL = "kb-bot@northwind-cycles.example";
    static final String KEY = "key-8f2b1c-unscoped";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ConfluenceSimulator simulator;

    private Site(ConfluenceSimulator simulator) {
        this.simulator = simulator;
    }

    static Site of(SimulatorBuilder builder) {
        return new Site(builder.account(EMAIL, KEY).start());
    }

    static Site empty() {
        return of(ConfluenceSimulator.builder());
    }

    static Site demo() {
        return of(ConfluenceSimulator.builder().knowledgeBase(KnowledgeBase.demo()));
    }

    /** One space DOCS (id 100) with the pages 201, 202 and so on. */
    static Site withPages(int count) {
        Site site = empty();
        site.simulator.addSpace(
                SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        for (int i = 1; i <= count; i++) {
            site.simulator.addPage(PageSeed.builder("DOCS", "Page " + i)
                    .id(String.valueOf(200 + i))
                    .storage("<p>Body " + i + "</p>")
                    .build());
        }
        return site;
    }

    ConfluenceSimulator simulator() {
        return simulator;
    }

    static String basic(String email, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUri() + target));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpClient client() {
        return CLIENT;
    }

    HttpResponse<String> get(String target) {
        return getAs(EMAIL, KEY, target);
    }

    HttpResponse<String> getAs(String email, String key, String target) {
        return send(request(target).header("Authorization", basic(email, key)));
    }

    HttpResponse<String> getWithoutKey(String target) {
        return send(request(target));
    }

    JsonNode json(String target) {
        HttpResponse<String> answer = get(target);
        if (answer.statusCode() != 200) {
            throw new AssertionError(target + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return tree(answer);
    }

    static JsonNode tree(HttpResponse<String> answer) {
        return tree(answer.body());
    }

    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> values(String target, String member) {
        return StreamSupport.stream(json(target).path("results").spliterator(), false)
                .map(row -> row.path(member).asText())
                .toList();
    }

    List<String> ids(String target) {
        return values(target, "id");
    }

    @Override
    public void close() {
        simulator.close();
    }
}
