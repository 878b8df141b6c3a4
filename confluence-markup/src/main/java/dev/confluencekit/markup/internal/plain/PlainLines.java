package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import java.util.List;
import java.util.stream.Collectors;

/** The text of blocks where only lines of text can be. */
final class PlainLines {
    private PlainLines() {}

    static String of(List<Block> blocks) {
        return new Document(blocks)
                .nodes()
                .map(node -> node instanceof Paragraph paragraph
                        ? Words.of(paragraph.content())
                        : node instanceof Plain plain
                                ? Words.of(plain.content())
                                : node instanceof CodeBlock code ? code.text() : "")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
