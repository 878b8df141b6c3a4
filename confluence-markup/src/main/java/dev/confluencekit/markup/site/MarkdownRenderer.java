package dev.confluencekit.markup.site;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Report;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.render.UnrenderedBody;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a mirror keep bodies as GitHub Flavored Markdown, with front matter in YAML: title, ids, version, times, labels, page
 * properties, and where people find it.
 *
 * <pre>{@code
 * MirrorScope scope = MirrorScope.spaces("SUPPORT").withAttachments();
 * confluence.mirror()
 *         .scope(scope)
 *         .renderedBy(MarkdownRenderer.create().linkingFiles(scope))
 *         .into(DirectoryTarget.at(Path.of("knowledge")))
 *         .build()
 *         .run();
 * }</pre>
 *
 * <p>What bodies name is found out as {@link SiteResolvers} do it, for each batch of bodies, if that is wanted. Since the site
 * changes without the pages that link to it, an address or name in a page is as old as that page's version in the mirror. Bodies
 * that are empty in storage format are then read in the document format, as new pages may have to be.
 *
 * <p>Immutable: methods give changed copies. Safe for use by many threads.
 */
public final class MarkdownRenderer implements BodyRenderer {
    static final String EXTENSION = "md";

    private static final int MOST_LETTERS = 2_000_000;

    private final boolean asks;
    private final @Nullable MirrorScope files;
    private final MarkdownOptions options;
    private final @Nullable BiConsumer<ItemKey, Report> listener;

    private MarkdownRenderer(
            boolean asks,
            @Nullable MirrorScope files,
            MarkdownOptions options,
            @Nullable BiConsumer<ItemKey, Report> listener) {
        this.asks = asks;
        this.files = files;
        this.options = options;
        this.listener = listener;
    }

    /**
     * A renderer that asks nobody: pages and files are shown by their names, people as {@code @unknown}.
     *
     * @return a renderer
     */
    public static MarkdownRenderer create() {
        return new MarkdownRenderer(false, null, MarkdownOptions.defaults(), null);
    }

    /**
     * Asks the mirror's site what bodies name: links lead to the site's pages and files, people have their names, and what is
     * included is there.
     *
     * @return a changed copy
     */
    public MarkdownRenderer linkingSite() {
        return new MarkdownRenderer(true, null, options, listener);
    }

    /**
     * Asks the mirror's site, too, but has links to what is mirrored lead to its file in a
     * {@link dev.confluencekit.sync.directory.DirectoryTarget}, by a relative path, and images be shown from there if attachments
     * are in scope. What is mirrored is told by the spaces of the scope; a rule of {@link MirrorScope#only} is not asked.
     *
     * @param scope that of the mirror
     * @return a changed copy
     */
    public MarkdownRenderer linkingFiles(MirrorScope scope) {
        return new MarkdownRenderer(true, Objects.requireNonNull(scope, "scope"), options, listener);
    }

    /**
     * How Markdown is written. Resolvers in the options are asked first, the site for what they do not know.
     *
     * @param how the options; a mirror is bound to them, but for their resolvers
     * @return a changed copy
     */
    public MarkdownRenderer options(MarkdownOptions how) {
        return new MarkdownRenderer(asks, files, Objects.requireNonNull(how, "how"), listener);
    }

    /**
     * Tells of what bodies hold that Markdown could not carry over: macros of apps, references that lead nowhere.
     *
     * @param reports is given each report that is not empty, on threads that fetch, several at a time
     * @return a changed copy
     */
    public MarkdownRenderer reportingTo(BiConsumer<ItemKey, Report> reports) {
        return new MarkdownRenderer(asks, files, options, Objects.requireNonNull(reports, "reports"));
    }

    @Override
    public BodyFormat source() {
        return BodyFormat.STORAGE;
    }

    @Override
    public String name() {
        String where = files != null ? " linking files" : asks ? " linking the site" : "";
        return "markdown" + where + options;
    }

    @Override
    public BodyRenderer forBatch(List<UnrenderedBody> bodies, ConfluenceConnection site) {
        return batch(bodies, asks ? new MirrorSite(site) : null);
    }

    private BodyRenderer batch(List<UnrenderedBody> bodies, @Nullable MirrorSite site) {
        RenderedBatch batch = new RenderedBatch(this);
        Map<ContentOwner, String> documents = site == null ? Map.of() : site.documentsForEmpty(bodies);
        List<UnrenderedBody> some = new ArrayList<>();
        int letters = 0;
        for (UnrenderedBody body : bodies) {
            if (!some.isEmpty() && letters + body.text().length() > MOST_LETTERS) {
                render(some, site, documents, batch);
                some.clear();
                letters = 0;
            }
            some.add(body);
            letters += body.text().length();
        }
        render(some, site, documents, batch);
        return batch;
    }

    /** Trees take much more than the texts they come from, so not too many of them are there at once. */
    private void render(
            List<UnrenderedBody> bodies,
            @Nullable MirrorSite site,
            Map<ContentOwner, String> documents,
            RenderedBatch batch) {
        List<UnrenderedBody> readable = new ArrayList<>();
        List<Markup> read = new ArrayList<>();
        for (UnrenderedBody body : bodies) {
            try {
                String document = body.text().isBlank() ? documents.get(MirrorSite.owner(body)) : null;
                read.add(document == null ? Markup.storage(body.text()) : Markup.adf(document));
                readable.add(body);
            } catch (MarkupException e) {
                batch.failed(body.item(), e);
            }
        }
        List<Resolvers> found = site == null ? List.of() : site.resolvers(readable, read, files);
        for (int i = 0; i < readable.size(); i++) {
            Resolvers own = options.resolvers();
            MarkdownOptions how = options.resolvers(found.isEmpty() ? own : own.or(found.get(i)));
            Conversion<String> written = read.get(i).toMarkdown(how);
            batch.rendered(readable.get(i).item(), written.output(), read.get(i).properties());
            if (listener != null && !written.report().isEmpty()) {
                listener.accept(readable.get(i).item(), written.report());
            }
        }
    }

    /** By itself, without asking anybody. */
    @Override
    public ItemBody render(ItemState state, ItemDetails details, String body) {
        UnrenderedBody one = new UnrenderedBody(state.key(), state.spaceId(), state.owner(), body);
        return batch(List.of(one), null).render(state, details, body);
    }
}
