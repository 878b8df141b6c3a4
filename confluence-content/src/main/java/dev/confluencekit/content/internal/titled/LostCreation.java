package dev.confluencekit.content.internal.titled;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.TitleTakenException;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.request.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks for what a creation may have created: first version, made since the call began, with our title and words. Listings
 * lag, so that nothing found proves little. Where titles are unique a second creation is refused if the first one took
 * effect, and it may be tried; where they are not, the outcome stays unknown. For one call.
 */
final class LostCreation<T> implements Reconciler<T> {
    private static final Duration LISTING_LAG = Duration.ofSeconds(5);
    /** After so many, what no listing shows is not tried again, and may still turn up. */
    private static final int LAST_SENDING = 3;

    /** How far the site's clock and ours may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final TitledContent.Noun<T> noun;
    private final NewContent wanted;
    private final Instant earliest;
    private int sendings;
    private int looks;
    private boolean refusedAsDuplicate;

    LostCreation(TitledContent.Noun<T> noun, NewContent wanted, Instant start) {
        this.noun = noun;
        this.wanted = wanted;
        this.earliest = start.minus(CLOCKS);
    }

    /** Sends, and takes note of a refusal that may be due to the sending before. */
    T sent(Supplier<T> sending) {
        try {
            sendings++;
            refusedAsDuplicate = false;
            return sending.get();
        } catch (DuplicateTitleException e) {
            refusedAsDuplicate = true;
            throw e;
        }
    }

    @Override
    public Finding<T> look(ConfluenceConnection connection) {
        if (wanted.draft()) {
            return Finding.undecided("No listing shows drafts; look for it among the drafts in Confluence.");
        }
        NewBody body = wanted.body();
        ApiRequest.Builder named = ApiRequest.get("get" + noun.operation() + "s", noun.path())
                .query("space-id", wanted.spaceId())
                .query("status", "current");
        if (noun.uniqueTitles()) {
            named.query("status", "archived");
        }
        ApiRequest request = named.query("title", wanted.title())
                .query("body-format", body == null ? "storage" : TitledContent.comparable(body))
                .build();
        List<T> found = connection.list(request, noun.type(), 25, null).toList(25);
        looks++;
        for (T one : found) {
            if (isOurs(noun.state().apply(one))) {
                return Finding.tookEffect(one);
            }
        }
        if (noun.uniqueTitles() && !found.isEmpty()) {
            ContentId holder = ContentId.of(noun.state().apply(found.get(0)).id());
            return Finding.overtaken(new TitleTakenException(wanted.title(), holder, null));
        }
        boolean mayBeHidden = noun.uniqueTitles() ? refusedAsDuplicate || sendings == LAST_SENDING : looks > 1;
        return mayBeHidden ? Finding.undecided(hint()) : Finding.noTrace();
    }

    private boolean isOurs(ContentState state) {
        Integer number = state.number();
        Instant created = state.createdAt();
        boolean fresh = number != null && number == 1 && created != null && !created.isBefore(earliest);
        NewBody body = wanted.body();
        return fresh && TitledContent.sameWords(body == null ? NewBody.storage("") : body, state);
    }

    @Override
    public Duration patience() {
        return wanted.draft() ? Duration.ZERO : LISTING_LAG;
    }

    @Override
    public String hint() {
        return "Look in a minute for a " + noun.name() + " of the title \"" + wanted.title() + "\" in space "
                + wanted.spaceId() + " before you create it again.";
    }
}
