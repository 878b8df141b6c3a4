package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableColumn;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import java.util.List;

/** Writes tables. */
final class StorageTables {
    private final Xml xml;
    private final StorageBlocks blocks;

    StorageTables(Xml xml, StorageBlocks blocks) {
        this.xml = xml;
        this.blocks = blocks;
    }

    Xml write(Table table) {
        xml.start("table").attributes(table.attributes());
        if (!table.columns().isEmpty()) {
            xml.start("colgroup");
            for (TableColumn column : table.columns()) {
                xml.start("col").attributes(column.attributes()).end("col");
            }
            xml.end("colgroup");
        }
        List<TableRow> rows = table.rows();
        int start = 0;
        while (start < rows.size()) {
            TablePart part = rows.get(start).part();
            String name = switch (part) {
                case HEAD -> "thead";
                case BODY -> "tbody";
                case FOOT -> "tfoot";
            };
            xml.start(name);
            int end = start;
            while (end < rows.size() && rows.get(end).part() == part) {
                row(rows.get(end));
                end++;
            }
            xml.end(name);
            start = end;
        }
        return xml.end("table");
    }

    private void row(TableRow row) {
        xml.start("tr").attributes(row.attributes());
        for (TableCell cell : row.cells()) {
            String name = cell.header() ? "th" : "td";
            xml.start(name).attributes(cell.attributes());
            span("colspan", cell.columnSpan());
            span("rowspan", cell.rowSpan());
            blocks.write(cell.content()).end(name);
        }
        xml.end("tr");
    }

    private void span(String name, int span) {
        if (span > 1) {
            xml.attribute(name, Integer.toString(span));
        }
    }
}
