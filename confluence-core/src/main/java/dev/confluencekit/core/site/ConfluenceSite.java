package dev.confluencekit.core.site;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.PercentEncoding;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
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
    private static final Pattern CLOUD_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int LONGEST_HOST = 253;

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
     * (path and query are dropped), or a custom domain. A single name typed without {@code https://} is one on
     * {@code atlassian.net}.
     *
     * @param typed what a person typed
     * @return the site
     * @throws InvalidArgumentException if it is no address of a site: another scheme than https, user information, a
     *     fragment, a backslash, an IP address, a name that only looks like {@code atlassian.net}
     */
    public static ConfluenceSite parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw invalid("is missing; type the address of the site, such as acme.atlassian.net");
        }
        TypedAddress address = TypedAddress.read(PARAMETER, typed);
        if (address.hasScheme() && !address.scheme().equals("https")) {
            throw invalid("must be an https address");
        }
        if (address.isBracketed()) {
            throw machine();
        }
        String host = toAscii(address.host());
        if (host.indexOf('.') < 0 && !address.hasScheme() && !host.equals("localhost")) {
            host = host + "." + CLOUD;
        }
        checkName(host);
        int port = address.port() == 443 ? -1 : address.port();
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
        TypedAddress typed = TypedAddress.read(PARAMETER, address);
        String host = typed.host().toLowerCase(Locale.ROOT);
        if (!typed.scheme().equals("http") || !LOOPBACK_HOSTS.contains(host)) {
            throw invalid("is no plain http address on 127.0.0.1, [::1] or localhost");
        }
        return new ConfluenceSite("http", host, typed.port());
    }

    /**
     * Whether an address is one that {@link #loopback} takes.
     *
     * @param address any text
     * @return true for plain http on this machine
     */
    public static boolean isLoopback(String address) {
        try {
            loopback(address);
            return true;
        } catch (InvalidArgumentException e) {
            return false;
        }
    }

    private static String toAscii(String typedHost) {
        if (typedHost.length() > LONGEST_HOST + 1) {
            throw invalid("is too long for a host name");
        }
        String host;
        try {
            host = IDN.toASCII(typedHost, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid("is no host name");
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static void checkName(String host) {
        if (host.length() > LONGEST_HOST) {
            throw invalid("is too long for a host name");
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw invalid("is no host name");
            }
        }
        // Resolvers take a name that ends in a number, in any base, for an IP address.
        if (isDigit(labels[labels.length - 1].charAt(0)) || host.equals("localhost")) {
            throw machine();
        }
        if (labels.length == 1) {
            throw invalid("is no full host name; type it as acme.atlassian.net");
        }
        if (host.equals(CLOUD)
                || host.equals("www." + CLOUD)
                || host.equals("atlassian.com")
                || host.endsWith(".atlassian.com")) {
            throw invalid("is Atlassian's own address; type your site's, such as acme.atlassian.net");
        }
        if (!isCloudName(host) && host.contains(CLOUD)) {
            throw invalid("looks like an address on atlassian.net but is not one");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static InvalidArgumentException machine() {
        return invalid("is the address of a machine; type the site's name, such as acme.atlassian.net");
    }

    private static boolean isCloudName(String host) {
        return host.endsWith("." + CLOUD);
    }

    private static InvalidArgumentException invalid(String problem) {
        return new InvalidArgumentException(PARAMETER, problem);
    }

    /**
     * Whether a text has the form of a cloud id, so that it can be a step of the gateway's path.
     *
     * @param text any text
     * @return true for 1 to 64 letters, digits and dashes
     */
    public static boolean isCloudId(String text) {
        return CLOUD_ID.matcher(text).matches();
    }

    /**
     * Checks a cloud id that somebody gave.
     *
     * @param text the cloud id
     * @return the same
     * @throws InvalidArgumentException if it is not 1 to 64 letters, digits and dashes
     */
    public static String checkCloudId(String text) {
        if (!isCloudId(text)) {
            throw new InvalidArgumentException("cloudId", "must be 1 to 64 letters, digits and dashes");
        }
        return text;
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
     * @param path a path below {@code /wiki}, such as a {@code _links.webui}; what no address may hold is encoded
     * @return an address on the site's own host, never on the gateway
     */
    public URI webAddress(String path) {
        return URI.create(origin() + "/wiki" + (path.startsWith("/") ? "" : "/") + PercentEncoding.encodeRest(path));
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
