package dev.confluencekit.content.internal.titled;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which inline comments a body holds the places of, and which words it is made of. */
final class CommentMarkers {
    private static final JsonCodec CODEC = JsonCodec.create();
    private static final Pattern MARKER = Pattern.compile("<ac:inline-comment-marker\\s[^>]*>");
    private static final Pattern REFERENCE = Pattern.compile("ac:ref\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern TAG = Pattern.compile("<[^>]*>|&[#a-zA-Z0-9]+;");
    private static final Pattern NO_WORD = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+|]]>|<!\\[CDATA\\[");

    private CommentMarkers() {}

    /** The references of the markers. */
    static Set<String> in(String representation, String body) {
        Set<String> found = new TreeSet<>();
        if (representation.equals("storage")) {
            Matcher markers = MARKER.matcher(body);
            while (markers.find()) {
                Matcher reference = REFERENCE.matcher(markers.group());
                if (reference.find()) {
                    found.add(reference.group(1));
                }
            }
        } else if (representation.equals("atlas_doc_format")) {
            collectAnnotations(document(body), found);
        }
        return found;
    }

    private static void collectAnnotations(@Nullable Object node, Set<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("attrs") instanceof Map<?, ?> attributes
                    && "inlineComment".equals(attributes.get("annotationType"))
                    && attributes.get("id") instanceof String id) {
                found.add(id);
            }
            map.values().forEach(value -> collectAnnotations(value, found));
        } else if (node instanceof Collection<?> list) {
            list.forEach(value -> collectAnnotations(value, found));
        }
    }

    /** The words of a body, without anything that the service may write differently. */
    static String words(String representation, String body) {
        String text = body;
        if (representation.equals("atlas_doc_format")) {
            StringBuilder words = new StringBuilder();
            collectWords(document(body), words);
            text = words.toString();
        } else {
            text = TAG.matcher(NO_WORD.matcher(text).replaceAll("")).replaceAll("");
        }
        return NO_WORD.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static void collectWords(@Nullable Object node, StringBuilder words) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("text") instanceof String text) {
                words.append(text);
            }
            map.values().forEach(value -> collectWords(value, words));
        } else if (node instanceof Collection<?> list) {
            list.forEach(value -> collectWords(value, words));
        }
    }

    /** Nothing for what is no JSON: the service will say so. */
    private static @Nullable Object document(String json) {
        try {
            return CODEC.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Map.class);
        } catch (JsonException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
