package dev.confluencekit.testkit.internal.site;

import java.util.ArrayList;
import java.util.List;

/** Changes the body that readers see without a new version, as the service does for what is not editing. */
final class InPlace {

    private InPlace() {}

    static PageEntry body(PageEntry page, String storage) {
        PageVersion latest = page.latest();
        PageVersion changed = new PageVersion(
                latest.number(),
                latest.message(),
                latest.minorEdit(),
                latest.authorId(),
                latest.createdAt(),
                latest.title(),
                () -> storage);
        List<PageVersion> versions = new ArrayList<>(page.versions());
        versions.set(versions.size() - 1, changed);
        PageEntry made = page.withOnlyVersion(versions.get(0));
        for (PageVersion version : versions.subList(1, versions.size())) {
            made = made.withVersion(version);
        }
        return made;
    }
}
