package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.util.List;

/** What callers may do to earlier versions. Numbers are places: what comes after a deleted version moves up. */
public final class VersionWriter {

    private final ContentStore store;
    private final Clock clock;

    /**
     * Makes a writer.
     *
     * @param store what to write to
     * @param clock gives the time of new versions
     */
    public VersionWriter(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes a new version like an earlier one.
     *
     * @param id the content
     * @param number the earlier version
     * @param message what to say about it
     * @param title whether the title comes back, too
     * @param authorId who does it
     * @return the new version
     */
    public PageVersion restore(long id, int number, String message, boolean title, String authorId) {
        return store.write(() -> {
            PageEntry page = store.existingPage(id);
            PageVersion earlier = earlier(page, number);
            PageVersion made = new PageVersion(
                    page.latest().number() + 1,
                    message,
                    false,
                    authorId,
                    clock.instant(),
                    title ? earlier.title() : page.title(),
                    earlier.storage());
            store.put(page.withVersion(made));
            return made;
        });
    }

    /**
     * Deletes an earlier version.
     *
     * @param id the content
     * @param number the version
     */
    public void delete(long id, int number) {
        store.write(() -> {
            PageEntry page = store.existingPage(id);
            earlier(page, number);
            List<PageVersion> left = without(page.versions(), number);
            PageEntry changed = page.withOnlyVersion(left.get(0));
            for (PageVersion version : left.subList(1, left.size())) {
                changed = changed.withVersion(version);
            }
            store.put(changed);
            return changed;
        });
    }

    /** The versions but one; those after it move up. */
    static List<PageVersion> without(List<PageVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() != number)
                .map(version -> version.at(version.number() < number ? version.number() : version.number() - 1))
                .toList();
    }

    private static PageVersion earlier(PageEntry page, int number) {
        if (number == page.latest().number()) {
            throw isCurrent();
        }
        return page.version(number).orElseThrow(VersionWriter::isNone);
    }

    static RuleBroken isCurrent() {
        return new RuleBroken(Rule.OTHER, "The version is the current version");
    }

    static RuleBroken isNone() {
        return new RuleBroken(Rule.OTHER, "There is no version with the given number");
    }
}
