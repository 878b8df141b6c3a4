package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.internal.plain.Addresses;
import dev.confluencekit.markup.internal.plain.Words;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.WebTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chunks that are finished. */
final class Chunks {
    private static final int ID_DIGITS = 32;

    private final ChunkSource source;
    private final Map<String, String> files;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Map<List<String>, Integer> ordinals = new HashMap<>();
    private final Map<String, Integer> anchors = new HashMap<>();
    private @Nullable String anchor;
    private @Nullable String anchorOfOpen;
    private List<String> headings = List.of();

    Chunks(ChunkSource source, Map<String, String> files) {
        this.source = source;
        this.files = files;
    }

    /** Names a heading as Confluence Cloud does; one without words has no name. */
    void heading(String words) {
        StringBuilder name = new StringBuilder(words.strip().replaceAll("\\s+", "-"));
        anchor = null;
        if (name.length() == 0) {
            return;
        }
        if (!Character.isLetter(name.codePointAt(0))) {
            name.insert(0, "id-");
        }
        int before = anchors.merge(name.toString(), 1, Integer::sum) - 1;
        anchor = before == 0 ? name.toString() : name + "." + before;
    }

    /** What comes now stands below these headings. */
    void begin(List<String> below) {
        headings = new ArrayList<>();
        headings.add(source.title());
        headings.addAll(below);
        anchorOfOpen = below.isEmpty() ? null : anchor;
    }

    void end(List<Unit> units) {
        List<Block> blocks = Unit.blocks(units);
        String text = Sizes.text(blocks);
        String markdown = Sizes.markdown(blocks);
        if (text.isBlank() && markdown.isBlank()) {
            return;
        }
        int ordinal = ordinals.merge(List.copyOf(headings), 1, Integer::sum) - 1;
        String id = hash(source.pageId() + '\0' + String.join("\0", headings) + '\0' + ordinal);
        Set<ChunkLink> links = new LinkedHashSet<>();
        Set<String> attachments = new LinkedHashSet<>();
        new Document(blocks).nodes().forEach(node -> note(node, links, attachments));
        chunks.add(new Chunk(
                id.substring(0, ID_DIGITS),
                hash(text + '\0' + markdown),
                source,
                headings,
                ordinal,
                kindOf(units),
                text,
                markdown,
                url(),
                List.copyOf(links),
                List.copyOf(attachments)));
    }

    private void note(Node node, Set<ChunkLink> links, Set<String> attachments) {
        if (node instanceof Link link && link.target() instanceof WebTarget web) {
            links.add(new ChunkLink(web.url(), Words.of(link.content())));
            file(web.url(), attachments);
        } else if (node instanceof Image image && image.source() instanceof WebTarget web) {
            file(web.url(), attachments);
        }
    }

    private void file(String url, Set<String> attachments) {
        String name = files.get(url);
        if (name != null) {
            attachments.add(name);
        }
    }

    private @Nullable String url() {
        if (source.url() == null || anchorOfOpen == null) {
            return source.url();
        }
        return source.url() + "#" + Addresses.ofFile(anchorOfOpen);
    }

    private static ChunkKind kindOf(List<Unit> units) {
        ChunkKind kind = null;
        for (Unit unit : units) {
            if (unit.parts().get(0) instanceof dev.confluencekit.markup.tree.Heading) {
                continue;
            }
            if (kind != null && kind != unit.kind()) {
                return ChunkKind.MIXED;
            }
            kind = unit.kind();
        }
        return kind == null ? ChunkKind.TEXT : kind;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    List<Chunk> all() {
        return List.copyOf(chunks);
    }
}
