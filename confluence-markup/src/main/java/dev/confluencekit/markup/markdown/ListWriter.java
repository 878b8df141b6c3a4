package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** Writes lists; what is in an item is indented by the width of its marker. */
final class ListWriter {
    private static final int MAX_NUMBER = 999_999_999;

    private final BlockWriter blocks;
    private final Output output;
    private boolean other;

    /** An item with what stands before its text. */
    private record Item(String box, List<Block> content) {}

    ListWriter(BlockWriter blocks, Output output) {
        this.blocks = blocks;
        this.output = output;
    }

    /** Two lists in a row would be read as one. */
    static boolean areAlike(Block before, Block block) {
        return (isBullets(before) && isBullets(block))
                || (before instanceof OrderedList && block instanceof OrderedList);
    }

    private static boolean isBullets(Block block) {
        return block instanceof BulletList || block instanceof TaskList || block instanceof DecisionList;
    }

    /** Whether the next list has the marker that it has not by default. */
    void useOtherMarker(boolean use) {
        other = use;
    }

    boolean write(BulletList list) {
        return write(items(list.items()), 0);
    }

    boolean write(OrderedList list) {
        int start = Math.max(1, Math.min(list.start(), MAX_NUMBER - list.items().size()));
        return write(items(list.items()), list.start() == 0 ? -1 : start);
    }

    private static List<Item> items(List<ListItem> items) {
        List<Item> bare = new ArrayList<>(items.size());
        for (ListItem item : items) {
            bare.add(new Item("", item.content()));
        }
        return bare;
    }

    boolean write(TaskList list) {
        List<Item> items = new ArrayList<>();
        for (TaskItem item : list.items()) {
            items.add(new Item(item.done() ? "[x] " : "[ ] ", item.content()));
        }
        return write(items, 0);
    }

    boolean write(DecisionList list) {
        List<Item> items = new ArrayList<>();
        for (Decision decision : list.items()) {
            List<Inline> text = new ArrayList<>();
            text.add(Marked.of(Style.STRONG, new Text("Decision:")));
            text.add(new Text(" "));
            text.addAll(decision.content());
            items.add(new Item("", List.of(new Plain(text))));
        }
        return write(items, 0);
    }

    /** Bullets if the first number is 0; the number 0 is said by -1. */
    private boolean write(List<Item> items, int first) {
        if (items.isEmpty()) {
            return false;
        }
        String bullet = other ? "* " : "- ";
        String behindNumber = other ? ") " : ". ";
        boolean tight = items.stream().allMatch(this::isTight);
        blocks.apart();
        int number = Math.max(0, first);
        for (Item item : items) {
            if (number > Math.max(0, first) && !tight) {
                output.line("");
            }
            String marker = first == 0 ? bullet : number + behindNumber;
            output.enter(marker + item.box(), " ".repeat(marker.length()));
            if (tight) {
                tight(item);
            } else {
                loose(item);
            }
            output.leave();
            number++;
        }
        blocks.behind();
        return true;
    }

    /** Only text and below it lists: no empty lines are needed. */
    private boolean isTight(Item item) {
        List<Block> content = item.content();
        for (int i = 0; i < content.size(); i++) {
            Block block = content.get(i);
            boolean text = i == 0 && (block instanceof Plain || block instanceof Paragraph);
            if (!text && !(i > 0 && isBelowText(block) && (i == 1 || !areAlike(content.get(i - 1), block)))) {
                return false;
            }
        }
        return content.size() <= 1 || !blocks.isBlank(content.get(0));
    }

    /** Whether the block is a list that would be more text if it followed text without an empty line. */
    boolean needsEmptyLine(Block block) {
        return (block instanceof BulletList || block instanceof OrderedList) && !isBelowText(block);
    }

    /** Whether the list may follow text without an empty line. */
    private boolean isBelowText(Block block) {
        if (block instanceof BulletList list) {
            return !list.items().isEmpty() && startsWithText(list.items().get(0).content());
        }
        if (block instanceof OrderedList list) {
            return list.start() == 1
                    && !list.items().isEmpty()
                    && startsWithText(list.items().get(0).content());
        }
        return block instanceof TaskList list && !list.items().isEmpty();
    }

    private boolean startsWithText(List<Block> content) {
        return isText(content) && !blocks.isBlank(content.get(0));
    }

    private void loose(Item item) {
        if (!item.box().isEmpty() && !startsWithText(item.content())) {
            output.line("");
            blocks.behind();
            blocks.write(item.content());
        } else {
            blocks.inside(item.content());
        }
    }

    private boolean isText(List<Block> content) {
        return !content.isEmpty() && (content.get(0) instanceof Plain || content.get(0) instanceof Paragraph);
    }

    private void tight(Item item) {
        for (Block block : item.content()) {
            blocks.together();
            useOtherMarker(false);
            block.accept(blocks);
        }
    }
}
