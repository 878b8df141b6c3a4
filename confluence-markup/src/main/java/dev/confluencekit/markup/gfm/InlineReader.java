package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.UserTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads running text. */
final class InlineReader {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@./])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,98}[\\p{L}\\p{N}])?)");

    private final BlockReader blocks;
    private final Targets targets;
    private final @Nullable PersonResolver people;
    private final Trail trail;

    InlineReader(BlockReader blocks, Targets targets, @Nullable PersonResolver people, Trail trail) {
        this.blocks = blocks;
        this.targets = targets;
        this.people = people;
        this.trail = trail;
    }

    /** Reads the node and those behind it. */
    List<Inline> read(@Nullable Node first) {
        List<Node> nodes = new ArrayList<>();
        boolean raw = false;
        for (Node node = first; node != null; node = node.getNext()) {
            nodes.add(node);
            raw |= node instanceof HtmlInline;
        }
        Run run = new Run();
        if (!blocks.enter()) {
            nodes.forEach(node -> run.add(Words.of(node)));
            return run.finish();
        }
        if (raw) {
            blocks.html().inlines(nodes).forEach(run::add);
        } else {
            nodes.forEach(node -> inline(node, run));
        }
        blocks.leave();
        return run.finish();
    }

    void inline(Node node, Run run) {
        if (node instanceof Text text) {
            text(text.getLiteral(), run);
        } else if (node instanceof SoftLineBreak) {
            run.add(" ");
        } else if (node instanceof HardLineBreak) {
            run.add(new LineBreak());
        } else if (node instanceof Emphasis) {
            run.add(new Marked(Style.EMPHASIS, blocks.inlines(node)));
        } else if (node instanceof StrongEmphasis) {
            run.add(new Marked(Style.STRONG, blocks.inlines(node)));
        } else if (node instanceof Strikethrough) {
            run.add(new Marked(Style.STRIKE, blocks.inlines(node)));
        } else if (node instanceof Code code) {
            run.add(Marked.of(Style.CODE, dev.confluencekit.markup.tree.Text.of(code.getLiteral())));
        } else if (node instanceof Link link) {
            targets.link(link.getDestination(), link.getTitle(), blocks.inlines(link))
                    .forEach(run::add);
        } else if (node instanceof Image image) {
            image(image, run);
        } else if (node instanceof FootnoteReference reference) {
            run.add(blocks.footnotes().reference(reference));
        } else {
            blocks.inlines(node).forEach(run::add);
        }
    }

    private void image(Image image, Run run) {
        for (Node node = image.getFirstChild(); node != null; node = Words.next(node, image)) {
            if (node instanceof Link || node instanceof Image || node instanceof FootnoteReference) {
                trail.found(
                        FindingKind.SIMPLIFIED,
                        image.getDestination(),
                        "The words for the image " + image.getDestination()
                                + " hold more than words; the words were kept.");
            }
        }
        run.add(targets.image(image.getDestination(), Words.of(image), image.getTitle()));
    }

    private void text(String text, Run run) {
        if (people == null || text.indexOf('@') < 0) {
            run.add(text);
            return;
        }
        Matcher found = MENTION.matcher(text);
        int at = 0;
        while (found.find()) {
            Optional<UserTarget> user = people.resolve(found.group(1));
            if (user.isPresent()) {
                run.add(text.substring(at, found.start()));
                run.add(new Mention(user.get(), found.group(1)));
                at = found.end();
            }
        }
        run.add(text.substring(at));
    }
}
