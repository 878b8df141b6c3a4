package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.gfm.HtmlReader.Piece;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads lists and tables of raw HTML. */
final class HtmlTables {
    private static final int MAX_SPAN = 1_000;

    private final HtmlReader html;
    private final Trail trail;

    HtmlTables(HtmlReader html, Trail trail) {
        this.html = html;
        this.trail = trail;
    }

    Block list(Piece piece) {
        List<ListItem> items = new ArrayList<>();
        for (Element part : parts(piece.root(), "li")) {
            trail.enter("item", items.size() + 1);
            items.add(new ListItem(html.blocks(piece.at(part)), Attributes.NONE));
            trail.leave();
        }
        return piece.root().normalName().equals("ul")
                ? new BulletList(items, Attributes.NONE)
                : new OrderedList(number(piece.root(), "start", 1, 999_999_999), items, Attributes.NONE);
    }

    /** The elements of that name, and one around each run of whatever else there is. */
    private static List<Element> parts(Element parent, String name) {
        List<Element> parts = new ArrayList<>();
        Element others = null;
        List<Node> children = List.copyOf(parent.childNodes());
        // All at once, since taking single ones out costs as much each.
        parent.empty();
        for (Node node : children) {
            if (node instanceof Element element && element.normalName().equals(name)) {
                parts.add(element);
                others = null;
            } else if (!(node instanceof TextNode text && text.isBlank())) {
                if (others == null) {
                    others = new Element(name);
                    parts.add(others);
                }
                others.appendChild(node);
            }
        }
        return parts;
    }

    void table(Piece piece, List<Block> into) {
        List<TableRow> rows = new ArrayList<>();
        trail.enter("table");
        rows(piece, TablePart.BODY, rows, into);
        trail.leave();
        into.add(new Table(List.of(), rows, Attributes.NONE));
    }

    private void rows(Piece piece, TablePart part, List<TableRow> rows, List<Block> before) {
        for (Element child : piece.root().children()) {
            switch (child.normalName()) {
                case "thead", "tbody", "colgroup" -> rows(piece.at(child), TablePart.BODY, rows, before);
                case "tfoot" -> rows(piece.at(child), TablePart.FOOT, rows, before);
                case "tr" -> rows.add(row(piece.at(child), part, rows.size() + 1));
                default -> before.addAll(html.blocks(piece.at(child)));
            }
        }
    }

    private TableRow row(Piece piece, TablePart part, int number) {
        List<TableCell> cells = new ArrayList<>();
        trail.enter("row", number);
        for (Element child : piece.root().children()) {
            trail.enter("cell", cells.size() + 1);
            cells.add(new TableCell(
                    child.normalName().equals("th"),
                    span(child, "colspan"),
                    span(child, "rowspan"),
                    html.blocks(piece.at(child)),
                    Attributes.NONE));
            trail.leave();
        }
        trail.leave();
        return new TableRow(part, cells, Attributes.NONE);
    }

    private int span(Element cell, String name) {
        int span = Math.max(1, number(cell, name, 1, Integer.MAX_VALUE));
        if (span > MAX_SPAN) {
            trail.found(
                    FindingKind.LIMITED,
                    name,
                    "A cell with " + name + " over " + MAX_SPAN + " was read as one of " + MAX_SPAN + ".");
            return MAX_SPAN;
        }
        return span;
    }

    private static int number(Element element, String name, int otherwise, int most) {
        String digits = element.attr(name).strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return digits.length() > 9 ? most : Math.min(most, Integer.parseInt(digits));
    }
}
