package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the tests of the modules wrote down.
 *
 * @param builds the build that each module's recording is of, and nothing for a module without one
 * @param exchanges all of them
 */
record Recordings(Map<String, String> builds, List<Exchange> exchanges) {

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
     * Says which modules did not record, though they should have: those without a recording, and, as
     * soon as one recording is of this build, those whose recording is of another one.
     */
    List<String> missing(List<String> modules, String build) {
        boolean ofThisBuild = builds.containsValue(build);
        return modules.stream()
                .filter(module -> ofThisBuild ? !build.equals(builds.get(module)) : !builds.containsKey(module))
                .toList();
    }
}
