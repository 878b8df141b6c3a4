package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetSession;
import dev.confluencekit.sync.target.contract.SampleItems;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Stores any number of titles that go wrong easily, and looks whether they did. */
final class HostileTitles {
    private static final int BATCH = 500;

    private HostileTitles() {}

    /** A program: the directory, and how many. */
    public static void main(String[] arguments) {
        store(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
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

    private static ItemKey key(int number) {
        return new ItemKey(ItemKind.PAGE, "" + (1_000 + number));
    }

    static void store(Path root, int count) {
        List<String> titles = titles(count);
        try (TargetSession session = DirectoryTarget.at(root).open("titles")) {
            for (int start = 0; start < count; start += BATCH) {
                List<MirrorItem> items = new ArrayList<>();
                for (int i = start; i < Math.min(start + BATCH, count); i++) {
                    ItemState state =
                            new ItemState(key(i), "" + i % 7, null, null, titles.get(i), "current", 1, "f", null);
                    items.add(new MirrorItem(state, SampleItems.bareDetails(), null, null));
                }
                session.apply(new TargetBatch(items, List.of(), List.of(), titles.get(start)));
            }
        }
    }

    static void check(Path root, int count) throws IOException {
        List<String> titles = titles(count);
        try (TargetSession session = DirectoryTarget.at(root).open("the check")) {
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                assertThat(session.find(List.of(key(i))).values())
                        .extracting(ItemState::title)
                        .containsExactly(titles.get(i));
            }
        }
        for (int i = 0; i < count; i += Math.max(1, count / 500)) {
            Path meta = root.resolve("spaces/" + i % 7 + "/pages/" + key(i).id() + ".meta.json");
            assertThat(DirectoryReader.JSON.readTree(meta.toFile()).get("title").textValue())
                    .isEqualTo(titles.get(i));
        }
    }

    static void inAnotherJvm(Path root, int count, String environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HostileTitles.class.getName(),
                root.toString(),
                "" + count));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String[] variable = environment.split("=", 2);
        builder.environment().put(variable[0], variable[1]);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
