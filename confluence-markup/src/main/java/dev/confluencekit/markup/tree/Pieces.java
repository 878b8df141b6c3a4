package dev.confluencekit.markup.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Running text, cut where blocks stand in it. */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();

    /** Either running text, or a block. */
    private record Piece(List<Inline> text, @Nullable Block block) {}

    void add(List<Inline> content) {
        List<Inline> text = new ArrayList<>();
        for (Inline inline : content) {
            if (inline instanceof Embedded embedded) {
                text = cut(text);
                block(embedded.block());
            } else if (inline instanceof Macro macro) {
                Macro lifted = Lifting.lifted(macro);
                if (isLine(lifted)) {
                    text.add(lifted);
                } else {
                    text = cut(text);
                    pieces.add(new Piece(List.of(), lifted));
                }
            } else if (inline instanceof Element element) {
                Element lifted = Lifting.lifted(element);
                if (isLine(lifted.content())) {
                    text.add(lifted);
                } else {
                    text = cut(text);
                    pieces.add(new Piece(List.of(), lifted));
                }
            } else if (inline instanceof Marked marked) {
                text = inside(marked.content(), text, piece -> new Marked(marked.mark(), piece));
            } else if (inline instanceof Link link) {
                text = inside(
                        link.content(),
                        text,
                        piece -> new Link(link.target(), link.anchor(), piece, link.look(), link.attributes()));
            } else if (inline instanceof Image image) {
                text.add(new Image(
                        image.source(),
                        image.alternative(),
                        image.title(),
                        Lines.of(image.caption()),
                        image.attributes()));
            } else {
                text.add(inline);
            }
        }
        cut(text);
    }

    private List<Inline> inside(List<Inline> content, List<Inline> before, Function<List<Inline>, Inline> wrapper) {
        Pieces inner = new Pieces();
        inner.add(content);
        if (inner.pieces.stream().allMatch(piece -> piece.block() == null)) {
            List<Inline> text =
                    inner.pieces.isEmpty() ? List.of() : inner.pieces.get(0).text();
            before.add(wrapper.apply(text));
            return before;
        }
        List<Inline> text = before;
        for (Piece piece : inner.pieces) {
            if (piece.block() == null) {
                text.add(wrapper.apply(piece.text()));
            } else {
                text = cut(text);
                pieces.add(piece);
            }
        }
        return text;
    }

    private List<Inline> cut(List<Inline> text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null));
        }
        return new ArrayList<>();
    }

    private void block(Block block) {
        for (Block lifted : Lifting.lift(List.of(block))) {
            pieces.add(new Piece(List.of(), lifted));
        }
    }

    private static boolean isLine(Macro macro) {
        return macro.bodies().stream()
                .allMatch(body -> body instanceof PlainBody plain
                        ? plain.text().indexOf('\n') < 0
                        : body instanceof RichBody rich && isLine(rich.content()));
    }

    private static boolean isLine(List<Block> content) {
        return content.isEmpty()
                || (content.size() == 1 && (content.get(0) instanceof Plain || content.get(0) instanceof Paragraph));
    }

    List<Block> blocks(Function<List<Inline>, Block> paragraph) {
        if (pieces.isEmpty()) {
            return List.of(paragraph.apply(List.of()));
        }
        boolean whole = pieces.size() == 1;
        List<Block> blocks = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            if (piece.block() != null) {
                blocks.add(piece.block());
            } else if (whole || !isBlank(piece.text())) {
                blocks.add(paragraph.apply(piece.text()));
            }
        }
        return blocks;
    }

    private static boolean isBlank(List<Inline> text) {
        for (Inline inline : text) {
            boolean blank = inline instanceof LineBreak
                    || (inline instanceof Text words && words.value().isBlank())
                    || (inline instanceof Marked marked && isBlank(marked.content()))
                    || (inline instanceof Link link && isBlank(link.content()));
            if (!blank) {
                return false;
            }
        }
        return true;
    }
}
