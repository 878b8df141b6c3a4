package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.CommentAnchor.Resolution;
import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The comments of the site, by the rules of the service. Each write is one step. Their ids are those of no other content. */
public final class Comments {

    private static final long FIRST_ID = 1_048_576;

    private final ContentStore store;
    private final Clock clock;
    private final ConcurrentNavigableMap<Long, CommentEntry> entries = new ConcurrentSkipListMap<>();
    private volatile Duration lag = Duration.ZERO;

    /**
     * There are none yet.
     *
     * @param store the content that they are on
     * @param clock gives the time of versions
     */
    public Comments(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The words that an inline comment is to be on.
     *
     * @param text the words
     * @param count how often they stand in the body
     * @param index which of them is meant, from 0
     */
    public record Selection(String text, int count, int index) {}

    /**
     * What a comment shall be.
     *
     * @param number the version, which must be the present one plus one
     * @param storage its body, or null to keep it
     * @param message what is said of the version
     * @param resolved whether it is settled from now on, or null to keep that
     */
    public record Change(
            int number,
            @Nullable String storage,
            String message,
            @Nullable Boolean resolved) {}

    /**
     * Lets lists leave out comments that are younger than this.
     *
     * @param value how long
     */
    public void setLag(Duration value) {
        lag = value;
    }

    /**
     * Gives what lists show: by their ids, as far as they do not lag.
     *
     * @param kind which kind
     * @return the comments, replies too
     */
    public List<CommentEntry> listed(CommentKind kind) {
        Instant shown = clock.instant().minus(lag);
        return entries.values().stream()
                .filter(one -> one.kind() == kind)
                .filter(one -> !one.versions().get(0).createdAt().isAfter(shown))
                .toList();
    }

    /**
     * Finds a comment.
     *
     * @param id which
     * @return the comment, or empty
     */
    public Optional<CommentEntry> find(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Writes a footer comment.
     *
     * @param ownerId what it is on
     * @param onAttachment whether that is an attachment
     * @param storage its body
     * @param authorId who writes
     * @return the comment
     */
    public CommentEntry addFooter(long ownerId, boolean onAttachment, String storage, String authorId) {
        return store.write(() -> put(new CommentEntry(
                CommentKind.FOOTER,
                newId(),
                ownerId,
                onAttachment,
                null,
                List.of(version(1, storage, "", authorId)),
                null)));
    }

    /**
     * Writes an inline comment and marks its words in the body, which makes no version of it.
     *
     * @param ownerId the page or blog post
     * @param selection the words
     * @param storage the body of the comment
     * @param authorId who writes
     * @return the comment
     */
    public CommentEntry addInline(long ownerId, Selection selection, String storage, String authorId) {
        return store.write(() -> {
            PageEntry page = store.pageNow(ownerId).orElseThrow(Comments::notThere);
            String body = page.latest().storage().get();
            List<Integer> places = InlineMarkers.matches(body, selection.text());
            if (selection.index() >= selection.count() || places.size() != selection.count()) {
                throw new RuleBroken(
                        Rule.OTHER,
                        "The text selection stands " + places.size() + " times on the page. Provided"
                                + " textSelectionMatchCount: [" + selection.count() + "]. Provided"
                                + " textSelectionMatchIndex: [" + selection.index() + "]");
            }
            long id = newId();
            String ref = new UUID(0x5c0_4000L, id).toString();
            store.put(
                    InPlace.body(page, InlineMarkers.mark(body, places.get(selection.index()), selection.text(), ref)));
            return put(new CommentEntry(
                    CommentKind.INLINE,
                    id,
                    ownerId,
                    false,
                    null,
                    List.of(version(1, storage, "", authorId)),
                    new CommentAnchor(ref, selection.text(), Resolution.OPEN, null, null)));
        });
    }

    /**
     * Answers a comment.
     *
     * @param parentId the comment
     * @param kind its kind
     * @param storage the body of the answer
     * @param authorId who writes
     * @return the answer
     */
    public CommentEntry reply(long parentId, CommentKind kind, String storage, String authorId) {
        return store.write(() -> {
            CommentEntry parent = existing(parentId, kind);
            return put(new CommentEntry(
                    kind,
                    newId(),
                    parent.ownerId(),
                    parent.onAttachment(),
                    parentId,
                    List.of(version(1, storage, "", authorId)),
                    null));
        });
    }

    /**
     * Writes the next version of a comment, settles or reopens it.
     *
     * @param id which
     * @param kind its kind
     * @param change what it shall be
     * @param authorId who writes
     * @return the comment
     */
    public CommentEntry update(long id, CommentKind kind, Change change, String authorId) {
        return store.write(() -> {
            CommentEntry before = existing(id, kind);
            int current = before.latest().number();
            if (change.number() != current + 1) {
                throw new RuleBroken(
                        Rule.VERSION,
                        "Version must be incremented when updating a comment. Current Version: [" + current
                                + "]. Provided version: [" + change.number() + "]");
            }
            if (resolution(before).filter("dangling"::equals).isPresent()) {
                throw new RuleBroken(Rule.OTHER, "A dangling comment cannot be updated");
            }
            CommentAnchor anchor = before.anchor();
            if (change.resolved() != null) {
                if (anchor == null) {
                    throw new RuleBroken(Rule.OTHER, "Only a top level inline comment can be resolved");
                }
                anchor = anchor.resolved(change.resolved(), authorId, now());
            }
            String storage =
                    change.storage() == null ? before.latest().storage().get() : change.storage();
            return put(before.with(version(change.number(), storage, change.message(), authorId), anchor));
        });
    }

    /**
     * Makes a new version like an earlier one.
     *
     * @param id which
     * @param number the earlier version
     * @param message what is said of the new one
     * @param authorId who does it
     * @return the new version
     */
    public PageVersion restore(long id, int number, String message, String authorId) {
        return store.write(() -> {
            CommentEntry before = existing(id);
            PageVersion earlier = earlier(before, number);
            PageVersion made =
                    version(before.latest().number() + 1, earlier.storage().get(), message, authorId);
            put(before.with(made, before.anchor()));
            return made;
        });
    }

    /**
     * Deletes an earlier version; what comes after it moves up.
     *
     * @param id which
     * @param number the version
     */
    public void deleteVersion(long id, int number) {
        store.write(() -> {
            CommentEntry before = existing(id);
            earlier(before, number);
            return put(before.withVersions(VersionWriter.without(before.versions(), number)));
        });
    }

    private static PageVersion earlier(CommentEntry comment, int number) {
        if (number == comment.latest().number()) {
            throw VersionWriter.isCurrent();
        }
        return comment.version(number).orElseThrow(VersionWriter::isNone);
    }

    /**
     * Deletes a comment for good. Answers to it take its place.
     *
     * @param id which
     * @param kind its kind
     */
    public void delete(long id, CommentKind kind) {
        store.write(() -> {
            CommentEntry gone = existing(id, kind);
            for (CommentEntry one : entries.values()) {
                if (Long.valueOf(id).equals(one.parentId())) {
                    put(one.withParent(gone.parentId(), gone.anchor()));
                }
            }
            entries.remove(id);
            return gone;
        });
    }

    /**
     * Gives what an inline comment is on; answers are on what the first comment is on.
     *
     * @param comment the comment
     * @return what it is on, or empty for a footer comment
     */
    public Optional<CommentAnchor> anchor(CommentEntry comment) {
        CommentEntry next = comment;
        while (next.anchor() == null && next.parentId() != null) {
            CommentEntry parent = entries.get(next.parentId());
            if (parent == null) {
                return Optional.empty();
            }
            next = parent;
        }
        return Optional.ofNullable(next.anchor());
    }

    /**
     * Tells whether an inline comment is settled. One whose words are gone from the body dangles, unless it was settled.
     *
     * @param comment the comment
     * @return the word on the wire, or empty for a footer comment
     */
    public Optional<String> resolution(CommentEntry comment) {
        return anchor(comment).map(anchor -> {
            boolean there = store.page(comment.ownerId())
                    .filter(page ->
                            InlineMarkers.isMarked(page.latest().storage().get(), anchor.markerRef()))
                    .isPresent();
            return there || anchor.resolution() == Resolution.RESOLVED
                    ? anchor.resolution().name().toLowerCase(Locale.ROOT)
                    : "dangling";
        });
    }

    private CommentEntry existing(long id) {
        return find(id).orElseThrow(Comments::notThere);
    }

    private CommentEntry existing(long id, CommentKind kind) {
        return find(id).filter(one -> one.kind() == kind).orElseThrow(Comments::notThere);
    }

    private static RuleBroken notThere() {
        return new RuleBroken(Rule.NOT_THERE, "Not Found");
    }

    private CommentEntry put(CommentEntry entry) {
        entries.put(entry.id(), entry);
        return entry;
    }

    private long newId() {
        return store.unusedId(FIRST_ID);
    }

    private PageVersion version(int number, String storage, String message, String authorId) {
        return new PageVersion(number, message, false, authorId, now(), "", () -> storage);
    }

    /** The service stores milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
