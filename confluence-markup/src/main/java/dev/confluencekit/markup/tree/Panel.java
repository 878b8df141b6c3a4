package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box that draws attention.
 *
 * @param kind what it says by its colour
 * @param title shown above
 * @param iconText the emoji that a panel of its own colour shows
 * @param content what it holds
 * @param parameters what else the source said: of a macro, its other parameters
 */
public record Panel(
        PanelKind kind, @Nullable String title, @Nullable String iconText, List<Block> content, Attributes parameters)
        implements Block {
    /** Copies its lists. */
    public Panel {
        content = List.copyOf(content);
    }

    /** Makes one without title. */
    public static Panel of(PanelKind kind, Block... content) {
        return new Panel(kind, null, null, List.of(content), Attributes.NONE);
    }

    @Override
    public List<Block> children() {
        return content;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
