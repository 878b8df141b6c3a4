package dev.confluencekit.testkit.internal.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SpaceSeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * Reads the demonstration knowledge base from the class path: the people, then each space by its fixed
 * name. Nothing is found by listing directories, so it works from a jar and from the module path.
 */
public final class DemoContent {

    private static final String HOME = "/dev/confluencekit/testkit/kb/";
    private static final List<String> SPACES = List.of("SUPPORT", "PEOPLE", "ENG");

    private final ObjectMapper mapper = new ObjectMapper();

    private DemoContent() {}

    /**
     * Reads everything.
     *
     * @param toPerson takes the people
     * @param toSpace takes the spaces
     * @param toPage takes the pages, each after the one above it
     */
    public static void load(Consumer<Person> toPerson, Consumer<SpaceSeed> toSpace, Consumer<PageSeed> toPage) {
        DemoContent content = new DemoContent();
        content.people(toPerson);
        SPACES.forEach(key -> content.space(key, toSpace, toPage));
    }

    private void people(Consumer<Person> to) {
        for (JsonNode person : json("people.json")) {
            to.accept(new Person(
                    person.path("accountId").asText(),
                    person.path("displayName").asText(),
                    person.path("publicName").asText(),
                    person.path("email").asText(),
                    person.path("timeZone").asText()));
        }
    }

    private void space(String key, Consumer<SpaceSeed> toSpace, Consumer<PageSeed> toPage) {
        JsonNode space = json(key + "/space.json");
        SpaceSeed.Builder seed = SpaceSeed.builder(key, space.path("name").asText())
                .id(space.path("id").asText())
                .type(space.path("type").asText())
                .description(space.path("description").asText())
                .authorId(space.path("authorId").asText())
                .createdAt(Instant.parse(space.path("createdAt").asText()))
                .homepageId(space.path("homepageId").asText());
        if (space.path("status").asText().equals("archived")) {
            seed.archived();
        }
        toSpace.accept(seed.build());
        parentsFirst(space.path("pages")).forEach(page -> toPage.accept(page(key, page)));
    }

    private static List<JsonNode> parentsFirst(JsonNode pages) {
        List<JsonNode> waiting = new ArrayList<>();
        pages.forEach(waiting::add);
        List<JsonNode> ordered = new ArrayList<>();
        Set<String> known = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<JsonNode> ready = waiting.stream()
                    .filter(page -> !page.hasNonNull("parentId")
                            || known.contains(page.path("parentId").asText()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException(
                        "no parent for page " + waiting.get(0).path("id"));
            }
            ready.forEach(page -> known.add(page.path("id").asText()));
            ordered.addAll(ready);
            waiting.removeAll(ready);
        }
        return ordered;
    }

    private PageSeed page(String key, JsonNode page) {
        String id = page.path("id").asText();
        JsonNode version = page.path("version");
        PageSeed.Builder seed = PageSeed.builder(key, page.path("title").asText())
                .id(id)
                .storage(text(key + "/" + id + ".xhtml"))
                .position(page.path("position").asInt())
                .status(PageStatus.fromWireName(page.path("status").asText()))
                .authorId(page.path("authorId").asText())
                .createdAt(Instant.parse(page.path("createdAt").asText()))
                .version(new PageSeed.Version(
                        version.path("number").asInt(),
                        version.path("message").asText(),
                        version.path("minorEdit").asBoolean(),
                        version.path("authorId").asText(),
                        Instant.parse(version.path("createdAt").asText())))
                .labels(StreamSupport.stream(page.path("labels").spliterator(), false)
                        .map(JsonNode::asText)
                        .toArray(String[]::new));
        if (page.hasNonNull("parentId")) {
            seed.parentId(page.path("parentId").asText());
        }
        return seed.build();
    }

    private JsonNode json(String name) {
        try {
            return mapper.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException("damaged demonstration file " + name, e);
        }
    }

    private static String text(String name) {
        try (InputStream in = DemoContent.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IllegalStateException("the demonstration file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable demonstration file " + name, e);
        }
    }
}
