package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static Recordings read(Path project, List<String> modules) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, String> builds = new LinkedHashMap<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (String module : modules) {
            Path file = project.resolve(module).resolve("target/exchanges/exchanges.jsonl");
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    for (String line : (Iterable<String>) lines::iterator) {
                        JsonNode node = mapper.readTree(line);
                        if (node.has("build")) {
                            builds.put(module, node.path("build").textValue());
                        } else {
                            exchanges.add(Exchange.of(module, node));
                        }
                    }
                }
            }
        }
        return new Recordings(builds, exchanges);
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
