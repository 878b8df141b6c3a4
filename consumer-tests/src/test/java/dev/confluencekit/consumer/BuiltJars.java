package dev.confluencekit.consumer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars that Maven has put on this test's class path: those of this build, packaged, and what they need. */
final class BuiltJars {
    private BuiltJars() {}

    static Path of(String artifact) {
        List<Path> found = classPath()
                .filter(path -> path.getFileName().toString().matches(Pattern.quote(artifact) + "-[0-9].*\\.jar"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("no one jar of " + artifact + " on the class path (run verify): "
                    + classPath().toList());
        }
        return found.get(0);
    }

    static Stream<Path> classPath() {
        String surefires = System.getProperty("surefire.test.class.path");
        String all = surefires == null ? System.getProperty("java.class.path") : surefires;
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(String.valueOf(all))
                .map(Path::of);
    }
}
