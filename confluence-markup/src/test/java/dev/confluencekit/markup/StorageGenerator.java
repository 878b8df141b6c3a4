package dev.confluencekit.markup;

import java.util.List;
import java.util.Set;

/** Makes bodies in storage format that are well-formed and as odd as people's are; a seed always gives the same. */
final class StorageGenerator {
    private final Chance chance;
    private final StringBuilder body = new StringBuilder();
    private final StorageTextGenerator text;
    private int headings;
    private int codes;
    private int tables;
    private int items;
    private int cells;
    private boolean inCell;

    private StorageGenerator(long seed) {
        chance = new Chance(seed);
        text = new StorageTextGenerator(chance, body);
    }

    static StorageGenerator of(long seed) {
        StorageGenerator generator = new StorageGenerator(seed);
        generator.blocks(3, true);
        return generator;
    }

    String body() {
        return body.toString();
    }

    /** What is to be read, each word another, in order. */
    List<String> words() {
        return text.words();
    }

    /** Words of what heads a table or a box, and is again in each part of it. */
    Set<String> repeated() {
        return text.repeated();
    }

    int headings() {
        return headings;
    }

    int codes() {
        return codes;
    }

    int tables() {
        return tables;
    }

    /** Of lists, of tasks, of decisions; those in cells are lines. */
    int items() {
        return items;
    }

    /** To addresses. */
    int links() {
        return text.links();
    }

    /** With those of the empty row that stands above a table without heads. */
    int cells() {
        return cells;
    }

    private void blocks(int depth, boolean outermost) {
        int count = 1 + chance.below(outermost ? 5 : 3);
        for (int i = 0; i < count; i++) {
            block(depth, outermost);
            if (chance.one(3)) {
                body.append("\n  ");
            }
        }
    }

    private void block(int depth, boolean outermost) {
        if (depth > 0 && chance.one(4)) {
            rare(depth);
            return;
        }
        switch (chance.below(depth > 0 ? 18 : 5)) {
            case 0, 1, 2 -> text.element("p", () -> text.inlines(2));
            case 3 -> {
                if (outermost) {
                    headings++;
                    text.element("h" + (1 + chance.below(6)), () -> {
                        text.text(false);
                        text.inlines(1);
                    });
                } else {
                    text.element("p", () -> text.inlines(1));
                }
            }
            case 4 -> code();
            case 5, 6 -> list("ul", depth);
            case 7 -> list("ol", depth);
            case 8 -> tasks(depth);
            case 9, 10 -> table(depth);
            case 11 -> text.element("blockquote", () -> blocks(depth - 1, false));
            case 12 -> rich(chance.pick("info", "tip", "note", "warning", "panel"), depth);
            case 13 -> rich("expand", depth);
            case 14 -> rich(chance.pick("section", "excerpt", "some-app", "details"), depth);
            case 15 -> layout(depth);
            case 16 -> text.element("div", () -> blocks(depth - 1, false));
            default -> body.append("<hr />");
        }
    }

    private void list(String name, int depth) {
        text.element(name, () -> {
            int count = 1 + chance.below(3);
            for (int i = 0; i < count; i++) {
                countItem();
                text.element("li", () -> item(depth));
            }
        });
    }

    private void item(int depth) {
        switch (chance.below(4)) {
            case 0 -> text.inlines(1);
            case 1 -> {
                text.inlines(1);
                list(chance.pick("ul", "ol"), Math.max(0, depth - 1));
            }
            case 2 -> text.element("p", () -> text.inlines(1));
            default -> {
                text.element("p", () -> text.inlines(1));
                if (depth > 0) {
                    blocks(depth - 1, false);
                }
            }
        }
    }

    private void tasks(int depth) {
        text.element("ac:task-list", () -> {
            int count = 1 + chance.below(3);
            for (int i = 0; i < count; i++) {
                countItem();
                text.element("ac:task", () -> {
                    body.append("<ac:task-id>1</ac:task-id><ac:task-status>");
                    body.append(chance.pick("complete", "incomplete")).append("</ac:task-status>");
                    text.element("ac:task-body", () -> {
                        text.inlines(1);
                        if (depth > 1 && chance.one(3)) {
                            tasks(depth - 2);
                        }
                    });
                });
            }
        });
    }

    private void table(int depth) {
        tables++;
        int columns = 1 + chance.below(3);
        int rows = 1 + chance.below(3);
        boolean head = chance.one(2);
        boolean firstColumn = chance.one(4);
        cells += columns * (head ? rows : rows + 1);
        text.element(
                "table",
                () -> text.element("tbody", () -> {
                    for (int row = 0; row < rows; row++) {
                        boolean header = head && row == 0;
                        text.element("tr", () -> {
                            for (int column = 0; column < columns; column++) {
                                boolean bold = header || (firstColumn && column == 0 && columns > 1);
                                Runnable cell = () -> text.element(bold ? "th" : "td", () -> cell(depth));
                                if (header) {
                                    text.repeating(cell);
                                } else {
                                    cell.run();
                                }
                            }
                        });
                    }
                }));
    }

    private void cell(int depth) {
        boolean around = inCell;
        inCell = true;
        content(depth);
        inCell = around;
    }

    private void content(int depth) {
        switch (chance.below(5)) {
            case 0 -> text.inlines(1);
            case 1 -> {
                text.element("p", () -> text.inlines(1));
                text.element("p", () -> text.inlines(1));
            }
            case 2 -> list("ul", 0);
            case 3 -> text.element("p", () -> text.inlines(2));
            default -> {
                if (depth > 1 && chance.one(3)) {
                    rich("info", 1);
                }
            }
        }
    }

    private void rich(String name, int depth) {
        body.append("<ac:structured-macro ac:name=\"").append(name).append("\">");
        if (chance.one(3)
                && List.of("info", "tip", "note", "warning", "panel", "expand").contains(name)) {
            text.repeating(() -> text.element("ac:parameter", "ac:name=\"title\"", () -> text.text(true)));
        }
        text.element("ac:rich-text-body", () -> blocks(depth - 1, false));
        body.append("</ac:structured-macro>");
    }

    private void layout(int depth) {
        text.element(
                "ac:layout",
                () -> text.element("ac:layout-section", "ac:type=\"two_equal\"", () -> {
                    text.element("ac:layout-cell", () -> blocks(depth - 1, false));
                    text.element("ac:layout-cell", () -> blocks(depth - 1, false));
                }));
    }

    private void code() {
        codes += inCell ? 0 : 1;
        body.append("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[");
        int lines = 1 + chance.below(3);
        for (int i = 0; i < lines; i++) {
            String word = text.word();
            body.append("  ".repeat(chance.below(3))).append(word);
            if (chance.one(2)) {
                body.append(' ').append(chance.pick("```", "<x>", "&amp;", "]]", "*", "|", "~~~~"));
            }
            body.append(i + 1 < lines ? "\n" : "");
        }
        body.append("]]></ac:plain-text-body></ac:structured-macro>");
    }

    private void countItem() {
        items += inCell ? 0 : 1;
    }

    private void rare(int depth) {
        switch (chance.below(12)) {
            case 0 ->
                text.element("dl", () -> {
                    text.element("dt", () -> text.inlines(1));
                    text.element("dd", () -> text.inlines(1));
                });
            case 1 -> {
                codes++;
                text.element("pre", () -> body.append(text.word()));
            }
            case 2 -> {
                body.append("<ac:adf-extension><ac:adf-node type=\"decision-list\">");
                for (int i = 1 + chance.below(2); i > 0; i--) {
                    countItem();
                    body.append(
                            "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute>");
                    text.element("ac:adf-content", () -> text.inlines(1));
                    body.append("</ac:adf-node>");
                }
                body.append("</ac:adf-node><ac:adf-fallback><p>again</p></ac:adf-fallback></ac:adf-extension>");
            }
            case 3 -> {
                body.append(
                        "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>");
                text.element("ac:adf-content", () -> blocks(depth - 1, false));
                body.append("</ac:adf-node></ac:adf-extension>");
            }
            case 4 -> {
                body.append(
                        "<ac:adf-extension><ac:adf-node type=\"bodied-extension\"><ac:adf-attribute key=\"text\">secret</ac:adf-attribute>");
                text.element("ac:adf-content", () -> blocks(depth - 1, false));
                body.append("</ac:adf-node></ac:adf-extension>");
            }
            case 5 -> {
                codes++;
                String name = chance.pick("noformat", "plantuml", "mermaid", "own-plain");
                body.append("<ac:structured-macro ac:name=\"").append(name).append("\"><ac:plain-text-body><![CDATA[");
                body.append(text.word())
                        .append(" | ")
                        .append(text.word())
                        .append("]]></ac:plain-text-body></ac:structured-macro>");
            }
            case 6 -> {
                body.append("<ac:structured-macro ac:name=\"")
                        .append(chance.pick("auitab", "ui-expand", "card", "localtab"));
                body.append("\"><ac:parameter ac:name=\"title\">")
                        .append(text.word())
                        .append("</ac:parameter>");
                text.element("ac:rich-text-body", () -> blocks(depth - 1, false));
                body.append("</ac:structured-macro>");
            }
            case 7 ->
                rich(
                        chance.pick(
                                "align",
                                "scroll-only",
                                "table-filter",
                                "toc-zone",
                                "column",
                                "div",
                                "auitabsgroup",
                                "noprint"),
                        depth);
            case 8 -> {
                String name =
                        chance.pick("toc", "children", "pagetree", "loremipsum", "gallery", "contentbylabel", "anchor");
                body.append("<ac:structured-macro ac:name=\"").append(name);
                body.append("\"><ac:parameter ac:name=\"\">secret</ac:parameter></ac:structured-macro>");
            }
            case 9 -> {
                text.countLink();
                body.append("<ac:structured-macro ac:name=\"view-file\"><ac:parameter ac:name=\"name\">"
                        + "<ri:attachment ri:filename=\"f.pdf\" /></ac:parameter></ac:structured-macro>");
            }
            case 10 -> {
                body.append("<ac:image ac:alt=\"")
                        .append(text.word())
                        .append("\" ac:layout=\"center\"><ri:attachment ri:filename=\"i.png\" />");
                if (chance.one(2)) {
                    text.element("ac:caption", () -> text.element("p", () -> text.inlines(1)));
                }
                body.append("</ac:image>");
            }
            default ->
                body.append(
                        "<ac:structured-macro ac:name=\"excerpt\"><ac:parameter ac:name=\"hidden\">true</ac:parameter>"
                                + "<ac:rich-text-body><p>secret</p></ac:rich-text-body></ac:structured-macro>");
        }
    }
}
