package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of a runtime, one for each site; a gate outlives the integrations that pass it. */
public final class TenantGates {
    private final TimeSource time;
    private final int concurrency;
    private final Map<String, TenantGate> gates = new ConcurrentHashMap<>();

    /** No gates yet. */
    public TenantGates(TimeSource time, int concurrency) {
        this.time = time;
        this.concurrency = concurrency;
    }

    TenantGate of(ConfluenceSite site) {
        return gates.computeIfAbsent(site.tenant(), tenant -> new TenantGate(time, concurrency));
    }
}
