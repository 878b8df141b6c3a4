package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceStatus;
import dev.confluencekit.sync.internal.site.SiteReader;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.report.SpaceOutcome.Result;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.TargetSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The spaces of a run: those to read, those that changed themselves, and those that the mirror has and the site does not list.
 * What is mirrored of the latter stays: a space that is gone and one that may not be seen look the same.
 */
final class Territory {
    private static final int PART = 500;

    /** A space to read, and what the mirror has of it. */
    record Land(MirrorItem item, @Nullable ItemState stored) {
        SpaceId id() {
            return SpaceId.of(item.key().id());
        }
    }

    private final List<Land> spaces = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<MirrorItem> changed = new ArrayList<>();
    private final List<ItemState> newlyLost = new ArrayList<>();

    private Territory() {}

    static Territory of(
            MirrorScope scope,
            List<Space> listed,
            TargetSession session,
            SiteReader site,
            RunKind kind,
            Skips outcomes) {
        Territory territory = new Territory();
        Map<ItemKey, ItemState> stored = storedSpaces(session);
        Set<String> missingKeys = new TreeSet<>(scope.spaceKeys().orElseGet(TreeSet::new));
        for (Space space : listed) {
            territory.add(site.item(space), stored);
            missingKeys.remove(space.key());
        }
        for (ItemState kept : stored.values()) {
            if (!territory.ids.contains(kept.spaceId())) {
                territory.unlisted(kept, site, kind, outcomes);
            }
        }
        boolean anyUnlisted = stored.keySet().stream()
                .anyMatch(key ->
                        listed.stream().noneMatch(space -> space.id().value().equals(key.id())));
        if (!anyUnlisted) {
            missingKeys.forEach(key -> outcomes.ended(
                    new SpaceOutcome(null, key, Result.LOST, 0, "the account sees no current space with this key")));
        }
        return territory;
    }

    private static Map<ItemKey, ItemState> storedSpaces(TargetSession session) {
        Map<ItemKey, ItemState> all = new HashMap<>();
        List<ItemState> part = session.list(ItemKind.SPACE, null, null, PART);
        while (!part.isEmpty()) {
            part.forEach(state -> all.put(state.key(), state));
            part = session.list(ItemKind.SPACE, null, part.get(part.size() - 1).key(), PART);
        }
        return all;
    }

    private void add(MirrorItem item, Map<ItemKey, ItemState> stored) {
        ItemState old = stored.get(item.key());
        ids.add(item.state().spaceId());
        spaces.add(new Land(item, old));
        if (old != null && (!old.sameAs(item.state()) || old.unreachableSince() != null)) {
            changed.add(item);
        }
    }

    private void unlisted(ItemState kept, SiteReader site, RunKind kind, Skips outcomes) {
        SpaceId id = SpaceId.of(kept.spaceId());
        ids.add(kept.spaceId());
        if (kind == RunKind.INCREMENTAL) {
            outcomes.ended(new SpaceOutcome(
                    id, null, Result.LOST, 0, kept.title() + " is not listed; the next reconciling run looks closer"));
            return;
        }
        Optional<Space> found = site.space(id);
        if (found.isEmpty()) {
            outcomes.ended(new SpaceOutcome(
                    id, null, Result.LOST, 0, kept.title() + " is not there, or the account may not see it any more"));
            if (kept.unreachableSince() == null) {
                newlyLost.add(kept.unreachableSince(site.now()));
            }
            return;
        }
        Space space = found.get();
        if (SpaceStatus.CURRENT.equals(space.status())) {
            add(site.item(space), Map.of(kept.key(), kept));
        } else {
            outcomes.ended(new SpaceOutcome(
                    id, space.key(), Result.ARCHIVED, 0, kept.title() + " has the status " + space.status()));
        }
    }

    /** The spaces to read. */
    List<Land> spaces() {
        return spaces;
    }

    /** All spaces that belong to the mirror, also those that are not read now. */
    Set<String> ids() {
        return ids;
    }

    /** Spaces that are mirrored already and have another name, or are back. */
    List<MirrorItem> changed() {
        return changed;
    }

    /** Spaces that answered "not found" for the first time, as they are to be marked. */
    List<ItemState> newlyLost() {
        return newlyLost;
    }
}
