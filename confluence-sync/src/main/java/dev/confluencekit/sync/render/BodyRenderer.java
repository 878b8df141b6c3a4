package dev.confluencekit.sync.render;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import java.util.List;

/**
 * Makes of a body, as the site gives it, what the mirror keeps. What it throws costs its own items only: they are skipped,
 * reported, and tried again in the next run.
 */
public interface BodyRenderer {
    /**
     * Which format to fetch.
     *
     * @return the format that {@link #render} is given
     */
    BodyFormat source();

    /**
     * Names this renderer and its settings. A mirror is bound to it, since what two renderers make does not mix.
     *
     * @return a short text that stays the same as long as the results do
     */
    String name();

    /**
     * Is shown bodies that were fetched together, before any of them is rendered: for what has to ask somebody about what they
     * name, so that it can ask in bulk. Called on threads that fetch, several at a time. Unless overridden nothing is done.
     *
     * @param bodies up to 250 bodies
     * @param site the mirror's site, for clients over it; what is asked is counted with the rest of the run
     * @return what renders these bodies, and no others; it has the same {@link #source()} and {@link #name()}
     */
    default BodyRenderer forBatch(List<UnrenderedBody> bodies, ConfluenceConnection site) {
        return this;
    }

    /**
     * Makes what the mirror keeps. Called by one thread at a time of a run, which everything waits for: it does not ask the site.
     *
     * @param state the item
     * @param details what else is known of it
     * @param body the body in the {@link #source()} format
     * @return what to keep
     */
    ItemBody render(ItemState state, ItemDetails details, String body);

    /**
     * Keeps the storage format as it came.
     *
     * @return a renderer
     */
    static BodyRenderer storage() {
        return new Verbatim(BodyFormat.STORAGE, "application/xml", "xml");
    }

    /**
     * Keeps the Atlassian document format as it came.
     *
     * @return a renderer
     */
    static BodyRenderer atlasDocFormat() {
        return new Verbatim(BodyFormat.ATLAS_DOC_FORMAT, "application/json", "adf.json");
    }
}
