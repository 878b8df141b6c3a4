package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.CustomPlace;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a caller may do with what it sees: what was granted in the space, as far as restrictions allow it; purging and the like
 * is for who administers the space.
 */
final class Rights {

    /** What an edit restriction leaves to those whom it does not name. */
    private static final Set<String> WITHOUT_EDITING = Set.of("copy", "export");

    /** What is granted in a space as a whole to those who do not administer it. */
    private static final Set<String> WITHOUT_ADMINISTERING = Set.of("export", "restrict_content");

    private final ContentStore store;

    Rights(ContentStore store) {
        this.store = store;
    }

    /**
     * Something that may be done.
     *
     * @param operation what
     * @param targetType to what
     */
    record Right(String operation, String targetType) {}

    List<Right> on(Call call, PageEntry page) {
        String kind = store.place(page.id())
                .map(CustomPlace::type)
                .orElseGet(() -> page.kind().wireName());
        List<Right> rights = new ArrayList<>(List.of(new Right("read", kind)));
        Account account = call.account();
        if (account == null) {
            return rights;
        }
        boolean editor = call.mayEdit(page);
        for (String operation : writes(page)) {
            if ((editor || WITHOUT_EDITING.contains(operation)) && isGranted(call, operation, page)) {
                rights.add(new Right(operation, kind));
            }
        }
        if (page.status() == PageStatus.CURRENT && !page.kind().isTreeNode()) {
            if (call.may("create", "comment", page)) {
                rights.add(new Right("create", "comment"));
            }
            if (editor && call.may("create", "attachment", page)) {
                rights.add(new Right("create", "attachment"));
            }
        }
        if (administers(call, store.space(page.spaceId()).orElseThrow())) {
            rights.add(new Right(page.status() == PageStatus.TRASHED ? "purge" : "purge_version", kind));
        }
        return rights;
    }

    /** What a space grants for an operation on a page in it; for the rest it is that of writing. */
    private static boolean isGranted(Call call, String operation, PageEntry page) {
        String kind = page.kind().grantedAs();
        return switch (operation) {
            case "delete" -> call.may("delete", kind, page);
            case "archive" -> call.may("archive", kind, page);
            case "export" -> call.may("export", "space", page);
            case "restrict_content" -> call.may("restrict_content", "space", page);
            default -> call.may("create", kind, page);
        };
    }

    private static List<String> writes(PageEntry page) {
        if (page.kind().isTreeNode()) {
            return page.status() == PageStatus.CURRENT
                    ? List.of("update", "delete", "move", "restrict_content")
                    : List.of("restore");
        }
        boolean tree = page.kind() == ContentKind.PAGE;
        if (page.kind() == ContentKind.CUSTOM && page.status() == PageStatus.CURRENT) {
            return List.of("update", "delete", "restrict_content");
        }
        return switch (page.status()) {
            case CURRENT ->
                tree
                        ? List.of("update", "delete", "archive", "copy", "move", "export", "restrict_content")
                        : List.of("update", "delete", "copy", "export", "restrict_content");
            case ARCHIVED -> List.of("delete", "copy", "export", "restore");
            case TRASHED, DELETED -> List.of("restore");
            default -> List.of("update", "delete");
        };
    }

    List<Right> on(Call call, SpaceEntry space) {
        List<Right> rights = new ArrayList<>(List.of(new Right("read", "space")));
        for (SpaceRight right : SpaceRight.ALL) {
            // As an operation, deleting a space deletes it as a whole.
            boolean ofContent = !right.target().equals("space") || WITHOUT_ADMINISTERING.contains(right.operation());
            if (ofContent && call.may(right, space)) {
                rights.add(new Right(right.operation(), right.target()));
            }
        }
        if (administers(call, space)) {
            rights.add(new Right("update", "space"));
            rights.add(new Right("delete", "space"));
            rights.add(new Right("administer", "space"));
        }
        return rights;
    }

    /** An attachment or a comment goes by what it is on. Who may not edit that still comments. */
    List<Right> onPart(Call call, String kind, PageEntry page) {
        List<Right> rights = new ArrayList<>(List.of(new Right("read", kind)));
        if (kind.equals("comment") ? mayWrite(call, page) : mayEdit(call, page)) {
            rights.add(new Right("update", kind));
            rights.add(new Right("delete", kind));
        }
        return rights;
    }

    boolean mayWrite(Call call, PageEntry page) {
        return call.account() != null && page.status() == PageStatus.CURRENT;
    }

    private boolean mayEdit(Call call, PageEntry page) {
        return mayWrite(call, page) && call.mayEdit(page);
    }

    /** Whoever was granted it administers a space, as at first who made it, and who administers the site. */
    static boolean administers(Call call, SpaceEntry space) {
        Account account = call.account();
        return account != null && (account.administrator() || call.may(SpaceRight.ADMINISTER, space));
    }
}
