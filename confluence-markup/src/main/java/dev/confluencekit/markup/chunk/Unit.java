package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is not cut any more: a paragraph, an item, a row. Units of one list or table that come into the same chunk are one list or table
 * again.
 *
 * @param kind what it is
 * @param size when it stands alone
 * @param more size that it adds to the unit of the same whole before it
 * @param whole the same for all units of one list or table, as no other object is
 * @param parts the items or rows, or the block itself
 * @param maker makes the block of parts, of which those of this unit come first
 */
record Unit(
        ChunkKind kind,
        int size,
        int more,
        Object whole,
        List<? extends Node> parts,
        Function<List<Node>, Block> maker) {
    static Unit of(ChunkKind kind, int size, Block block) {
        return new Unit(kind, size, size, new Object(), List.of(block), parts -> (Block) parts.get(0));
    }

    /** The blocks of units that stand one behind the other. */
    static List<Block> blocks(List<Unit> units) {
        List<Block> blocks = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        Unit first = null;
        for (Unit unit : units) {
            if (first != null && !unit.isOf(first)) {
                blocks.add(first.maker().apply(List.copyOf(parts)));
                parts.clear();
                first = null;
            }
            first = first == null ? unit : first;
            parts.addAll(unit.parts());
        }
        if (first != null) {
            blocks.add(first.maker().apply(List.copyOf(parts)));
        }
        return blocks;
    }

    /** What it adds to these. */
    int sizeBehind(List<Unit> units) {
        return isBehind(units) ? more : size;
    }

    /** Whether it goes on with what the last of these is of. */
    boolean isBehind(List<Unit> units) {
        return !units.isEmpty() && isOf(units.get(units.size() - 1));
    }

    @SuppressWarnings("ReferenceEquality") // Whole is nothing but an identity.
    private boolean isOf(Unit other) {
        return whole == other.whole;
    }
}
