package dev.confluencekit.content.comment;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for a comment whose answer was lost: a new one, in its first version, with the same text. Not to find it means
 * nothing, since listings lag and the service rewrites bodies; so it is never sent again.
 */
final class LostComment implements Reconciler<Comment> {
    /** The service's clock is known to the second, and ours may have been set. */
    private static final Duration DOUBT = Duration.ofSeconds(5);

    private final AbstractCommentsClient comments;
    private final CommentQuery among;
    private final NewBody body;
    private final String where;
    private final Instant begun;

    LostComment(
            AbstractCommentsClient comments,
            CommentQuery among,
            NewBody body,
            String where,
            ConfluenceConnection connection) {
        this.comments = comments;
        this.among = among;
        this.body = body;
        this.where = where;
        Duration difference = connection.condition().clockDifference();
        this.begun = connection
                .time()
                .now()
                .plus(difference == null ? Duration.ZERO : difference)
                .minus(DOUBT);
    }

    @Override
    public Finding<Comment> look(ConfluenceConnection connection) {
        Optional<BodyFormat> format = Stream.of(BodyFormat.values())
                .filter(one -> one.representation().equals(body.representation()))
                .findFirst();
        if (format.isEmpty()) {
            return Finding.undecided(hint());
        }
        CommentQuery newest = among.sort(CommentSort.CREATED_DESCENDING).body(format.get());
        return comments.list(connection, newest).first().stream()
                .filter(one -> isOurs(one, format.get()))
                .findFirst()
                .map(Finding::tookEffect)
                .orElseGet(() -> Finding.undecided(hint()));
    }

    private boolean isOurs(Comment found, BodyFormat format) {
        return found.version() != null
                && Integer.valueOf(1).equals(found.version().number())
                && found.version().createdAt() != null
                && !found.version().createdAt().isBefore(begun)
                && found.body() != null
                && found.body().in(format).filter(body.value()::equals).isPresent();
    }

    @Override
    public String hint() {
        return "Look for it among the newest comments on " + where + ".";
    }
}
