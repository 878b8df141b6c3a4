package dev.confluencekit.core.site;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Confluence site, read from whatever a person types for it. Parsing asks nothing of the network.
 * Immutable.
 */
public final class ConfluenceSite {
    private static final String PARAMETER = "domain";
    private static final String CLOUD = "atlassian.net";
    private static final String GATEWAY = "https://api.atlassian.com";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    private final String scheme;
    private final String host;
    private final int port;

    private ConfluenceSite(String scheme, String host, int port) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
    }

    /**
     * Reads an address: {@code acme}, {@code acme.atlassian.net}, {@code https://acme.atlassian.net/wiki/spaces/X}
     * (path and query are dropped), or a custom domain.
     *
     * @param typed what a person typed
     * @return the site
     * @throws InvalidArgumentException if it is no address of a site: another scheme than https, user information, a
     *     fragment, an IP address, a name that only looks like {@code atlassian.net}
     */
    public static ConfluenceSite parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw invalid("is missing; type the address of the site, such as acme.atlassian.net");
        }
        String text = typed.strip();
        boolean withScheme = SCHEME.matcher(text).matches();
        URI uri = toUri(withScheme ? text : "https://" + text);
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw invalid("must be an https address");
        }
        checkParts(uri);
        String host = normalHost(uri);
        if (host.indexOf('.') < 0 && host.equals(text.toLowerCase(Locale.ROOT)) && !host.equals("localhost")) {
            host = host + "." + CLOUD;
        }
        checkName(host);
        int port = uri.getPort() == 443 ? -1 : uri.getPort();
        if (port >= 0 && isCloudName(host)) {
            throw invalid("a site on atlassian.net has no port");
        }
        return new ConfluenceSite("https", host, port);
    }

    /**
     * Reads the address of a server on this machine, plain http, for tests and demonstrations. It plays the site and
     * the gateway at once.
     *
     * @param address for example {@code http://127.0.0.1:8080}
     * @return the site
     * @throws InvalidArgumentException if the address is not plain http on {@code 127.0.0.1}, {@code [::1]} or
     *     {@code localhost}
     */
    public static ConfluenceSite loopback(String address) {
        URI uri = toUri(address.strip());
        checkParts(uri);
        if (!isLoopback(uri)) {
            throw invalid("is no plain http address on 127.0.0.1, [::1] or localhost");
        }
        return new ConfluenceSite("http", uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
    }

    /**
     * Whether an address is one that {@link #loopback} takes.
     *
     * @param address any text
     * @return true for plain http on this machine
     */
    public static boolean isLoopback(String address) {
        try {
            return isLoopback(new URI(address.strip()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return "http".equalsIgnoreCase(uri.getScheme())
                && host != null
                && (host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    private static URI toUri(String text) {
        try {
            return new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return toUriOfAuthority(text);
        }
    }

    /** Titles in a pasted address may hold characters that no URI allows; only the part before the path counts. */
    private static URI toUriOfAuthority(String text) {
        int start = text.indexOf("://") + 3;
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (text.indexOf('#', end) >= 0) {
            throw invalid("must not hold a fragment (#…)");
        }
        try {
            return new URI(text.substring(0, start) + IDN.toASCII(text.substring(start, end)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw invalid("is no address; type it as acme.atlassian.net");
        }
    }

    private static void checkParts(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw invalid("is no address; type it as acme.atlassian.net");
        }
        if (authority.indexOf('@') >= 0) {
            throw invalid("must not hold user information (…@)");
        }
        if (uri.getRawFragment() != null) {
            throw invalid("must not hold a fragment (#…)");
        }
    }

    private static String normalHost(URI uri) {
        String raw = uri.getHost() == null ? withoutPort(uri.getRawAuthority()) : uri.getHost();
        String host;
        try {
            host = IDN.toASCII(raw, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid("holds characters that no host name has");
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String withoutPort(String authority) {
        if (authority.indexOf(':') >= 0) {
            throw invalid("is no address; type it as acme.atlassian.net");
        }
        return authority;
    }

    private static void checkName(String host) {
        if (host.startsWith("[") || IPV4.matcher(host).matches() || host.equals("localhost")) {
            throw invalid("is an address of a machine; type the site's name, such as acme.atlassian.net");
        }
        if (host.length() > 253) {
            throw invalid("is too long for a host name");
        }
        for (String label : host.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                throw invalid("is no host name");
            }
        }
        if (host.indexOf('.') < 0) {
            throw invalid("is no full host name; type it as acme.atlassian.net");
        }
        if (host.equals(CLOUD)
                || host.equals("api.atlassian.com")
                || host.equals("id.atlassian.com")
                || host.equals("www." + CLOUD)) {
            throw invalid("is Atlassian's own address; type your site's, such as acme.atlassian.net");
        }
        if (!isCloudName(host) && host.contains(CLOUD)) {
            throw invalid("looks like an address on atlassian.net but is not one");
        }
    }

    private static boolean isCloudName(String host) {
        return host.endsWith("." + CLOUD);
    }

    private static InvalidArgumentException invalid(String problem) {
        return new InvalidArgumentException(PARAMETER, problem);
    }

    /**
     * The host's name.
     *
     * @return lower case ASCII
     */
    public String host() {
        return host;
    }

    /**
     * The site's own address.
     *
     * @return scheme, host and, if it is not the usual one, port
     */
    public URI origin() {
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port));
    }

    /**
     * The address of the gateway for keys with scopes.
     *
     * @return {@code https://api.atlassian.com}; for a server on this machine that server
     */
    public URI gateway() {
        return scheme.equals("http") ? origin() : URI.create(GATEWAY);
    }

    /**
     * Whether the address alone tells that a Confluence Cloud site lives there.
     *
     * @return true on {@code atlassian.net} and for a server on this machine; false for a custom domain
     */
    public boolean isCloudByName() {
        return isCloudName(host) || scheme.equals("http");
    }

    /**
     * What identifies the tenant: all keys of a site share one allowance, whichever route they take.
     *
     * @return host and port
     */
    public String tenant() {
        return port < 0 ? host : host + ":" + port;
    }

    /**
     * Where people find something on the site.
     *
     * @param path a path below {@code /wiki}, such as a {@code _links.webui}
     * @return an address on the site's own host, never on the gateway
     */
    public URI webAddress(String path) {
        return URI.create(origin() + "/wiki" + (path.startsWith("/") ? path : "/" + path));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfluenceSite that && origin().equals(that.origin());
    }

    @Override
    public int hashCode() {
        return origin().hashCode();
    }

    @Override
    public String toString() {
        return origin().toString();
    }
}
