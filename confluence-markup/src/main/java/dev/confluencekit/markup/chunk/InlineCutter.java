package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayList;
import java.util.List;

/** Cuts running text; marks and links that are cut go on in the next part, unless their addresses are too long for that. */
final class InlineCutter {
    /** Which part of a chunk an address may take that is written in each piece of its link. */
    private static final int LONG_ADDRESS = 4;

    /** Stands for what is no text. */
    private static final String OBJECT = "\ufffc";

    private final List<Leaf> leaves = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /** Text, or what is in its place, with what is around it, the outermost first. */
    private record Leaf(Inline inline, String words, List<Inline> around) {}

    private final int max;
    private final Sizes sizes;
    private final Trail trail;

    private InlineCutter(int max, Sizes sizes, Trail trail) {
        this.max = max;
        this.sizes = sizes;
        this.trail = trail;
    }

    /**
     * Cuts it.
     *
     * @param max how large a chunk may be
     * @param aim how much text a part should have at most
     */
    static List<List<Inline>> cut(List<Inline> content, int max, int aim, Sizes sizes, Trail trail) {
        InlineCutter cutter = new InlineCutter(max, sizes, trail);
        cutter.flatten(content, List.of());
        return cutter.parts(TextCutter.ends(cutter.words.toString(), aim, sizes));
    }

    private void flatten(List<Inline> content, List<Inline> around) {
        for (Inline inline : content) {
            if (inline instanceof Marked marked) {
                flatten(marked.content(), with(around, marked));
            } else if (inline instanceof Link link && !link.content().isEmpty()) {
                link(link, around);
            } else if (inline instanceof Image image && !image.caption().isEmpty()) {
                flatten(captionBelow(image), around);
            } else {
                leaf(
                        inline,
                        inline instanceof Text text ? text.value() : inline instanceof LineBreak ? "\n" : OBJECT,
                        around);
            }
        }
    }

    private void leaf(Inline inline, String said, List<Inline> around) {
        words.append(said);
        leaves.add(new Leaf(inline, said, around));
    }

    private void link(Link link, List<Inline> around) {
        boolean longAddress = link.target() instanceof WebTarget web && sizes.ofWords(web.url()) > max / LONG_ADDRESS;
        if (!longAddress) {
            flatten(link.content(), with(around, link));
        } else if (sizes.of(new Paragraph(List.of(link), Attributes.NONE)) <= max) {
            leaf(link, OBJECT, around);
        } else {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    "link",
                    "A link is larger than a chunk may be, most of it address; its words were kept without the address.");
            flatten(link.content(), around);
        }
    }

    /** A caption is written below its image, in italics, and may be cut as other text. */
    private static List<Inline> captionBelow(Image image) {
        Image alone = new Image(image.source(), image.alternative(), image.title(), List.of(), image.attributes());
        return List.of(alone, new LineBreak(), new Marked(Style.EMPHASIS, image.caption()));
    }

    private static List<Inline> with(List<Inline> around, Inline more) {
        List<Inline> with = new ArrayList<>(around);
        with.add(more);
        return with;
    }

    private List<List<Inline>> parts(List<Integer> ends) {
        List<List<Inline>> parts = new ArrayList<>();
        int leaf = 0;
        int into = 0;
        int at = 0;
        for (int end : ends) {
            List<Leaf> part = new ArrayList<>();
            while (at < end) {
                Leaf from = leaves.get(leaf);
                int length = Math.min(end - at, from.words().length() - into);
                part.add(
                        from.inline() instanceof Text text
                                ? new Leaf(new Text(text.value().substring(into, into + length)), "", from.around())
                                : from);
                at += length;
                into += length;
                if (into == from.words().length()) {
                    leaf++;
                    into = 0;
                }
            }
            if (!part.stream().allMatch(InlineCutter::isBlank)) {
                parts.add(nest(part, 0));
            }
        }
        return parts;
    }

    /** A link around nothing but a space would show its address. */
    private static boolean isBlank(Leaf leaf) {
        return leaf.inline() instanceof LineBreak
                || (leaf.inline() instanceof Text text && text.value().isBlank());
    }

    @SuppressWarnings("ReferenceEquality") // The same mark, not an equal one.
    private static List<Inline> nest(List<Leaf> leaves, int level) {
        List<Inline> nested = new ArrayList<>();
        int at = 0;
        while (at < leaves.size()) {
            Leaf leaf = leaves.get(at);
            if (leaf.around().size() == level) {
                nested.add(leaf.inline());
                at++;
                continue;
            }
            Inline wrapper = leaf.around().get(level);
            int end = at + 1;
            while (end < leaves.size()
                    && leaves.get(end).around().size() > level
                    && leaves.get(end).around().get(level) == wrapper) {
                end++;
            }
            nested.add(around(wrapper, nest(leaves.subList(at, end), level + 1)));
            at = end;
        }
        return nested;
    }

    private static Inline around(Inline wrapper, List<Inline> content) {
        if (wrapper instanceof Link link) {
            return new Link(link.target(), link.anchor(), content, link.look(), link.attributes());
        }
        return wrapper instanceof Marked marked ? new Marked(marked.mark(), content) : wrapper;
    }
}
