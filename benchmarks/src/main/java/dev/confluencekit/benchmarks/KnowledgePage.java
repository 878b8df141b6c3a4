package dev.confluencekit.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Pages as knowledge bases have them, in storage format: headings, paragraphs with styles and links, lists, tables, code, panels,
 * tasks, images, mentions. The same size gives the same page.
 */
final class KnowledgePage {
    private static final String[] WORDS = {
        "the",
        "service",
        "of",
        "and",
        "a",
        "to",
        "deployment",
        "is",
        "for",
        "cluster",
        "in",
        "we",
        "release",
        "that",
        "on",
        "backup",
        "must",
        "with",
        "database",
        "be",
        "team",
        "as",
        "Größe",
        "this",
        "configuration",
        "when",
        "restart",
        "it",
        "has",
        "customer",
        "by",
        "are",
        "R&amp;D",
        "not",
        "request",
        "from",
        "version",
        "or",
        "queue",
        "«neu»"
    };
    private static final String[] STYLES = {"strong", "em", "code", "u", "s"};

    private final SplittableRandom random = new SplittableRandom(17);
    private final StringBuilder body = new StringBuilder();
    private int tasks;

    private KnowledgePage() {}

    /** A page of as many bytes in UTF-8, give or take a section. */
    static String storage(int bytes) {
        StringBuilder whole = new StringBuilder(bytes);
        int written = 0;
        KnowledgePage page = new KnowledgePage();
        while (written < bytes) {
            page.body.setLength(0);
            page.section();
            written += page.body.toString().getBytes(StandardCharsets.UTF_8).length;
            whole.append(page.body);
        }
        return whole.toString();
    }

    private void section() {
        int level = 1 + random.nextInt(3);
        body.append("<h").append(level).append('>');
        words(5);
        body.append("</h").append(level).append('>');
        paragraph();
        paragraph();
        switch (random.nextInt(7)) {
            case 0 -> list("ul", 0);
            case 1 -> list("ol", 0);
            case 2 -> table();
            case 3 -> code();
            case 4 -> panel();
            case 5 -> tasks();
            default -> image();
        }
        paragraph();
    }

    private void words(int count) {
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
    }

    private void paragraph() {
        body.append("<p>");
        line(3 + random.nextInt(5));
        body.append("</p>\n");
    }

    /** Runs of words, some in a style, some as a link, a mention, a date or a status behind them. */
    private void line(int runs) {
        for (int i = 0; i < runs; i++) {
            words(6 + random.nextInt(8));
            body.append(' ');
            special();
            body.append(i == runs - 1 ? "." : " ");
        }
    }

    private void special() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                String style = STYLES[random.nextInt(STYLES.length)];
                body.append('<').append(style).append('>');
                words(2);
                body.append("</").append(style).append('>');
            }
            case 3, 4 -> {
                body.append("<a href=\"https://example.com/browse?id=").append(random.nextInt(10_000));
                body.append("&amp;tab=all\">");
                words(3);
                body.append("</a>");
            }
            case 5, 6 -> {
                body.append("<ac:link><ri:page ri:content-title=\"");
                words(3);
                body.append("\" ri:space-key=\"OPS\" /><ac:link-body>");
                words(3);
                body.append("</ac:link-body></ac:link>");
            }
            case 7 ->
                body.append("<ac:link><ri:user ri:account-id=\"712020:")
                        .append(random.nextInt(50))
                        .append("\" /></ac:link>");
            case 8 -> body.append("<span style=\"color: rgb(255,86,48);\">urgent</span>");
            case 9 ->
                body.append("<time datetime=\"2026-03-1")
                        .append(random.nextInt(10))
                        .append("\" />");
            case 10 ->
                body.append("<ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"><ac:parameter"
                        + " ac:name=\"title\">DONE</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter>"
                        + "</ac:structured-macro>");
            default ->
                body.append("<ac:emoticon ac:name=\"tick\" ac:emoji-shortname=\":check_mark:\""
                        + " ac:emoji-id=\"2705\" ac:emoji-fallback=\"✅\" />");
        }
    }

    private void list(String name, int depth) {
        body.append('<').append(name).append('>');
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            body.append("<li><p>");
            line(1);
            body.append("</p>");
            if (depth < 2 && random.nextInt(4) == 0) {
                list("ul", depth + 1);
            }
            body.append("</li>");
        }
        body.append("</").append(name).append('>');
    }

    private void table() {
        int columns = 2 + random.nextInt(4);
        body.append("<table data-layout=\"default\" ac:local-id=\"0a1b2c3d\"><colgroup>");
        body.append("<col style=\"width: 170.0px;\" />".repeat(columns)).append("</colgroup><tbody>");
        for (int row = 0; row < 4 + random.nextInt(8); row++) {
            String cell = row == 0 ? "th" : "td";
            body.append("<tr>");
            for (int column = 0; column < columns; column++) {
                body.append('<').append(cell).append("><p>");
                if (row == 0) {
                    words(2);
                } else {
                    line(1);
                }
                body.append("</p></").append(cell).append('>');
            }
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    private void code() {
        body.append("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"a1-b2\"><ac:parameter"
                + " ac:name=\"language\">yaml</ac:parameter><ac:plain-text-body><![CDATA[");
        for (int line = 5 + random.nextInt(20); line > 0; line--) {
            body.append("  - name: item_").append(line).append("\n    value: <").append(random.nextInt(1_000));
            body.append("> && \"x\" | y\n");
        }
        body.append("]]></ac:plain-text-body></ac:structured-macro>");
    }

    private void panel() {
        String[] names = {"info", "note", "warning", "tip", "expand"};
        body.append("<ac:structured-macro ac:name=\"")
                .append(names[random.nextInt(names.length)])
                .append("\"><ac:parameter ac:name=\"title\">");
        words(3);
        body.append("</ac:parameter><ac:rich-text-body>");
        paragraph();
        list("ul", 2);
        body.append("</ac:rich-text-body></ac:structured-macro>");
    }

    private void tasks() {
        body.append("<ac:task-list>\n");
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            tasks++;
            body.append("<ac:task>\n<ac:task-id>").append(tasks).append("</ac:task-id>\n<ac:task-status>");
            body.append(i % 2 == 0 ? "complete" : "incomplete");
            body.append("</ac:task-status>\n<ac:task-body><span class=\"placeholder-inline-tasks\">");
            line(1);
            body.append("</span></ac:task-body>\n</ac:task>\n");
        }
        body.append("</ac:task-list>");
    }

    private void image() {
        body.append("<ac:image ac:width=\"760\" ac:layout=\"center\" ac:alt=\"");
        words(4);
        body.append("\"><ri:attachment ri:filename=\"image-")
                .append(random.nextInt(100))
                .append(".png\" ri:version-at-save=\"1\" /></ac:image>");
    }
}
