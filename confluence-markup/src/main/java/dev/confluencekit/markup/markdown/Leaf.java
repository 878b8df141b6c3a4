package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TextColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a line, with all that is around it: since the order of marks has no meaning, they are put around again in one
 * order, each as far as it goes.
 *
 * @param styles a bit for each
 */
record Leaf(
        Inline inline,
        int styles,
        @Nullable Anchor link,
        @Nullable String colour,
        @Nullable String background) {

    private static final Leaf NOTHING_AROUND = new Leaf(new LineBreak(), 0, null, null, null);

    /** A link that is told apart from others to the same address. */
    static final class Anchor {
        private final Link link;

        private Anchor(Link link) {
            this.link = link;
        }

        Link link() {
            return link;
        }
    }

    static List<Leaf> of(List<Inline> content) {
        List<Leaf> leaves = new ArrayList<>(content.size());
        add(content, NOTHING_AROUND, leaves);
        return joined(leaves);
    }

    private static void add(List<Inline> content, Leaf around, List<Leaf> leaves) {
        for (Inline inline : content) {
            if (inline instanceof Marked marked) {
                marked(marked, around, leaves);
            } else if (inline instanceof Link link) {
                add(
                        link.content(),
                        new Leaf(around.inline, around.styles, new Anchor(link), around.colour, around.background),
                        leaves);
            } else if (inline instanceof Image image) {
                add(around.with(image), leaves);
                if (!image.caption().isEmpty()) {
                    add(around.with(new LineBreak()), leaves);
                    add(image.caption(), around.with(Style.EMPHASIS), leaves);
                    add(around.with(new LineBreak()), leaves);
                }
            } else {
                add(around.with(inline), leaves);
            }
        }
    }

    private static void marked(Marked marked, Leaf around, List<Leaf> leaves) {
        Mark mark = marked.mark();
        if (mark == Style.QUOTATION) {
            add(around.with(new Text("\"")), leaves);
            add(marked.content(), around, leaves);
            add(around.with(new Text("\"")), leaves);
        } else if (mark instanceof Style style) {
            add(marked.content(), around.with(style), leaves);
        } else if (mark instanceof TextColour text) {
            add(
                    marked.content(),
                    new Leaf(around.inline, around.styles, around.link, text.colour(), around.background),
                    leaves);
        } else if (mark instanceof BackgroundColour behind) {
            add(
                    marked.content(),
                    new Leaf(around.inline, around.styles, around.link, around.colour, behind.colour()),
                    leaves);
        } else {
            add(marked.content(), around, leaves);
        }
    }

    private static void add(Leaf leaf, List<Leaf> leaves) {
        if (!(leaf.inline instanceof Text text && text.value().isEmpty())) {
            leaves.add(leaf);
        }
    }

    /** Texts with the same around them become one. */
    private static List<Leaf> joined(List<Leaf> leaves) {
        if (!hasNeighbours(leaves)) {
            return leaves;
        }
        List<Leaf> joined = new ArrayList<>(leaves.size());
        int start = 0;
        while (start < leaves.size()) {
            Leaf first = leaves.get(start);
            int end = start + 1;
            while (end < leaves.size() && first.goesOnIn(leaves.get(end))) {
                end++;
            }
            joined.add(end == start + 1 ? first : first.with(new Text(words(leaves.subList(start, end)))));
            start = end;
        }
        return joined;
    }

    private static boolean hasNeighbours(List<Leaf> leaves) {
        for (int i = 1; i < leaves.size(); i++) {
            if (leaves.get(i - 1).goesOnIn(leaves.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<Leaf> leaves) {
        StringBuilder words = new StringBuilder();
        for (Leaf leaf : leaves) {
            if (leaf.inline instanceof Text text) {
                words.append(text.value());
            }
        }
        return words.toString();
    }

    /** How many characters of text there are. */
    static int lengthOf(List<Leaf> leaves) {
        int length = 0;
        for (Leaf leaf : leaves) {
            length += leaf.inline instanceof Text text ? text.value().length() : 0;
        }
        return length;
    }

    private boolean goesOnIn(Leaf next) {
        return inline instanceof Text && next.inline instanceof Text && isAroundSame(next);
    }

    private boolean isAroundSame(Leaf other) {
        return link == other.link
                && styles == other.styles
                && Objects.equals(colour, other.colour)
                && Objects.equals(background, other.background);
    }

    private Leaf with(Inline other) {
        return new Leaf(other, styles, link, colour, background);
    }

    private Leaf with(Style style) {
        Style shown = switch (style) {
            case MONOSPACE -> Style.CODE;
            case CITATION -> Style.EMPHASIS;
            default -> style;
        };
        return new Leaf(inline, styles | bit(shown), link, colour, background);
    }

    boolean is(Style style) {
        return (styles & bit(style)) != 0;
    }

    private static int bit(Style style) {
        return switch (style) {
            case STRONG -> 1;
            case EMPHASIS -> 1 << 1;
            case UNDERLINE -> 1 << 2;
            case STRIKE -> 1 << 3;
            case SUBSCRIPT -> 1 << 4;
            case SUPERSCRIPT -> 1 << 5;
            case CODE -> 1 << 6;
            case MONOSPACE -> 1 << 7;
            case BIG -> 1 << 8;
            case SMALL -> 1 << 9;
            case CITATION -> 1 << 10;
            case QUOTATION -> 1 << 11;
        };
    }

    /** Whether nothing is around it. */
    boolean isBare() {
        return styles == 0 && link == null && colour == null && background == null;
    }
}
