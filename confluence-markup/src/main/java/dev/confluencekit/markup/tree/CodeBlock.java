package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code, or other text that keeps its spaces and lines. No markup in it.
 *
 * @param form what the source took for it
 * @param language as the source names it
 * @param title shown above
 * @param text the code, lines parted by line feeds
 * @param parameters what else the source said: of the macro code, its other parameters
 */
public record CodeBlock(
        CodeForm form, @Nullable String language, @Nullable String title, String text, Attributes parameters)
        implements Block {

    /** Makes one in no known language. */
    public static CodeBlock of(String text) {
        return new CodeBlock(CodeForm.CODE, null, null, text, Attributes.NONE);
    }

    /** Makes one in a language. */
    public static CodeBlock of(String language, String text) {
        return new CodeBlock(CodeForm.CODE, language, null, text, Attributes.NONE);
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
