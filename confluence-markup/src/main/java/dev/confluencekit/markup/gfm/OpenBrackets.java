package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Hides square brackets from the parser that stand behind very many others that are still open, and shows them again in what was
 * parsed. For each link the parser goes through all that are open, which costs the square of their number.
 */
final class OpenBrackets {
    private static final int MOST_OPEN = 200;

    /** Never a character, so it has no meaning that could get lost. */
    private static final char HIDDEN = '\uffff';

    private OpenBrackets() {}

    /** The same text with some brackets hidden; the very same if there is nothing to hide. */
    static String hide(String markdown) {
        StringBuilder hidden = null;
        int open = 0;
        boolean blank = false;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            switch (c) {
                case '\\' -> i++;
                case '[' -> {
                    open++;
                    if (open > MOST_OPEN) {
                        open = MOST_OPEN;
                        hidden = hidden == null ? new StringBuilder(markdown.replace(HIDDEN, '\ufffd')) : hidden;
                        hidden.setCharAt(i, HIDDEN);
                    }
                }
                case ']' -> open = Math.max(0, open - 1);
                case '\n' -> open = blank ? 0 : open;
                default -> {
                    // Says nothing.
                }
            }
            blank = c == '\n' || (blank && (c == ' ' || c == '\t' || c == '\r'));
        }
        return hidden == null ? markdown : hidden.toString();
    }

    /** Shows them again. */
    static void show(Node document, Trail trail) {
        trail.found(
                FindingKind.LIMITED,
                "brackets",
                "More than " + MOST_OPEN + " square brackets were open at once; those behind them were read as text.");
        document.accept(new Shower());
    }

    private static final class Shower extends AbstractVisitor {
        private static @Nullable String shown(@Nullable String text) {
            return text == null ? null : text.replace(HIDDEN, '[');
        }

        @Override
        public void visit(Text text) {
            text.setLiteral(shown(text.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(shown(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setLiteral(shown(code.getLiteral()));
            code.setInfo(shown(code.getInfo()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(shown(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(shown(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(shown(html.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            link.setDestination(shown(link.getDestination()));
            link.setTitle(shown(link.getTitle()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(shown(image.getDestination()));
            image.setTitle(shown(image.getTitle()));
            visitChildren(image);
        }
    }
}
