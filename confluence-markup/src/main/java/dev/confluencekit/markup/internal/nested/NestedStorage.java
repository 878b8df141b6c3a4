package dev.confluencekit.markup.internal.nested;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageReader;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TreeListener;
import java.util.List;

/** Reads a storage body that is part of another body. */
public final class NestedStorage {
    private NestedStorage() {}

    /**
     * Reads it.
     *
     * @param body in storage format
     * @param above how deep in the other tree it stands
     * @param trail where to tell what was found in it
     * @return its blocks; one paragraph of its words, if the tree would become too deep
     */
    public static List<Block> read(String body, int above, Trail trail) {
        Conversion<Document> read =
                StorageReader.create().maxCharacters(Math.max(1, body.length())).read(body);
        for (Finding finding : read.report().findings()) {
            trail.found(finding.kind(), finding.subject(), finding.message());
        }
        Document document = read.output();
        if (above + depth(document) <= Document.MAX_DEPTH) {
            return document.blocks();
        }
        trail.found(
                FindingKind.LIMITED, "nesting", "A storage body nested too deep was read as one paragraph of text.");
        StringBuilder words = new StringBuilder();
        document.nodes()
                .filter(Text.class::isInstance)
                .forEach(text -> words.append(((Text) text).value()).append(' '));
        return List.of(Paragraph.of(new Text(words.toString().strip())));
    }

    private static int depth(Document document) {
        int[] deepest = {0};
        document.walk(new TreeListener() {
            @Override
            public boolean enter(Node node, int depth) {
                deepest[0] = Math.max(deepest[0], depth);
                return true;
            }
        });
        return deepest[0];
    }
}
