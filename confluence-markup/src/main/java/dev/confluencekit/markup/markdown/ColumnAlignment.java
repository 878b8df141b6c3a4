package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.table.TableGrid;
import dev.confluencekit.markup.internal.table.TableGrid.Slot;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.TableCell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row that parts the header of a table from the others, which says where the text of columns stands. */
final class ColumnAlignment {
    private static final Pattern ALIGN =
            Pattern.compile("(?:^|;)\\s*text-align\\s*:\\s*(left|center|right)\\s*(?:;|$)");

    private ColumnAlignment() {}

    static String row(TableGrid grid) {
        String[] delimiters = new String[grid.width()];
        for (List<Slot> slots : grid.rows()) {
            for (int i = 0; i < slots.size(); i++) {
                TableCell cell = slots.get(i).cell();
                if (cell != null) {
                    String own = delimiter(cell);
                    // Markdown can say it of whole columns only.
                    delimiters[i] = delimiters[i] == null || delimiters[i].equals(own) ? own : "---";
                }
            }
        }
        StringBuilder row = new StringBuilder();
        for (String delimiter : delimiters) {
            row.append("| ").append(delimiter == null ? "---" : delimiter).append(' ');
        }
        return row.append('|').toString();
    }

    private static String delimiter(TableCell cell) {
        Attributes attributes = !cell.content().isEmpty() && cell.content().get(0) instanceof Paragraph paragraph
                ? paragraph.attributes()
                : cell.attributes();
        String style = attributes.get("style").orElse("");
        Matcher found = style.isEmpty() ? null : ALIGN.matcher(style);
        if (found == null || !found.find()) {
            return "---";
        }
        return switch (found.group(1)) {
            case "left" -> ":--";
            case "center" -> ":-:";
            default -> "--:";
        };
    }
}
