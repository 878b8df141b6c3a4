package dev.confluencekit.consumer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that Maven has put on this test's class path: those of this build, packaged, and what they need. */
final class BuiltJars {
    private static final Pattern DEPENDENCY = Pattern.compile("[\\w.]+:([\\w-]+):jar:");

    private BuiltJars() {}

    static Path of(String artifact) {
        List<Path> found = classPath()
                .filter(path ->
                        path.getFileName().toString().matches(Pattern.quote(artifact) + "-[0-9].*(?<!-tests)\\.jar"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("no one jar of " + artifact + " on the class path (run verify): "
                    + classPath().toList());
        }
        return found.get(0);
    }

    /** The program, the library, and what its list of dependencies names; nothing else that tests have. */
    static List<Path> ofUser() throws IOException {
        String listed = Files.readString(Path.of("..", "confluence-integration", "dependencies.txt"));
        Stream<String> artifacts = DEPENDENCY.matcher(listed).results().map(found -> found.group(1));
        return Stream.concat(Stream.of("confluencekit-consumer-tests"), artifacts)
                .map(BuiltJars::of)
                .toList();
    }

    /** The converter and what it cannot do without. */
    static List<Path> ofMarkupAlone() throws IOException {
        try (Stream<String> listed = Files.lines(Path.of("..", "confluence-markup", "dependencies.txt"))) {
            return listed.filter(line -> !line.endsWith("(optional)"))
                    .flatMap(line -> DEPENDENCY.matcher(line).results().map(found -> found.group(1)))
                    .map(BuiltJars::of)
                    .toList();
        }
    }

    /** What the user has, with Jackson of the lowest version that is supported. */
    static List<Path> ofUserWithLowestJackson() throws IOException {
        try (Stream<Path> lowest = Files.list(Path.of("target", "jackson-lowest"))) {
            Stream<Path> others = ofUser().stream().filter(jar -> !isJackson(jar));
            return Stream.concat(others, lowest.map(Path::toAbsolutePath)).toList();
        }
    }

    private static boolean isJackson(Path jar) {
        return jar.getFileName().toString().startsWith("jackson-");
    }

    static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Versions of the Jackson jars, core, databind and annotations alike. */
    static List<String> jacksonVersions(List<Path> jars) {
        Pattern versioned = Pattern.compile("jackson-(?:core|databind|annotations)-(.+)\\.jar");
        return jars.stream()
                .map(jar -> versioned.matcher(jar.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matched -> matched.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Path> classPath() {
        String surefires = System.getProperty("surefire.test.class.path");
        String all = surefires == null ? System.getProperty("java.class.path") : surefires;
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(String.valueOf(all))
                .map(Path::of);
    }
}
