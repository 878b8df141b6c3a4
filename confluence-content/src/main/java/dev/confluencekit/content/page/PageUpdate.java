package dev.confluencekit.content.page;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.titled.Edition;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a page, with the version that it was made from. It replaces title and body as a whole.
 *
 * <p>If it was made from a page that was read with its body, it knows the places of inline comments in there. A new body that
 * lacks one of them is refused with {@link dev.confluencekit.content.body.InlineCommentsLostException} before anything is
 * sent, unless {@link #allowLosingInlineComments()} was called.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class PageUpdate {
    private final Edition edition;
    private final @Nullable ContentId parent;
    private final @Nullable AccountId owner;

    private PageUpdate(Edition edition, @Nullable ContentId parent, @Nullable AccountId owner) {
        this.edition = edition;
        this.parent = parent;
        this.owner = owner;
    }

    /**
     * The next version of a page that was read; so far it has the same title and body. A draft stays a draft.
     *
     * @param page the page, with its body in storage format or Atlassian Document Format
     * @return an update that changes nothing yet
     * @throws InvalidArgumentException if the page was read without its body
     */
    public static PageUpdate of(Page page) {
        return new PageUpdate(Edition.of(DefaultPagesClient.state(page)), null, null);
    }

    /**
     * The next version of a published page, without having read its body. Places of inline comments cannot be looked after.
     *
     * @param id the page
     * @param version the version that it is made from; the service refuses it if that is no longer the present one
     * @param title the title, also if it stays the same
     * @param body the whole body
     * @return an update
     * @throws InvalidArgumentException if the version is not positive or the title is blank
     */
    public static PageUpdate of(PageId id, int version, String title, NewBody body) {
        return new PageUpdate(new Edition(id.value(), version, title, body, null, null, false, false), null, null);
    }

    /**
     * The page.
     *
     * @return its id
     */
    public PageId id() {
        return PageId.of(edition.id());
    }

    /**
     * The version that this is made from.
     *
     * @return its number
     */
    public int fromVersion() {
        return edition.from();
    }

    /**
     * The title as it will be.
     *
     * @return the title
     */
    public String title() {
        return edition.title();
    }

    /**
     * With another title.
     *
     * @param title the title
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public PageUpdate title(String title) {
        return new PageUpdate(edition.title(title), parent, owner);
    }

    /**
     * The body as it will be.
     *
     * @return the body
     */
    public NewBody body() {
        return edition.body();
    }

    /**
     * With another body.
     *
     * @param body the whole body
     * @return a changed copy
     */
    public PageUpdate body(NewBody body) {
        return new PageUpdate(edition.body(body), parent, owner);
    }

    /**
     * With another body in storage format.
     *
     * @param xhtml the whole body
     * @return a changed copy
     */
    public PageUpdate storage(String xhtml) {
        return body(NewBody.storage(xhtml));
    }

    /**
     * With words on the change, kept with the version.
     *
     * @param message the words
     * @return a changed copy
     */
    public PageUpdate message(String message) {
        return new PageUpdate(edition.message(message), parent, owner);
    }

    /**
     * Moved below another page or folder of the same space.
     *
     * @param newParent the page or folder
     * @return a changed copy
     */
    public PageUpdate under(ContentId newParent) {
        return new PageUpdate(edition, newParent, owner);
    }

    /**
     * Given to another owner.
     *
     * @param newOwner the account
     * @return a changed copy
     */
    public PageUpdate owner(AccountId newOwner) {
        return new PageUpdate(edition, parent, newOwner);
    }

    /**
     * Writes the body even if inline comments lose their places and are left dangling.
     *
     * @return a changed copy
     */
    public PageUpdate allowLosingInlineComments() {
        return new PageUpdate(edition.allowLosingComments(), parent, owner);
    }

    Edition edition() {
        return edition;
    }

    JsonBody more() {
        return new JsonBody()
                .with("parentId", parent == null ? null : parent.value())
                .with("ownerId", owner == null ? null : owner.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageUpdate that
                && edition.equals(that.edition)
                && Objects.equals(parent, that.parent)
                && Objects.equals(owner, that.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(edition, parent, owner);
    }

    /**
     * Page and version.
     *
     * @return never the body
     */
    @Override
    public String toString() {
        return "PageUpdate[" + edition.id() + " from version " + edition.from() + "]";
    }
}
