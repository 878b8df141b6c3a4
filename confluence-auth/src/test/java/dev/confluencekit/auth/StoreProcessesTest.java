package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One encrypted file and several processes, some of which are killed. */
class StoreProcessesTest {
    private static final String USUAL_UMASK = "022";

    @TempDir
    private Path directory;

    @BeforeEach
    void needsPosix() {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "needs a shell and POSIX permissions");
    }

    private Path file() {
        return directory.resolve("credentials");
    }

    private EncryptedFileCredentialStore open() {
        return CredentialStore.encryptedFile(file(), Sealed.key(1));
    }

    private void addFirstKey() {
        assertThat(open().put(Sealed.ID, Sealed.credential(StoreProcess.KEY + 0), CredentialStore.NONE))
                .isTrue();
    }

    @Test
    @Timeout(60)
    void rotate_underUmask000_filesAreForTheirOwnerAloneAtEveryInstant() throws Exception {
        addFirstKey();
        Process process = StoreProcess.start("000", "rotate", file(), "80");
        Map<String, Integer> seen = new TreeMap<>();
        while (process.isAlive()) {
            look(seen);
        }
        look(seen);
        assertThat(process.waitFor()).isZero();
        assertThat(open().find(Sealed.ID)).map(StoreProcess::numberOf).contains(80);
        assertThat(seen.keySet()).containsExactlyInAnyOrder("data rw-------", "lock rw-------", "temporary rw-------");
    }

    private void look(Map<String, Integer> seen) throws IOException {
        for (Path path : listed()) {
            try {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                seen.merge(kind(path) + " " + permissions, 1, Integer::sum);
            } catch (NoSuchFileException goneMeanwhile) {
                seen.remove("none");
            }
        }
    }

    private static String kind(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".tmp") ? "temporary" : name.endsWith(".lock") ? "lock" : "data";
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }

    @Test
    @Timeout(60)
    void rotate_killedAtRandomInstants_opensWithTheOldKeyOrTheNew() throws Exception {
        killManyTimes(5);
    }

    @Test
    @Tag("proof")
    @Timeout(1800)
    void rotate_killedAThousandTimes_opensWithTheOldKeyOrTheNew() throws Exception {
        killManyTimes(1_000);
    }

    private void killManyTimes(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        addFirstKey();
        int rotations = 0;
        int unsaid = 0;
        int leftBehind = 0;
        for (int kill = 0; kill < kills; kill++) {
            int before = number();
            Process process = StoreProcess.start(USUAL_UMASK, "rotate", file(), "1000000");
            int said = killAfter(process, random, before);
            leftBehind += listed().size() - 2;
            int after = number();
            assertThat(after).as("kill %s of seed %s", kill, seed).isBetween(said, said + 1);
            rotations += after - before;
            unsaid += after - said;
            changeOnce(after);
            assertThat(listed()).as("kill %s of seed %s", kill, seed).hasSize(2);
        }
        System.out.printf(
                "%d kills, %d rotations, %d times the new key before it was said, %d temporary files swept%n",
                kills, rotations, unsaid, leftBehind);
        assertThat(rotations).isGreaterThanOrEqualTo(kills);
    }

    private int number() {
        try (EncryptedFileCredentialStore store = open()) {
            return StoreProcess.numberOf(store.find(Sealed.ID).orElseThrow());
        }
    }

    /** The lock of the killed one is free, and what it left is swept. */
    private void changeOnce(int present) {
        try (EncryptedFileCredentialStore store = open()) {
            long version = store.find(Sealed.ID).orElseThrow().version();
            assertThat(store.put(Sealed.ID, Sealed.credential(StoreProcess.KEY + present), version))
                    .isTrue();
        }
    }

    /** Kills it some microseconds after it said some rotation, and tells the last that it said. */
    private static int killAfter(Process process, Random random, int before) throws Exception {
        int said = before;
        try (BufferedReader lines = StoreProcess.said(process)) {
            for (int wanted = 1 + random.nextInt(20); wanted > 0; wanted--) {
                said = Integer.parseInt(lines.readLine());
            }
            LockSupport.parkNanos(random.nextInt(5_000_000));
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = Integer.parseInt(line);
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
        return said;
    }

    @Test
    @Timeout(60)
    void save_differentCredentialsByTwoProcesses_losesNone() throws Exception {
        saveByTwo(40);
    }

    @Test
    @Tag("proof")
    @Timeout(600)
    void save_fiveHundredCredentialsByEachOfTwoProcesses_losesNone() throws Exception {
        saveByTwo(500);
    }

    private void saveByTwo(int each) throws Exception {
        List<Process> processes = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (String prefix : List.of("left-", "right-")) {
            processes.add(StoreProcess.start(USUAL_UMASK, "save", file(), String.valueOf(each), prefix));
            for (int i = 0; i < each; i++) {
                expected.add(prefix + i);
            }
        }
        List<BufferedReader> said = new ArrayList<>();
        for (Process process : processes) {
            BufferedReader lines = StoreProcess.said(process);
            assertThat(lines.readLine()).isEqualTo("-1");
            said.add(lines);
        }
        for (Process process : processes) {
            process.getOutputStream().close();
        }
        for (BufferedReader lines : said) {
            assertThat(lines.lines().count()).isEqualTo(each);
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        try (EncryptedFileCredentialStore store = open()) {
            for (String id : expected) {
                assertThat(store.find(CredentialId.of(id)))
                        .map(StoredCredential::credential)
                        .contains(Sealed.credential(StoreProcess.KEY + id));
            }
        }
    }
}
