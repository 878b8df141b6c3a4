package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.adf.MarkReader.Leaf;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** Goes through nodes: keeps running text together, minds the depth, and gives each node to the reader of its kind. */
final class NodeReader {
    /** How many nodes of the tree a node of the body becomes at most: an embedded block, a macro, its body. */
    static final int TREE_NODES_PER_NODE = 4;

    private final Trail trail;
    private final BlockReader blocks;
    private final InlineReader inlines;
    private final ExtensionReader extensions;
    private int depth;

    NodeReader(Trail trail) {
        this.trail = trail;
        MarkReader marks = new MarkReader(trail);
        MediaReader media = new MediaReader(this, marks);
        this.extensions = new ExtensionReader(this, trail);
        this.inlines = new InlineReader(trail, marks, media, extensions);
        this.blocks = new BlockReader(this, trail, marks, media, extensions);
    }

    /** The blocks of a document, or of what stands where one should. */
    List<Block> document(JsonNode root) {
        if (root.isObject() && Json.type(root).equals("doc")) {
            return blocks(Json.content(root));
        }
        trail.found(FindingKind.REPAIRED, "doc", "The body is no node doc; it was read as what one holds.");
        return blocks(root.isArray() ? root : List.of(root));
    }

    int depth() {
        return depth;
    }

    List<Block> inside(String place, int number, JsonNode node) {
        trail.enter(place, number);
        List<Block> read = blocks(Json.content(node));
        trail.leave();
        return read;
    }

    List<Block> blocks(Iterable<JsonNode> nodes) {
        if (depth >= AdfReader.MAX_DEPTH) {
            return deep(nodes);
        }
        depth++;
        Blocks read = new Blocks();
        for (JsonNode node : nodes) {
            read(node, read);
        }
        depth--;
        return read.finish();
    }

    private List<Block> deep(Iterable<JsonNode> nodes) {
        trail.found(
                FindingKind.LIMITED,
                "nesting",
                "Nodes nested deeper than " + AdfReader.MAX_DEPTH + " were read as lines of text.");
        return DeepText.lines(nodes);
    }

    private void read(JsonNode node, Blocks into) {
        if (!node.isObject()) {
            strange(node, into);
        } else if (InlineReader.isInline(node)) {
            into.run.addAll(inlines.read(node));
        } else if (Json.type(node).equals("layoutSection")) {
            into.flush();
            into.sections.add(blocks.section(node, into.sections.size() + 1));
        } else {
            into.flushAll();
            block(node, into.blocks);
        }
    }

    private void strange(JsonNode node, Blocks into) {
        if (node.isArray()) {
            repaired("array");
            into.flushAll();
            into.blocks.addAll(blocks(node));
        } else if (!node.isNull() && !node.isMissingNode()) {
            repaired("value");
            into.run.add(new Leaf(new Text(node.asText()), List.of()));
        }
    }

    private void repaired(String what) {
        trail.found(FindingKind.REPAIRED, what, "Where a node should be there is something else; it was read as text.");
    }

    private void block(JsonNode node, List<Block> into) {
        if (!blocks.read(node, into)) {
            into.add(unknown(node));
        }
    }

    List<Inline> inlines(Iterable<JsonNode> nodes) {
        List<Leaf> read = new ArrayList<>();
        if (depth >= AdfReader.MAX_DEPTH) {
            for (Block block : deep(nodes)) {
                read.add(new Leaf(new Embedded(block), List.of()));
            }
            return MarkReader.nest(read);
        }
        depth++;
        for (JsonNode node : nodes) {
            if (!node.isObject()) {
                Blocks strange = new Blocks();
                strange(node, strange);
                read.addAll(strange.run);
                strange.blocks.forEach(block -> read.add(new Leaf(new Embedded(block), List.of())));
            } else if (InlineReader.isInline(node)) {
                read.addAll(inlines.read(node));
            } else {
                List<Block> found = new ArrayList<>(1);
                if (Json.type(node).equals("layoutSection")) {
                    found.add(new Layout(List.of(blocks.section(node, 1))));
                } else {
                    block(node, found);
                }
                for (Block block : found) {
                    read.add(new Leaf(block instanceof Element element ? element : new Embedded(block), List.of()));
                }
            }
        }
        depth--;
        return MarkReader.nest(read);
    }

    /** A node of which nothing is known, with what can be read of it. */
    Element unknown(JsonNode node) {
        String type = Json.type(node).isEmpty() ? "node" : Json.type(node);
        List<Block> content = List.of();
        String how = "nothing of it can be read.";
        String text = Json.textOf(node.path("text"));
        if (text == null) {
            text = Json.text(node, "text");
        }
        if (Json.hasContent(node)) {
            content = blocks(Json.content(node));
            how = "its content was kept.";
        } else if (text != null) {
            content = List.of(Plain.of(new Text(text)));
            how = "its text was kept.";
        }
        trail.found(FindingKind.UNKNOWN_ELEMENT, type, "The node " + type + " is not known; " + how);
        return new Element(Source.ADF, type, content, Json.attributes(node));
    }

    /** A node that is known, where it cannot be. */
    Block misplaced(JsonNode node) {
        String type = Json.type(node);
        trail.found(FindingKind.REPAIRED, type, "The node " + type + " is not where it can be; its content was read.");
        return new Division(blocks(Json.content(node)), Attributes.NONE);
    }

    /** What was read, and what may go on with the next node: running text, sections of a layout. */
    private static final class Blocks {
        private final List<Block> blocks = new ArrayList<>();
        private final List<Leaf> run = new ArrayList<>();
        private final List<LayoutSection> sections = new ArrayList<>();

        private void flush() {
            if (!run.isEmpty()) {
                flushSections();
                blocks.add(new Plain(MarkReader.nest(run)));
                run.clear();
            }
        }

        private void flushSections() {
            if (!sections.isEmpty()) {
                blocks.add(new Layout(sections));
                sections.clear();
            }
        }

        private void flushAll() {
            flush();
            flushSections();
        }

        private List<Block> finish() {
            flushAll();
            return blocks;
        }
    }
}
