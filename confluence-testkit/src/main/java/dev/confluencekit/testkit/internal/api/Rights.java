package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a caller may do with what it sees: nobody reads; whoever has a licence writes, too; purging and the like is for who
 * administers the space.
 */
final class Rights {

    /** What an edit restriction leaves to those whom it does not name. */
    private static final Set<String> WITHOUT_EDITING = Set.of("copy", "export");

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
        String kind = page.kind().wireName();
        List<Right> rights = new ArrayList<>(List.of(new Right("read", kind)));
        Account account = call.account();
        if (account == null) {
            return rights;
        }
        boolean editor = call.mayEdit(page);
        for (String operation : writes(page)) {
            if (editor || WITHOUT_EDITING.contains(operation)) {
                rights.add(new Right(operation, kind));
            }
        }
        if (page.status() == PageStatus.CURRENT && !page.kind().isTreeNode()) {
            rights.add(new Right("create", "comment"));
            if (editor) {
                rights.add(new Right("create", "attachment"));
            }
        }
        if (administers(account, store.space(page.spaceId()).orElseThrow())) {
            rights.add(new Right(page.status() == PageStatus.TRASHED ? "purge" : "purge_version", kind));
        }
        return rights;
    }

    private static List<String> writes(PageEntry page) {
        if (page.kind().isTreeNode()) {
            return page.status() == PageStatus.CURRENT
                    ? List.of("update", "delete", "move", "restrict_content")
                    : List.of("restore");
        }
        boolean tree = page.kind() == ContentKind.PAGE;
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
        Account account = call.account();
        if (account == null) {
            return rights;
        }
        for (String target : List.of("page", "blogpost", "comment", "attachment")) {
            rights.add(new Right("create", target));
            rights.add(new Right("delete", target));
        }
        rights.add(new Right("export", "space"));
        if (administers(account, space)) {
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

    /** Whoever made a space administers it, and who administers the site. */
    static boolean administers(Account account, SpaceEntry space) {
        return account.administrator()
                || space.authorId().equals(account.person().accountId());
    }
}
