package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.internal.plain.Words;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Fills chunks with what stands below headings. */
final class Filling {
    private static final int LEVELS = 6;

    /** Each chunk names all headings above it. */
    private static final int LONGEST_IN_PATH = 1_000;

    private final int maxSize;
    private final Sizes sizes;
    private final Chunks chunks;
    private final Trail trail;
    private final Splitter splitter;
    private final String[] path = {"", "", "", "", "", ""};

    /** Headings that wait for something to stand above. */
    private final List<Unit> waiting = new ArrayList<>();

    private final List<Unit> filled = new ArrayList<>();
    private int size;

    /** The level of the nearest heading above what is filled. */
    private int level;

    /** Whether a heading came that ends what is filled. */
    private boolean full;

    Filling(int maxSize, Sizes sizes, Chunks chunks, Trail trail) {
        this.maxSize = maxSize;
        this.sizes = sizes;
        this.chunks = chunks;
        this.trail = trail;
        this.splitter = new Splitter(sizes, trail);
    }

    void fill(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                heading(heading);
            } else {
                block(block);
            }
        }
        finish();
    }

    private void block(Block block) {
        int room = maxSize - waitingSize();
        for (Unit unit : splitter.units(block, room < maxSize / 2 ? maxSize : room)) {
            add(unit);
        }
    }

    private int waitingSize() {
        return waiting.stream().mapToInt(Unit::size).sum();
    }

    private void heading(Heading heading) {
        if (Sizes.text(List.of(heading)).isBlank()) {
            return;
        }
        String words = Words.of(heading.content());
        trail.heading(heading.level(), words);
        full |= heading.level() <= level;
        path[heading.level() - 1] = words.length() > LONGEST_IN_PATH ? TextCutter.first(words, LONGEST_IN_PATH) : words;
        for (int i = heading.level(); i < LEVELS; i++) {
            path[i] = "";
        }
        chunks.heading(words.length() > LONGEST_IN_PATH ? "" : words);
        int large = sizes.of(heading);
        if (large + waitingSize() > maxSize / 2) {
            // Too long to be a heading of anything.
            block(new Paragraph(heading.content(), Attributes.NONE));
        } else {
            waiting.add(Unit.of(ChunkKind.TEXT, large, heading));
        }
    }

    private void add(Unit unit) {
        int more = waiting.isEmpty() ? unit.sizeBehind(filled) : unit.size() + waitingSize();
        if (full || size + more > maxSize || isTooLargeAsOne(unit)) {
            emit();
        }
        waiting.forEach(this::put);
        waiting.clear();
        put(unit);
    }

    /** Parts of one paragraph may be marked in another way where they touch. */
    private boolean isTooLargeAsOne(Unit unit) {
        if (unit.kind() != ChunkKind.TEXT || !unit.isBehind(filled)) {
            return false;
        }
        List<Unit> with = new ArrayList<>(filled);
        with.add(unit);
        return sizes.of(Unit.blocks(with)) > maxSize;
    }

    private void put(Unit unit) {
        if (filled.isEmpty()) {
            List<String> headings = new ArrayList<>();
            for (int i = 0; i < LEVELS; i++) {
                if (!path[i].isEmpty()) {
                    headings.add(path[i]);
                    level = i + 1;
                }
            }
            chunks.begin(headings);
        }
        size += unit.sizeBehind(filled);
        filled.add(unit);
    }

    private void emit() {
        if (!filled.isEmpty()) {
            chunks.end(filled);
            filled.clear();
        }
        size = 0;
        level = 0;
        full = false;
    }

    /** Headings with nothing below them stand at the end of what is above them. */
    private void finish() {
        if (!filled.isEmpty() && size + waitingSize() <= maxSize) {
            waiting.forEach(this::put);
            waiting.clear();
        }
        emit();
        if (!waiting.isEmpty()) {
            trail.found(
                    FindingKind.LEFT_OUT,
                    "heading",
                    "The last headings have nothing below them, and there is no room for them above; they are in no chunk.");
        }
    }
}
