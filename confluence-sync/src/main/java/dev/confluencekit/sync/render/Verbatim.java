package dev.confluencekit.sync.render;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;

/** Keeps a body as it came. */
record Verbatim(BodyFormat source, String mediaType, String fileExtension) implements BodyRenderer {
    @Override
    public String name() {
        return source.representation();
    }

    @Override
    public ItemBody render(ItemState state, ItemDetails details, String body) {
        return new ItemBody(body, mediaType, fileExtension);
    }
}
