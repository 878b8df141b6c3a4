package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Lets the parser see paragraphs of very many lines in parts. For each line that may begin something else, it looks at all lines
 * before it again, which costs the square of their number. The parts are put together again when all is parsed.
 */
final class LongParagraphs {
    /** From here on a part ends where a line cannot be anything else. */
    private static final int ENOUGH_LINES = 500;

    /** Here a part ends, whatever the line is. */
    private static final int MOST_LINES = 1_000;

    private static final int CODE_INDENT = 4;

    private LongParagraphs() {}

    /** To be asked before all others. */
    static BlockParserFactory factory() {
        return new Cutter();
    }

    /** Makes one paragraph of the parts. */
    static void join(Node document, Trail trail) {
        List<Seam> seams = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Seam seam) {
                    seams.add(seam);
                } else {
                    visitChildren(block);
                }
            }
        });
        if (!seams.isEmpty()) {
            trail.found(
                    FindingKind.LIMITED,
                    "paragraph",
                    "A paragraph of more than " + ENOUGH_LINES
                            + " lines was read in parts; each was read as if it stood behind an empty line.");
        }
        seams.forEach(Seam::join);
    }

    private static final class Seam extends CustomBlock {
        void join() {
            if (getPrevious() instanceof Paragraph before && getNext() instanceof Paragraph after) {
                before.appendChild(new SoftLineBreak());
                Node child = after.getFirstChild();
                while (child != null) {
                    Node next = child.getNext();
                    before.appendChild(child);
                    child = next;
                }
                after.unlink();
            }
            unlink();
        }
    }

    private static final class Cutter extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (!(matched.getMatchedBlockParser().getBlock() instanceof Paragraph)) {
                return BlockStart.none();
            }
            int lines = matched.getParagraphLines().getLines().size();
            boolean enough = lines >= MOST_LINES || (lines >= ENOUGH_LINES && isPlain(state));
            return enough ? BlockStart.of(new SeamParser()).atIndex(state.getIndex()) : BlockStart.none();
        }

        private static boolean isPlain(ParserState state) {
            char first = state.getLine().getContent().charAt(state.getNextNonSpaceIndex());
            return state.getIndent() < CODE_INDENT
                    && !(first >= '0' && first <= '9')
                    && "#>-+*_=|:<`~[".indexOf(first) < 0;
        }
    }

    /** What comes next is beside the seam, never in it. */
    private static final class SeamParser extends AbstractBlockParser {
        private final Seam seam = new Seam();

        @Override
        public Block getBlock() {
            return seam;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return false;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
