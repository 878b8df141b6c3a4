package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.kill.TargetUnderKill;
import dev.confluencekit.sync.target.MirrorTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The directory target under kills: what it holds is read file by file, and every file has to belong to an item. */
public final class DirectoryUnderKill implements TargetUnderKill {
    /** For the process that is killed. */
    public DirectoryUnderKill() {}

    @Override
    public String place(Path directory, int number) {
        return directory.resolve("mirror").toString();
    }

    @Override
    public MirrorTarget target(String place) {
        return DirectoryTarget.at(Path.of(place));
    }

    @Override
    public List<MirrorItem> stored(String place) throws IOException {
        Path spaces = Path.of(place, "spaces");
        List<MirrorItem> items = new ArrayList<>();
        if (!Files.exists(spaces)) {
            return items;
        }
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> found = Files.walk(spaces)) {
            found.filter(path -> !Files.isDirectory(path)).forEach(files::add);
        }
        for (Path file : List.copyOf(files)) {
            if (file.toString().endsWith("." + Names.META)) {
                files.remove(file);
                items.add(item(file, files));
            }
        }
        if (!files.isEmpty()) {
            throw new IOException("files that belong to no item: " + files);
        }
        return items;
    }

    private static MirrorItem item(Path meta, Set<Path> files) throws IOException {
        JsonNode json = ItemJson.parse(Files.readString(meta, UTF_8));
        JsonNode body = json.path("body");
        ItemBody text = null;
        if (body.isObject()) {
            String name = body.path("file").asText();
            Path file = meta.resolveSibling(name);
            files.remove(file);
            text = new ItemBody(
                    Files.readString(file, UTF_8),
                    body.path("mediaType").asText(),
                    name.substring(name.indexOf('.') + 1));
        }
        return new MirrorItem(ItemJson.state(json), ItemJson.details(json.path("details")), text, null);
    }
}
