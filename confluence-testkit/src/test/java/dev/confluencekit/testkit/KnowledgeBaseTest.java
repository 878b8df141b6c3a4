package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confluencekit.testkit.internal.body.MarkupNode;
import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import dev.confluencekit.testkit.internal.body.StorageParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration content is whole, and the generated content is as ordered. */
class KnowledgeBaseTest {

    private static final KnowledgeBase DEMO = KnowledgeBase.demo();

    private static List<Element> elements(Element from, String name) {
        List<Element> found = new ArrayList<>();
        for (MarkupNode child : from.children()) {
            if (child instanceof Element element) {
                if (element.name().equals(name)) {
                    found.add(element);
                }
                found.addAll(elements(element, name));
            }
        }
        return found;
    }

    @Test
    void demo_hasThreeSpacesAndSixtyCurrentPages() {
        assertThat(DEMO.spaces()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(DEMO.pages().stream().filter(page -> page.status() == PageStatus.CURRENT))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(DEMO.people()).extracting(Person::email).contains(Site.EMAIL);
    }

    @Test
    void demo_everyBodyIsWellFormed() {
        assertThat(DEMO.pages()).allSatisfy(page -> {
            assertThat(page.storage()).as(page.title()).isNotBlank();
            assertThatCode(() -> StorageParser.parse(page.storage()))
                    .as(page.title())
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void demo_everyPageLink_pointsAtAPage() {
        Map<String, Set<String>> titles = new HashMap<>();
        DEMO.pages()
                .forEach(page -> titles.computeIfAbsent(page.spaceKey(), key -> new HashSet<>())
                        .add(page.title()));

        for (PageSeed page : DEMO.pages()) {
            for (Element link : elements(StorageParser.parse(page.storage()), "ri:page")) {
                String space = link.attribute("ri:space-key").orElse(page.spaceKey());
                String title = link.attribute("ri:content-title").orElse("");
                assertThat(titles.getOrDefault(space, Set.of()))
                        .as("link in '%s' (%s)", page.title(), page.spaceKey())
                        .contains(title);
            }
        }
    }

    @Test
    void demo_mentionsAndAuthors_areKnownPeople() {
        Set<String> people = DEMO.people().stream().map(Person::accountId).collect(Collectors.toSet());

        for (PageSeed page : DEMO.pages()) {
            assertThat(people).contains(page.authorId().orElseThrow());
            for (Element user : elements(StorageParser.parse(page.storage()), "ri:user")) {
                assertThat(people)
                        .as("mention in '%s'", page.title())
                        .contains(user.attribute("ri:account-id").orElse(""));
            }
        }
    }

    @Test
    void demo_parentsAndHomepages_exist() {
        Map<String, PageSeed> byId =
                DEMO.pages().stream().collect(Collectors.toMap(page -> page.id().orElseThrow(), page -> page));

        assertThat(DEMO.pages())
                .allSatisfy(page -> page.parentId()
                        .ifPresent(parent -> assertThat(byId.get(parent))
                                .isNotNull()
                                .satisfies(above -> assertThat(above.spaceKey()).isEqualTo(page.spaceKey()))));
        assertThat(DEMO.spaces())
                .allSatisfy(
                        space -> assertThat(byId).containsKey(space.homepageId().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas_doc_format", "view"})
    void demo_everyPage_canBeShown(String format) {
        try (Site site = Site.demo()) {
            for (String id : site.ids("/wiki/api/v2/pages?limit=250")) {
                String shown = site.json("/wiki/api/v2/pages/" + id + "?body-format=" + format)
                        .at("/body/" + format + "/value")
                        .asText();
                assertThat(shown).isNotBlank().doesNotContain("href=\"#\"", "\"href\":\"#\"");
                if (format.equals("view")) {
                    assertThatCode(() -> StorageParser.parse(shown)).doesNotThrowAnyException();
                    assertThat(shown).doesNotContain("<ac:", "<ri:");
                } else {
                    assertThat(Site.tree(shown).path("type").asText()).isEqualTo("doc");
                }
            }
        }
    }

    @Test
    void generated_isAsLargeAsAsked_andRepeatable() {
        KnowledgeBase one = KnowledgeBase.generated(3, 40, 500, 42);
        KnowledgeBase two = KnowledgeBase.generated(3, 40, 500, 42);
        KnowledgeBase other = KnowledgeBase.generated(3, 40, 500, 43);

        assertThat(one.spaces()).hasSize(3);
        assertThat(one.pages()).hasSize(120);
        assertThat(one.pages())
                .allSatisfy(page -> assertThat(page.storage().length()).isBetween(490, 530));
        assertThat(one.pages())
                .extracting(PageSeed::storage)
                .isEqualTo(bodies(two))
                .isNotEqualTo(bodies(other));
    }

    private static List<String> bodies(KnowledgeBase content) {
        return content.pages().stream().map(PageSeed::storage).toList();
    }

    @Test
    void generated_andDemo_liveTogether() {
        KnowledgeBase both = KnowledgeBase.builder()
                .all(DEMO)
                .all(KnowledgeBase.generated(1, 250, 50, 1))
                .build();
        try (Site site = Site.of(ConfluenceSimulator.builder().knowledgeBase(both))) {
            String added = site.simulator().addPage(PageSeed.of("SUPPORT", "Brand new", "<p/>"));

            assertThat(site.ids("/wiki/api/v2/spaces")).hasSize(4);
            assertThat(Long.parseLong(added)).isGreaterThan(10_000_000L);
        }
    }
}
