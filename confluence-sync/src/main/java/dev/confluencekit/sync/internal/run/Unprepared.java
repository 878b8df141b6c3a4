package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.render.BodyRenderer;

/** Stands for a renderer that could not find out what it has to know of some bodies: it renders none of them. */
record Unprepared(BodyRenderer renderer, RuntimeException failure) implements BodyRenderer {
    @Override
    public BodyFormat source() {
        return renderer.source();
    }

    @Override
    public String name() {
        return renderer.name();
    }

    @Override
    public ItemBody render(ItemState state, ItemDetails details, String body) {
        throw new IllegalStateException("what the body names could not be found out: " + failure.getMessage(), failure);
    }
}
