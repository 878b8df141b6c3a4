package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers of the interface may do to spaces. */
public final class SpaceWriter {

    private static final long FIRST_ID = 1_048_576;

    private final ContentStore store;
    private final ContentWriter pages;
    private final Clock clock;

    /**
     * Makes a writer.
     *
     * @param store what to write to
     * @param pages makes home pages
     * @param clock gives the time of creation
     */
    public SpaceWriter(ContentStore store, ContentWriter pages, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Creates a space with a home page.
     *
     * @param key its key
     * @param name its name
     * @param description its plain description
     * @param authorId who creates it
     * @param readerOnly the only user name that may see it, or null for everybody
     * @return its state
     */
    public SpaceEntry create(
            String key, String name, String description, String authorId, @Nullable String readerOnly) {
        return store.write(() -> {
            if (!key.matches("[A-Za-z0-9]{1,255}")) {
                throw new RuleBroken(Rule.OTHER, "Invalid space key: " + key);
            }
            if (store.spaceByKey(key).isPresent()) {
                throw new RuleBroken(Rule.OTHER, "A space already exists with key " + key);
            }
            SpaceEntry space = new SpaceEntry(
                    store.unusedId(FIRST_ID),
                    key,
                    name,
                    "global",
                    false,
                    description,
                    authorId,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null,
                    List.of(),
                    false,
                    readerOnly == null ? Set.of() : Set.of(readerOnly.toLowerCase(Locale.ROOT)),
                    Set.of());
            store.put(space);
            PageEntry home = pages.create(
                    new ContentDraft(ContentKind.PAGE, space.id(), name + " Home", "", null, false, false, null),
                    authorId);
            SpaceEntry whole = space.withHomepage(home.id());
            store.put(whole);
            return whole;
        });
    }

    /**
     * Changes parts of a space.
     *
     * @param key its key
     * @param name its name, or null to keep it
     * @param description its plain description, or null to keep it
     * @param status {@code current} or {@code archived}, or null to keep it
     * @param homepageId its home page, or null to keep it
     * @return its state
     */
    public SpaceEntry update(
            String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable String status,
            @Nullable Long homepageId) {
        return store.write(() -> {
            SpaceEntry space =
                    store.spaceByKey(key).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "No space with key " + key));
            SpaceEntry changed = space.changed(
                    name == null ? space.name() : name,
                    space.type(),
                    status == null ? space.archived() : status.equalsIgnoreCase("archived"),
                    description == null ? space.description() : description,
                    homepageId == null ? space.homepageId() : homepageId);
            store.put(changed);
            return changed;
        });
    }

    /**
     * Deletes a space and all that is in it, for good.
     *
     * @param id the space
     */
    public void delete(long id) {
        store.write(() -> {
            store.removeSpace(id);
            return id;
        });
    }
}
