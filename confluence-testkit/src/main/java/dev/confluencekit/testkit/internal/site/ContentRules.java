package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;

/** What holds for pages and blog posts whoever writes them: asked for, and kept to, within one step of the store. */
final class ContentRules {

    private final ContentStore store;

    ContentRules(ContentStore store) {
        this.store = store;
    }

    PageEntry kept(PageEntry entry) {
        store.put(entry);
        return entry;
    }

    PageEntry existing(long id) {
        return store.pageNow(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "Not Found"));
    }

    /** Of pages only: blog posts of equal titles live on different days. */
    void requireFreeTitle(ContentKind kind, long spaceId, String title, long exceptId) {
        if (kind == ContentKind.PAGE && store.titleTaken(spaceId, title, exceptId)) {
            throw new RuleBroken(
                    Rule.TITLE,
                    "A page with this title already exists: A page already exists with the same TITLE in this space");
        }
    }

    void requireParent(long spaceId, long parentId) {
        PageEntry parent = existing(parentId);
        if (parent.spaceId() != spaceId || parent.kind() == ContentKind.BLOG_POST) {
            throw new RuleBroken(Rule.OTHER, "The parent is not in the tree of this space");
        }
    }

    void requireNotBelow(long id, long parentId) {
        PageEntry next = existing(parentId);
        while (true) {
            if (next.id() == id) {
                throw new RuleBroken(Rule.OTHER, "Content cannot be put below itself");
            }
            if (next.parentId() == null) {
                return;
            }
            next = existing(next.parentId());
        }
    }
}
