package dev.confluencekit.testkit.internal.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rights that are given together.
 *
 * @param id its id
 * @param system whether it is the service's own, which stays as it is
 * @param name its name
 * @param description what it is for
 * @param rights what it gives
 */
public record SpaceRole(String id, boolean system, String name, String description, Set<SpaceRight> rights) {

    /** All there is. */
    static final SpaceRole ADMIN = system(1, "Admin", "Administers the space", Set.copyOf(SpaceRight.ALL));

    /** All but administering. */
    static final SpaceRole MANAGER = system(2, "Manager", "Looks after the content", but(SpaceRight.ADMINISTER));

    /** Writing. */
    static final SpaceRole COLLABORATOR = system(
            3, "Collaborator", "Writes and comments", but(SpaceRight.ADMINISTER, new SpaceRight("delete", "space")));

    /** Reading. */
    static final SpaceRole VIEWER = system(4, "Viewer", "Reads", Set.of(SpaceRight.READ));

    /** Those of the service, which every site has. */
    static final List<SpaceRole> SYSTEM = List.of(ADMIN, MANAGER, COLLABORATOR, VIEWER);

    private static SpaceRole system(int number, String name, String description, Set<SpaceRight> rights) {
        return new SpaceRole("5b1d2f60-0c3e-4f7a-9a10-00000000000" + number, true, name, description, rights);
    }

    private static Set<SpaceRight> but(SpaceRight... left) {
        Set<SpaceRight> rights = new HashSet<>(SpaceRight.ALL);
        List.of(left).forEach(rights::remove);
        return Set.copyOf(rights);
    }
}
