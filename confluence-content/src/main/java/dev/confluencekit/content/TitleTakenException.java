package dev.confluencekit.content;

import dev.confluencekit.core.error.ConfluenceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The space has a page of this title already, so nothing was written. Titles are unique in a space over its whole tree; an
 * archived page and a draft keep theirs, a trashed page does not. The cause is the service's refusal.
 */
public final class TitleTakenException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String title;
    private final @Nullable String holder;

    /**
     * Names the title and who has it.
     *
     * @param title the title
     * @param holder the page that has it, or null if no listing shows it
     * @param cause the refusal, or null if the holder was found before anything was refused
     */
    public TitleTakenException(String title, @Nullable ContentId holder, @Nullable ConfluenceException cause) {
        super("The space has a page of the title \"" + title + "\" already"
                + (holder == null
                        ? "; neither current nor archived pages show it, so it may be a draft or one that the account"
                                + " may not see."
                        : ": " + holder + ". Change that page, or choose another title."));
        this.title = title;
        this.holder = holder == null ? null : holder.value();
        if (cause != null) {
            initCause(cause);
        }
    }

    /**
     * The title.
     *
     * @return the title that was wanted
     */
    public String title() {
        return title;
    }

    /**
     * The page that has the title.
     *
     * @return its id, if a listing of current and archived pages shows it
     */
    public Optional<ContentId> holder() {
        return Optional.ofNullable(holder).map(ContentId::of);
    }
}
