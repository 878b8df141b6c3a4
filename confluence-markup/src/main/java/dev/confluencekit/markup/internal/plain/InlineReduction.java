package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.CommentMark;
import dev.confluencekit.markup.tree.Date;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Emoji;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.InlineVisitor;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.Placeholder;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TemplateVariable;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** Makes of running text what a reader sees of it. */
final class InlineReduction implements InlineVisitor<List<Inline>> {
    private final Reduction blocks;
    private final References references;
    private final MacroReduction macros;
    private final Trail trail;

    InlineReduction(Reduction blocks, References references, MacroReduction macros, Trail trail) {
        this.blocks = blocks;
        this.references = references;
        this.macros = macros;
        this.trail = trail;
    }

    List<Inline> reduce(List<Inline> content) {
        int same = 0;
        while (same < content.size() && isWhatIsSeen(content.get(same))) {
            same++;
        }
        if (same == content.size()) {
            return joined(content);
        }
        List<Inline> reduced = new ArrayList<>(content.size());
        for (int i = 0; i < content.size(); i++) {
            Inline inline = content.get(i);
            if (isWhatIsSeen(inline)) {
                reduced.add(inline);
            } else {
                List<Inline> seen = inline.accept(this);
                if (seen.size() == 1) {
                    reduced.add(seen.get(0));
                } else {
                    reduced.addAll(seen);
                }
            }
        }
        return joined(reduced);
    }

    private static boolean isWhatIsSeen(Inline inline) {
        return inline instanceof Text || inline instanceof LineBreak;
    }

    private static List<Inline> joined(List<Inline> parts) {
        if (!TextRuns.hasNeighbours(parts)) {
            return parts;
        }
        List<Inline> joined = new ArrayList<>(parts.size());
        int start = 0;
        while (start < parts.size()) {
            int end = start + 1;
            while (end < parts.size() && parts.get(start) instanceof Text && parts.get(end) instanceof Text) {
                end++;
            }
            joined.add(end == start + 1 ? parts.get(start) : joinedText(parts.subList(start, end)));
            start = end;
        }
        return joined;
    }

    private static Text joinedText(List<Inline> texts) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : texts) {
            if (inline instanceof Text text) {
                // What was left out between them leaves one space and not two.
                int end = words.length() - 1;
                boolean doubled =
                        end >= 0 && words.charAt(end) == ' ' && text.value().startsWith(" ");
                words.append(text.value(), doubled ? 1 : 0, text.value().length());
            }
        }
        return new Text(words.toString());
    }

    @Override
    public List<Inline> visit(Text text) {
        return List.of(text);
    }

    @Override
    public List<Inline> visit(LineBreak lineBreak) {
        return List.of(lineBreak);
    }

    @Override
    public List<Inline> visit(Marked marked) {
        List<Inline> content = reduce(marked.content());
        if (marked.mark() instanceof CommentMark) {
            return content;
        }
        if (content.isEmpty()) {
            return List.of();
        }
        return List.of(TextRuns.isUnchanged(content, marked.content()) ? marked : new Marked(marked.mark(), content));
    }

    @Override
    public List<Inline> visit(Link link) {
        return references.link(link, reduce(link.content()));
    }

    @Override
    public List<Inline> visit(Image image) {
        return references.image(image, reduce(image.caption()));
    }

    @Override
    public List<Inline> visit(Emoji emoji) {
        return List.of(new Text(Emojis.characters(emoji)));
    }

    @Override
    public List<Inline> visit(Mention mention) {
        return List.of(references.mention(mention.user(), mention.name()));
    }

    @Override
    public List<Inline> visit(Date date) {
        return List.of(new Text(date.value()));
    }

    @Override
    public List<Inline> visit(Status status) {
        return status.text().isEmpty() ? List.of() : List.of(Marked.of(Style.STRONG, new Text(status.text())));
    }

    @Override
    public List<Inline> visit(Placeholder placeholder) {
        trail.found(
                FindingKind.LEFT_OUT,
                "placeholder",
                "A hint to those who fill in the template was left out: " + placeholder.text());
        return List.of();
    }

    @Override
    public List<Inline> visit(TemplateVariable variable) {
        return List.of(new Text("{" + variable.name() + "}"));
    }

    @Override
    public List<Inline> visit(Embedded embedded) {
        List<Inline> lines = new ArrayList<>();
        for (var block : embedded.block().accept(blocks)) {
            lines.add(block instanceof Macro macro ? macro : new Embedded(block));
        }
        return lines;
    }

    @Override
    public List<Inline> visit(Macro macro) {
        return Reduction.inLine(macros.isReduced(macro) ? List.of(macro) : blocks.inMacro(macro));
    }

    @Override
    public List<Inline> visit(Element element) {
        return Reduction.inLine(blocks.element(element));
    }
}
