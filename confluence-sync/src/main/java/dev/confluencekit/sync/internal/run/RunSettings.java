package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.sync.render.BodyRenderer;
import dev.confluencekit.sync.report.MirrorListener;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.MirrorTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What a run is to do, and how.
 *
 * @param connection the site, under the account that sees what is mirrored
 * @param executor where the calls are made
 * @param scope what is mirrored
 * @param renderer what is made of bodies
 * @param target where it goes
 * @param listeners who hears of it
 * @param reconcileEvery how long to go without a reconciling run
 * @param mostRemoved the share of the mirror that may be removed or marked in one run
 */
public record RunSettings(
        ConfluenceConnection connection,
        Executor executor,
        MirrorScope scope,
        BodyRenderer renderer,
        MirrorTarget target,
        List<MirrorListener> listeners,
        Duration reconcileEvery,
        double mostRemoved) {}
