package dev.confluencekit.markup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes the lines of a page for {@link PageGenerator}. */
final class PageTextGenerator {
    private final Chance chance;
    private int words;

    PageTextGenerator(Chance chance) {
        this.chance = chance;
    }

    /** Running text that begins and ends with no space. */
    BothFormats line() {
        List<BothFormats> parts = new ArrayList<>();
        boolean edge = true;
        for (int i = chance.below(4); i >= 0; i--) {
            parts.add(chance.one(2) ? text(edge) : atom(edge));
            edge = i > 0 && chance.one(2);
            if (edge) {
                parts.add(new BothFormats(" ", "{\"type\":\"text\",\"text\":\" \"}"));
            }
        }
        return BothFormats.joined(parts);
    }

    private BothFormats text(boolean edge) {
        String said = (edge || chance.one(2) ? "" : " ")
                + word()
                + chance.pick("", "*", " _x_", ")", "。", " a & b", " <c>", "\"");
        List<String[]> around = new ArrayList<>();
        if (chance.one(6)) {
            // Two links to the same place would be one in ADF, where they stand side by side.
            String part = "part" + words++;
            String url = chance.pick("https://example.com/a?b=" + part, "#" + part);
            around.add(new String[] {
                url.startsWith("#") ? "<ac:link ac:anchor=\"" + part + "\"><ac:link-body>" : "<a href=\"" + url + "\">",
                url.startsWith("#") ? "</ac:link-body></ac:link>" : "</a>",
                "{\"type\":\"link\",\"attrs\":{\"href\":\"" + url + "\"}}"
            });
        }
        if (chance.one(8)) {
            around.add(new String[] {
                "<ac:inline-comment-marker ac:ref=\"r\">",
                "</ac:inline-comment-marker>",
                "{\"type\":\"annotation\",\"attrs\":{\"id\":\"r\",\"annotationType\":\"inlineComment\"}}"
            });
        }
        if (chance.one(8)) {
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
            if (chance.one(5)) {
                around.add(mark);
            }
        }
        StringBuilder start = new StringBuilder();
        StringBuilder end = new StringBuilder();
        List<String> adf = new ArrayList<>();
        for (String[] mark : around) {
            start.append(mark[0]);
            end.insert(0, mark[1]);
            adf.add(chance.below(adf.size() + 1), mark[2]);
        }
        return new BothFormats(
                start + said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + end,
                "{\"type\":\"text\",\"text\":\"" + said.replace("\"", "\\\"") + "\""
                        + (adf.isEmpty() ? "" : ",\"marks\":[" + String.join(",", adf) + "]") + "}");
    }

    /** The storage format drops spaces before a break, so there is none. */
    private BothFormats atom(boolean edge) {
        return switch (chance.below(edge ? 8 : 9)) {
            case 0 -> {
                String id = "557:" + word();
                yield new BothFormats(
                        "<ac:link><ri:user ri:account-id=\"" + id + "\" /></ac:link>",
                        "{\"type\":\"mention\",\"attrs\":{\"id\":\"" + id + "\",\"text\":\"@Old name\"}}");
            }
            case 1 ->
                new BothFormats(
                        "<ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":rocket:\" ac:emoji-id=\"1f680\" ac:emoji-fallback=\"🚀\" />",
                        "{\"type\":\"emoji\",\"attrs\":{\"shortName\":\":rocket:\",\"id\":\"1f680\",\"text\":\"🚀\"}}");
            case 2 ->
                new BothFormats(
                        "<ac:emoticon ac:name=\"tick\" ac:emoji-shortname=\":check_mark:\" ac:emoji-id=\"atlassian-check_mark\""
                                + " ac:emoji-fallback=\":check_mark:\" />",
                        "{\"type\":\"emoji\",\"attrs\":{\"shortName\":\":check_mark:\",\"id\":\"atlassian-check_mark\","
                                + "\"text\":\":check_mark:\"}}");
            case 3 -> {
                LocalDate day = LocalDate.of(2026, 1, 1).plusDays(chance.below(365));
                yield new BothFormats(
                        "<time datetime=\"" + day + "\" />",
                        "{\"type\":\"date\",\"attrs\":{\"timestamp\":\""
                                + day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + "\"}}");
            }
            case 4 -> {
                String title = word();
                yield new BothFormats(
                        "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">" + title
                                + "</ac:parameter><ac:parameter ac:name=\"colour\">Blue</ac:parameter></ac:structured-macro>",
                        "{\"type\":\"status\",\"attrs\":{\"text\":\"" + title + "\",\"color\":\"blue\"}}");
            }
            case 5 -> {
                String url = "https://example.com/" + word();
                yield new BothFormats(
                        "<a href=\"" + url + "\" data-card-appearance=\"inline\">" + url + "</a>",
                        "{\"type\":\"inlineCard\",\"attrs\":{\"url\":\"" + url + "\"}}");
            }
            case 6 -> BothFormats.macro("inlineExtension", "jira", "key", "A-" + words++);
            case 7 -> {
                String code = word() + chance.pick("", "`", " = *");
                yield new BothFormats(
                        "<code>" + code + "</code>",
                        "{\"type\":\"text\",\"text\":\"" + code + "\",\"marks\":[{\"type\":\"code\"}]}");
            }
            default -> {
                BothFormats behind = text(true);
                yield new BothFormats("<br />" + behind.storage(), "{\"type\":\"hardBreak\"}," + behind.adf());
            }
        };
    }

    String word() {
        return "w" + words++;
    }
}
