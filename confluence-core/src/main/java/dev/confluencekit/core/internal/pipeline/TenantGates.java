package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a runtime, one for each site that is being called. A gate outlives the integrations that pass it; once it
 * has nothing to remember it goes, so that a host may see any number of sites in its life.
 */
public final class TenantGates {
    /** Callers that may stand in line at one site; more than that are turned away at once. */
    static final int LONGEST_LINE = 10_000;

    private static final int START = 5;
    private static final int MOST = 8;

    private static final int FEW = 1_000;
    private static final Duration FORGETTING = Duration.ofHours(1);

    private final TimeSource time;
    private final RandomGenerator random;
    private final int start;
    private final int most;
    private final int longestLine;
    private final Map<String, TenantGate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger sweepAt = new AtomicInteger(FEW);

    /** No gates yet; requests at once to one site are limited to {@code most}, or by our own choice if that is null. */
    public TenantGates(TimeSource time, RandomGenerator random, @Nullable Integer most) {
        this(time, random, most, LONGEST_LINE);
    }

    TenantGates(TimeSource time, RandomGenerator random, @Nullable Integer most, int longestLine) {
        this.time = time;
        this.random = random;
        this.start = most == null ? START : most;
        this.most = most == null ? MOST : most;
        this.longestLine = longestLine;
    }

    /** The gate of a site, for one call, which gives it back when it ends. */
    TenantGate acquire(ConfluenceSite site) {
        if (gates.size() >= sweepAt.get()) {
            sweep();
        }
        return gates.compute(site.tenant(), (tenant, known) -> {
            TenantGate gate =
                    known == null ? new TenantGate(time, new Allowance(start, most, random), longestLine) : known;
            gate.users++;
            return gate;
        });
    }

    void release(ConfluenceSite site) {
        gates.computeIfPresent(site.tenant(), (tenant, gate) -> {
            gate.users--;
            gate.lastUsed = time.nanoTime();
            return gate.users == 0 && gate.isFresh() ? null : gate;
        });
    }

    int size() {
        return gates.size();
    }

    /** Lets go of gates whose lessons are old by now. */
    private void sweep() {
        long now = time.nanoTime();
        for (String tenant : gates.keySet()) {
            gates.computeIfPresent(tenant, (name, gate) -> isForgotten(gate, now) ? null : gate);
        }
        sweepAt.set(Math.max(FEW, 2 * gates.size()));
    }

    private static boolean isForgotten(TenantGate gate, long now) {
        return gate.users == 0
                && (gate.isFresh()
                        || now - gate.lastUsed > FORGETTING.toNanos()
                                && gate.pauseLeft().isZero());
    }
}
