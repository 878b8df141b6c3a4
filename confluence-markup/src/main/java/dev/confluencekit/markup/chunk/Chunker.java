package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.internal.plain.Addresses;
import dev.confluencekit.markup.internal.plain.Reduction;
import dev.confluencekit.markup.internal.plain.ReductionOptions;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Cuts pages into chunks for search and for language models.
 *
 * <p>A chunk belongs to one path of headings and is filled up to a size with what stands below them; smaller headings go into it with
 * what is below them. Rows of tables, items of lists, boxes and code are cut only if they are too large by themselves; then each
 * part of a table has its header, each part of code its fence, each part of a box its title. Paragraphs are cut at the ends of
 * sentences. A heading is never alone, and is with what is below it. All words of a page are in its chunks. What is too large to be
 * in each part (a header, the address of a link, a cell that covers many rows) is not, which the report tells.
 *
 * <p>Immutable: methods give changed chunkers. As safe for many threads as counter and resolvers are.
 */
public final class Chunker {
    /** How large a chunk may be unless said otherwise, in characters. */
    public static final int DEFAULT_MAX_SIZE = 2_000;

    /** The smallest size that can be asked for. */
    public static final int LEAST_MAX_SIZE = 50;

    private final int maxSize;
    private final SizeCounter counter;
    private final Resolvers resolvers;

    private Chunker(int maxSize, SizeCounter counter, Resolvers resolvers) {
        this.maxSize = maxSize;
        this.counter = counter;
        this.resolvers = resolvers;
    }

    /** Makes a chunker of {@link #DEFAULT_MAX_SIZE} characters, without resolvers. */
    public static Chunker create() {
        return new Chunker(DEFAULT_MAX_SIZE, SizeCounter.CHARACTERS, Resolvers.none());
    }

    /**
     * The same with another size. Neither text nor Markdown of a chunk is larger.
     *
     * @param size at least {@link #LEAST_MAX_SIZE}, in what the counter counts
     * @return a chunker
     */
    public Chunker maxSize(int size) {
        if (size < LEAST_MAX_SIZE) {
            throw new IllegalArgumentException("size must be " + LEAST_MAX_SIZE + " or more, not " + size);
        }
        return new Chunker(size, counter, resolvers);
    }

    /** The same, measuring with this counter. */
    public Chunker counter(SizeCounter with) {
        return new Chunker(maxSize, Objects.requireNonNull(with, "with"), resolvers);
    }

    /** The same with resolvers for links, people and includes. */
    public Chunker resolvers(Resolvers use) {
        return new Chunker(maxSize, counter, Objects.requireNonNull(use, "use"));
    }

    /**
     * Cuts a page.
     *
     * @param source the page
     * @param document its body
     * @return its chunks in the order of reading, and what could not be carried over
     */
    public Conversion<List<Chunk>> chunk(ChunkSource source, Document document) {
        Trail trail = new Trail();
        Map<String, String> files = new HashMap<>();
        ReductionOptions options = new ReductionOptions(noting(files), false, false, true);
        Document reduced = Reduction.reduce(document, options, trail);
        Sizes sizes = new Sizes(counter);
        Chunks chunks = new Chunks(source, files);
        new Filling(maxSize, sizes, chunks, trail).fill(reduced.blocks());
        return new Conversion<>(chunks.all(), trail.report());
    }

    /** The resolvers, and a note of which address is of which file. */
    private Resolvers noting(Map<String, String> files) {
        return resolvers.attachments((target, anchor) -> {
            Optional<ResolvedLink> found =
                    resolvers.attachments().flatMap(resolver -> resolver.resolve(target, anchor));
            String name = nameOf(target);
            files.put(found.map(ResolvedLink::url).orElseGet(() -> Addresses.ofFile(name)), name);
            return found;
        });
    }

    private static String nameOf(Target target) {
        if (target instanceof AttachmentTarget attachment) {
            return attachment.fileName();
        }
        if (target instanceof MediaTarget media) {
            return media.fileName() == null ? media.id() : media.fileName();
        }
        return "";
    }
}
