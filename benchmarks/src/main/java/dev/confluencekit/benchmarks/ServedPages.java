package dev.confluencekit.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The pages of a made-up site, written as JSON once. Pages share a few dozen bodies, so that they fit anywhere. */
final class ServedPages {
    private static final int BODIES = 48;
    private static final long FIRST_PAGE = 98_304;
    private static final long FIRST_SPACE = 65_537;

    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> heads = new ArrayList<>();
    private final List<byte[]> tails = new ArrayList<>();
    private final int spaces;

    ServedPages(int pages, int bodyCharacters, int spaces) {
        this.spaces = spaces;
        for (int i = 0; i < Math.min(BODIES, pages); i++) {
            bodies.add(utf8(PageText.escaped(PageText.storage(bodyCharacters, i))));
        }
        for (int i = 0; i < pages; i++) {
            heads.add(utf8(head(i)));
            tails.add(utf8(tail(i)));
        }
    }

    /** How many pages there are, in all spaces or in one. */
    int count(int space) {
        int pages = heads.size();
        return space < 0 ? pages : pages / spaces + (space < pages % spaces ? 1 : 0);
    }

    /** Which page is at a place in the listing of all spaces (a negative number) or of one. */
    private int page(int space, int place) {
        return space < 0 ? place : place * spaces + space;
    }

    /** The number of a space by its id; throws if there is none. */
    int space(String id) {
        long number = Long.parseLong(id) - FIRST_SPACE;
        if (number < 0 || number >= spaces) {
            throw new IllegalArgumentException("no space " + id);
        }
        return (int) number;
    }

    /** How many bytes {@link #write} gives. */
    long size(int space, int from, int to) {
        long size = Math.max(0, to - from - 1);
        for (int place = from; place < to; place++) {
            int page = page(space, place);
            size += heads.get(page).length + bodies.get(page % bodies.size()).length + tails.get(page).length;
        }
        return size;
    }

    /** The pages at some places of a listing, with commas between. */
    void write(int space, int from, int to, OutputStream out) throws IOException {
        for (int place = from; place < to; place++) {
            int page = page(space, place);
            if (place > from) {
                out.write(',');
            }
            out.write(heads.get(page));
            out.write(bodies.get(page % bodies.size()));
            out.write(tails.get(page));
        }
    }

    /** The spaces, with commas between. */
    byte[] spaces() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < spaces; i++) {
            all.add("{\"id\":\"" + (FIRST_SPACE + i) + "\",\"key\":\"S" + i + "\",\"name\":\"Space " + i
                    + "\",\"type\":\"global\",\"status\":\"current\",\"authorId\":\"" + author(i)
                    + "\",\"createdAt\":\"2024-02-03T08:00:00.000Z\",\"homepageId\":null,\"description\":null,"
                    + "\"icon\":null,\"_links\":{\"webui\":\"/spaces/S" + i + "\"}}");
        }
        return utf8(String.join(",", all));
    }

    private String head(int page) {
        int space = page % spaces;
        // Every hundredth title holds what is not Latin.
        String title = "Maintenance of part " + page + (page % 100 == 0 ? " – 自転車" : "");
        return "{\"id\":\"" + (FIRST_PAGE + page) + "\",\"status\":\"current\",\"title\":\"" + title
                + "\",\"spaceId\":\"" + (FIRST_SPACE + space) + "\",\"parentId\":\"" + (FIRST_PAGE + page / 10)
                + "\",\"parentType\":\"page\",\"position\":" + (page * 37 % 10_000) + ",\"authorId\":\"" + author(page)
                + "\",\"ownerId\":\"" + author(page + 1) + "\",\"lastOwnerId\":null,\"createdAt\":\"" + time(page)
                + "\",\"version\":{\"number\":" + (1 + page % 40) + ",\"message\":\"\",\"minorEdit\":"
                + (page % 3 == 0) + ",\"authorId\":\"" + author(page + 2) + "\",\"createdAt\":\"" + time(page + 5_000)
                + "\"},\"body\":{\"storage\":{\"value\":\"";
    }

    private String tail(int page) {
        String edit = "/pages/resumedraft.action?draftId=" + (FIRST_PAGE + page);
        return "\",\"representation\":\"storage\"}},\"_links\":{\"webui\":\"/spaces/S" + page % spaces + "/pages/"
                + (FIRST_PAGE + page) + "/Maintenance+of+part+" + page + "\",\"editui\":\"" + edit
                + "\",\"tinyui\":\"/x/" + Integer.toString(page + 100_000, 36) + "\"}}";
    }

    private static String author(int number) {
        return String.format("712020:5c1f6a%02d-77aa-4e0b-9a8b-3f1d2c4b5a69", number % 60);
    }

    private static String time(int number) {
        Instant at = Instant.parse("2025-01-01T09:00:00Z").plusMillis(number * 61_007L);
        return at.toString().length() == 20 ? at.toString().replace("Z", ".000Z") : at.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
