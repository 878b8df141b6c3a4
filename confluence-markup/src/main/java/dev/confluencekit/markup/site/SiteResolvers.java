package dev.confluencekit.markup.site;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.markup.internal.plain.Reduction;
import dev.confluencekit.markup.internal.plain.ReductionOptions;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.resolve.Resolvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds out from the site what bodies only name: pages and blog posts by their titles, spaces by their keys, files of pages,
 * people, and what is included of other pages.
 *
 * <pre>{@code
 * Page page = confluence.pages().get(PageRequest.of(id).body(BodyFormat.STORAGE));
 * Markup body = Markup.storage(page.body().storage().orElse(""));
 * Resolvers resolvers = SiteResolvers.over(confluence.connection())
 *         .resolvers(new SiteBody(ContentOwner.page(id), page.spaceId(), body.document()));
 * String markdown = body.toMarkdown(MarkdownOptions.defaults().resolvers(resolvers)).output();
 * }</pre>
 *
 * <p>The site is asked before the conversion and in bulk: give all bodies that you have, and what many of them name is asked
 * once. People, spaces and ids go 250 to a request, titles of pages 25 to a search; each page or post whose files are named
 * costs a request, and so does a title that no search finds. Links lead to the site's own pages, for people with a browser.
 * Jira issues are not looked up: {@link Resolvers#jira} says where they are.
 *
 * <p>What the account may not see, or its key has no scope for ({@code read:page:confluence}, {@code read:space:confluence},
 * {@code read:attachment:confluence}, {@code read:user:confluence}, {@code search:confluence}), stays unresolved. Other failures are
 * thrown as {@link dev.confluencekit.core.error.ConfluenceException}. Safe for use by many threads; keeps nothing between calls.
 */
public final class SiteResolvers {
    /** An include in an include asks for a space, a title, and a body, each of which has to be known for the next. */
    private static final int MOST_ROUNDS = 24;

    private final ConfluenceConnection site;
    private final Lookup lookup;

    private SiteResolvers(ConfluenceConnection site) {
        this.site = site;
        this.lookup = new Lookup(site);
    }

    /**
     * Resolvers of a site.
     *
     * @param site the site, under the account that asks; it stays the caller's to close
     * @return nothing is asked yet
     */
    public static SiteResolvers over(ConfluenceConnection site) {
        return new SiteResolvers(Objects.requireNonNull(site, "site"));
    }

    /**
     * Finds out what a body names.
     *
     * @param body the body
     * @return resolvers for this body, which know all of it and ask nobody; safe for use by many threads
     * @throws dev.confluencekit.core.error.ConfluenceException if the site cannot be asked
     */
    public Resolvers resolvers(SiteBody body) {
        return resolvers(List.of(body)).get(0);
    }

    /**
     * Finds out what bodies name, together.
     *
     * @param bodies as many as you like; what they name is in memory until their resolvers are not
     * @return resolvers for each of them, in the same order, which know all of it and ask nobody; safe for use by many threads
     * @throws dev.confluencekit.core.error.ConfluenceException if the site cannot be asked
     */
    public List<Resolvers> resolvers(List<SiteBody> bodies) {
        Addressing web = new WebAddressing(site.site());
        return resolve(bodies, (number, answers) -> web);
    }

    BodyLookup bodies() {
        return lookup.bodies();
    }

    /** How the links of a body, told by its place in the list, are to be written. */
    interface Addressings {
        Addressing of(int number, Answers answers);
    }

    List<Resolvers> resolve(List<SiteBody> bodies, Addressings addressings) {
        Answers answers = new Answers();
        List<Resolvers> resolvers = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            SiteBody body = bodies.get(i);
            resolvers.add(
                    new BodyResolvers(body.owner(), body.space(), answers, addressings.of(i, answers)).resolvers());
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int i = 0; i < bodies.size(); i++) {
                lookThrough(bodies.get(i), resolvers.get(i));
            }
            if (!answers.isWanting()) {
                break;
            }
            lookup.answer(answers);
        }
        answers.close();
        return List.copyOf(resolvers);
    }

    /** Has all that any conversion could ask be asked. */
    private static void lookThrough(SiteBody body, Resolvers resolvers) {
        Reduction.reduce(body.document(), new ReductionOptions(resolvers, true, true, true), new Trail());
    }
}
