package dev.confluencekit.content.internal.titled;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.TitleTakenException;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.version.VersionConflictException;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writing what has a title, a body and versions: pages and blog posts are written by the same rules, but for a few words. The
 * answer to each write may be lost; what is then looked for is with each.
 *
 * @param <T> the record of the noun
 */
public final class TitledContent<T> {
    private static final int MOST_EDITS = 5;
    /** About as long as the service takes to read and to write; doubled each time. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);

    private final ConfluenceConnection connection;
    private final Noun<T> noun;

    /** Writes of one noun. */
    public TitledContent(ConfluenceConnection connection, Noun<T> noun) {
        this.connection = connection;
        this.noun = noun;
    }

    /**
     * What differs between the nouns.
     *
     * @param operation the word in the names of operations, such as {@code BlogPost}
     * @param name the word for people
     * @param path the address of all
     * @param type the record
     * @param state reads the record
     * @param uniqueTitles whether a space has each title once
     */
    public record Noun<T>(
            String operation,
            String name,
            String path,
            Class<T> type,
            Function<T, ContentState> state,
            boolean uniqueTitles) {}

    /** One that exists, or that is not a draft. */
    public T read(ConfluenceConnection through, String id, @Nullable String format, boolean draft) {
        return through.fetch(
                ApiRequest.get("get" + noun.operation() + "ById", noun.path() + "/{id}")
                        .path("id", id)
                        .query("body-format", format)
                        .query("get-draft", draft ? true : null)
                        .build(),
                noun.type());
    }

    /** Creates; a lost answer is looked for by title. */
    public T create(NewContent wanted) {
        ApiRequest request = wanted.request(ApiRequest.of("POST", "create" + noun.operation(), noun.path()));
        LostCreation<T> lost =
                new LostCreation<>(noun, wanted, connection.time().now());
        return orTitleTaken(
                wanted.spaceId(),
                wanted.title(),
                () -> connection.write(through -> lost.sent(() -> through.fetch(request, noun.type())), lost));
    }

    /** Writes the next version. */
    public T update(Edition edition, JsonBody more) {
        edition.requireMarkers(noun.name());
        return edition.draft()
                ? put(edition, "draft", 1, more, through -> landedInDraft(through, edition))
                : put(edition, "current", edition.from() + 1, more, through -> landed(through, edition));
    }

    /** Publishes what a draft holds; what is published without a draft stays as it is. */
    public T publish(String id) {
        T read = read(connection, id, "storage", true);
        ContentState draft = noun.state().apply(read);
        if (draft.has("current")) {
            return read;
        }
        if (!draft.has("draft")) {
            throw new InvalidArgumentException("id", "names no draft, but what is " + draft.status());
        }
        int next = Lookups.find(() -> read(connection, id, null, false))
                .map(published -> noun.state().apply(published).number())
                .map(number -> number + 1)
                .orElse(1);
        return put(Edition.of(draft), "current", next, new JsonBody(), through -> nowCurrent(through, id));
    }

    private Finding<T> nowCurrent(ConfluenceConnection through, String id) {
        T now = read(through, id, "storage", true);
        return noun.state().apply(now).has("current") ? Finding.tookEffect(now) : Finding.noTrace();
    }

    /** Takes out of the trash. Whatever is sent, only the status changes. */
    public T restore(String id) {
        Edition edition = Edition.of(noun.state().apply(read(connection, id, "storage", false)));
        return put(edition, "current", edition.from() + 1, new JsonBody(), through -> nowCurrent(through, id));
    }

    private T put(Edition edition, String status, int number, JsonBody more, Reconciler<T> lost) {
        JsonBody version = new JsonBody().with("number", number).with("message", edition.message());
        more.with("id", edition.id())
                .with("status", status)
                .with("title", edition.title())
                .with("body", edition.body().members())
                .with("version", version.members());
        ApiRequest request = ApiRequest.of("PUT", "update" + noun.operation(), noun.path() + "/{id}")
                .path("id", edition.id())
                .jsonBody(more.json())
                .build();
        try {
            return orTitleTaken(
                    null, edition.title(), () -> connection.write(request, noun.type(), lost), edition.id());
        } catch (ConflictException e) {
            VersionConflictException conflict = new VersionConflictException(
                    noun.name() + " " + edition.id(),
                    edition.from(),
                    e.currentVersion().orElse(0));
            conflict.initCause(e);
            throw conflict;
        }
    }

    /** The number of a draft never changes; writing it twice does no harm. */
    private Finding<T> landedInDraft(ConfluenceConnection through, Edition edition) {
        T now = read(through, edition.id(), comparable(edition.body()), true);
        ContentState state = noun.state().apply(now);
        return edition.title().equals(state.title()) && sameWords(edition.body(), state)
                ? Finding.tookEffect(now)
                : Finding.noTrace();
    }

    /** Whether the version that was to be written is there, by number, title and words. */
    private Finding<T> landed(ConfluenceConnection through, Edition edition) {
        T now = read(through, edition.id(), comparable(edition.body()), false);
        ContentState state = noun.state().apply(now);
        Integer number = state.number();
        if (number == null || number == edition.from()) {
            return number == null ? Finding.undecided("Read " + edition.id() + " and compare.") : Finding.noTrace();
        }
        String what = noun.name() + " " + edition.id();
        if (number > edition.from() + 1) {
            return Finding.undecided("The " + what + " is at version " + number + " by now; compare version "
                    + (edition.from() + 1) + " with what was to be written.");
        }
        return edition.title().equals(state.title()) && sameWords(edition.body(), state)
                ? Finding.tookEffect(now)
                : Finding.overtaken(new VersionConflictException(what, edition.from(), number));
    }

    /** Reads, changes and writes; begins again where somebody else was faster, five times in all at most. */
    public <U> T edit(String id, Function<T, U> made, UnaryOperator<U> change, Function<U, T> write) {
        for (int tries = 1; true; tries++) {
            T read = read(connection, id, "storage", false);
            U before = made.apply(read);
            U after = change.apply(before);
            if (after.equals(before)) {
                return read;
            }
            try {
                return write.apply(after);
            } catch (VersionConflictException e) {
                if (tries == MOST_EDITS) {
                    throw e;
                }
            }
            connection.pauseUpTo(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
        }
    }

    /** Gives another title by the operation that carries no version. */
    public T rename(String id, String title) {
        boolean draft = noun.state().apply(read(connection, id, null, true)).has("draft");
        ApiRequest request = ApiRequest.of("PUT", "update" + noun.operation() + "Title", noun.path() + "/{id}/title")
                .path("id", id)
                .jsonBody(new JsonBody()
                        .with("status", draft ? "draft" : "current")
                        .with("title", title)
                        .json())
                .build();
        return orTitleTaken(
                null,
                title,
                () -> connection.write(request, noun.type(), through -> {
                    T now = read(through, id, null, draft);
                    return title.equals(noun.state().apply(now).title()) ? Finding.tookEffect(now) : Finding.noTrace();
                }),
                id);
    }

    /** Puts into the trash. */
    public void trash(String id) {
        delete(id, null, through -> {
            Optional<ContentState> now =
                    Lookups.find(() -> read(through, id, null, false)).map(noun.state());
            boolean gone =
                    now.isEmpty() || now.get().has("trashed") || now.get().has("deleted");
            return gone ? Finding.tookEffect(true) : Finding.noTrace();
        });
    }

    /** Deletes what is in the trash, or a draft, for good. */
    public void deleteForGood(String id, String parameter) {
        boolean draft = parameter.equals("draft");
        delete(
                id,
                parameter,
                through -> Lookups.find(() -> read(through, id, null, draft)).isPresent()
                        ? Finding.noTrace()
                        : Finding.tookEffect(true));
    }

    private void delete(String id, @Nullable String parameter, Reconciler<Boolean> lost) {
        ApiRequest.Builder request = ApiRequest.of("DELETE", "delete" + noun.operation(), noun.path() + "/{id}")
                .path("id", id);
        if (parameter != null) {
            request.query(parameter, true);
        }
        ApiRequest built = request.build();
        connection.write(
                through -> {
                    through.send(built);
                    return true;
                },
                lost);
    }

    /** Makes a write, and names the holder where a title is taken. */
    public <R> R orTitleTaken(@Nullable String spaceId, String title, Supplier<R> write) {
        return orTitleTaken(spaceId, title, write, null);
    }

    private <R> R orTitleTaken(@Nullable String spaceId, String title, Supplier<R> write, @Nullable String id) {
        try {
            return write.get();
        } catch (DuplicateTitleException e) {
            ContentId holder = null;
            try {
                String space = spaceId != null || id == null
                        ? spaceId
                        : noun.state().apply(read(connection, id, null, true)).spaceId();
                holder = space == null ? null : holder(space, title);
            } catch (ConfluenceException lookFailed) {
                e.addSuppressed(lookFailed);
            }
            throw new TitleTakenException(title, holder, e);
        }
    }

    private @Nullable ContentId holder(String space, String title) {
        return connection
                .list(
                        ApiRequest.get("get" + noun.operation() + "s", noun.path())
                                .query("space-id", space)
                                .query("status", "current")
                                .query("status", "archived")
                                .query("title", title)
                                .build(),
                        noun.type(),
                        2,
                        null)
                .findFirst()
                .map(found -> ContentId.of(noun.state().apply(found).id()))
                .orElse(null);
    }

    static String comparable(NewBody body) {
        return body.representation().equals("atlas_doc_format") ? "atlas_doc_format" : "storage";
    }

    /** The service writes bodies in its own way, so that only their words can be compared; those of wiki markup not even. */
    static boolean sameWords(NewBody body, ContentState state) {
        NewBody there = Edition.stored(state.body());
        if (there == null) {
            return body.value().isEmpty();
        }
        return CommentMarkers.words(body.representation(), body.value())
                .equals(CommentMarkers.words(there.representation(), there.value()));
    }
}
