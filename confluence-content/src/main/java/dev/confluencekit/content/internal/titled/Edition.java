package dev.confluencekit.content.internal.titled;

import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.InlineCommentsLostException;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The next version of content, and the one that it was made from.
 *
 * @param id the content
 * @param from the version that it was made from
 * @param title its title
 * @param body its body
 * @param read what the body was in that version, if that is known
 * @param message what is said about the change
 * @param losingComments whether inline comments may lose their places
 * @param draft whether it was read from a draft, and stays one
 */
public record Edition(
        String id,
        int from,
        String title,
        NewBody body,
        @Nullable NewBody read,
        @Nullable String message,
        boolean losingComments,
        boolean draft) {

    /** Refuses what cannot be written. */
    public Edition {
        Checks.positive("version", from);
        if (!draft) {
            Checks.text("title", title);
        }
    }

    /** An edition that changes nothing yet. */
    public static Edition of(ContentState state) {
        Integer version = state.number();
        String title = state.title();
        NewBody read = stored(state.body());
        if (version == null) {
            throw new InvalidArgumentException("version", "is missing from what was read");
        }
        if (read == null) {
            throw new InvalidArgumentException(
                    "body",
                    "is missing; read the content with its body in storage format or Atlassian Document Format");
        }
        return new Edition(
                state.id(), version, title == null ? "" : title, read, read, null, false, state.has("draft"));
    }

    /** The stored body that was read, if it was. */
    public static @Nullable NewBody stored(@Nullable Body body) {
        if (body == null) {
            return null;
        }
        return body.storage()
                .map(NewBody::storage)
                .or(() -> body.in(BodyFormat.ATLAS_DOC_FORMAT).map(NewBody::atlasDocFormat))
                .orElse(null);
    }

    /** The same with another title. */
    public Edition title(String changed) {
        return new Edition(id, from, changed, body, read, message, losingComments, draft);
    }

    /** The same with another body. */
    public Edition body(NewBody changed) {
        return new Edition(id, from, title, changed, read, message, losingComments, draft);
    }

    /** The same with words on the change. */
    public Edition message(String text) {
        return new Edition(id, from, title, body, read, text, losingComments, draft);
    }

    /** The same, whatever becomes of inline comments. */
    public Edition allowLosingComments() {
        return new Edition(id, from, title, body, read, message, true, draft);
    }

    /** Ends the call where a place would be lost to which a comment is tied. */
    void requireMarkers(String noun) {
        if (losingComments || read == null) {
            return;
        }
        Set<String> lost = new TreeSet<>(CommentMarkers.in(read.representation(), read.value()));
        lost.removeAll(CommentMarkers.in(body.representation(), body.value()));
        if (!lost.isEmpty()) {
            throw new InlineCommentsLostException(noun + " " + id, lost);
        }
    }
}
