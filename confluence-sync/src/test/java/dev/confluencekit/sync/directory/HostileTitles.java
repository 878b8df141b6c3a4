package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import dev.confluencekit.sync.target.contract.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Stores any number of titles that go wrong easily, as those of pages and of every tenth page's file, and looks whether they did:
 * here, or in another JVM with other settings.
 */
final class HostileTitles {
    private static final int BATCH = 500;
    private static final int SPACES = 7;
    private static final int ONE_FILE_IN = 10;
    private static final byte[] BYTES = {1, 2, 3};

    private HostileTitles() {}

    /** A program: the directory, and how many. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        store(directory, count);
        check(directory, count);
        long start = System.nanoTime();
        try (TargetSession session = open(directory)) {
            long opened = System.nanoTime() - start;
            System.gc();
            long held =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    "%d pages, opened in %d ms, %d MB in use%n",
                    session.count(ItemKind.PAGE), TimeUnit.NANOSECONDS.toMillis(opened), held >> 20);
        }
        System.out.println("encoding " + System.getProperty("sun.jnu.encoding") + ", "
                + System.getProperty("file.encoding") + ", locale " + Locale.getDefault() + ", i is "
                + "i".toUpperCase(Locale.getDefault()).codePointAt(0));
    }

    /** So many that differ, always the same. */
    static List<String> titles(int count) {
        Set<String> titles = new LinkedHashSet<>(SampleItems.hostileTitles());
        List<String> seeds = SampleItems.hostileTitles();
        Random random = new Random(count);
        while (titles.size() < count) {
            String title = seeds.get(random.nextInt(seeds.size()))
                    + anyPoint(random)
                    + seeds.get(random.nextInt(seeds.size()));
            title = title.substring(0, Math.min(title.length(), 255));
            titles.add(title);
            titles.add(Normalizer.normalize(title, Normalizer.Form.NFC));
            titles.add(Normalizer.normalize(title, Normalizer.Form.NFD));
            titles.add(title.toUpperCase(Locale.ROOT));
            titles.add(title.toLowerCase(Locale.ROOT));
        }
        return new ArrayList<>(titles).subList(0, count);
    }

    private static String anyPoint(Random random) {
        return random.nextBoolean()
                ? new String(Character.toChars(random.nextInt(0x110000)))
                : "" + (char) random.nextInt(0x3000);
    }

    private static ItemKey page(int number) {
        return new ItemKey(ItemKind.PAGE, "" + (1_000 + number));
    }

    private static String spaceOf(int number) {
        return "" + number % SPACES;
    }

    /** Mirrors them into a directory of that directory. */
    static void store(Path directory, int count) throws IOException {
        Path bytes = Files.write(directory.resolve("bytes"), BYTES);
        List<String> titles = titles(count);
        try (TargetSession session = open(directory)) {
            for (int start = 0; start < count; start += BATCH) {
                List<MirrorItem> items = new ArrayList<>();
                for (int i = start; i < Math.min(start + BATCH, count); i++) {
                    ItemState state =
                            new ItemState(page(i), spaceOf(i), null, null, titles.get(i), "current", 1, "f", null);
                    items.add(new MirrorItem(state, SampleItems.bareDetails(), null, null));
                    if (i % ONE_FILE_IN == 0) {
                        items.add(SampleItems.attachment(
                                "att" + i, spaceOf(i), page(i), titles.get(i), bytes, BYTES.length));
                    }
                }
                session.apply(new TargetBatch(items, List.of(), List.of(), titles.get(start)));
            }
        }
        Files.delete(bytes);
    }

    private static TargetSession open(Path directory) {
        return DirectoryTarget.at(directory.resolve("mirror")).open("titles");
    }

    /** Looks for all of them: through the target, and in the files. */
    static void check(Path directory, int count) throws IOException {
        List<String> titles = titles(count);
        int files = (count + ONE_FILE_IN - 1) / ONE_FILE_IN;
        Map<String, String> wanted = new HashMap<>();
        try (TargetSession session = open(directory)) {
            assertThat(session.lost(1)).isEmpty();
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(count);
            assertThat(session.count(ItemKind.ATTACHMENT)).isEqualTo(files);
            for (int i = 0; i < count; i++) {
                String title = titles.get(i);
                wanted.put(page(i).id(), title);
                assertThat(session.find(List.of(page(i))).values())
                        .extracting(ItemState::title)
                        .containsExactly(title);
                if (i % ONE_FILE_IN == 0) {
                    wanted.put("att" + i, title);
                    assertThat(session.ownedBy(page(i)))
                            .extracting(ItemState::title)
                            .containsExactly(title);
                }
            }
        }
        assertThat(titlesInFiles(directory)).isEqualTo(wanted);
    }

    /** The titles that the metadata name by their ids. All files have to be inside, to have plain names, and to differ in them. */
    private static Map<String, String> titlesInFiles(Path directory) throws IOException {
        Path mirror = directory.resolve("mirror");
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.filter(path -> !path.equals(directory)).toList();
        }
        Map<String, String> titles = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            assertThat(file.toRealPath().startsWith(mirror.toRealPath())).isTrue();
            String name = directory.relativize(file).toString();
            assertThat(name.matches("[a-z0-9_./-]+")).as(name).isTrue();
            assertThat(names.add(name.toLowerCase(Locale.ROOT))).isTrue();
            if (name.endsWith("." + Names.META)) {
                JsonNode meta = DirectoryReader.JSON.readTree(Files.readAllBytes(file));
                titles.put(meta.get("id").textValue(), meta.get("title").textValue());
                if (meta.has("content")) {
                    String content = meta.get("content").get("file").textValue();
                    assertThat(Files.readAllBytes(file.resolveSibling(content))).isEqualTo(BYTES);
                }
            }
        }
        return titles;
    }

    /** Stores and checks them in another JVM, and gives what it says of itself. */
    static String inAnotherJvm(Path directory, int count, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                HostileTitles.class.getName(),
                directory.toString(),
                "" + count));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
