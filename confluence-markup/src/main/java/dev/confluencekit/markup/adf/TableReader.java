package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableColumn;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads tables. */
final class TableReader {
    private static final Attributes NUMBER = Attributes.of("class", "numberingColumn");

    private final NodeReader nodes;
    private final Trail trail;

    TableReader(NodeReader nodes, Trail trail) {
        this.nodes = nodes;
        this.trail = trail;
    }

    Table table(JsonNode node) {
        boolean numbered = Json.attribute(node, "isNumberColumnEnabled").asBoolean(false);
        List<TableRow> rows = new ArrayList<>();
        int number = 0;
        trail.enter("table");
        for (JsonNode child : Json.content(node)) {
            List<TableCell> cells = cells(child, rows.size() + 1);
            if (numbered) {
                boolean heads = rows.isEmpty() && cells.stream().allMatch(TableCell::header);
                cells.add(0, heads ? heading() : number(++number));
            }
            rows.add(new TableRow(TablePart.BODY, cells, Attributes.NONE));
        }
        trail.leave();
        return new Table(columns(node, numbered), rows, attributes(node));
    }

    /** In the storage format, the numbers of rows are cells. */
    private static TableCell heading() {
        return new TableCell(true, 1, 1, List.of(), NUMBER);
    }

    private static TableCell number(int number) {
        List<Block> content = List.of(Paragraph.of(Text.of(Integer.toString(number))));
        return new TableCell(false, 1, 1, content, NUMBER);
    }

    private static Attributes attributes(JsonNode node) {
        Attributes attributes = Attributes.NONE;
        String layout = Json.text(node, "layout");
        if (layout != null) {
            attributes = attributes.with("data-layout", layout);
        }
        String width = Json.pixels(Json.attribute(node, "width"));
        return width == null ? attributes : attributes.with("data-table-width", width);
    }

    /** What the first row says of widths. */
    private static List<TableColumn> columns(JsonNode node, boolean numbered) {
        List<TableColumn> columns = new ArrayList<>();
        boolean said = false;
        if (numbered) {
            columns.add(new TableColumn(Attributes.NONE));
        }
        for (JsonNode row : Json.content(node)) {
            for (JsonNode cell : Json.content(row)) {
                JsonNode widths = Json.attribute(cell, "colwidth");
                int span = Math.min(AdfReader.MAX_SPAN, spanOf(cell, "colspan"));
                for (int i = 0; i < span && columns.size() < AdfReader.MAX_SPAN; i++) {
                    double width = widths.path(i).asDouble(0);
                    boolean plausible = width > 0 && width < 1_000_000;
                    said |= plausible;
                    columns.add(plausible ? TableColumn.ofWidth(width) : new TableColumn(Attributes.NONE));
                }
            }
            break;
        }
        return said ? columns : List.of();
    }

    private List<TableCell> cells(JsonNode row, int number) {
        trail.enter("row", number);
        List<TableCell> cells = new ArrayList<>();
        if (Json.type(row).equals("tableRow")) {
            for (JsonNode child : Json.content(row)) {
                trail.enter("cell", cells.size() + 1);
                cells.add(cell(child));
                trail.leave();
            }
        } else {
            cells.add(stranger(row, "rows of a table; it was read as a row"));
        }
        trail.leave();
        return cells;
    }

    private TableCell stranger(JsonNode node, String where) {
        String type = Json.type(node);
        trail.found(FindingKind.REPAIRED, type, "A node " + type + " stands between the " + where + " of its own.");
        return new TableCell(false, 1, 1, nodes.blocks(List.of(node)), Attributes.NONE);
    }

    private TableCell cell(JsonNode node) {
        String type = Json.type(node);
        if (!type.equals("tableCell") && !type.equals("tableHeader")) {
            return stranger(node, "cells of a row; it was read as a cell");
        }
        Attributes attributes = Attributes.NONE;
        String background = Json.text(node, "background");
        if (background != null) {
            attributes = attributes.with("data-highlight-colour", background);
        }
        String vertical = Json.text(node, "valign");
        if (vertical != null) {
            attributes = attributes.with("style", "vertical-align: " + vertical + ";");
        }
        return new TableCell(
                type.equals("tableHeader"),
                span(node, "colspan"),
                span(node, "rowspan"),
                nodes.blocks(Json.content(node)),
                attributes);
    }

    private int span(JsonNode node, String name) {
        int span = spanOf(node, name);
        if (span > AdfReader.MAX_SPAN) {
            trail.found(
                    FindingKind.LIMITED,
                    name,
                    "A cell with " + name + " over " + AdfReader.MAX_SPAN + " was read as one of " + AdfReader.MAX_SPAN
                            + ".");
            return AdfReader.MAX_SPAN;
        }
        return span;
    }

    /** How many columns or rows; 0 and what is no number count as 1. */
    private static int spanOf(JsonNode node, String name) {
        return (int) Math.max(
                1, Math.min(Integer.MAX_VALUE, Json.attribute(node, name).asDouble(1)));
    }
}
