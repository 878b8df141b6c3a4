package dev.confluencekit.markup.text;

import dev.confluencekit.markup.internal.characters.Characters;
import dev.confluencekit.markup.internal.plain.Reduction;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.List;

/** The text of running text that has been reduced. */
final class TextLines {
    private final boolean addresses;

    TextLines(boolean addresses) {
        this.addresses = addresses;
    }

    /** Lines, parted by line feeds. */
    String of(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        add(content, text);
        return text.toString().strip();
    }

    private void add(List<Inline> content, StringBuilder text) {
        for (Inline inline : content) {
            if (inline instanceof Text words) {
                text.append(Characters.clean(words.value()));
            } else if (inline instanceof LineBreak) {
                text.append('\n');
            } else if (inline instanceof Marked marked) {
                String quote = marked.mark() == Style.QUOTATION ? "\"" : "";
                text.append(quote);
                add(marked.content(), text);
                text.append(quote);
            } else if (inline instanceof Link link) {
                link(link, text);
            } else if (inline instanceof Image image) {
                image(image, text);
            } else if (inline instanceof Macro macro) {
                text.append(body(macro));
            }
        }
    }

    private void link(Link link, StringBuilder text) {
        int start = text.length();
        add(link.content(), text);
        String url = ((WebTarget) link.target()).url();
        if (text.substring(start).isBlank()) {
            text.append(url);
        } else if (addresses && !text.substring(start).equals(url)) {
            text.append(" (").append(url).append(')');
        }
    }

    private void image(Image image, StringBuilder text) {
        String words = image.alternative() == null ? "" : image.alternative();
        boolean diagram = image.attributes().get(Reduction.DIAGRAM).isPresent();
        text.append(diagram ? "[" : "[image: ").append(Characters.clean(words)).append(']');
        if (!image.caption().isEmpty()) {
            text.append('\n');
            add(image.caption(), text);
        }
    }

    static String body(Macro macro) {
        StringBuilder text = new StringBuilder();
        for (MacroBody body : macro.bodies()) {
            if (body instanceof PlainBody plain) {
                text.append(plain.text());
            }
        }
        return text.toString();
    }
}
