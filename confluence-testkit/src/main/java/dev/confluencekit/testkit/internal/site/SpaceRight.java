package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Optional;

/**
 * Something that can be granted in a space.
 *
 * @param operation what
 * @param target to what
 */
public record SpaceRight(String operation, String target) {

    /** Seeing the space; without it nothing else can be granted. */
    public static final SpaceRight READ = new SpaceRight("read", "space");

    /** Administering the space. */
    public static final SpaceRight ADMINISTER = new SpaceRight("administer", "space");

    /** All that can be granted. To delete a space stands for deleting what is one's own. */
    public static final List<SpaceRight> ALL = List.of(
            READ,
            new SpaceRight("create", "page"),
            new SpaceRight("delete", "page"),
            new SpaceRight("archive", "page"),
            new SpaceRight("create", "blogpost"),
            new SpaceRight("delete", "blogpost"),
            new SpaceRight("create", "comment"),
            new SpaceRight("delete", "comment"),
            new SpaceRight("create", "attachment"),
            new SpaceRight("delete", "attachment"),
            new SpaceRight("delete", "space"),
            new SpaceRight("restrict_content", "space"),
            new SpaceRight("export", "space"),
            ADMINISTER);

    /**
     * Gives the id that roles have for it.
     *
     * @return such as {@code read/space}
     */
    public String id() {
        return operation + "/" + target;
    }

    /**
     * Finds one by its id.
     *
     * @param id such as {@code read/space}
     * @return the right, or empty if there is none such
     */
    public static Optional<SpaceRight> of(String id) {
        return ALL.stream().filter(right -> right.id().equals(id)).findFirst();
    }
}
