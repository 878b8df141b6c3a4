package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the tests of the modules wrote down.
 *
 * @param builds the build that each module's recording is of, and nothing for a module without one
 * @param exchanges all of them
 */
record Recordings(Map<String, String> builds, List<Exchange> exchanges) {

    private static final Pattern BUILD = Pattern.compile("<property name=\"confluencekit\\.build\" value=\"([^\"]*)\"");

    /** Of a module that was tested by several JVMs, those of the newest build count. */
    static Recordings read(Path project, List<String> modules) throws IOException {
        Map<String, String> builds = new LinkedHashMap<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (String module : modules) {
            Map<String, List<Exchange>> byBuild = new TreeMap<>();
            for (Path file : files(project.resolve(module).resolve("target/exchanges"))) {
                readInto(byBuild, module, file);
            }
            if (!byBuild.isEmpty()) {
                String newest = Collections.max(byBuild.keySet());
                builds.put(module, newest);
                exchanges.addAll(byBuild.getOrDefault(newest, List.of()));
            }
        }
        return new Recordings(builds, exchanges);
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith("exchanges.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static void readInto(Map<String, List<Exchange>> byBuild, String module, Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = Files.readAllLines(file);
        JsonNode head = lines.isEmpty() ? MissingNode.getInstance() : mapper.readTree(lines.get(0));
        List<Exchange> ofBuild =
                byBuild.computeIfAbsent(head.path("build").asText("unknown"), build -> new ArrayList<>());
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            ofBuild.add(Exchange.of(module, mapper.readTree(line)));
        }
    }

    /**
     * Says which modules did not record, though they should have: those without a recording, and those
     * whose recording is older than the last run of their tests, which names its build in its reports.
     */
    List<String> missing(Path project, List<String> modules) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String module : modules) {
            String recorded = builds.get(module);
            Optional<String> tested = lastTested(project.resolve(module).resolve("target/surefire-reports"));
            if (recorded == null) {
                missing.add(module + " recorded nothing");
            } else if (tested.isPresent() && !tested.get().equals(recorded)) {
                missing.add(module + " recorded nothing in build " + tested.get() + ", last in " + recorded);
            }
        }
        return missing;
    }

    private static Optional<String> lastTested(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        Map<Path, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path report : files) {
                times.put(report, Files.getLastModifiedTime(report));
            }
        }
        Optional<Path> newest =
                times.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Matcher build = BUILD.matcher(Files.readString(newest.get()));
        return build.find() ? Optional.of(build.group(1)) : Optional.empty();
    }
}
