package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.target.contract.SampleItems.mark;
import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;

import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A mirror whose session died, or was closed, and copies of it to be treated badly. */
final class StoppedMirror {
    /** The pages that it holds, and their versions. */
    static final List<String> ALL = List.of("1 v2", "2 v2", "3 v1");

    private final Path directory;
    private int copies;

    StoppedMirror(Path directory) {
        this.directory = directory;
    }

    static TargetSession open(Path root) {
        return DirectoryTarget.at(root).open("a test");
    }

    Path copy(Path root) throws IOException {
        copies++;
        return MirrorOnDisk.copy(root, directory.resolve("copy" + copies));
    }

    /** Batches "0" to "3" over two sessions, the second of which died: 0 and 1 are in the index, 2 and 3 in the journal. */
    Path died() throws IOException {
        Path root = directory.resolve("mirror");
        try (TargetSession session = open(root)) {
            session.apply(put("0", page("1", "10", 1), page("2", "10", 1)));
            session.apply(put("1", page("2", "10", 2)));
        }
        try (TargetSession session = open(root)) {
            session.apply(put("2", page("3", "10", 1), page("1", "10", 2)));
            session.apply(mark("3", page("2", "11", 2).state()));
            return copy(root);
        }
    }

    /** The same, closed in order. */
    Path closed() throws IOException {
        Path root = died();
        open(root).close();
        return root;
    }
}
