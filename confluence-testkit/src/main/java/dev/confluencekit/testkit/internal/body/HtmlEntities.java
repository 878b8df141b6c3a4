package dev.confluencekit.testkit.internal.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the named entities of HTML as numbers, because an XML parser without a DTD knows but five
 * of them. What is inside CDATA stays as it is.
 */
final class HtmlEntities {

    private static final Pattern CDATA_OR_ENTITY =
            Pattern.compile("<!\\[CDATA\\[.*?]]>|&([A-Za-z][A-Za-z0-9]*);", Pattern.DOTALL);
    private static final Map<String, String> CODE_POINTS = read();

    private HtmlEntities() {}

    static String toNumbers(String markup) {
        if (markup.indexOf('&') < 0) {
            return markup;
        }
        return CDATA_OR_ENTITY.matcher(markup).replaceAll(HtmlEntities::replacement);
    }

    private static String replacement(MatchResult match) {
        String codePoint = match.group(1) == null ? null : CODE_POINTS.get(match.group(1));
        return Matcher.quoteReplacement(codePoint == null ? match.group() : "&#" + codePoint + ";");
    }

    private static Map<String, String> read() {
        try (InputStream in = HtmlEntities.class.getResourceAsStream("html-entities.txt")) {
            if (in == null) {
                throw new IllegalStateException("html-entities.txt is not beside its class");
            }
            Map<String, String> found = new TreeMap<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            lines.lines().forEach(line -> {
                int space = line.indexOf(' ');
                found.put(line.substring(0, space), line.substring(space + 1));
            });
            return Map.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
