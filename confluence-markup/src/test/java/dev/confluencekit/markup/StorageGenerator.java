package dev.confluencekit.markup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes bodies in storage format that are well-formed and as odd as people's are; a seed always gives the same. */
final class StorageGenerator {
    private static final List<String> ODD = List.of(
            "*",
            "_",
            "`",
            "~",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "#",
            "&",
            "&amp;",
            "|",
            "\\",
            "!",
            "-",
            "+",
            "1.",
            "=",
            ":",
            "\"",
            "'",
            "“",
            "。",
            "$",
            "{",
            "}",
            "^",
            "@",
            "/",
            "👍",
            "é",
            "http://x.y/",
            "<b>",
            "**",
            "---",
            "]]>",
            "&#35;");

    private final RandomGenerator random;
    private final StringBuilder body = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private final Set<String> repeated = new HashSet<>();
    private boolean repeating;
    private int headings;
    private int codes;
    private int tables;
    private int items;
    private int links;
    private int cells;
    private boolean inCell;

    private StorageGenerator(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
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
        return words;
    }

    /** Words of what heads a table or a box, and is again in each part of it. */
    Set<String> repeated() {
        return repeated;
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
        return links;
    }

    /** With those of the empty row that stands above a table without heads. */
    int cells() {
        return cells;
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private void blocks(int depth, boolean outermost) {
        int count = 1 + random.nextInt(outermost ? 5 : 3);
        for (int i = 0; i < count; i++) {
            block(depth, outermost);
            if (one(3)) {
                body.append("\n  ");
            }
        }
    }

    private void block(int depth, boolean outermost) {
        if (depth > 0 && one(4)) {
            rare(depth);
            return;
        }
        switch (random.nextInt(depth > 0 ? 18 : 5)) {
            case 0, 1, 2 -> element("p", () -> inlines(2));
            case 3 -> {
                if (outermost) {
                    headings++;
                    element("h" + (1 + random.nextInt(6)), () -> {
                        text(false);
                        inlines(1);
                    });
                } else {
                    element("p", () -> inlines(1));
                }
            }
            case 4 -> code();
            case 5, 6 -> list("ul", depth);
            case 7 -> list("ol", depth);
            case 8 -> tasks(depth);
            case 9, 10 -> table(depth);
            case 11 -> element("blockquote", () -> blocks(depth - 1, false));
            case 12 -> rich(pick("info", "tip", "note", "warning", "panel"), depth);
            case 13 -> rich("expand", depth);
            case 14 -> rich(pick("section", "excerpt", "some-app", "details"), depth);
            case 15 -> layout(depth);
            case 16 -> element("div", () -> blocks(depth - 1, false));
            default -> body.append("<hr />");
        }
    }

    private void element(String name, Runnable content) {
        body.append('<').append(name).append('>');
        content.run();
        body.append("</").append(name).append('>');
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private void list(String name, int depth) {
        element(name, () -> {
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                countItem();
                element("li", () -> item(depth));
            }
        });
    }

    private void item(int depth) {
        switch (random.nextInt(4)) {
            case 0 -> inlines(1);
            case 1 -> {
                inlines(1);
                list(pick("ul", "ol"), Math.max(0, depth - 1));
            }
            case 2 -> element("p", () -> inlines(1));
            default -> {
                element("p", () -> inlines(1));
                if (depth > 0) {
                    blocks(depth - 1, false);
                }
            }
        }
    }

    private void tasks(int depth) {
        element("ac:task-list", () -> {
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                countItem();
                element("ac:task", () -> {
                    body.append("<ac:task-id>1</ac:task-id><ac:task-status>");
                    body.append(pick("complete", "incomplete")).append("</ac:task-status>");
                    element("ac:task-body", () -> {
                        inlines(1);
                        if (depth > 1 && one(3)) {
                            tasks(depth - 2);
                        }
                    });
                });
            }
        });
    }

    private void table(int depth) {
        tables++;
        int columns = 1 + random.nextInt(3);
        int rows = 1 + random.nextInt(3);
        boolean head = one(2);
        boolean firstColumn = one(4);
        cells += columns * (head ? rows : rows + 1);
        element(
                "table",
                () -> element("tbody", () -> {
                    for (int row = 0; row < rows; row++) {
                        boolean header = head && row == 0;
                        element("tr", () -> {
                            for (int column = 0; column < columns; column++) {
                                boolean bold = header || (firstColumn && column == 0 && columns > 1);
                                repeating |= header;
                                element(bold ? "th" : "td", () -> cell(depth));
                                repeating &= !header;
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
        switch (random.nextInt(5)) {
            case 0 -> inlines(1);
            case 1 -> {
                element("p", () -> inlines(1));
                element("p", () -> inlines(1));
            }
            case 2 -> list("ul", 0);
            case 3 -> element("p", () -> inlines(2));
            default -> {
                if (depth > 1 && one(3)) {
                    rich("info", 1);
                }
            }
        }
    }

    private void rich(String name, int depth) {
        body.append("<ac:structured-macro ac:name=\"").append(name).append("\">");
        if (one(3)
                && List.of("info", "tip", "note", "warning", "panel", "expand").contains(name)) {
            boolean around = repeating;
            repeating = true;
            element("ac:parameter", "ac:name=\"title\"", () -> text(true));
            repeating = around;
        }
        element("ac:rich-text-body", () -> blocks(depth - 1, false));
        body.append("</ac:structured-macro>");
    }

    private void element(String name, String attribute, Runnable content) {
        body.append('<').append(name).append(' ').append(attribute).append('>');
        content.run();
        body.append("</").append(name).append('>');
    }

    private void layout(int depth) {
        element(
                "ac:layout",
                () -> element("ac:layout-section", "ac:type=\"two_equal\"", () -> {
                    element("ac:layout-cell", () -> blocks(depth - 1, false));
                    element("ac:layout-cell", () -> blocks(depth - 1, false));
                }));
    }

    private void code() {
        codes += inCell ? 0 : 1;
        body.append("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[");
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            String word = word();
            body.append("  ".repeat(random.nextInt(3))).append(word);
            if (one(2)) {
                body.append(' ').append(pick("```", "<x>", "&amp;", "]]", "*", "|", "~~~~"));
            }
            body.append(i + 1 < lines ? "\n" : "");
        }
        body.append("]]></ac:plain-text-body></ac:structured-macro>");
    }

    private void inlines(int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            inline(depth);
            if (one(2)) {
                body.append(pick(" ", " ", "\n", "&nbsp;"));
            }
        }
    }

    private void inline(int depth) {
        if (depth > 0 && one(8)) {
            rareInline();
            return;
        }
        switch (random.nextInt(depth > 0 ? 14 : 4)) {
            case 0, 1, 2, 3 -> text(false);
            case 4, 5, 6, 7 ->
                element(
                        pick(
                                "strong", "em", "s", "u", "sub", "sup", "code", "b", "i", "del", "big", "small", "cite",
                                "q"),
                        () -> inlines(depth - 1));
            case 8 -> element("span", "style=\"color: red;\"", () -> inlines(depth - 1));
            case 9 -> {
                links++;
                String address = pick("https://example.com/a_(b)", "#x", "a b", "mailto:a@example.com") + "?" + links;
                element("a", "href=\"" + address + "\"", () -> {
                    body.append(word());
                    text(false);
                });
            }
            case 10 -> {
                body.append("<br />");
                text(false);
            }
            case 11 -> {
                body.append("<ac:link><ri:page ri:content-title=\"t\" /><ac:link-body>");
                text(false);
                body.append("</ac:link-body></ac:link>");
            }
            case 12 -> {
                body.append("<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">");
                body.append(word()).append("</ac:parameter></ac:structured-macro>");
            }
            default -> element("ac:inline-comment-marker", "ac:ref=\"r\"", () -> inlines(depth - 1));
        }
    }

    private void countItem() {
        items += inCell ? 0 : 1;
    }

    private void rare(int depth) {
        switch (random.nextInt(12)) {
            case 0 ->
                element("dl", () -> {
                    element("dt", () -> inlines(1));
                    element("dd", () -> inlines(1));
                });
            case 1 -> {
                codes++;
                element("pre", () -> body.append(word()));
            }
            case 2 -> {
                body.append("<ac:adf-extension><ac:adf-node type=\"decision-list\">");
                for (int i = 1 + random.nextInt(2); i > 0; i--) {
                    countItem();
                    body.append(
                            "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute>");
                    element("ac:adf-content", () -> inlines(1));
                    body.append("</ac:adf-node>");
                }
                body.append("</ac:adf-node><ac:adf-fallback><p>again</p></ac:adf-fallback></ac:adf-extension>");
            }
            case 3 -> {
                body.append(
                        "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>");
                element("ac:adf-content", () -> blocks(depth - 1, false));
                body.append("</ac:adf-node></ac:adf-extension>");
            }
            case 4 -> {
                body.append(
                        "<ac:adf-extension><ac:adf-node type=\"bodied-extension\"><ac:adf-attribute key=\"text\">secret</ac:adf-attribute>");
                element("ac:adf-content", () -> blocks(depth - 1, false));
                body.append("</ac:adf-node></ac:adf-extension>");
            }
            case 5 -> {
                codes++;
                String name = pick("noformat", "plantuml", "mermaid", "own-plain");
                body.append("<ac:structured-macro ac:name=\"").append(name).append("\"><ac:plain-text-body><![CDATA[");
                body.append(word())
                        .append(" | ")
                        .append(word())
                        .append("]]></ac:plain-text-body></ac:structured-macro>");
            }
            case 6 -> {
                body.append("<ac:structured-macro ac:name=\"").append(pick("auitab", "ui-expand", "card", "localtab"));
                body.append("\"><ac:parameter ac:name=\"title\">")
                        .append(word())
                        .append("</ac:parameter>");
                element("ac:rich-text-body", () -> blocks(depth - 1, false));
                body.append("</ac:structured-macro>");
            }
            case 7 ->
                rich(
                        pick(
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
                String name = pick("toc", "children", "pagetree", "loremipsum", "gallery", "contentbylabel", "anchor");
                body.append("<ac:structured-macro ac:name=\"").append(name);
                body.append("\"><ac:parameter ac:name=\"\">secret</ac:parameter></ac:structured-macro>");
            }
            case 9 -> {
                links++;
                body.append("<ac:structured-macro ac:name=\"view-file\"><ac:parameter ac:name=\"name\">"
                        + "<ri:attachment ri:filename=\"f.pdf\" /></ac:parameter></ac:structured-macro>");
            }
            case 10 -> {
                body.append("<ac:image ac:alt=\"")
                        .append(word())
                        .append("\" ac:layout=\"center\"><ri:attachment ri:filename=\"i.png\" />");
                if (one(2)) {
                    element("ac:caption", () -> element("p", () -> inlines(1)));
                }
                body.append("</ac:image>");
            }
            default ->
                body.append(
                        "<ac:structured-macro ac:name=\"excerpt\"><ac:parameter ac:name=\"hidden\">true</ac:parameter>"
                                + "<ac:rich-text-body><p>secret</p></ac:rich-text-body></ac:structured-macro>");
        }
    }

    private void rareInline() {
        switch (random.nextInt(9)) {
            case 0 -> body.append("<time datetime=\"2026-11-24\" />");
            case 1 ->
                body.append("<ac:emoticon ac:name=\"")
                        .append(pick("smile", "tick", "nosuch"))
                        .append("\" />");
            case 2 -> body.append("<ac:link><ri:user ri:account-id=\"1\" /></ac:link>");
            case 3 -> body.append("<ac:placeholder>secret</ac:placeholder>");
            case 4 -> {
                links++;
                body.append("<ac:link ac:anchor=\"a").append(links).append("\"><ac:plain-text-link-body><![CDATA[");
                body.append(word()).append("]]></ac:plain-text-link-body></ac:link>");
            }
            case 5 -> {
                links++;
                body.append("<ac:link><ri:url ri:value=\"https://example.com/")
                        .append(links)
                        .append("\" />");
                element("ac:link-body", () -> text(false));
                body.append("</ac:link>");
            }
            case 6 -> {
                body.append("<ac:structured-macro ac:name=\"jira\"><ac:parameter ac:name=\"key\">");
                body.append(word()).append("</ac:parameter></ac:structured-macro>");
            }
            case 7 ->
                body.append("<ac:image ac:alt=\"").append(word()).append("\"><ri:url ri:value=\"i.png\" /></ac:image>");
            default -> body.append("<at:var at:name=\"v\" />");
        }
    }

    private void text(boolean trimmed) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (one(3)) {
                odd();
                body.append(one(2) && !(trimmed && i == 0) ? " " : "");
            }
            body.append(word());
            if (one(4)) {
                odd();
            }
            if (i + 1 < count) {
                body.append(one(3) ? "" : " ");
            }
        }
    }

    private void odd() {
        String odd = ODD.get(random.nextInt(ODD.size()));
        body.append(odd.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** In letters that nothing is made of but words. */
    private String word() {
        String word =
                "Q" + Integer.toString(words.size(), 26).replace('q', 'z').toUpperCase(java.util.Locale.ROOT) + "Q";
        words.add(word);
        if (repeating) {
            repeated.add(word);
        }
        return word;
    }
}
