package dev.confluencekit.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the mirror lies. */
final class MirrorDirectory {
    private static final String MARK = "of-a-simulated-site";

    private MirrorDirectory() {}

    /** A simulated site begins anew with each start, and so must its mirror; one of a real site is never touched. */
    static void forgetSimulatedSite(Path directory) throws IOException {
        Path mark = directory.resolve(MARK);
        if (Files.exists(mark)) {
            for (String ours : List.of("index.jsonl", "spaces", "state")) {
                delete(directory.resolve(ours));
            }
        } else if (!Files.exists(directory.resolve("index.jsonl"))) {
            Files.createDirectories(directory);
            Files.createFile(mark);
        }
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> found = Files.walk(place)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
