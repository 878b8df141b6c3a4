package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what consists of items of one kind. What is between the items becomes an item itself, so that nothing gets lost. */
final class ListReader {
    private static final int MAX_START = 999_999_999;

    private final NodeReader nodes;
    private final Trail trail;

    ListReader(NodeReader nodes, Trail trail) {
        this.nodes = nodes;
        this.trail = trail;
    }

    BulletList bullets(JsonNode node) {
        return new BulletList(items(node), Attributes.NONE);
    }

    OrderedList numbers(JsonNode node) {
        double order = Json.attribute(node, "order").asDouble(1);
        int start = order >= 0 && order <= MAX_START ? (int) order : 1;
        return new OrderedList(start, items(node), Attributes.NONE);
    }

    private List<ListItem> items(JsonNode node) {
        List<ListItem> items = new ArrayList<>();
        for (JsonNode child : Json.content(node)) {
            trail.enter("item", items.size() + 1);
            boolean own = Json.type(child).equals("listItem");
            items.add(new ListItem(nodes.blocks(own ? Json.content(child) : List.of(child)), Attributes.NONE));
            trail.leave();
        }
        return items;
    }

    /** A list right in a list belongs to the item before it. */
    TaskList tasks(JsonNode node) {
        List<TaskItem> items = new ArrayList<>();
        @Nullable JsonNode open = null;
        List<JsonNode> below = new ArrayList<>();
        for (JsonNode child : Json.content(node)) {
            if (Json.type(child).equals("taskList") && (open != null || !below.isEmpty())) {
                below.add(child);
                continue;
            }
            if (open != null || !below.isEmpty()) {
                items.add(task(open, below, items.size() + 1));
            }
            below.clear();
            boolean own = isTask(child);
            open = own ? child : null;
            if (!own) {
                below.add(child);
            }
        }
        if (open != null || !below.isEmpty()) {
            items.add(task(open, below, items.size() + 1));
        }
        return new TaskList(items);
    }

    private static boolean isTask(JsonNode node) {
        String type = Json.type(node);
        return type.equals("taskItem") || type.equals("blockTaskItem");
    }

    private TaskItem task(@Nullable JsonNode node, List<JsonNode> below, int number) {
        trail.enter("task", number);
        List<Block> content = new ArrayList<>();
        if (node != null) {
            content.addAll(nodes.blocks(Json.content(node)));
        }
        content.addAll(nodes.blocks(below));
        trail.leave();
        return new TaskItem(
                null,
                node == null ? null : Json.text(node, "localId"),
                node != null && Json.text(node, "state", "TODO").equals("DONE"),
                content);
    }

    DecisionList decisions(JsonNode node) {
        List<Decision> items = new ArrayList<>();
        for (JsonNode child : Json.content(node)) {
            trail.enter("decision", items.size() + 1);
            boolean own = Json.type(child).equals("decisionItem");
            List<Inline> content = nodes.inlines(own ? Json.content(child) : List.of(child));
            items.add(new Decision(Json.text(child, "state", "DECIDED"), Json.text(child, "localId"), content));
            trail.leave();
        }
        return new DecisionList(Json.text(node, "localId"), items);
    }
}
