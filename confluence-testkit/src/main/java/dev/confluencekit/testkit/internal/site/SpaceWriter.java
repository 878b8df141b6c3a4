package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
     * @param isPrivate whether nobody else may see it
     * @return its state
     */
    public SpaceEntry create(String key, String name, String description, String authorId, boolean isPrivate) {
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
                    SpaceGrants.ofNewSpace(
                            authorId, isPrivate ? List.of(authorId) : List.of(), false, store::newGrantId),
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
     * Grants somebody something; seeing the space comes first.
     *
     * @param id the space
     * @param principal to whom
     * @param right what
     * @return the grant
     */
    public SpaceGrant grant(long id, SpacePrincipal principal, SpaceRight right) {
        return store.write(() -> {
            SpaceEntry space = existing(id);
            if (space.grants().allow(right, List.of(principal))) {
                throw new RuleBroken(Rule.OTHER, "Permission already exists");
            }
            if (!right.equals(SpaceRight.READ) && !space.grants().allow(SpaceRight.READ, List.of(principal))) {
                throw new RuleBroken(Rule.OTHER, "The permission to read the space is required first");
            }
            SpaceGrant grant = new SpaceGrant(store.newGrantId(), principal, right, null);
            store.put(space.granting(space.grants().with(grant)));
            return grant;
        });
    }

    /**
     * Takes a grant back. Who may not see the space any more has nothing else in it, either.
     *
     * @param id the space
     * @param grantId the grant
     */
    public void revoke(long id, long grantId) {
        changeGrants(id, grants -> {
            SpaceGrant grant = grants.find(grantId)
                    .orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "There is no such permission"));
            boolean everything = grant.right().equals(SpaceRight.READ);
            return grants.without(other ->
                    other.id() == grantId || (everything && other.principal().equals(grant.principal())));
        });
    }

    /**
     * Gives roles, and takes them; all or nothing.
     *
     * @param id the space
     * @param roles the role of each from now on, or empty for none
     */
    public void assign(long id, Map<SpacePrincipal, Optional<SpaceRole>> roles) {
        changeGrants(id, grants -> {
            SpaceGrants changed = grants;
            for (Map.Entry<SpacePrincipal, Optional<SpaceRole>> entry : roles.entrySet()) {
                SpacePrincipal who = entry.getKey();
                changed = entry.getValue().isPresent()
                        ? changed.with(who, entry.getValue().get(), store::newGrantId)
                        : changed.without(grant -> grant.principal().equals(who));
            }
            return changed;
        });
    }

    /** Gives who holds a role another one, or none, in all spaces. */
    void reassign(String roleId, Function<SpacePrincipal, Optional<SpaceRole>> roles) {
        store.write(() -> {
            for (SpaceEntry space : store.spaces()) {
                SpaceGrants grants = space.grants();
                for (SpacePrincipal who : grants.holding(roleId)) {
                    Optional<SpaceRole> role = roles.apply(who);
                    grants = role.isPresent()
                            ? grants.with(who, role.get(), store::newGrantId)
                            : grants.without(grant -> grant.principal().equals(who));
                }
                store.put(space.granting(grants));
            }
            return roleId;
        });
    }

    private void changeGrants(long id, UnaryOperator<SpaceGrants> change) {
        store.write(() -> {
            SpaceEntry space = existing(id);
            SpaceGrants changed = change.apply(space.grants());
            if (administered(space.grants()) && !administered(changed)) {
                throw new RuleBroken(Rule.OTHER, "All of the admin permissions cannot be removed from a space");
            }
            store.put(space.granting(changed));
            return id;
        });
    }

    private static boolean administered(SpaceGrants grants) {
        return grants.all().stream().anyMatch(grant -> grant.right().equals(SpaceRight.ADMINISTER));
    }

    private SpaceEntry existing(long id) {
        return store.space(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "There is no such space"));
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
