package dev.confluencekit.markup;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Broken bodies of each kind; a seed always gives the same. */
final class Mutations {
    private static final int MOST = 4_000;
    private static final int SOUND = 200;
    private static final Map<Long, String> SOUND_STORAGE = new ConcurrentHashMap<>();
    private static final Map<Long, String> SOUND_MARKDOWN = new ConcurrentHashMap<>();
    private static final String[] STORAGE = pieces("""
            <|>|</|/>|&|&#|;|"|=|<![CDATA[|]]>|<!--|-->|<?x|<!DOCTYPE x [|<br>|<td>|<li>|<ul>|<tr colspan="9999">|<ac:link>|<ac:task>\
            |<ac:structured-macro ac:name="code">|<ac:parameter>|<ac:rich-text-body>|<ri:user/>|</p>|</table>|<table><td rowspan="999">\
            |<span style="color: red; background-color: blue; text-decoration: underline">|<blockquote>|`|\\||\\n|\\0|\\s|\u2028""");
    private static final String[] ADF = pieces("""
            {|}|[|]|,|:|"|\\|null|true|1e999|-1|""|{}|[]|"type":|"content":|"attrs":|"text"|"doc"|"table"|"marks":[|"marks":7\
            |{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"rowspan":1e9,"colspan":"9"}}]}]}\
            |{"type":"paragraph"}|{"type":"text"}|{"type":"text","text":"x","marks":[{"type":"link"}]}|\\\\u0000|\\n|\\0|\\s|\u2028""");
    private static final String[] MARKDOWN = pieces("""
            # |> |- |1. |- [ ] |\\n|\\n\\n|    |```|~~|**|*|_|`|[a](|)|![|]|\\||\\|---\\|\\n|<b>|</b>|<table>|<tr>|<td rowspan=999>|</table>|<details>\
            |<summary>|</details>|<!--|-->|<a href=|<|>|"|&amp;|&#0;|[^1]|[^1]: |[^x]|[!NOTE]|@a|https://x.y|<li>|<ul>|<p>|<br>|<img src=x>|<ac:link>\
            |<span style="color:red">|</span>|<h1>|]]>|<![CDATA[|[TOC]|\\t|\\0|\\s|\\\\""");

    /** Where tags and attributes begin and end is for a reader of ours to find out. */
    private static final String[] HTML = pieces("""
            <|</|<|</|<p|<a |<td |<b>|</b>|<details>|<summary>|<table><tr>|<ul><li>|<img |<span |p|a|x|y| | | |\t|\n|=|=|"|"|'|'|>|>|/>|/|href|src\
            |style=|colspan=|alt|color:red|https://x.y|javascript:|<!--|-->|<!-|--|!|?|&|&amp;|&quot;|;|0|9|**|`|\0|<![CDATA[|]]>|\\""");

    private final RandomGenerator random;

    private Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private static String[] pieces(String line) {
        String[] pieces = line.split("(?<!\\\\)\\|", -1);
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = pieces[i]
                    .replace("\\n", "\n")
                    .replace("\\t", "\t")
                    .replace("\\0", "\0")
                    .replace("\\s", "\ud800")
                    .replace("\\|", "|");
        }
        return pieces;
    }

    static String storage(long seed) {
        return new Mutations(seed).mutated(sound(seed), STORAGE);
    }

    private static String sound(long seed) {
        return SOUND_STORAGE.computeIfAbsent(
                seed % SOUND, key -> StorageGenerator.of(key).body());
    }

    /** Broken as a tree, as text, or both. */
    static String adf(long seed) {
        Mutations mutations = new Mutations(seed);
        AdfGenerator generator = new AdfGenerator(seed / 3);
        String body = seed % 3 == 0
                ? generator.document().toString()
                : generator.broken().toString();
        return seed % 3 == 1 ? body : mutated(mutations, body);
    }

    private static String mutated(Mutations mutations, String body) {
        return mutations.mutated(body, ADF);
    }

    /** Markdown that was written, and broken, or pieces of Markdown or of raw HTML in any order. */
    static String markdown(long seed) {
        Mutations mutations = new Mutations(seed);
        if (seed % 3 == 0) {
            String written = SOUND_MARKDOWN.computeIfAbsent(
                    seed % SOUND, key -> Markup.storage(sound(key)).toMarkdown().output());
            return mutations.mutated(written, MARKDOWN);
        }
        return seed % 3 == 1 ? mutations.soup(MARKDOWN, "word ") : "<p>" + mutations.soup(HTML, "x");
    }

    private String soup(String[] pieces, String word) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
            if (random.nextInt(3) == 0) {
                text.append(word);
            }
        }
        return text.toString();
    }

    private String mutated(String whole, String[] pieces) {
        StringBuilder body = new StringBuilder(whole);
        if (body.length() > MOST) {
            body.setLength(MOST);
        }
        int changes = 1 + random.nextInt(10);
        for (int i = 0; i < changes && body.length() > 0; i++) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(5)) {
                case 0 -> body.deleteCharAt(at);
                case 1 -> body.insert(at, pieces[random.nextInt(pieces.length)]);
                case 2 -> body.insert(at, pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(40)));
                case 3 -> body.delete(at, Math.min(body.length(), at + random.nextInt(40)));
                default -> body.insert(at, body.substring(at, Math.min(body.length(), at + random.nextInt(60))));
            }
        }
        return body.toString();
    }
}
