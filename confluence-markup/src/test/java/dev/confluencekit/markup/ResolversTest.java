package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.text.TextOptions;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolversTest {
    private static Conversion<String> markdown(String body, Resolvers resolvers) {
        return Markup.storage(body).toMarkdown(MarkdownOptions.defaults().resolvers(resolvers));
    }

    @Test
    void a_page_that_is_found_becomes_a_link_with_its_title_and_anchor() {
        Resolvers resolvers = Resolvers.none()
                .links((target, anchor) -> target instanceof PageTarget page
                        ? Optional.of(new ResolvedLink("https://e.x/" + page.spaceKey() + "#" + anchor, "Found"))
                        : Optional.empty());

        Conversion<String> written = markdown(
                "<p><ac:link ac:anchor=\"p\"><ri:page ri:space-key=\"S\" ri:content-title=\"T\"/></ac:link></p>",
                resolvers);

        assertThat(written.output()).isEqualTo("[Found](https://e.x/S#p)\n");
        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void an_address_that_runs_code_is_not_used_even_if_a_resolver_gives_it() {
        Resolvers resolvers = Resolvers.none().links((target, anchor) -> Optional.of(ResolvedLink.of("javascript:x")));

        assertThat(markdown("<p><ac:link><ri:page ri:content-title=\"T\"/></ac:link></p>", resolvers)
                        .output())
                .isEqualTo("T\n");
    }

    @Test
    void files_people_and_issues_are_found() {
        Resolvers resolvers = Resolvers.none()
                .attachments((target, anchor) -> target instanceof AttachmentTarget file
                        ? Optional.of(ResolvedLink.of("files/" + file.fileName()))
                        : Optional.empty())
                .users(user -> Optional.of("Ana [A]"))
                .jira("https://j.x/");

        Conversion<String> written = markdown(
                "<p><ac:image><ri:attachment ri:filename=\"a.png\"/></ac:image> <ac:link><ri:user ri:account-id=\"1\"/></ac:link>"
                        + " <ac:structured-macro ac:name=\"jira\"><ac:parameter ac:name=\"key\">A-1</ac:parameter>"
                        + "</ac:structured-macro></p>",
                resolvers);

        assertThat(written.output()).isEqualTo("![a.png](files/a.png) @Ana \\[A\\] [A-1](https://j.x/browse/A-1)\n");
        assertThat(written.report().isEmpty()).isTrue();
    }

    @Test
    void what_is_included_is_put_in_its_place_but_not_in_circles() {
        String include = "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\">Part</ac:parameter>"
                + "</ac:structured-macro>";
        Resolvers resolvers = Resolvers.none()
                .includes((page, excerpt, name) ->
                        Optional.of(Markup.storage("<p>part</p>" + include).document()));

        Conversion<String> written = markdown(include, resolvers);

        assertThat(written.output()).isEqualTo("part\n\nPart\n");
        assertThat(written.report().of(FindingKind.LIMITED)).hasSize(1);
    }

    @Test
    void what_an_included_page_names_is_named_from_the_page_that_includes_it() {
        String include = "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\">OTHER:Part</ac:parameter>"
                + "</ac:structured-macro>";
        List<Target> asked = new ArrayList<>();
        Resolvers resolvers = Resolvers.none()
                .includes((page, excerpt, name) ->
                        Optional.of(Markup.storage("<p><ac:link><ri:page ri:content-title=\"T\"/></ac:link>"
                                        + "<ac:link><ri:page ri:content-title=\"U\" ri:space-key=\"S\"/></ac:link>"
                                        + "<ac:image><ri:attachment ri:filename=\"a.png\"/></ac:image></p>")
                                .document()))
                .links((target, anchor) -> {
                    asked.add(target);
                    return Optional.empty();
                })
                .attachments((target, anchor) -> {
                    asked.add(target);
                    return Optional.empty();
                });

        markdown(include + "<p><ac:link><ri:page ri:content-title=\"V\"/></ac:link></p>", resolvers);

        assertThat(asked)
                .containsExactly(
                        new PageTarget("T", "OTHER"),
                        new PageTarget("U", "S"),
                        new AttachmentTarget("a.png", new PageTarget("Part", "OTHER")),
                        new PageTarget("V", null));
    }

    @Test
    void options_show_what_is_left_out_otherwise() {
        String body = "<p><u>a</u> <span style=\"color: red;\">b</span></p>"
                + "<ac:structured-macro ac:name=\"excerpt\"><ac:parameter ac:name=\"hidden\">true</ac:parameter>"
                + "<ac:rich-text-body><p>c</p></ac:rich-text-body></ac:structured-macro>"
                + "<ac:structured-macro ac:name=\"own\"/>"
                + "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">d\"e</ac:parameter></ac:structured-macro>"
                + "<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><h1>f</h1></ac:rich-text-body></ac:structured-macro>"
                + "<table><tr><td>g</td></tr><tr><td>h</td></tr></table>";
        MarkdownOptions options = MarkdownOptions.defaults()
                .htmlMarks(true)
                .hiddenExcerpts(true)
                .unknownMacros(true)
                .htmlAnchors(true)
                .details(false)
                .headingShift(2)
                .firstRowAsHeader(true);

        assertThat(Markup.storage(body).toMarkdown(options).output()).isEqualTo("""
                        <u>a</u> <span style="color: red">b</span>

                        c

                        \\[macro: own\\]

                        <a id="d&quot;e"></a>

                        **Click here to expand...**

                        ### f

                        | g |
                        | --- |
                        | h |
                        """);
    }

    @Test
    void text_has_addresses_if_wanted() {
        assertThat(Markup.storage("<p><a href=\"https://e.x\">a</a> <a href=\"https://e.x\">https://e.x</a></p>")
                        .toText(TextOptions.defaults().addresses(true))
                        .output())
                .isEqualTo("a (https://e.x) https://e.x\n");
    }
}
