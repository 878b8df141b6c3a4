package dev.confluencekit.markup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the lines of a body that {@link StorageGenerator} makes, and knows which words stand in it. */
final class StorageTextGenerator {
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

    private final Chance chance;
    private final StringBuilder body;
    private final List<String> words = new ArrayList<>();
    private final Set<String> repeated = new HashSet<>();
    private boolean repeating;
    private int links;

    StorageTextGenerator(Chance chance, StringBuilder body) {
        this.chance = chance;
        this.body = body;
    }

    List<String> words() {
        return words;
    }

    Set<String> repeated() {
        return repeated;
    }

    int links() {
        return links;
    }

    void countLink() {
        links++;
    }

    /** Writes what is again in each part of what it heads. */
    void repeating(Runnable content) {
        boolean around = repeating;
        repeating = true;
        content.run();
        repeating = around;
    }

    void element(String name, Runnable content) {
        body.append('<').append(name).append('>');
        content.run();
        body.append("</").append(name).append('>');
    }

    void element(String name, String attribute, Runnable content) {
        body.append('<').append(name).append(' ').append(attribute).append('>');
        content.run();
        body.append("</").append(name).append('>');
    }

    void inlines(int depth) {
        int count = 1 + chance.below(4);
        for (int i = 0; i < count; i++) {
            inline(depth);
            if (chance.one(2)) {
                body.append(chance.pick(" ", " ", "\n", "&nbsp;"));
            }
        }
    }

    private void inline(int depth) {
        if (depth > 0 && chance.one(8)) {
            rareInline();
            return;
        }
        switch (chance.below(depth > 0 ? 14 : 4)) {
            case 0, 1, 2, 3 -> text(false);
            case 4, 5, 6, 7 ->
                element(
                        chance.pick(
                                "strong", "em", "s", "u", "sub", "sup", "code", "b", "i", "del", "big", "small", "cite",
                                "q"),
                        () -> inlines(depth - 1));
            case 8 -> element("span", "style=\"color: red;\"", () -> inlines(depth - 1));
            case 9 -> {
                links++;
                String address =
                        chance.pick("https://example.com/a_(b)", "#x", "a b", "mailto:a@example.com") + "?" + links;
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

    private void rareInline() {
        switch (chance.below(9)) {
            case 0 -> body.append("<time datetime=\"2026-11-24\" />");
            case 1 ->
                body.append("<ac:emoticon ac:name=\"")
                        .append(chance.pick("smile", "tick", "nosuch"))
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

    void text(boolean trimmed) {
        int count = 1 + chance.below(3);
        for (int i = 0; i < count; i++) {
            if (chance.one(3)) {
                odd();
                body.append(chance.one(2) && !(trimmed && i == 0) ? " " : "");
            }
            body.append(word());
            if (chance.one(4)) {
                odd();
            }
            if (i + 1 < count) {
                body.append(chance.one(3) ? "" : " ");
            }
        }
    }

    private void odd() {
        String odd = ODD.get(chance.below(ODD.size()));
        body.append(odd.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** In letters that nothing is made of but words. */
    String word() {
        String word = "Q" + Integer.toString(words.size(), 26).replace('q', 'z').toUpperCase(Locale.ROOT) + "Q";
        words.add(word);
        if (repeating) {
            repeated.add(word);
        }
        return word;
    }
}
