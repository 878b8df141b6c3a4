package dev.confluencekit.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Pages that change, told by their numbers: whatever a page says is worked out when it is asked for, so that a million fit. */
final class ChangingSite {
    static final long FIRST_PAGE = 1_000_001;
    static final long FIRST_SPACE = 65_537;

    private static final Instant FOUNDED = Instant.parse("2024-01-01T09:00:00Z");
    private static final int BODIES = 48;

    private final int pages;
    private final int spaces;
    private final byte[] versions;
    private final List<String> bodies = new ArrayList<>();
    private final Set<Integer> changed = new LinkedHashSet<>();
    private Instant changedAt = FOUNDED;

    ChangingSite(int pages, int spaces, int bodyCharacters) {
        this.pages = pages;
        this.spaces = spaces;
        this.versions = new byte[pages];
        for (int i = 0; i < BODIES; i++) {
            bodies.add(PageText.escaped(PageText.storage(bodyCharacters, i)));
        }
    }

    int spaces() {
        return spaces;
    }

    /** Pages in a space. */
    int count(int space) {
        return pages / spaces + (space < pages % spaces ? 1 : 0);
    }

    int pages() {
        return pages;
    }

    /** Which page is at a place of the listing of a space by id. */
    int page(int space, int place) {
        return place * spaces + space;
    }

    int spaceOf(int page) {
        return page % spaces;
    }

    /** The number of a page by its id, or -1. */
    int page(String id) {
        long number = Long.parseLong(id) - FIRST_PAGE;
        return number < 0 || number >= pages ? -1 : (int) number;
    }

    /** The number of a space by its id, or -1. */
    int space(String id) {
        long number = Long.parseLong(id) - FIRST_SPACE;
        return number < 0 || number >= spaces ? -1 : (int) number;
    }

    /** Edits so many pages, spread over the site. */
    synchronized void change(int count) {
        changedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < count; i++) {
            int page = (int) ((long) i * pages / count);
            versions[page]++;
            changed.add(page);
        }
    }

    /** Pages that a test takes, those changed last first, from a place on; at most so many. */
    synchronized List<Integer> newest(IntPredicate wanted, int from, int most) {
        List<Integer> found = new ArrayList<>();
        int skipped = 0;
        for (int page : changed) {
            if (wanted.test(page) && skipped++ >= from && found.size() < most) {
                found.add(page);
            }
        }
        for (int page = pages - 1; page >= 0 && found.size() < most; page--) {
            if (wanted.test(page) && !changed.contains(page) && skipped++ >= from) {
                found.add(page);
            }
        }
        return found;
    }

    /** A page as JSON. */
    synchronized String page(int page, boolean withBody) {
        int version = 1 + versions[page];
        int space = page % spaces;
        Instant made = FOUNDED.plusSeconds(page);
        String parent = page < 10 * spaces ? "null" : "\"" + (FIRST_PAGE + page(space, page / spaces / 10)) + "\"";
        String body = withBody
                ? "\"storage\":{\"representation\":\"storage\",\"value\":\"<p>Version " + version + "</p>"
                        + bodies.get(page % BODIES) + "\"}"
                : "";
        return "{\"id\":\"" + (FIRST_PAGE + page) + "\",\"status\":\"current\",\"title\":\"Maintenance of part " + page
                + "\",\"spaceId\":\"" + (FIRST_SPACE + space) + "\",\"parentId\":" + parent
                + ",\"parentType\":\"page\","
                + "\"position\":" + page % 10_000 + ",\"authorId\":\"712020:5c1f6a00\",\"ownerId\":\"712020:5c1f6a00\","
                + "\"lastOwnerId\":null,\"createdAt\":\"" + made + "\",\"version\":{\"number\":" + version
                + ",\"message\":\"\",\"minorEdit\":false,\"authorId\":\"712020:5c1f6a00\",\"createdAt\":\""
                + (version == 1 ? made : changedAt) + "\"},\"body\":{" + body + "},\"_links\":{\"webui\":\"/spaces/S"
                + space + "/pages/" + (FIRST_PAGE + page) + "\"}}";
    }

    /** A space as JSON. */
    String space(int space) {
        return "{\"id\":\"" + (FIRST_SPACE + space) + "\",\"key\":\"S" + space + "\",\"name\":\"Space " + space
                + "\",\"type\":\"global\",\"status\":\"current\",\"authorId\":\"712020:5c1f6a00\",\"createdAt\":\""
                + FOUNDED + "\",\"homepageId\":null,\"_links\":{\"webui\":\"/spaces/S" + space + "\"}}";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
