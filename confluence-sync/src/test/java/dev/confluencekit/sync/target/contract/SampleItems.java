package dev.confluencekit.sync.target.contract;

import dev.confluencekit.sync.item.ItemAccess;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Items and batches to test targets with. */
public final class SampleItems {
    private SampleItems() {}

    /** A page at the top of a space. */
    public static MirrorItem page(String id, String spaceId, int version) {
        return page(id, spaceId, version, "Page " + id);
    }

    /** A page with a title. */
    public static MirrorItem page(String id, String spaceId, int version, String title) {
        ItemState state = new ItemState(
                new ItemKey(ItemKind.PAGE, id), spaceId, null, null, title, "current", version, "f" + version, null);
        return new MirrorItem(state, details(version), body("<p>" + id + " in version " + version + "</p>"), null);
    }

    /** A space. */
    public static MirrorItem space(String id, String name) {
        ItemState state = new ItemState(new ItemKey(ItemKind.SPACE, id), id, null, null, name, "current", 0, "f", null);
        return new MirrorItem(state, bareDetails(), null, null);
    }

    /** A comment on a page. */
    public static MirrorItem comment(String id, String spaceId, ItemKey owner) {
        ItemState state = new ItemState(
                new ItemKey(ItemKind.FOOTER_COMMENT, id), spaceId, owner, null, "", "current", 1, "f", null);
        return new MirrorItem(state, bareDetails(), body("<p>I agree</p>"), null);
    }

    /** A file of a page, whose bytes lie somewhere. */
    public static MirrorItem attachment(
            String id, String spaceId, ItemKey owner, String title, Path content, long size) {
        ItemState state = new ItemState(
                new ItemKey(ItemKind.ATTACHMENT, id), spaceId, owner, null, title, "current", 1, "f", null);
        return new MirrorItem(state, bareDetails(), null, new ItemFile(content, size, "application/octet-stream"));
    }

    /** A body in the storage format. */
    public static ItemBody body(String text) {
        return new ItemBody(text, "application/xml", "xml");
    }

    /** Details in which all is said. */
    public static ItemDetails details(int version) {
        return new ItemDetails(
                "DOCS",
                "page",
                version,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Instant.parse("2026-02-03T04:05:06Z"),
                "5b10a2844c20165700ede21g",
                "5b10a2844c20165700ede21h",
                "712020:0f2b8c0e-0000-4000-8000-00000000abcd",
                "Größe \"und\" \u0130\u0131 \ud83d\ude00",
                "https://acme.atlassian.net/wiki/spaces/DOCS/pages/1",
                "open",
                new TreeSet<>(List.of("how-to", "my:später")),
                new TreeMap<>(Map.of("colour", "{\"value\":\"grün\"}", "empty", "{}")),
                new ItemAccess(
                        new TreeSet<>(List.of("u1", "u2")),
                        new TreeSet<>(),
                        new TreeSet<>(List.of("u1")),
                        new TreeSet<>(List.of("g1"))));
    }

    /** Details in which nothing is said. */
    public static ItemDetails bareDetails() {
        return new ItemDetails(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeSet<>(),
                new TreeMap<>(),
                null);
    }

    /** A batch that puts. */
    public static TargetBatch put(String checkpoint, MirrorItem... items) {
        return new TargetBatch(List.of(items), List.of(), List.of(), checkpoint);
    }

    /** A batch that marks. */
    public static TargetBatch mark(String checkpoint, ItemState... states) {
        return new TargetBatch(List.of(), List.of(states), List.of(), checkpoint);
    }

    /** A batch that removes. */
    public static TargetBatch remove(String checkpoint, ItemKey... keys) {
        return new TargetBatch(List.of(), List.of(), List.of(keys), checkpoint);
    }

    /** Titles that no file name could hold, and texts that go wrong easily. All differ. */
    public static List<String> hostileTitles() {
        List<String> titles = new ArrayList<>(List.of(
                "",
                " ",
                ".",
                "..",
                "../../../etc/passwd",
                "..\\..\\windows\\system32",
                "/etc/passwd",
                "C:\\boot.ini",
                "\\\\server\\share",
                "~root",
                "$HOME",
                "%00",
                "%2e%2e%2f",
                "nul",
                "NUL",
                "CON.txt",
                "aux ",
                "com1",
                "LPT9",
                "a/b",
                "a\\b",
                "a:b",
                "a|b?*<>\"",
                "trailing dot.",
                "trailing space ",
                " leading space",
                "-rf",
                "--help",
                "line\nbreak",
                "carriage\rreturn",
                "tab\there",
                "nul\u0000inside",
                "\u0001\u001b[31mred\u0007",
                "\u007f\u0080\u009f",
                "\u2028\u2029\u0085",
                "\ufeffbyte order mark",
                "\u202egnp.exe",
                "\u2066isolate\u2069",
                "zero\u200bwidth\u200d\u2060",
                "caf\u00e9",
                "cafe\u0301",
                "\u212bngstr\u00f6m",
                "\u00c5ngstr\u00f6m",
                "A\u030angstr\u00f6m",
                "Title",
                "title",
                "TITLE",
                "\u0130stanbul",
                "istanbul",
                "\u0131stanbul",
                "Istanbul",
                "stra\u00dfe",
                "strasse",
                "\ufb01x",
                "fix",
                "\u6f22\u5b57",
                "\ud83d\udc69\u200d\ud83d\udcbb",
                "\ud800 alone",
                "alone \udc00",
                "\udc00\ud800",
                "\ufffd",
                "\ufffe\uffff",
                "'; DROP TABLE confluence_item; --",
                "\"quoted\" 'twice'",
                "{\"json\":true}",
                "\\u0041 is no A",
                "<script>alert(1)</script>",
                "null"));
        titles.add("\u6f22".repeat(255));
        titles.add("\ud83d\ude00".repeat(255));
        titles.add("x".repeat(255));
        titles.add("X".repeat(255));
        return titles;
    }
}
