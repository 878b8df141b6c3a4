package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a heap dump of another process shows of its keys, while it uses them and after it has closed everything. */
@Timeout(180)
class HeapCanaryTest {
    private static final String USERNAME = "canary@acme.example";
    private static final List<String> KEYS = List.of("cAnArY-first-4711-q7z9xZ", "cAnArY-second-0815-j3w5yQ");

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().knowledgeBase(KnowledgeBase.demo()).start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The forms of the keys that stand in the dump. */
    private List<String> formsInDump(boolean whileOpen) throws Exception {
        SimulatedAccount account = simulator.account(USERNAME);
        KEYS.forEach(account::issueKey);
        Path dump = directory.resolve("heap.hprof");
        Process process = new ProcessBuilder(
                        tool("java"),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProcess.class.getName(),
                        simulator.baseUri().toString(),
                        USERNAME,
                        directory.toString(),
                        Boolean.toString(whileOpen))
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            tellKeys(process);
            assertThat(said.readLine()).isEqualTo("ready");
            dump(process, dump);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return find(Files.readAllBytes(dump));
    }

    private static void tellKeys(Process process) throws IOException {
        try (var input = process.getOutputStream()) {
            input.write(String.join("\n", KEYS).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What can still be reached, after a full collection. */
    private static void dump(Process process, Path file) throws Exception {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "GC.heap_dump", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
    }

    private static List<String> find(byte[] dump) {
        String heap = new String(dump, StandardCharsets.ISO_8859_1);
        assertThat(heap).contains("dev.confluencekit.integration.HeapProcess".replace('.', '/'));
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String key : KEYS) {
            String pair = USERNAME + ":" + key;
            String header = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            forms.put(key + ", a byte a character", key.getBytes(StandardCharsets.ISO_8859_1));
            forms.put(key + ", two bytes a character", key.getBytes(StandardCharsets.UTF_16BE));
            forms.put(key + ", two bytes turned round", key.getBytes(StandardCharsets.UTF_16LE));
            forms.put(key + " as a header", header.getBytes(StandardCharsets.ISO_8859_1));
            forms.put(key + " as a wide header", header.getBytes(StandardCharsets.UTF_16BE));
        }
        List<String> found = new ArrayList<>();
        forms.forEach((name, form) -> {
            if (heap.contains(new String(form, StandardCharsets.ISO_8859_1))) {
                found.add(name);
            }
        });
        return found;
    }

    @Test
    void heap_afterEverythingWasClosedAndCollected_holdsNoKey() throws Exception {
        assertThat(formsInDump(false)).isEmpty();
    }

    /** Shows that the search finds a key where there is one. */
    @Test
    void heap_whileTheStoreIsOpen_holdsTheKeyInUse() throws Exception {
        assertThat(formsInDump(true)).contains(KEYS.get(1) + ", a byte a character");
    }
}
