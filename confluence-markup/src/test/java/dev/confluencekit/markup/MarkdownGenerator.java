package dev.confluencekit.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes Markdown as people write it, with all that is published; a seed always gives the same. */
final class MarkdownGenerator {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final List<String> LANGUAGES = List.of(
            "", "java", "json", "sh", "golang", "c#", "C++", "mermaid", "plantuml", "html", "rust,ignore", "text");
    private static final List<String> CODE = List.of(
            "]]>",
            "<b> & </b>",
            "  indented",
            "`x`",
            "~~~",
            "# no heading",
            "| a | b |",
            "</ac:macro>",
            "",
            "\"q\" \\n");
    private static final List<String> HTML = List.of("sub", "sup", "u", "b", "i", "del", "code");
    private static final List<String> ALERTS = List.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");

    private final RandomGenerator random;
    private final List<String> slugs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final String markdown;
    private boolean inCell;
    private boolean oneLine;
    private int words;
    private int headings;
    private int items;
    private int cells;
    private int codes;
    private int links;

    private MarkdownGenerator(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String body = blocks(3, true);
        StringBuilder all = new StringBuilder(body);
        for (int i = 0; i < notes.size(); i++) {
            all.append("\n\n[^").append(notes.get(i)).append("]: ").append(word());
            links++;
        }
        markdown = all.append('\n').toString();
    }

    static MarkdownGenerator of(long seed) {
        return new MarkdownGenerator(seed);
    }

    String markdown() {
        return markdown;
    }

    int words() {
        return words;
    }

    /** How many headings, items, cells, blocks of code and links there are. */
    List<Integer> counts() {
        return List.of(headings, items, cells, codes, links);
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String word() {
        words++;
        return "Q" + words + "Q";
    }

    private String blocks(int depth, boolean outermost) {
        StringBuilder blocks = new StringBuilder();
        int count = 1 + random.nextInt(outermost ? 6 : 3);
        boolean listBefore = false;
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(depth > 0 ? 17 : 7);
            boolean list = kind >= 7 && kind <= 10;
            if (i > 0) {
                // Two lists in a row would be one.
                blocks.append(list && listBefore ? "\n\n<!-- -->\n\n" : "\n\n");
            }
            blocks.append(block(kind, depth, outermost));
            listBefore = list;
        }
        return blocks.toString();
    }

    private String block(int kind, int depth, boolean outermost) {
        return switch (kind) {
            case 3 -> outermost ? heading() : line(1);
            case 4, 5 -> fence();
            case 6 -> outermost ? any(List.of("---", "[TOC]", "[[_TOC_]]")) : line(1);
            case 7, 8 -> list(depth, false, () -> "- ");
            case 9 -> {
                int[] number = {1 + (one(3) ? random.nextInt(120) : 0)};
                yield list(depth, false, () -> number[0]++ + ". ");
            }
            case 10 -> list(depth, true, () -> one(2) ? "- [ ] " : "- [x] ");
            case 11, 12 -> table();
            case 13 -> prefixed("> ", "> ", blocks(depth - 1, false));
            case 14 -> outermost ? alert(depth) : line(2);
            case 15 ->
                "<details>\n<summary>" + word() + " " + word() + "</summary>\n\n" + blocks(depth - 1, false)
                        + "\n\n</details>";
            case 16 -> outermost ? htmlTable() : line(2);
            default -> line(2);
        };
    }

    private String heading() {
        headings++;
        oneLine = true;
        String text;
        if (one(2)) {
            text = word() + " " + word();
            slugs.add(text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        } else {
            text = line(1);
        }
        oneLine = false;
        return "#".repeat(1 + random.nextInt(6)) + " " + text;
    }

    private String fence() {
        codes++;
        StringBuilder code = new StringBuilder("````" + any(LANGUAGES) + "\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            code.append(any(CODE)).append('\n');
        }
        return code.append(word()).append("\n````").toString();
    }

    private String list(int depth, boolean tasks, Supplier<String> marker) {
        StringBuilder list = new StringBuilder();
        boolean loose = one(3);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            items++;
            String before = marker.get();
            String indent = tasks ? "  " : " ".repeat(before.length());
            // A box among items without is text.
            String text = (!tasks && count > 1 && i == 0 && one(5) ? "[x] " : "") + word() + " " + line(1);
            String below = one(4) ? blocks(depth - 1, false) : "";
            list.append(i == 0 ? "" : loose ? "\n\n" : "\n");
            list.append(prefixed(before, indent, below.isEmpty() ? text : text + "\n\n" + below));
        }
        return list.toString();
    }

    private static String prefixed(String first, String others, String lines) {
        StringBuilder all = new StringBuilder();
        String prefix = first;
        for (String line : lines.split("\n", -1)) {
            all.append(all.isEmpty() ? "" : "\n");
            all.append(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
            prefix = others;
        }
        return all.toString();
    }

    private String alert(int depth) {
        return prefixed(
                "> ", "> ", "[!" + any(ALERTS) + "]\n" + line(2) + (one(2) ? "\n\n" + blocks(depth - 1, false) : ""));
    }

    private String table() {
        int columns = 1 + random.nextInt(4);
        int rows = 2 + random.nextInt(3);
        boolean header = !one(4);
        StringBuilder table = new StringBuilder();
        inCell = true;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean empty = row == 0 ? !header : column > 0 && one(6);
                cells += row == 0 && !header ? 0 : 1;
                table.append("| ").append(empty ? "" : word() + " " + line(1)).append(' ');
            }
            table.append("|\n");
            if (row == 0) {
                for (int column = 0; column < columns; column++) {
                    table.append('|').append(any(List.of("---", ":--", ":-:", "--:")));
                }
                table.append("|\n");
            }
        }
        inCell = false;
        return table.toString().strip();
    }

    private String htmlTable() {
        cells += 2;
        return "<table><tr><th>" + word() + "<tr><td>" + word() + " <b>" + word() + "</b></table>";
    }

    /** A run of text that begins and ends with a word. */
    private String line(int depth) {
        StringBuilder line = new StringBuilder(word());
        for (int i = random.nextInt(5); i > 0; i--) {
            line.append(gap()).append(piece(depth)).append(' ').append(word());
        }
        return line.toString();
    }

    private String gap() {
        if (inCell) {
            return one(8) ? " <br> " : " ";
        }
        return oneLine ? " " : any(List.of(" ", " ", " ", " ", "\n", "  \n", "\\\n"));
    }

    private String piece(int depth) {
        return switch (random.nextInt(depth > 0 ? 17 : 6)) {
            case 0 -> odd();
            case 1 -> word() + odd() + word();
            case 2 -> "`" + word() + (one(2) ? " <a> & *b*" : "") + "`";
            case 3 -> any(List.of("&amp;", "&lt;b&gt;", "&copy;", "&#42;", "👍", "文字。", "é", "\\&amp;"));
            case 4 ->
                "![" + word() + "]("
                        + any(List.of("a.png", "img/b%20%C3%A4.png", "<c (1).png>", "https://x.test/d.png")) + ")";
            case 6 -> "*" + line(depth - 1) + "*";
            case 7 -> "**" + line(depth - 1) + "**";
            case 8 -> "~~" + line(depth - 1) + "~~";
            case 9, 10 -> link(depth);
            case 11 -> {
                links++;
                yield "https://x.test/" + word();
            }
            case 12 -> {
                String name = any(HTML);
                yield "<" + name + ">" + word() + "</" + name + ">";
            }
            case 13 -> "<span style=\"color: red\">" + word() + "</span>";
            case 14 -> "<video>" + word() + "</video>";
            case 15 -> footnote();
            case 16 -> "@u" + random.nextInt(9);
            default -> word();
        };
    }

    private String odd() {
        char c = PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length()));
        return "\\" + c;
    }

    private String link(int depth) {
        links++;
        String text = one(3) && depth > 1 ? "**" + word() + "** " + word() : word();
        String address = switch (random.nextInt(4)) {
            case 0 -> "https://x.test/?a=1&b=" + random.nextInt(9);
            case 1 -> "page" + random.nextInt(9) + ".md";
            case 2 -> slugs.isEmpty() ? "#nowhere" : "#" + any(slugs);
            default -> "<https://x.test/a_(b)>";
        };
        return "[" + text + "](" + address + ")";
    }

    private String footnote() {
        if (inCell || oneLine) {
            return word();
        }
        links++;
        notes.add("n" + notes.size());
        return word() + "[^" + notes.get(notes.size() - 1) + "]";
    }
}
