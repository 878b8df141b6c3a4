package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.markdown.InlineWriter.Where;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import java.util.List;

/** Titles of panels and other boxes. */
final class Labels {
    private Labels() {}

    static String alert(PanelKind kind) {
        return switch (kind) {
            case INFO, CUSTOM -> "NOTE";
            case TIP -> "TIP";
            case NOTE -> "IMPORTANT";
            case WARNING -> "WARNING";
            case ERROR -> "CAUTION";
        };
    }

    /** Icon and title; empty if there is neither. */
    static String titleOf(Panel panel) {
        String icon = panel.iconText() == null ? "" : panel.iconText();
        String title = panel.title() == null ? "" : panel.title();
        return (icon + " " + title).strip();
    }

    /** What kind of box it is, with its title, where no alert can stand. */
    static String label(Panel panel) {
        String title = titleOf(panel);
        if (panel.kind() == PanelKind.CUSTOM && !title.isEmpty()) {
            return title;
        }
        String kind = alert(panel.kind());
        String word = kind.charAt(0) + kind.substring(1).toLowerCase(java.util.Locale.ROOT);
        return title.isEmpty() ? word : word + ": " + title;
    }

    static String bold(String text, Where where, MarkdownOptions options) {
        return InlineWriter.write(List.of(Marked.of(Style.STRONG, new Text(text))), where, options);
    }
}
