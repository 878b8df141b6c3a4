package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.text.TextOptions;
import dev.confluencekit.markup.tree.PageTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that include pages end: not in circles, not too deep, not too many; a link is in the place of what is not included. */
class IncludeLimitsTest {
    private final List<String> asked = new ArrayList<>();

    private static String include(String title) {
        return "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\">" + title
                + "</ac:parameter></ac:structured-macro>";
    }

    private static String includes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> include("P" + i)).collect(Collectors.joining());
    }

    /** Knows a body, or none, for each title. */
    private Resolvers site(UnaryOperator<String> bodies) {
        return Resolvers.none().includes((page, excerpt, name) -> {
            String title = ((PageTarget) page).title();
            asked.add(title);
            return Optional.ofNullable(bodies.apply(title))
                    .map(body -> Markup.storage(body).document());
        });
    }

    private Conversion<String> markdown(String body, UnaryOperator<String> bodies) {
        return Markup.storage(body).toMarkdown(MarkdownOptions.defaults().resolvers(site(bodies)));
    }

    private static List<Finding> limited(Conversion<String> written) {
        return written.report().of(FindingKind.LIMITED);
    }

    @Test
    void a_page_that_includes_itself_by_way_of_another_is_a_link_there() {
        Map<String, String> pages = Map.of("A", "<p>a</p>" + include("B"), "B", "<p>b</p>" + include("A"));

        Conversion<String> written = markdown(include("A"), pages::get);

        assertThat(written.output()).isEqualTo("a\n\nb\n\nA\n");
        assertThat(asked).containsExactly("A", "B");
        assertThat(limited(written)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("A");
            assertThat(finding.place()).hasToString("macro include > macro include > macro include");
        });
    }

    @Test
    void a_circle_is_seen_although_a_page_names_its_neighbours_without_their_space() {
        Map<String, String> pages = Map.of("A", "<p>a</p>" + include("B"), "B", "<p>b</p>" + include("A"));

        assertThat(markdown(include("OTHER:A"), pages::get).output()).isEqualTo("a\n\nb\n\nA\n");
    }

    @Test
    void a_page_that_is_included_twice_one_behind_the_other_is_no_circle() {
        Conversion<String> written = markdown(include("A") + include("A"), title -> "<p>a</p>");

        assertThat(written.output()).isEqualTo("a\n\na\n");
        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void pages_include_each_other_five_deep_and_the_sixth_is_a_link() {
        Conversion<String> written = markdown(
                include("1"), title -> "<p>page " + title + "</p>" + include("" + (Integer.parseInt(title) + 1)));

        assertThat(written.output()).isEqualTo("page 1\n\npage 2\n\npage 3\n\npage 4\n\npage 5\n\n6\n");
        assertThat(asked).containsExactly("1", "2", "3", "4", "5");
        assertThat(limited(written)).extracting(Finding::subject).containsExactly("6");
    }

    @Test
    void a_hundred_pages_are_included_and_the_next_is_a_link() {
        Conversion<String> written = markdown(includes(101), title -> "<p>content of " + title + "</p>");

        assertThat(written.output()).endsWith("\n\ncontent of P100\n\nP101\n");
        assertThat(limited(written)).extracting(Finding::subject).containsExactly("P101");
    }

    @Test
    void pages_that_are_not_found_are_among_the_hundred_since_they_are_asked_for() {
        markdown(includes(101), title -> null);

        assertThat(asked).hasSize(100).doesNotContain("P101");
    }

    @Test
    void pages_that_include_many_each_are_a_hundred_in_all() {
        markdown(
                include("P"),
                title ->
                        IntStream.range(0, 10).mapToObj(i -> include(title + i)).collect(Collectors.joining()));

        assertThat(asked).hasSize(100);
    }

    @Test
    void a_page_is_a_link_where_the_page_that_includes_it_is_forty_places_deep() {
        UnaryOperator<String> bodies = title -> "<p>a</p>";
        String quote = "<blockquote>";

        Conversion<String> below = markdown(quote.repeat(39) + include("A"), bodies);
        Conversion<String> written = markdown(quote.repeat(40) + include("A"), bodies);

        assertThat(limited(below)).isEmpty();
        assertThat(limited(written)).extracting(Finding::subject).containsExactly("A");
        assertThat(asked).containsExactly("A");
    }

    @Test
    void a_page_of_more_than_sixty_levels_is_a_link() {
        String levels = "<div>".repeat(58) + "<p>a";

        Conversion<String> below = markdown(include("A"), title -> levels);
        Conversion<String> written = markdown(include("A"), title -> "<div>" + levels);

        assertThat(below.output()).isEqualTo("a\n");
        assertThat(below.report().isEmpty()).isTrue();
        assertThat(written.output()).isEqualTo("A\n");
        assertThat(limited(written))
                .extracting(Finding::message)
                .containsExactly("The page A is nested too deep; a link was put in its place.");
    }

    /** What is no place of its own, such as a mark, is not among the forty, so the depths of pages add up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<strong><em>",
                "<a href=\"x\"><u>",
                "<span style=\"color: red\"><span style=\"color: blue\">",
                "<div>",
                "<p><unknown>",
                "<dl><dd>",
                "<dl><dt><sub>",
                "<h1><s>",
                "<pre><sup>",
                "<ac:layout><ac:layout-section><ac:layout-cell>",
                "<ac:link><ac:link-body>",
                "<ac:image><ac:caption>"
            })
    void pages_within_pages_without_end_stay_within_the_depth_of_documents(String start) {
        for (int levels : new int[] {20, 95}) {
            Resolvers site = site(title -> start.repeat(levels) + title + include(title + "x"));
            Markup outer = Markup.storage(start.repeat(90) + include("end"));

            assertThat(outer.toMarkdown(MarkdownOptions.defaults().resolvers(site))
                            .output())
                    .contains("end");
            assertThat(outer.toText(TextOptions.defaults().resolvers(site)).output())
                    .contains("end");
        }
    }
}
