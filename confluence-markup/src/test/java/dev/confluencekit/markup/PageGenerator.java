package dev.confluencekit.markup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes a page and writes it in both formats, as the new editor and the storage behind it do; a seed always gives the same. */
final class PageGenerator {
    private final RandomGenerator random;
    private int words;

    /** The same in both formats. */
    record Pair(String storage, String adf) {
        static Pair joined(List<Pair> parts) {
            return new Pair(
                    String.join("", parts.stream().map(Pair::storage).toList()),
                    String.join(",", parts.stream().map(Pair::adf).toList()));
        }
    }

    private PageGenerator(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static Pair of(long seed) {
        PageGenerator generator = new PageGenerator(seed);
        Pair blocks = generator.one(4) ? generator.sections() : generator.many(5, () -> generator.block(3, true));
        return new Pair(blocks.storage(), "{\"type\":\"doc\",\"version\":1,\"content\":[" + blocks.adf() + "]}");
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private Pair many(int most, Supplier<Pair> each) {
        List<Pair> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            parts.add(each.get());
        }
        return Pair.joined(parts);
    }

    private static Pair node(String start, Pair content, String end, String type, String attributes) {
        return new Pair(
                start + content.storage() + end,
                "{\"type\":\"" + type + "\"" + (attributes.isEmpty() ? "" : ",\"attrs\":{" + attributes + "}")
                        + ",\"content\":[" + content.adf() + "]}");
    }

    private static Pair node(String element, Pair content, String type) {
        return node("<" + element + ">", content, "</" + element + ">", type, "");
    }

    private Pair sections() {
        Pair sections = many(2, () -> {
            int columns = 1 + random.nextInt(3);
            List<Pair> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                cells.add(node("ac:layout-cell", many(2, () -> block(2, true)), "layoutColumn"));
            }
            String type = columns == 1 ? "single" : columns == 2 ? "two_equal" : "three_equal";
            return node(
                    "<ac:layout-section ac:type=\"" + type + "\">",
                    Pair.joined(cells),
                    "</ac:layout-section>",
                    "layoutSection",
                    "");
        });
        return new Pair("<ac:layout>" + sections.storage() + "</ac:layout>", sections.adf());
    }

    private Pair paragraph() {
        return node("p", line(), "paragraph");
    }

    private Pair block(int depth, boolean outermost) {
        return switch (random.nextInt(depth > 0 ? 18 : 3)) {
            case 0, 1 -> paragraph();
            case 2 -> code();
            case 3 -> {
                int level = 1 + random.nextInt(6);
                yield outermost
                        ? node("<h" + level + ">", line(), "</h" + level + ">", "heading", "\"level\":" + level)
                        : paragraph();
            }
            case 4 -> list("ul", "bulletList", depth, "", "");
            case 5 -> {
                int start = random.nextInt(4);
                yield list("ol", "orderedList", depth, " start=\"" + start + "\"", "\"order\":" + start);
            }
            case 6 -> tasks(depth);
            case 7 -> decisions();
            case 8, 9 -> table(depth);
            case 10 -> node("blockquote", many(2, this::paragraph), "blockquote");
            case 11 -> new Pair("<hr />", "{\"type\":\"rule\"}");
            case 12 -> panel(depth);
            case 13 -> expand("expand", depth);
            case 14 -> image();
            case 15 -> {
                String url = "https://example.com/" + word();
                String card = pick("block", "embed");
                yield new Pair(
                        "<p><a href=\"" + url + "\" data-card-appearance=\"" + card + "\">" + url + "</a></p>",
                        "{\"type\":\"" + card + "Card\",\"attrs\":{\"url\":\"" + url + "\"}}");
            }
            case 16 -> files();
            default -> extension(depth);
        };
    }

    private Pair code() {
        String language = pick("java", "");
        String code = word() + pick("\n  " + word(), " < " + word(), " && " + word());
        return new Pair(
                "<ac:structured-macro ac:name=\"code\">"
                        + (language.isEmpty() ? "" : "<ac:parameter ac:name=\"language\">java</ac:parameter>")
                        + "<ac:plain-text-body><![CDATA[" + code + "]]></ac:plain-text-body></ac:structured-macro>",
                "{\"type\":\"codeBlock\"" + (language.isEmpty() ? "" : ",\"attrs\":{\"language\":\"java\"}")
                        + ",\"content\":[{\"type\":\"text\",\"text\":\"" + code.replace("\n", "\\n") + "\"}]}");
    }

    private Pair list(String element, String type, int depth, String storage, String adf) {
        Pair items = many(3, () -> {
            List<Pair> parts = new ArrayList<>(List.of(paragraph()));
            if (depth > 1 && one(3)) {
                parts.add(one(2) ? list("ul", "bulletList", depth - 1, "", "") : code());
            }
            return node("li", Pair.joined(parts), "listItem");
        });
        return node("<" + element + storage + ">", items, "</" + element + ">", type, adf);
    }

    private Pair tasks(int depth) {
        List<String> storage = new ArrayList<>();
        List<String> adf = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean done = one(2);
            Pair line = line();
            Pair below = depth > 1 && one(3) ? tasks(depth - 2) : new Pair("", "");
            boolean inside = one(2);
            storage.add("<ac:task><ac:task-id>1</ac:task-id><ac:task-status>" + (done ? "complete" : "incomplete")
                    + "</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">" + line.storage()
                    + "</span>"
                    + (inside ? below.storage() : "") + "</ac:task-body></ac:task>" + (inside ? "" : below.storage()));
            adf.add("{\"type\":\"taskItem\",\"attrs\":{\"state\":\"" + (done ? "DONE" : "TODO") + "\"},\"content\":["
                    + line.adf() + "]}" + (below.adf().isEmpty() ? "" : "," + below.adf()));
        }
        return new Pair(
                "<ac:task-list>" + String.join("", storage) + "</ac:task-list>",
                "{\"type\":\"taskList\",\"content\":[" + String.join(",", adf) + "]}");
    }

    private Pair decisions() {
        Pair items = many(
                2,
                () -> node(
                        "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>",
                        line(),
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

    private Pair table(int depth) {
        boolean head = one(2);
        boolean numbered = one(4);
        int columns = 1 + random.nextInt(3);
        List<Pair> rows = new ArrayList<>();
        int number = 0;
        for (int row = 0, count = 1 + random.nextInt(3); row < count; row++) {
            List<Pair> cells = new ArrayList<>();
            boolean heads = head && row == 0;
            for (int column = 0; column < columns; ) {
                int span = one(5) ? Math.min(2, columns - column) : 1;
                boolean header = heads || (column == 0 && one(4));
                String start = (header ? "<th" : "<td") + (span > 1 ? " colspan=\"2\"" : "") + ">";
                cells.add(node(
                        start,
                        cell(depth),
                        header ? "</th>" : "</td>",
                        header ? "tableHeader" : "tableCell",
                        span > 1 ? "\"colspan\":2" : ""));
                column += span;
            }
            Pair joined = Pair.joined(cells);
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
                Pair.joined(rows),
                "</tbody></table>",
                "table",
                "\"isNumberColumnEnabled\":" + numbered);
    }

    private Pair cell(int depth) {
        return switch (random.nextInt(depth > 1 ? 7 : 3)) {
            case 0 -> new Pair("<p />", "{\"type\":\"paragraph\"}");
            case 1 -> Pair.joined(List.of(paragraph(), paragraph()));
            case 3 -> list("ul", "bulletList", 1, "", "");
            case 4 -> expand("nestedExpand", 1);
            case 5 -> panel(1);
            case 6 -> tasks(1);
            default -> paragraph();
        };
    }

    private Pair panel(int depth) {
        Pair content = many(2, () -> depth > 2 && one(3) ? list("ul", "bulletList", 1, "", "") : paragraph());
        if (one(4)) {
            return node(
                    "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>"
                            + "<ac:adf-content>",
                    content,
                    "</ac:adf-content></ac:adf-node></ac:adf-extension>",
                    "panel",
                    "\"panelType\":\"note\"");
        }
        String[] kind = pick("info,info", "tip,success", "note,warning", "warning,error", "panel,custom")
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

    private Pair expand(String type, int depth) {
        boolean titled = one(2);
        String title = titled ? word() : "";
        return node(
                "<ac:structured-macro ac:name=\"expand\">"
                        + (titled ? "<ac:parameter ac:name=\"title\">" + title + "</ac:parameter>" : "")
                        + "<ac:rich-text-body>",
                type.equals("expand") ? many(2, () -> block(depth - 1, false)) : paragraph(),
                "</ac:rich-text-body></ac:structured-macro>",
                type,
                "\"title\":\"" + title + "\"");
    }

    private Pair image() {
        String file = word() + pick(".png", " (1).png");
        Pair caption = one(2) ? line() : new Pair("", "");
        boolean captioned = !caption.adf().isEmpty();
        return new Pair(
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

    private Pair files() {
        Pair files = many(2, () -> {
            String file = word() + ".pdf";
            return new Pair(
                    "<ac:structured-macro ac:name=\"view-file\"><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\""
                            + file + "\" /></ac:parameter></ac:structured-macro>",
                    media(file));
        });
        return new Pair(files.storage(), "{\"type\":\"mediaGroup\",\"content\":[" + files.adf() + "]}");
    }

    private Pair extension(int depth) {
        if (one(4)) {
            String name = "App " + word();
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
        String name = pick("excerpt", "details", "some-app", "children", "toc", "auitab", "scroll-only", "mathblock");
        if (name.equals("children") || name.equals("toc")) {
            return macro("extension", name, "maxLevel", "3");
        }
        if (name.equals("mathblock")) {
            return macro("extension", name, "body", word() + "_1^2");
        }
        return node(
                "<ac:structured-macro ac:name=\"" + name
                        + "\"><ac:parameter ac:name=\"title\">t</ac:parameter><ac:rich-text-body>",
                many(2, () -> block(depth - 1, false)),
                "</ac:rich-text-body></ac:structured-macro>",
                "bodiedExtension",
                attributes(name, "title", "t"));
    }

    private static Pair macro(String type, String name, String parameter, String value) {
        return new Pair(
                "<ac:structured-macro ac:name=\"" + name + "\"><ac:parameter ac:name=\"" + parameter + "\">" + value
                        + "</ac:parameter></ac:structured-macro>",
                "{\"type\":\"" + type + "\",\"attrs\":{" + attributes(name, parameter, value) + "}}");
    }

    private static String attributes(String macro, String parameter, String value) {
        return "\"extensionType\":\"com.atlassian.confluence.macro.core\",\"extensionKey\":\"" + macro
                + "\",\"parameters\":{\"macroParams\":{\"" + parameter + "\":{\"value\":\"" + value
                + "\"}},\"macroMetadata\":{\"title\":\"secret\"}}";
    }

    /** Running text that begins and ends with no space. */
    private Pair line() {
        List<Pair> parts = new ArrayList<>();
        boolean edge = true;
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(one(2) ? text(edge) : atom(edge));
            edge = i > 0 && one(2);
            if (edge) {
                parts.add(new Pair(" ", "{\"type\":\"text\",\"text\":\" \"}"));
            }
        }
        return Pair.joined(parts);
    }

    private Pair text(boolean edge) {
        String said = (edge || one(2) ? "" : " ") + word() + pick("", "*", " _x_", ")", "。", " a & b", " <c>", "\"");
        List<String[]> around = new ArrayList<>();
        if (one(6)) {
            // Two links to the same place would be one in ADF, where they stand side by side.
            String part = "part" + words++;
            String url = pick("https://example.com/a?b=" + part, "#" + part);
            around.add(new String[] {
                url.startsWith("#") ? "<ac:link ac:anchor=\"" + part + "\"><ac:link-body>" : "<a href=\"" + url + "\">",
                url.startsWith("#") ? "</ac:link-body></ac:link>" : "</a>",
                "{\"type\":\"link\",\"attrs\":{\"href\":\"" + url + "\"}}"
            });
        }
        if (one(8)) {
            around.add(new String[] {
                "<ac:inline-comment-marker ac:ref=\"r\">",
                "</ac:inline-comment-marker>",
                "{\"type\":\"annotation\",\"attrs\":{\"id\":\"r\",\"annotationType\":\"inlineComment\"}}"
            });
        }
        if (one(8)) {
            around.add(new String[] {
                "<span style=\"color: red;\">", "</span>", "{\"type\":\"textColor\",\"attrs\":{\"color\":\"red\"}}"
            });
        }
        String[][] marks = {
            {"<strong>", "</strong>", "{\"type\":\"strong\"}"},
            {"<em>", "</em>", "{\"type\":\"em\"}"},
            {"<u>", "</u>", "{\"type\":\"underline\"}"},
            {"<s>", "</s>", "{\"type\":\"strike\"}"},
            {"<sub>", "</sub>", "{\"type\":\"subsup\",\"attrs\":{\"type\":\"sub\"}}"}
        };
        for (String[] mark : marks) {
            if (one(5)) {
                around.add(mark);
            }
        }
        StringBuilder start = new StringBuilder();
        StringBuilder end = new StringBuilder();
        List<String> adf = new ArrayList<>();
        for (String[] mark : around) {
            start.append(mark[0]);
            end.insert(0, mark[1]);
            adf.add(random.nextInt(adf.size() + 1), mark[2]);
        }
        return new Pair(
                start + said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + end,
                "{\"type\":\"text\",\"text\":\"" + said.replace("\"", "\\\"") + "\""
                        + (adf.isEmpty() ? "" : ",\"marks\":[" + String.join(",", adf) + "]") + "}");
    }

    /** The storage format drops spaces before a break, so there is none. */
    private Pair atom(boolean edge) {
        return switch (random.nextInt(edge ? 8 : 9)) {
            case 0 -> {
                String id = "557:" + word();
                yield new Pair(
                        "<ac:link><ri:user ri:account-id=\"" + id + "\" /></ac:link>",
                        "{\"type\":\"mention\",\"attrs\":{\"id\":\"" + id + "\",\"text\":\"@Old name\"}}");
            }
            case 1 ->
                new Pair(
                        "<ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":rocket:\" ac:emoji-id=\"1f680\" ac:emoji-fallback=\"🚀\" />",
                        "{\"type\":\"emoji\",\"attrs\":{\"shortName\":\":rocket:\",\"id\":\"1f680\",\"text\":\"🚀\"}}");
            case 2 ->
                new Pair(
                        "<ac:emoticon ac:name=\"tick\" ac:emoji-shortname=\":check_mark:\" ac:emoji-id=\"atlassian-check_mark\""
                                + " ac:emoji-fallback=\":check_mark:\" />",
                        "{\"type\":\"emoji\",\"attrs\":{\"shortName\":\":check_mark:\",\"id\":\"atlassian-check_mark\","
                                + "\"text\":\":check_mark:\"}}");
            case 3 -> {
                LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
                yield new Pair(
                        "<time datetime=\"" + day + "\" />",
                        "{\"type\":\"date\",\"attrs\":{\"timestamp\":\""
                                + day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + "\"}}");
            }
            case 4 -> {
                String title = word();
                yield new Pair(
                        "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">" + title
                                + "</ac:parameter><ac:parameter ac:name=\"colour\">Blue</ac:parameter></ac:structured-macro>",
                        "{\"type\":\"status\",\"attrs\":{\"text\":\"" + title + "\",\"color\":\"blue\"}}");
            }
            case 5 -> {
                String url = "https://example.com/" + word();
                yield new Pair(
                        "<a href=\"" + url + "\" data-card-appearance=\"inline\">" + url + "</a>",
                        "{\"type\":\"inlineCard\",\"attrs\":{\"url\":\"" + url + "\"}}");
            }
            case 6 -> macro("inlineExtension", "jira", "key", "A-" + words++);
            case 7 -> {
                String code = word() + pick("", "`", " = *");
                yield new Pair(
                        "<code>" + code + "</code>",
                        "{\"type\":\"text\",\"text\":\"" + code + "\",\"marks\":[{\"type\":\"code\"}]}");
            }
            default -> {
                Pair behind = text(true);
                yield new Pair("<br />" + behind.storage(), "{\"type\":\"hardBreak\"}," + behind.adf());
            }
        };
    }

    private String word() {
        return "w" + words++;
    }
}
