package dev.confluencekit.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeRecorderTest {

    @TempDir
    private Path directory;

    @Test
    void writesTheBuildAndThenALineOfJsonPerExchange() throws IOException {
        ExchangeRecorder recorder = recorder();
        recorder.record(asking("/wiki/api/v2/spaces?limit=1", "line\n\"end\" \u00e9 \ud83d\ude00"));

        List<String> lines = lines();
        assertThat(lines).hasSize(2);
        assertThat(json(lines.get(0)).path("build").textValue()).isEqualTo("build 1");
        assertThat(json(lines.get(1)).path("target").textValue()).isEqualTo("/wiki/api/v2/spaces?limit=1");
        assertThat(json(lines.get(1)).path("requestBody").textValue()).isEqualTo("line\n\"end\" \u00e9 \ud83d\ude00");
        assertThat(json(lines.get(1)).at("/requestHeaders/accept").textValue()).isEqualTo("application/json");
    }

    @Test
    void neverWritesAKey() throws IOException {
        recorder()
                .record(RecordedExchange.request(
                        "GET",
                        "/wiki",
                        Map.of("Authorization", List.of("Basic c2VjcmV0"), "Proxy-Authorization", List.of("c2VjcmV0")),
                        ""));

        assertThat(Files.readString(directory.resolve("exchanges.jsonl"))).doesNotContain("c2VjcmV0");
    }

    @Test
    void writesEqualExchangesOnce() throws IOException {
        ExchangeRecorder recorder = recorder();
        recorder.record(asking("/a", ""));
        recorder.record(asking("/a", ""));
        recorder.record(asking("/b", ""));

        assertThat(lines()).hasSize(3);
    }

    @Test
    void beginsANewRecordingInsteadOfAddingToAnOldOne() throws IOException {
        recorder().record(asking("/old", ""));
        recorder().record(asking("/new", ""));

        assertThat(String.join("", lines())).contains("/new").doesNotContain("/old");
    }

    private ExchangeRecorder recorder() {
        return new ExchangeRecorder(directory.resolve("exchanges.jsonl"), "build 1");
    }

    private static RecordedExchange asking(String target, String body) {
        return RecordedExchange.request("GET", target, Map.of("Accept", List.of("application/json")), body);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("exchanges.jsonl"));
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
