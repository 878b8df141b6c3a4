package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The roles of the site, and whether its spaces are governed by them alone. Safe for use by many threads. */
public final class SpaceRoles {

    private final List<SpaceRole> roles = new CopyOnWriteArrayList<>(SpaceRole.SYSTEM);
    private final SpaceWriter spaces;
    private int made;
    private volatile boolean alone;

    /**
     * Makes a site with the roles that every one has, whose spaces know permissions only.
     *
     * @param spaces what writes who has which role
     */
    public SpaceRoles(SpaceWriter spaces) {
        this.spaces = spaces;
    }

    /**
     * Switches to roles alone.
     *
     * @param on whether it is so
     */
    public void setAlone(boolean on) {
        alone = on;
    }

    /**
     * Tells whether spaces are governed by roles alone.
     *
     * @return false at first
     */
    public boolean alone() {
        return alone;
    }

    /**
     * Lists the roles.
     *
     * @return those of the service first
     */
    public List<SpaceRole> all() {
        return List.copyOf(roles);
    }

    /**
     * Finds a role.
     *
     * @param id its id
     * @return the role, or empty
     */
    public Optional<SpaceRole> find(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /**
     * Creates a role.
     *
     * @param name its name, which no other has
     * @param description what it is for
     * @param rightIds what it gives
     * @return the role
     */
    public synchronized SpaceRole create(String name, String description, List<String> rightIds) {
        Set<SpaceRight> rights = checked(name, rightIds, "");
        made++;
        String id = UUID.nameUUIDFromBytes(("role " + made).getBytes(StandardCharsets.UTF_8))
                .toString();
        SpaceRole role = new SpaceRole(id, false, name, description, rights);
        roles.add(role);
        return role;
    }

    /**
     * Makes what a role is to become, without changing it.
     *
     * @param id its id
     * @param name its name, which no other has
     * @param description what it is for
     * @param rightIds what it gives
     * @return the role as it will be
     */
    public SpaceRole changed(String id, String name, String description, List<String> rightIds) {
        requireCustom(id);
        return new SpaceRole(id, false, name, description, checked(name, rightIds, id));
    }

    /**
     * Changes a role, and what those have who hold it.
     *
     * @param role the role from now on
     * @param forAnybody the role that everybody who has not logged in gets in its place, or null to keep this one
     */
    public synchronized void replace(SpaceRole role, @Nullable SpaceRole forAnybody) {
        requireCustom(role.id());
        roles.replaceAll(old -> old.id().equals(role.id()) ? role : old);
        SpaceRole anybodys = forAnybody == null ? role : forAnybody;
        spaces.reassign(role.id(), who -> Optional.of(who.equals(SpacePrincipal.ANYBODY) ? anybodys : role));
    }

    /**
     * Deletes a role and takes it from all who hold it.
     *
     * @param id its id
     */
    public synchronized void delete(String id) {
        requireCustom(id);
        roles.removeIf(role -> role.id().equals(id));
        spaces.reassign(id, who -> Optional.empty());
    }

    /**
     * Refuses to change what is not there, or is the service's own.
     *
     * @param id the id of a role
     */
    public void requireCustom(String id) {
        SpaceRole role = find(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "There is no such role"));
        if (role.system()) {
            throw new RuleBroken(Rule.OTHER, "A system role cannot be changed");
        }
    }

    private Set<SpaceRight> checked(String name, List<String> rightIds, String exceptId) {
        if (name.isBlank()) {
            throw new RuleBroken(Rule.OTHER, "The member 'name' is required");
        }
        if (roles.stream()
                .anyMatch(role -> role.name().equals(name) && !role.id().equals(exceptId))) {
            throw new RuleBroken(Rule.OTHER, "A role with the name '" + name + "' already exists");
        }
        List<SpaceRight> rights = new ArrayList<>();
        for (String id : rightIds) {
            rights.add(SpaceRight.of(id)
                    .orElseThrow(() -> new RuleBroken(Rule.OTHER, "There is no space permission '" + id + "'")));
        }
        if (!rights.contains(SpaceRight.READ)) {
            throw new RuleBroken(Rule.OTHER, "The space permission '" + SpaceRight.READ.id() + "' is required");
        }
        return new LinkedHashSet<>(rights);
    }
}
