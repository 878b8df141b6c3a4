package dev.confluencekit.markup.site;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.render.BodyRenderer;
import java.util.HashMap;
import java.util.Map;

/** Bodies that are Markdown already, and wait for what else is told of their items. */
final class RenderedBatch implements BodyRenderer {
    private final BodyRenderer made;
    private final Map<ItemKey, Rendered> rendered = new HashMap<>();
    private final Map<ItemKey, MarkupException> failed = new HashMap<>();

    private record Rendered(String markdown, Map<String, String> properties) {}

    RenderedBatch(BodyRenderer made) {
        this.made = made;
    }

    void rendered(ItemKey item, String markdown, Map<String, String> properties) {
        rendered.put(item, new Rendered(markdown, properties));
    }

    void failed(ItemKey item, MarkupException failure) {
        failed.put(item, failure);
    }

    @Override
    public BodyFormat source() {
        return made.source();
    }

    @Override
    public String name() {
        return made.name();
    }

    @Override
    public ItemBody render(ItemState state, ItemDetails details, String body) {
        MarkupException failure = failed.get(state.key());
        if (failure != null) {
            throw failure;
        }
        Rendered found = rendered.get(state.key());
        if (found == null) {
            throw new IllegalArgumentException(state.key() + " is not one of the bodies of this batch");
        }
        String text = FrontMatter.of(state, details, found.properties()) + TitleHeading.above(found.markdown(), state);
        return new ItemBody(text, "text/markdown", MarkdownRenderer.EXTENSION);
    }
}
