package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.checkpoint.Checkpoint;
import dev.confluencekit.sync.internal.checkpoint.Checkpoint.Binding;
import dev.confluencekit.sync.internal.checkpoint.CheckpointText;
import dev.confluencekit.sync.internal.checkpoint.UnreadableCheckpointException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetMismatchException;
import dev.confluencekit.sync.target.TargetSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes up what a target holds, if it is a mirror of the same. */
final class Bindings {
    private Bindings() {}

    static Checkpoint checkpointOf(TargetSession session, Binding wanted) {
        Optional<String> text = session.checkpoint();
        if (text.isEmpty()) {
            return new Checkpoint(wanted, null, null, Map.of(), List.of(), List.of());
        }
        try {
            Checkpoint found = CheckpointText.read(text.get());
            check("site", found.binding().site(), wanted.site());
            check("account", found.binding().account(), wanted.account());
            check("scope", found.binding().scope(), wanted.scope());
            return found;
        } catch (UnreadableCheckpointException e) {
            throw new TargetException(
                    "The mirror's checkpoint cannot be read: " + e.getMessage()
                            + ". Nothing was changed. Bring back the target from a copy, or begin a new one.",
                    e);
        }
    }

    private static void check(String what, String held, String wanted) {
        if (!held.equals(wanted)) {
            throw new TargetMismatchException(what, held, wanted);
        }
    }
}
