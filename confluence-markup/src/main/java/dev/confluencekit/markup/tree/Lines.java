package dev.confluencekit.markup.tree;

import java.util.ArrayList;
import java.util.List;

/** Running text where nothing else can be: what blocks in it say, in lines. */
final class Lines {
    private Lines() {}

    static List<Inline> of(List<Inline> content) {
        if (content.stream().noneMatch(Lines::needsCare)) {
            return content;
        }
        List<Inline> lines = new ArrayList<>();
        for (Inline inline : content) {
            if (inline instanceof Embedded embedded) {
                add(embedded, lines);
            } else if (inline instanceof Marked marked) {
                lines.add(new Marked(marked.mark(), of(marked.content())));
            } else if (inline instanceof Link link) {
                lines.add(new Link(link.target(), link.anchor(), of(link.content()), link.look(), link.attributes()));
            } else if (inline instanceof Macro || inline instanceof Element) {
                add(inline, lines);
            } else {
                lines.add(inline);
            }
        }
        return lines;
    }

    private static boolean needsCare(Inline inline) {
        return inline instanceof Embedded
                || inline instanceof Marked
                || inline instanceof Link
                || (inline instanceof Macro macro && !macro.bodies().isEmpty())
                || (inline instanceof Element element && !element.content().isEmpty());
    }

    private static void add(Node node, List<Inline> lines) {
        if (node instanceof Macro macro && macro.bodies().isEmpty()) {
            lines.add(macro);
            return;
        }
        TreeWalk.walk(node, (found, depth) -> {
            if (found instanceof Plain plain) {
                line(of(plain.content()), lines);
            } else if (found instanceof Paragraph paragraph) {
                line(of(paragraph.content()), lines);
            } else if (found instanceof Heading heading) {
                line(of(heading.content()), lines);
            } else if (found instanceof Preformatted preformatted) {
                line(of(preformatted.content()), lines);
            } else if (found instanceof Decision decision) {
                line(of(decision.content()), lines);
            } else if (found instanceof CodeBlock code) {
                line(List.of(Marked.of(Style.CODE, Text.of(code.text()))), lines);
            } else {
                return true;
            }
            return false;
        });
        if (node instanceof Macro macro) {
            for (MacroBody body : macro.bodies()) {
                if (body instanceof PlainBody plain) {
                    line(List.of(Marked.of(Style.CODE, Text.of(plain.text()))), lines);
                }
            }
        }
    }

    private static void line(List<Inline> line, List<Inline> lines) {
        if (!lines.isEmpty()) {
            lines.add(new LineBreak());
        }
        lines.addAll(line);
    }
}
