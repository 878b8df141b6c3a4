package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What callers may do to custom content, beyond what holds for all content. Every app is taken as installed: a type is there
 * if it is spelled as types are.
 */
public final class CustomContents {

    private static final Pattern TYPE = Pattern.compile("(?:ac|forge):[A-Za-z0-9._-]+:[A-Za-z0-9._:-]+");

    private final ContentStore store;
    private final ContentWriter writer;

    /**
     * Makes a writer.
     *
     * @param store what to write to
     * @param writer what writes all content
     */
    public CustomContents(ContentStore store, ContentWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /**
     * Tells whether some app defines a type.
     *
     * @param type such as {@code ac:my-app:my-type}
     * @return whether there is one
     */
    public static boolean isType(String type) {
        return TYPE.matcher(type).matches();
    }

    /**
     * Creates custom content.
     *
     * @param draft its title and body
     * @param place what else it is
     * @param authorId whose it is
     * @return its state
     */
    public PageEntry create(ContentDraft draft, CustomPlace place, String authorId) {
        return store.write(() -> {
            PageEntry made = writer.create(draft, authorId);
            store.place(made.id(), place);
            return made;
        });
    }

    /**
     * Writes the next version, publishes a draft, or takes custom content out of the trash.
     *
     * @param id the custom content
     * @param change its title and body
     * @param raw whether the body is the app's own
     * @param containerId the content that it is in from now on, or null to leave it where it is
     * @param authorId who writes
     * @return its state
     */
    public PageEntry update(long id, ContentChange change, boolean raw, @Nullable Long containerId, String authorId) {
        return store.write(() -> {
            CustomPlace place = store.place(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "Not Found"));
            if (place.raw() != raw) {
                throw new RuleBroken(Rule.OTHER, "The body is not in the representation of its type");
            }
            PageEntry written = writer.update(id, change, authorId);
            if (containerId != null) {
                store.place(id, new CustomPlace(place.type(), containerId, raw));
            }
            return written;
        });
    }
}
