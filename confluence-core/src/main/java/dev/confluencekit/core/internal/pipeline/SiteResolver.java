package dev.confluencekit.core.internal.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteRoute;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, once and only when it has to, what lives at an address and which route a key takes to it. Nothing about a
 * key tells whether it has scopes; the site's host refuses those that have, so a key that is refused there is tried once
 * at the gateway, and the route that worked is remembered for that key.
 */
public final class SiteResolver {
    private final ConfluenceSite site;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable String cloudId;
    private volatile @Nullable Settled settled;

    /** Knows the cloud id already if it is given. */
    public SiteResolver(ConfluenceSite site, @Nullable String cloudId) {
        this.site = site;
        this.cloudId = cloudId == null ? null : ConfluenceSite.checkCloudId(cloudId);
    }

    /** The route to try first with this key. */
    SiteRoute routeFor(Authorization key) {
        Settled known = settled;
        return known != null && known.key().equals(key) ? known.route() : SiteRoute.SITE;
    }

    /** Whether a route is known to work for this key. */
    boolean isSettledFor(Authorization key) {
        Settled known = settled;
        return known != null && known.key().equals(key);
    }

    void settle(SiteRoute route, Authorization key) {
        if (!isSettledFor(key)) {
            settled = new Settled(route, key);
        }
    }

    /** The route that worked last, if any has. */
    public Optional<SiteRoute> route() {
        return Optional.ofNullable(settled).map(Settled::route);
    }

    /** Where a route begins. */
    String base(SiteRoute route) {
        return route == SiteRoute.SITE ? site.origin().toString() : site.gateway() + "/ex/confluence/" + cloudId;
    }

    /**
     * The cloud id; asked of the site once, without a credential. Whoever has waited for somebody else's answer for as
     * long as its own call may last asks itself, so that the call ends by its own time.
     *
     * @throws UnsupportedSiteException if no Confluence Cloud lives there
     */
    public String cloudId(
            Duration patience, Supplier<TenantInfo> tenantInfo, Supplier<ServerInformation> serverInformation) {
        String known = cloudId;
        if (known != null) {
            return known;
        }
        boolean alone;
        try {
            alone = asking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException("interrupted while waiting for the cloud id of " + site.host());
        }
        try {
            String meanwhile = cloudId;
            if (meanwhile != null) {
                return meanwhile;
            }
            String found = ask(tenantInfo, serverInformation);
            cloudId = found;
            return found;
        } finally {
            if (alone) {
                asking.unlock();
            }
        }
    }

    private String ask(Supplier<TenantInfo> tenantInfo, Supplier<ServerInformation> serverInformation) {
        ConfluenceException refusal;
        try {
            String id = tenantInfo.get().cloudId();
            if (id != null && ConfluenceSite.isCloudId(id)) {
                return id;
            }
            refusal = notConfluence("it named no cloud id");
        } catch (ConfluenceProtocolException e) {
            refusal = notConfluence("it answered " + e.status() + " with something else");
        } catch (ConfluenceApiException e) {
            if (e.isPassing()) {
                throw e;
            }
            refusal = notConfluence("it answered " + e.status());
        }
        throw isDataCenter(serverInformation) ? dataCenter() : refusal;
    }

    private boolean isDataCenter(Supplier<ServerInformation> serverInformation) {
        if (site.isCloudByName()) {
            return false;
        }
        try {
            return serverInformation.get().version() != null;
        } catch (ConfluenceProtocolException | ConfluenceApiException e) {
            return false;
        }
    }

    private UnsupportedSiteException notConfluence(String answer) {
        return new UnsupportedSiteException(
                UnsupportedSiteException.Reason.NOT_CONFLUENCE,
                site.host() + " is no Confluence Cloud site: asked for its cloud id (GET /_edge/tenant_info), " + answer
                        + ". Check the domain for typing errors.");
    }

    private UnsupportedSiteException dataCenter() {
        return new UnsupportedSiteException(
                UnsupportedSiteException.Reason.DATA_CENTER,
                site.host() + " is a Confluence Data Center, which is not supported yet; only Confluence Cloud is.");
    }

    private record Settled(SiteRoute route, Authorization key) {}

    /** What {@code GET /_edge/tenant_info} answers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TenantInfo(
            @JsonProperty("cloudId") @Nullable String cloudId) {}

    /** What {@code GET /rest/api/server-information} answers on Data Center. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServerInformation(
            @JsonProperty("version") @Nullable String version) {}
}
