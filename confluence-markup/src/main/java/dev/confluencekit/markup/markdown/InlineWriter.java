package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.characters.Characters;
import dev.confluencekit.markup.markdown.MarkdownOptions.Choice;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes running text of one paragraph, heading or table cell. */
final class InlineWriter {
    /** Where the text stands. */
    enum Where {
        PARAGRAPH,
        HEADING,
        CELL
    }

    private static final int LEVELS = 10;

    private static final int UNDERLINE_LEVEL = 4;
    private static final int COLOUR_LEVEL = 5;
    private static final int BACKGROUND_LEVEL = 6;
    private static final int HTML_LEVELS = 1 << UNDERLINE_LEVEL | 1 << COLOUR_LEVEL | 1 << BACKGROUND_LEVEL;

    /** How many characters of markers and addresses there mostly are. */
    private static final int FOR_MARKERS = 64;

    private final Where where;
    private final boolean htmlAnchors;
    /** A bit for each level that there are words for. */
    private final int shown;

    private boolean broken;
    private int stars;

    private InlineWriter(Where where, MarkdownOptions options) {
        this.where = where;
        this.shown = options.has(Choice.HTML_MARKS) ? -1 : ~HTML_LEVELS;
        this.htmlAnchors = options.has(Choice.HTML_ANCHORS);
    }

    /** Writes text; empty if there is nothing to see. */
    static String write(List<Inline> content, Where where, MarkdownOptions options) {
        List<Leaf> leaves = Leaf.of(content);
        int begin = 0;
        int end = leaves.size();
        while (begin < end && isBlank(leaves.get(begin), options)) {
            begin++;
        }
        while (begin < end && isBlank(leaves.get(end - 1), options)) {
            end--;
        }
        StringBuilder out = new StringBuilder(Leaf.lengthOf(leaves) + FOR_MARKERS);
        new InlineWriter(where, options).group(leaves.subList(begin, end), 0, out, true, ' ');
        return out.toString().strip();
    }

    /** Whether there is nothing to see. */
    static boolean isBlank(List<Inline> content, MarkdownOptions options) {
        for (Inline inline : content) {
            boolean blank = inline instanceof LineBreak
                    || (inline instanceof Text text && isBlank(text.value()))
                    || (inline instanceof Marked marked && isBlank(marked.content(), options))
                    || isUnseenAnchor(inline, options);
            if (!blank) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(Leaf leaf, MarkdownOptions options) {
        return leaf.inline() instanceof LineBreak
                || (leaf.inline() instanceof Text text && isBlank(text.value()))
                || isUnseenAnchor(leaf.inline(), options);
    }

    private static boolean isUnseenAnchor(Inline inline, MarkdownOptions options) {
        return inline instanceof Macro macro && macro.name().equals("anchor") && !options.has(Choice.HTML_ANCHORS);
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && Characters.isPlain(text.charAt(i))) {
                return false;
            }
        }
        return Characters.clean(text).isBlank();
    }

    /**
     * Writes leaves.
     *
     * @param level the first that is not around them yet
     * @param begins whether an empty output is the beginning of a line
     * @param after what is written next
     */
    private void group(List<Leaf> leaves, int level, StringBuilder out, boolean begins, int after) {
        int around = around(leaves) & shown & -1 << level;
        if (around == 0) {
            leaves(leaves, out, begins);
            return;
        }
        int outermost = Integer.numberOfTrailingZeros(around);
        int start = 0;
        while (start < leaves.size()) {
            Object key = key(leaves.get(start), outermost);
            int end = start + 1;
            while (end < leaves.size() && isSame(key, key(leaves.get(end), outermost))) {
                end++;
            }
            List<Leaf> run = leaves.subList(start, end);
            int next = end < leaves.size() ? firstOf(leaves.get(end)) : after;
            if (key == null) {
                group(run, outermost + 1, out, begins, next);
            } else {
                wrap(key, run, outermost, out, begins, next);
            }
            start = end;
        }
    }

    /** A bit for each level that is around one leaf or more. */
    private static int around(List<Leaf> leaves) {
        int around = 0;
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            if (!leaf.isBare()) {
                for (int level = 0; level < LEVELS; level++) {
                    around |= key(leaf, level) == null ? 0 : 1 << level;
                }
            }
        }
        return around;
    }

    /** What is put around the leaf at a level, from the outermost on. */
    private static @Nullable Object key(Leaf leaf, int level) {
        return switch (level) {
            case 0 -> leaf.link();
            case 1 -> style(leaf, Style.STRONG);
            case 2 -> style(leaf, Style.EMPHASIS);
            case 3 -> style(leaf, Style.STRIKE);
            case UNDERLINE_LEVEL -> style(leaf, Style.UNDERLINE);
            case COLOUR_LEVEL -> leaf.colour();
            case BACKGROUND_LEVEL -> leaf.background();
            case 7 -> style(leaf, Style.SUBSCRIPT);
            case 8 -> style(leaf, Style.SUPERSCRIPT);
            default -> leaf.inline() instanceof Text ? style(leaf, Style.CODE) : null;
        };
    }

    private static @Nullable Style style(Leaf leaf, Style style) {
        return leaf.is(style) ? style : null;
    }

    @SuppressWarnings("ReferenceEquality") // The same link, not an equal one.
    private static boolean isSame(@Nullable Object key, @Nullable Object other) {
        return key instanceof Leaf.Anchor ? key == other : Objects.equals(key, other);
    }

    /** What the leaf begins with, as far as it matters to what is before it. */
    private static int firstOf(Leaf leaf) {
        if (leaf.inline() instanceof Text text && leaf.link() == null && !leaf.is(Style.CODE)) {
            char first = text.value().charAt(0);
            if (Characters.isPlain(first)) {
                return first;
            }
            String clean = Characters.clean(text.value());
            return clean.isEmpty() ? ' ' : clean.codePointAt(0);
        }
        return leaf.inline() instanceof LineBreak ? ' ' : '[';
    }

    private void wrap(Object key, List<Leaf> run, int level, StringBuilder out, boolean begins, int next) {
        if (key == Style.CODE) {
            code(run, out);
            return;
        }
        StringBuilder inner = new StringBuilder();
        boolean inStars = key == Style.STRONG || key == Style.EMPHASIS;
        stars += inStars ? 1 : 0;
        group(run, level + 1, inner, false, key instanceof Leaf.Anchor ? ']' : next);
        stars -= inStars ? 1 : 0;
        String text = inner.toString();
        int begin = 0;
        int end = text.length();
        while (begin < end && Characters.isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && (Characters.isSpace(text.charAt(end - 1)) || isBreak(text, end - 1))) {
            end--;
        }
        String core = text.substring(begin, end);
        space(text.substring(0, begin), out, begins);
        if (key instanceof Leaf.Anchor anchor) {
            link(anchor.link(), run, core, out);
        } else if (!core.isEmpty()) {
            mark(key, level, core, out, end < text.length() ? ' ' : next);
        }
        space(text.substring(end), out, begins);
    }

    /** Before a marker, what breaks a line would escape the marker. */
    private static boolean isBreak(String text, int i) {
        return text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    private static void space(String space, StringBuilder out, boolean begins) {
        if (!space.isEmpty() && !(begins && isLineStart(out))) {
            out.append(space);
        }
    }

    private static boolean isLineStart(StringBuilder out) {
        return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    }

    private void mark(Object key, int level, String core, StringBuilder out, int next) {
        if (key == Style.SUBSCRIPT || key == Style.SUPERSCRIPT || key == Style.UNDERLINE) {
            String tag = key == Style.SUBSCRIPT ? "sub" : key == Style.SUPERSCRIPT ? "sup" : "u";
            out.append('<')
                    .append(tag)
                    .append('>')
                    .append(core)
                    .append("</")
                    .append(tag)
                    .append('>');
        } else if (key instanceof String colour) {
            String property = level == COLOUR_LEVEL ? "color" : "background-color";
            out.append("<span style=\"")
                    .append(property)
                    .append(": ")
                    .append(cell(Escapes.html(colour)))
                    .append("\">")
                    .append(core)
                    .append("</span>");
        } else {
            String marker = key == Style.STRONG ? "**" : key == Style.EMPHASIS ? "*" : "~~";
            String tag = key == Style.STRONG ? "strong" : key == Style.EMPHASIS ? "em" : "del";
            if (Emphasis.works(out, core, next, stars > 0 && key != Style.STRIKE)) {
                out.append(marker).append(core).append(marker);
            } else {
                out.append('<')
                        .append(tag)
                        .append('>')
                        .append(core)
                        .append("</")
                        .append(tag)
                        .append('>');
            }
        }
    }

    private void code(List<Leaf> run, StringBuilder out) {
        StringBuilder code = new StringBuilder();
        for (Leaf leaf : run) {
            if (leaf.inline() instanceof Text text) {
                code.append(text.value());
            }
        }
        String clean = Characters.clean(code.toString());
        if (clean.isBlank()) {
            out.append(clean);
        } else {
            out.append(Escapes.code(clean, where == Where.CELL));
        }
    }

    private void link(Link link, List<Leaf> run, String core, StringBuilder out) {
        String url = ((WebTarget) link.target()).url();
        String title = link.attributes().get("title").orElse("");
        boolean plain = run.size() == 1
                && run.get(0).inline() instanceof Text text
                && text.value().equals(url)
                && !core.startsWith("`");
        if ((plain || core.isEmpty()) && title.isEmpty() && isAutolink(url)) {
            out.append('<').append(url).append('>');
            return;
        }
        if (out.length() > 0 && out.charAt(out.length() - 1) == '!') {
            out.setLength(out.length() - 1);
            out.append("\\!");
        }
        out.append('[').append(core.isEmpty() ? Escapes.destination(url) : core).append("](");
        out.append(Escapes.destination(url));
        if (!title.isEmpty()) {
            out.append(Escapes.title(title, where == Where.CELL));
        }
        out.append(')');
    }

    private boolean isAutolink(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && url.equals(Escapes.destination(url).replace("%28", "(").replace("%29", ")"));
    }

    private void leaves(List<Leaf> leaves, StringBuilder out, boolean begins) {
        for (int i = 0; i < leaves.size(); i++) {
            Inline inline = leaves.get(i).inline();
            if (inline instanceof Text text) {
                boolean lineStart = where == Where.PARAGRAPH && (begins ? isLineStart(out) : endsLine(out));
                if (Escapes.isHarmless(text.value(), lineStart)) {
                    out.append(text.value());
                } else {
                    Escapes.text(Characters.clean(text.value()), out, lineStart, !broken, where == Where.CELL);
                }
            } else if (inline instanceof LineBreak) {
                lineBreak(out);
            } else if (inline instanceof Image image) {
                image(image, out);
            } else if (inline instanceof Macro macro) {
                macro(macro, out);
            }
        }
    }

    private static boolean endsLine(StringBuilder out) {
        return out.length() > 0 && out.charAt(out.length() - 1) == '\n';
    }

    private void lineBreak(StringBuilder out) {
        if (where == Where.HEADING) {
            out.append(' ');
            return;
        }
        broken = true;
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append(where == Where.CELL ? "<br>" : endsLine(out) || end == 0 ? "<br>\n" : "\\\n");
    }

    private void image(Image image, StringBuilder out) {
        String url = ((WebTarget) image.source()).url();
        StringBuilder words = new StringBuilder();
        String alternative = image.alternative();
        Escapes.text(
                Characters.clean(alternative == null ? "" : alternative), words, false, false, where == Where.CELL);
        out.append("![").append(words).append("](").append(Escapes.destination(url));
        String title = image.title();
        if (title != null && !title.isEmpty()) {
            out.append(Escapes.title(title, where == Where.CELL));
        }
        out.append(')');
    }

    private void macro(Macro macro, StringBuilder out) {
        switch (macro.name()) {
            case "mathblock" -> out.append(cell("$$" + Characters.clean(body(macro)) + "$$"));
            case "mathinline" -> out.append(cell("$" + Characters.clean(body(macro)) + "$"));
            case "markdown" -> out.append(cell(Characters.clean(RawMarkdown.withoutHtml(body(macro)))));
            case "anchor" -> {
                if (htmlAnchors) {
                    out.append("<a id=\"")
                            .append(cell(Escapes.html(anchorOf(macro))))
                            .append("\"></a>");
                }
            }
            default -> throw new IllegalStateException("not reduced: " + macro.name());
        }
    }

    static String anchorOf(Macro macro) {
        return macro.text("").or(() -> macro.text("name")).orElse("");
    }

    static String body(Macro macro) {
        for (MacroBody body : macro.bodies()) {
            if (body instanceof PlainBody plain) {
                return plain.text();
            }
        }
        return "";
    }

    private String cell(String text) {
        return where == Where.CELL ? text.replace("|", "\\|") : text;
    }
}
