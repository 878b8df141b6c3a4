package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.internal.site.Shelf;
import dev.confluencekit.sync.report.RunKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which listings a run reads: whole ones of spaces that are new, or of all; else what was changed last. */
final class Assignment {
    /** Listings lag behind, clocks differ a little; rows that were seen before cost nothing. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final Reading reading;
    private final Families families;
    private final Ledger ledger;
    private final List<Shelf> shelves;
    private final RunKind kind;
    private @Nullable RuntimeException problem;
    private boolean goesOnMidway;

    Assignment(Reading reading, Families families, Ledger ledger, List<Shelf> shelves, RunKind kind) {
        this.reading = reading;
        this.families = families;
        this.ledger = ledger;
        this.shelves = shelves;
        this.kind = kind;
    }

    void give(Territory territory) {
        List<SpaceId> changing = new ArrayList<>();
        for (Territory.Land land : territory.spaces()) {
            String id = land.item().key().id();
            Map<String, String> places = ledger.openBefore().get(id);
            // A first run that goes on where another one broke off lists again what that one had read: no bodies, but
            // whatever
            // changed since, and what it may have missed in its trouble.
            boolean readBefore = kind == RunKind.FIRST && land.stored() != null && places == null;
            boolean whole = kind == RunKind.RECONCILING
                    || readBefore
                    || ledger.unreconciled().contains(id);
            goesOnMidway |= !whole && places != null;
            if (land.stored() == null || places != null) {
                SpaceWork space =
                        new SpaceWork(land.id(), land.item().details().spaceKey(), land.item(), reading.spaces());
                begin(space, whole ? null : places, whole);
            } else if (whole) {
                begin(new SpaceWork(land.id(), land.item().details().spaceKey(), null, reading.spaces()), null, true);
            }
            if (land.stored() != null && !whole && kind == RunKind.INCREMENTAL) {
                changing.add(land.id());
            }
        }
        Instant watermark = ledger.watermark();
        if (watermark != null && !changing.isEmpty()) {
            families.readChanged(watermark.minus(OVERLAP), this::ended);
        }
        for (int from = 0; watermark != null && from < changing.size(); from += Shelf.MOST_SPACES) {
            List<SpaceId> some =
                    List.copyOf(changing.subList(from, Math.min(from + Shelf.MOST_SPACES, changing.size())));
            for (Shelf shelf : shelves) {
                reading.add(new NewestListing(shelf, some, watermark.minus(OVERLAP), this::ended));
            }
        }
    }

    /** Reads a space from its beginning, or from where another run has come. */
    private void begin(SpaceWork space, @Nullable Map<String, String> places, boolean reconciles) {
        List<SpaceListing> wanted = new ArrayList<>();
        for (Shelf shelf : shelves) {
            String place = places == null ? "" : places.get(shelf.kind().word());
            // A kind that is not among the open ones was read to its end.
            if (place != null) {
                wanted.add(new SpaceListing(shelf, space, place.isEmpty() ? null : Cursor.of(place), reconciles));
            }
        }
        wanted.forEach(space::add);
        wanted.forEach(reading::add);
    }

    private void ended(@Nullable RuntimeException cause) {
        if (cause != null && problem == null) {
            problem = cause;
        }
    }

    /** Whether some listing went on where another run had come, so that what changed before that place is not known. */
    boolean goesOnMidway() {
        return goesOnMidway;
    }

    /** Whether what was changed last was read to where it was known. */
    boolean isComplete() {
        return problem == null;
    }

    /** What kept it from that. */
    @Nullable
    ConfluenceException problem() {
        return problem instanceof ConfluenceException known ? known : null;
    }
}
