package dev.confluencekit.testkit.internal.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Who may do what in a space. Immutable. */
public final class SpaceGrants {

    private final List<SpaceGrant> all;
    private final Map<SpaceRight, Set<SpacePrincipal>> holders = new HashMap<>();

    private SpaceGrants(List<SpaceGrant> all) {
        this.all = List.copyOf(all);
        all.forEach(grant ->
                holders.computeIfAbsent(grant.right(), right -> new HashSet<>()).add(grant.principal()));
    }

    /**
     * The grants of a new space: whoever made it administers it, if it is among those that see it.
     *
     * @param authorId who made it
     * @param members the account ids of those who see it and write in it; empty for everybody with a licence
     * @param open whether everybody else sees it, too
     * @param ids gives ids
     * @return the grants
     */
    static SpaceGrants ofNewSpace(String authorId, Collection<String> members, boolean open, LongSupplier ids) {
        Map<SpacePrincipal, SpaceRole> roles = new LinkedHashMap<>();
        if (members.isEmpty()) {
            roles.put(SpacePrincipal.LICENSED, SpaceRole.COLLABORATOR);
        }
        members.stream().sorted().forEach(member -> roles.put(SpacePrincipal.user(member), SpaceRole.COLLABORATOR));
        if (members.isEmpty() || members.contains(authorId)) {
            roles.put(SpacePrincipal.user(authorId), SpaceRole.ADMIN);
        }
        if (open) {
            roles.put(SpacePrincipal.ANYBODY, SpaceRole.VIEWER);
        }
        SpaceGrants grants = new SpaceGrants(List.of());
        for (Map.Entry<SpacePrincipal, SpaceRole> entry : roles.entrySet()) {
            grants = grants.with(entry.getKey(), entry.getValue(), ids);
        }
        return grants;
    }

    /**
     * Gives all of them.
     *
     * @return the grants, oldest first
     */
    public List<SpaceGrant> all() {
        return all;
    }

    /**
     * Tells whether somebody may do something.
     *
     * @param right what
     * @param who one after the other, all that somebody is
     * @return true if it was granted to one of them
     */
    public boolean allow(SpaceRight right, Collection<SpacePrincipal> who) {
        Set<SpacePrincipal> granted = holders.getOrDefault(right, Set.of());
        return who.stream().anyMatch(granted::contains);
    }

    /**
     * Finds a grant.
     *
     * @param id its id
     * @return the grant, or empty
     */
    public Optional<SpaceGrant> find(long id) {
        return all.stream().filter(grant -> grant.id() == id).findFirst();
    }

    /**
     * Tells who has which role.
     *
     * @return the ids of the roles, in the order in which they were given
     */
    public Map<SpacePrincipal, String> roles() {
        Map<SpacePrincipal, String> roles = new LinkedHashMap<>();
        for (SpaceGrant grant : all) {
            if (grant.roleId() != null) {
                roles.put(grant.principal(), grant.roleId());
            }
        }
        return roles;
    }

    SpaceGrants with(SpaceGrant grant) {
        List<SpaceGrant> more = new ArrayList<>(all);
        more.add(grant);
        return new SpaceGrants(more);
    }

    /** A role takes the place of all that its holder had. */
    SpaceGrants with(SpacePrincipal principal, SpaceRole role, LongSupplier ids) {
        List<SpaceGrant> more =
                new ArrayList<>(without(grant -> grant.principal().equals(principal)).all);
        for (SpaceRight right : SpaceRight.ALL) {
            if (role.rights().contains(right)) {
                more.add(new SpaceGrant(ids.getAsLong(), principal, right, role.id()));
            }
        }
        return new SpaceGrants(more);
    }

    SpaceGrants without(Predicate<SpaceGrant> which) {
        return new SpaceGrants(all.stream().filter(which.negate()).toList());
    }

    List<SpacePrincipal> holding(String roleId) {
        return roles().entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue(), roleId))
                .map(Map.Entry::getKey)
                .toList();
    }
}
