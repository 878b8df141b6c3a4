package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a mirror as a person or a tool would: by the names of files and what is in them. */
final class DirectoryReader {
    static final ObjectMapper JSON = new ObjectMapper();

    private DirectoryReader() {}

    /** All files below a directory, by their names from there. */
    static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> found = Files.walk(root)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString(), new String(Files.readAllBytes(file), UTF_8));
                }
            }
        }
        return files;
    }

    /** All that lies below a directory, directories too. */
    static List<String> names(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.map(file -> root.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** The metadata file of an item, wherever it is. */
    static Optional<Path> meta(Path root, String kind, String id) throws IOException {
        Path spaces = root.resolve("spaces");
        if (!Files.exists(spaces)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.walk(spaces)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith("meta.json")).toList()) {
                JsonNode json = JSON.readTree(file.toFile());
                if (json.get("kind").asText().equals(kind)
                        && json.get("id").asText().equals(id)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** A file that the metadata name. */
    static Optional<byte[]> content(Path meta, String member) throws IOException {
        JsonNode file = JSON.readTree(meta.toFile()).path(member).path("file");
        return file.isMissingNode()
                ? Optional.empty()
                : Optional.of(Files.readAllBytes(meta.resolveSibling(file.asText())));
    }
}
