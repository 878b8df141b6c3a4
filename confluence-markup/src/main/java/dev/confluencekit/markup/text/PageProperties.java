package dev.confluencekit.markup.text;

import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads page properties: what stands in the macro {@code details}, in the rows of tables whose first cell is a heading or bold. The
 * second cell is the value. Hidden properties count, too.
 */
public final class PageProperties {
    private PageProperties() {}

    /**
     * Reads them.
     *
     * @param document the page
     * @param options how values are to be written
     * @return plain text by name, in the order of reading; a name that comes again has all its values, each on a line of its own
     */
    public static Map<String, String> of(Document document, TextOptions options) {
        Map<String, String> properties = new LinkedHashMap<>();
        TextWriter writer = TextWriter.of(options);
        document.nodes()
                .filter(node -> node instanceof Macro macro && macro.isNamed("details"))
                .flatMap(details -> tables(details).stream())
                .flatMap(table -> table.rows().stream())
                .forEach(row -> add(row, writer, properties));
        return Collections.unmodifiableMap(properties);
    }

    /** Those in the macro, but not those in cells, and not those of a macro in it, which is found by itself. */
    private static List<Table> tables(Node parent) {
        List<Table> tables = new ArrayList<>();
        for (Node child : parent.children()) {
            if (child instanceof Table table) {
                tables.add(table);
            } else if (!(child instanceof Macro macro && macro.isNamed("details"))) {
                tables.addAll(tables(child));
            }
        }
        return tables;
    }

    private static void add(TableRow row, TextWriter writer, Map<String, String> properties) {
        List<TableCell> cells = row.cells().stream()
                .filter(cell -> !cell.attributes().get("class").orElse("").equals("numberingColumn"))
                .toList();
        if (cells.size() < 2 || !isName(cells.get(0)) || cells.stream().allMatch(TableCell::header)) {
            return;
        }
        String name = text(cells.get(0), writer).replace('\n', ' ');
        if (!name.isEmpty()) {
            properties.merge(name, text(cells.get(1), writer), (before, more) -> before + "\n" + more);
        }
    }

    private static String text(TableCell cell, TextWriter writer) {
        return writer.write(new Document(cell.content())).output().strip();
    }

    private static boolean isName(TableCell cell) {
        return cell.header()
                || (!cell.content().isEmpty() && cell.content().stream().allMatch(PageProperties::isBold));
    }

    private static boolean isBold(Block block) {
        List<Inline> content = block instanceof Paragraph paragraph
                ? paragraph.content()
                : block instanceof Plain plain ? plain.content() : List.of();
        return !content.isEmpty() && content.stream().allMatch(PageProperties::isBold);
    }

    private static boolean isBold(Inline inline) {
        return inline instanceof Text text
                ? text.value().isBlank()
                : inline instanceof Marked marked
                        && (marked.mark() == Style.STRONG
                                || marked.content().stream().allMatch(PageProperties::isBold));
    }
}
