package dev.confluencekit.markup.site;

import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.markdown.MarkdownWriter;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;

/** The title of a page or blog post, which its body does not have, as a heading of its Markdown. */
final class TitleHeading {
    private TitleHeading() {}

    static String above(String markdown, ItemState state) {
        ItemKind kind = state.key().kind();
        boolean isTitled = kind == ItemKind.PAGE || kind == ItemKind.BLOG_POST;
        if (!isTitled || state.title().isBlank()) {
            return markdown;
        }
        String heading = MarkdownWriter.of(MarkdownOptions.defaults())
                .write(Document.of(Heading.of(1, Text.of(state.title()))))
                .output();
        if (markdown.startsWith(heading)) {
            return markdown;
        }
        return markdown.isEmpty() ? heading : heading + "\n" + markdown;
    }
}
