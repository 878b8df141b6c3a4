package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.site.ConfluenceSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two files a page: the body, and a JSON file of what is known about it. Names are made of ids, in ASCII: a title can
 * be too long for a file name, can hold a slash, or cannot be expressed in the file system's character set at all.
 */
final class PageFiles {
    private final Path directory;
    private final JsonCodec json = JsonCodec.create();

    PageFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    void write(ConfluenceSite site, Space space, Page page) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("space-" + space.id()));
        String name = "page-" + page.id();
        String body = page.body() == null ? "" : page.body().storage().orElse("");
        replace(folder.resolve(name + ".xhtml"), body);
        replace(folder.resolve(name + ".json"), json.write(metadata(site, space, page)) + "\n");
    }

    private static Map<String, Object> metadata(ConfluenceSite site, Space space, Page page) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", page.id().value());
        put(about, "title", page.title());
        put(about, "status", page.status());
        put(about, "spaceId", space.id());
        put(about, "spaceKey", space.key());
        put(about, "parentId", page.parentId());
        put(about, "parentType", page.parentType());
        put(about, "position", page.position());
        put(about, "authorId", page.authorId());
        put(about, "createdAt", page.createdAt());
        put(about, "version", page.version());
        if (page.links() != null && page.links().webui() != null) {
            about.put("webAddress", site.webAddress(page.links().webui()).toString());
        }
        return about;
    }

    private static void put(Map<String, Object> about, String name, @Nullable Object value) {
        if (value != null) {
            about.put(name, value);
        }
    }

    /** All or nothing, so that a run that is cut off leaves no half file. */
    private static void replace(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, text.getBytes(StandardCharsets.UTF_8));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
