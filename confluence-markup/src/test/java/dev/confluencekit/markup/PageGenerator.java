package dev.confluencekit.markup;

import static dev.confluencekit.markup.BothFormats.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes a page and writes it in both formats, as the new editor and the storage behind it do; a seed always gives the same. */
final class PageGenerator {
    private final Chance chance;
    private final PageTextGenerator text;

    private PageGenerator(long seed) {
        chance = new Chance(seed);
        text = new PageTextGenerator(chance);
    }

    static BothFormats of(long seed) {
        PageGenerator generator = new PageGenerator(seed);
        BothFormats blocks =
                generator.chance.one(4) ? generator.sections() : generator.many(5, () -> generator.block(3, true));
        return new BothFormats(blocks.storage(), "{\"type\":\"doc\",\"version\":1,\"content\":[" + blocks.adf() + "]}");
    }

    private BothFormats many(int most, Supplier<BothFormats> each) {
        List<BothFormats> parts = new ArrayList<>();
        for (int i = 1 + chance.below(most); i > 0; i--) {
            parts.add(each.get());
        }
        return BothFormats.joined(parts);
    }

    private BothFormats sections() {
        BothFormats sections = many(2, () -> {
            int columns = 1 + chance.below(3);
            List<BothFormats> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                cells.add(node("ac:layout-cell", many(2, () -> block(2, true)), "layoutColumn"));
            }
            String type = columns == 1 ? "single" : columns == 2 ? "two_equal" : "three_equal";
            return node(
                    "<ac:layout-section ac:type=\"" + type + "\">",
                    BothFormats.joined(cells),
                    "</ac:layout-section>",
                    "layoutSection",
                    "");
        });
        return new BothFormats("<ac:layout>" + sections.storage() + "</ac:layout>", sections.adf());
    }

    private BothFormats paragraph() {
        return node("p", text.line(), "paragraph");
    }

    private BothFormats block(int depth, boolean outermost) {
        return switch (chance.below(depth > 0 ? 18 : 3)) {
            case 0, 1 -> paragraph();
            case 2 -> code();
            case 3 -> {
                int level = 1 + chance.below(6);
                yield outermost
                        ? node("<h" + level + ">", text.line(), "</h" + level + ">", "heading", "\"level\":" + level)
                        : paragraph();
            }
            case 4 -> list("ul", "bulletList", depth, "", "");
            case 5 -> {
                int start = chance.below(4);
                yield list("ol", "orderedList", depth, " start=\"" + start + "\"", "\"order\":" + start);
            }
            case 6 -> tasks(depth);
            case 7 -> decisions();
            case 8, 9 -> table(depth);
            case 10 -> node("blockquote", many(2, this::paragraph), "blockquote");
            case 11 -> new BothFormats("<hr />", "{\"type\":\"rule\"}");
            case 12 -> panel(depth);
            case 13 -> expand("expand", depth);
            case 14 -> image();
            case 15 -> {
                String url = "https://example.com/" + text.word();
                String card = chance.pick("block", "embed");
                yield new BothFormats(
                        "<p><a href=\"" + url + "\" data-card-appearance=\"" + card + "\">" + url + "</a></p>",
                        "{\"type\":\"" + card + "Card\",\"attrs\":{\"url\":\"" + url + "\"}}");
            }
            case 16 -> files();
            default -> extension(depth);
        };
    }

    private BothFormats code() {
        String language = chance.pick("java", "");
        String code = text.word() + chance.pick("\n  " + text.word(), " < " + text.word(), " && " + text.word());
        return new BothFormats(
                "<ac:structured-macro ac:name=\"code\">"
                        + (language.isEmpty() ? "" : "<ac:parameter ac:name=\"language\">java</ac:parameter>")
                        + "<ac:plain-text-body><![CDATA[" + code + "]]></ac:plain-text-body></ac:structured-macro>",
                "{\"type\":\"codeBlock\"" + (language.isEmpty() ? "" : ",\"attrs\":{\"language\":\"java\"}")
                        + ",\"content\":[{\"type\":\"text\",\"text\":\"" + code.replace("\n", "\\n") + "\"}]}");
    }

    private BothFormats list(String element, String type, int depth, String storage, String adf) {
        BothFormats items = many(3, () -> {
            List<BothFormats> parts = new ArrayList<>(List.of(paragraph()));
            if (depth > 1 && chance.one(3)) {
                parts.add(chance.one(2) ? list("ul", "bulletList", depth - 1, "", "") : code());
            }
            return node("li", BothFormats.joined(parts), "listItem");
        });
        return node("<" + element + storage + ">", items, "</" + element + ">", type, adf);
    }

    private BothFormats tasks(int depth) {
        List<String> storage = new ArrayList<>();
        List<String> adf = new ArrayList<>();
        for (int i = 1 + chance.below(3); i > 0; i--) {
            boolean done = chance.one(2);
            BothFormats line = text.line();
            BothFormats below = depth > 1 && chance.one(3) ? tasks(depth - 2) : BothFormats.NOTHING;
            boolean inside = chance.one(2);
            storage.add("<ac:task><ac:task-id>1</ac:task-id><ac:task-status>" + (done ? "complete" : "incomplete")
                    + "</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">" + line.storage()
                    + "</span>"
                    + (inside ? below.storage() : "") + "</ac:task-body></ac:task>" + (inside ? "" : below.storage()));
            adf.add("{\"type\":\"taskItem\",\"attrs\":{\"state\":\"" + (done ? "DONE" : "TODO") + "\"},\"content\":["
                    + line.adf() + "]}" + (below.adf().isEmpty() ? "" : "," + below.adf()));
        }
        return new BothFormats(
                "<ac:task-list>" + String.join("", storage) + "</ac:task-list>",
                "{\"type\":\"taskList\",\"content\":[" + String.join(",", adf) + "]}");
    }

    private BothFormats decisions() {
        BothFormats items = many(
                2,
                () -> node(
                        "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>",
                        text.line(),
                        "</ac:adf-content></ac:adf-node>",
                        "decisionItem",
                        "\"state\":\"DECIDED\""));
        return node(
                "<ac:adf-extension><ac:adf-node type=\"decision-list\">",
                items,
                "</ac:adf-node><ac:adf-fallback><ul><li>again</li></ul></ac:adf-fallback></ac:adf-extension>",
                "decisionList",
                "");
    }

    private BothFormats table(int depth) {
        boolean head = chance.one(2);
        boolean numbered = chance.one(4);
        int columns = 1 + chance.below(3);
        List<BothFormats> rows = new ArrayList<>();
        int number = 0;
        for (int row = 0, count = 1 + chance.below(3); row < count; row++) {
            List<BothFormats> cells = new ArrayList<>();
            boolean heads = head && row == 0;
            for (int column = 0; column < columns; ) {
                int span = chance.one(5) ? Math.min(2, columns - column) : 1;
                boolean header = heads || (column == 0 && chance.one(4));
                String start = (header ? "<th" : "<td") + (span > 1 ? " colspan=\"2\"" : "") + ">";
                cells.add(node(
                        start,
                        cell(depth),
                        header ? "</th>" : "</td>",
                        header ? "tableHeader" : "tableCell",
                        span > 1 ? "\"colspan\":2" : ""));
                column += span;
            }
            BothFormats joined = BothFormats.joined(cells);
            boolean allHeads = cells.stream().allMatch(cell -> cell.storage().startsWith("<th"));
            String count1 = !numbered
                    ? ""
                    : row == 0 && allHeads
                            ? "<th class=\"numberingColumn\" />"
                            : "<td class=\"numberingColumn\">" + ++number + "</td>";
            rows.add(node("<tr>" + count1, joined, "</tr>", "tableRow", ""));
        }
        return node(
                "<table><tbody>",
                BothFormats.joined(rows),
                "</tbody></table>",
                "table",
                "\"isNumberColumnEnabled\":" + numbered);
    }

    private BothFormats cell(int depth) {
        return switch (chance.below(depth > 1 ? 7 : 3)) {
            case 0 -> new BothFormats("<p />", "{\"type\":\"paragraph\"}");
            case 1 -> BothFormats.joined(List.of(paragraph(), paragraph()));
            case 3 -> list("ul", "bulletList", 1, "", "");
            case 4 -> expand("nestedExpand", 1);
            case 5 -> panel(1);
            case 6 -> tasks(1);
            default -> paragraph();
        };
    }

    private BothFormats panel(int depth) {
        BothFormats content =
                many(2, () -> depth > 2 && chance.one(3) ? list("ul", "bulletList", 1, "", "") : paragraph());
        if (chance.one(4)) {
            return node(
                    "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>"
                            + "<ac:adf-content>",
                    content,
                    "</ac:adf-content></ac:adf-node></ac:adf-extension>",
                    "panel",
                    "\"panelType\":\"note\"");
        }
        String[] kind = chance.pick("info,info", "tip,success", "note,warning", "warning,error", "panel,custom")
                .split(",", -1);
        boolean icon = kind[1].equals("custom");
        return node(
                "<ac:structured-macro ac:name=\"" + kind[0] + "\">"
                        + (icon ? "<ac:parameter ac:name=\"panelIconText\">🚀</ac:parameter>" : "")
                        + "<ac:rich-text-body>",
                content,
                "</ac:rich-text-body></ac:structured-macro>",
                "panel",
                "\"panelType\":\"" + kind[1] + "\"" + (icon ? ",\"panelIconText\":\"🚀\"" : ""));
    }

    private BothFormats expand(String type, int depth) {
        boolean titled = chance.one(2);
        String title = titled ? text.word() : "";
        return node(
                "<ac:structured-macro ac:name=\"expand\">"
                        + (titled ? "<ac:parameter ac:name=\"title\">" + title + "</ac:parameter>" : "")
                        + "<ac:rich-text-body>",
                type.equals("expand") ? many(2, () -> block(depth - 1, false)) : paragraph(),
                "</ac:rich-text-body></ac:structured-macro>",
                type,
                "\"title\":\"" + title + "\"");
    }

    private BothFormats image() {
        String file = text.word() + chance.pick(".png", " (1).png");
        BothFormats caption = chance.one(2) ? text.line() : BothFormats.NOTHING;
        boolean captioned = !caption.adf().isEmpty();
        return new BothFormats(
                "<ac:image ac:alt=\"" + file + "\" ac:layout=\"center\"><ri:attachment ri:filename=\"" + file + "\" />"
                        + (captioned ? "<ac:caption><p>" + caption.storage() + "</p></ac:caption>" : "")
                        + "</ac:image>",
                "{\"type\":\"mediaSingle\",\"attrs\":{\"layout\":\"center\"},\"content\":[" + media(file)
                        + (captioned ? ",{\"type\":\"caption\",\"content\":[" + caption.adf() + "]}" : "") + "]}");
    }

    private static String media(String file) {
        return "{\"type\":\"media\",\"attrs\":{\"type\":\"file\",\"id\":\"f\",\"collection\":\"c\",\"alt\":\"" + file
                + "\"}}";
    }

    private BothFormats files() {
        BothFormats files = many(2, () -> {
            String file = text.word() + ".pdf";
            return new BothFormats(
                    "<ac:structured-macro ac:name=\"view-file\"><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\""
                            + file + "\" /></ac:parameter></ac:structured-macro>",
                    media(file));
        });
        return new BothFormats(files.storage(), "{\"type\":\"mediaGroup\",\"content\":[" + files.adf() + "]}");
    }

    private BothFormats extension(int depth) {
        if (chance.one(4)) {
            String name = "App " + text.word();
            return node(
                    "<ac:adf-extension><ac:adf-node type=\"bodied-extension\"><ac:adf-attribute key=\"extension-key\">a/b</ac:adf-attribute>"
                            + "<ac:adf-attribute key=\"extension-type\">com.atlassian.ecosystem</ac:adf-attribute>"
                            + "<ac:adf-attribute key=\"text\">" + name
                            + "</ac:adf-attribute><ac:adf-attribute key=\"parameters\">"
                            + "<ac:adf-parameter key=\"guest-params\"><ac:adf-parameter key=\"a\">secret</ac:adf-parameter>"
                            + "</ac:adf-parameter></ac:adf-attribute><ac:adf-content>",
                    many(2, () -> block(depth - 1, false)),
                    "</ac:adf-content></ac:adf-node></ac:adf-extension>",
                    "bodiedExtension",
                    "\"extensionType\":\"com.atlassian.ecosystem\",\"extensionKey\":\"a/b\",\"text\":\"" + name
                            + "\",\"parameters\":{\"guestParams\":{\"a\":\"secret\"}}");
        }
        String name =
                chance.pick("excerpt", "details", "some-app", "children", "toc", "auitab", "scroll-only", "mathblock");
        if (name.equals("children") || name.equals("toc")) {
            return BothFormats.macro("extension", name, "maxLevel", "3");
        }
        if (name.equals("mathblock")) {
            return BothFormats.macro("extension", name, "body", text.word() + "_1^2");
        }
        return node(
                "<ac:structured-macro ac:name=\"" + name
                        + "\"><ac:parameter ac:name=\"title\">t</ac:parameter><ac:rich-text-body>",
                many(2, () -> block(depth - 1, false)),
                "</ac:rich-text-body></ac:structured-macro>",
                "bodiedExtension",
                BothFormats.attributes(name, "title", "t"));
    }
}
