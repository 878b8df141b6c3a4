package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image, in a line or as the only thing of a {@link Plain}.
 *
 * @param source an attachment, a file of the media service or a web address
 * @param alternative what it shows, in words
 * @param title shown when pointed at
 * @param caption below it; mostly empty
 * @param attributes what else the source said about it
 */
public record Image(
        Target source,
        @Nullable String alternative,
        @Nullable String title,
        List<Inline> caption,
        Attributes attributes)
        implements Inline {
    /** Copies its lists. */
    public Image {
        caption = List.copyOf(caption);
    }

    /** Makes one without caption. */
    public static Image of(Target source, String alternative) {
        return new Image(source, alternative, null, List.of(), Attributes.NONE);
    }

    @Override
    public List<Inline> children() {
        return caption;
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
