package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.request.PercentEncoding;
import dev.confluencekit.core.site.ConfluenceSite;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a download may be redirected to. Confluence answers it with a signed address on Atlassian's media host; the address is
 * all that is needed there, and nothing of ours is to be seen by anybody else.
 */
final class MediaHosts {
    private static final Set<String> HOSTS = Set.of("api.media.atlassian.com");
    /** For a server on this machine that plays the site. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI site;
    private final boolean onThisMachine;

    MediaHosts(ConfluenceSite site) {
        this.site = site.origin();
        this.onThisMachine = "http".equals(this.site.getScheme());
    }

    /** A redirect that is not followed. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient String host;
        private final transient String problem;

        private Refused(String host, String problem) {
            super("not followed", null, false, false);
            this.host = host;
            this.problem = problem;
        }

        String host() {
            return host;
        }

        String problem() {
            return problem;
        }
    }

    /** A redirect that is one too many. */
    static Refused tooMany(URI next) {
        return new Refused(String.valueOf(next.getHost()), "there were too many redirects before it");
    }

    /** The address that an answer redirects to, if it is one that may be followed. */
    URI follow(HttpHeaders headers) throws Refused {
        List<String> locations = headers.allValues("location");
        if (locations.size() != 1) {
            throw new Refused("nowhere", "it must name one address");
        }
        URI address;
        try {
            address = URI.create(PercentEncoding.encodeRest(locations.get(0).strip()));
        } catch (IllegalArgumentException e) {
            throw new Refused("an address that cannot be read", "it must name an https address");
        }
        String host = address.getHost();
        if (host == null) {
            throw new Refused(
                    address.getRawAuthority() != null
                            ? "an address that cannot be read"
                            : address.isAbsolute() ? "an address without a host" : "another path of the site",
                    "files come from the media host");
        }
        requireTrusted(address, host.toLowerCase(Locale.ROOT));
        return address;
    }

    private void requireTrusted(URI address, String host) throws Refused {
        if (address.getRawUserInfo() != null) {
            throw new Refused(host, "it holds user information");
        }
        if (onThisMachine && "http".equals(address.getScheme()) && LOOPBACK.contains(host)) {
            if (address.getPort() == site.getPort()) {
                throw new Refused(host, "it leads back to the site");
            }
            return;
        }
        if (!"https".equals(address.getScheme())) {
            throw new Refused(host, "it is no https address");
        }
        if (!HOSTS.contains(host)) {
            throw new Refused(host, "this is none of Atlassian's media hosts");
        }
        if (address.getPort() != -1 && address.getPort() != 443) {
            throw new Refused(host, "it names another port");
        }
    }
}
