package dev.confluencekit.testkit.internal.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The markers in storage format that say which words an inline comment is on. Words are looked for between two tags; what
 * goes over a tag is not found.
 */
final class InlineMarkers {

    /** What they hold is no text of the page. */
    private static final Set<String> SILENT =
            Set.of("ac:parameter", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:default-parameter");

    private InlineMarkers() {}

    /** The places where the words begin, as offsets into the body. */
    static List<Integer> matches(String storage, String words) {
        String wanted = escaped(words);
        List<Integer> found = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        int at = 0;
        while (at < storage.length()) {
            int tag = storage.indexOf('<', at);
            int end = tag < 0 ? storage.length() : tag;
            if (silent.isEmpty()) {
                int hit = storage.indexOf(wanted, at);
                while (hit >= 0 && hit + wanted.length() <= end) {
                    found.add(hit);
                    hit = storage.indexOf(wanted, hit + wanted.length());
                }
            }
            if (tag < 0) {
                break;
            }
            at = afterTag(storage, tag, silent);
        }
        return found;
    }

    private static int afterTag(String storage, int tag, Set<String> silent) {
        if (storage.startsWith("<![CDATA[", tag)) {
            return after(storage, "]]>", tag);
        }
        if (storage.startsWith("<!--", tag)) {
            return after(storage, "-->", tag);
        }
        int end = after(storage, ">", tag);
        String inside = storage.substring(tag + 1, Math.max(tag + 1, end - 1));
        boolean closing = inside.startsWith("/");
        String name = inside.substring(closing ? 1 : 0).split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        if (SILENT.contains(name) && !inside.endsWith("/")) {
            if (closing) {
                silent.remove(name);
            } else {
                silent.add(name);
            }
        }
        return end;
    }

    private static int after(String storage, String mark, int from) {
        int found = storage.indexOf(mark, from);
        return found < 0 ? storage.length() : found + mark.length();
    }

    /** The body with a marker around words that are at a place. */
    static String mark(String storage, int place, String words, String ref) {
        String marked = escaped(words);
        return storage.substring(0, place) + "<ac:inline-comment-marker ac:ref=\"" + ref + "\">" + marked
                + "</ac:inline-comment-marker>" + storage.substring(place + marked.length());
    }

    static boolean isMarked(String storage, String ref) {
        return storage.contains("ac:ref=\"" + ref + "\"");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
