package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.PercentEncoding;
import dev.confluencekit.core.site.ConfluenceSite;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cursor, and nothing else, out of the link to the next batch. The link itself is never followed: with or
 * without {@code /wiki}, on the site's host in an answer of the gateway, it would lead astray.
 */
public final class NextLink {
    private static final Pattern LINK_HEADER =
            Pattern.compile("<([^<>]*+)>((?:\\s*+;[^;,\"]*+(?:\"[^\"]*+\"[^;,\"]*+)*+)*+)");
    private static final Pattern LINK_PARAMETER =
            Pattern.compile(";\\s*+([^;=,\"\\s]*+)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"|([^;,\"\\s]*+)))?+");
    /** A scheme or an authority, also in the spellings that lenient readers take for one. */
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|[/\\\\]{2}|\\\\");

    private final ConfluenceSite site;
    private final String listing;

    /** For a listing on a site; {@code listing} names it in exceptions. */
    public NextLink(ConfluenceSite site, String listing) {
        this.site = site;
        this.listing = listing;
    }

    /** The cursor of the next batch, from the body's link or else the header's; null at the end of the listing. */
    public @Nullable Cursor cursor(@Nullable String bodyLink, HttpHeaders headers) {
        String given = bodyLink != null && !bodyLink.isBlank()
                ? bodyLink
                : fromHeader(headers).orElse(null);
        if (given == null) {
            return null;
        }
        String link = given.strip();
        requireOwnHost(link);
        String cursor = parameter(link);
        if (cursor == null || cursor.isEmpty()) {
            throw noCursor("its link to the next batch holds no cursor");
        }
        try {
            return new Cursor(PercentEncoding.decode(cursor));
        } catch (InvalidArgumentException e) {
            throw noCursor("the cursor in its link to the next batch is no text");
        }
    }

    /**
     * What the header alone says, before the body is read; null if it says nothing that can be used. The body's link
     * decides in the end, and tells what is wrong if something is.
     */
    public @Nullable Cursor early(HttpHeaders headers) {
        try {
            return cursor(null, headers);
        } catch (PagingException e) {
            return null;
        }
    }

    private PagingException noCursor(String problem) {
        return new PagingException(listing, Reason.NO_CURSOR, problem);
    }

    private static Optional<String> fromHeader(HttpHeaders headers) {
        for (String value : headers.allValues("link")) {
            Matcher links = LINK_HEADER.matcher(value);
            while (links.find()) {
                if (isNext(links.group(2))) {
                    return Optional.of(links.group(1));
                }
            }
        }
        return Optional.empty();
    }

    /** The first {@code rel} counts, and it may name several relations. */
    private static boolean isNext(String parameters) {
        Matcher parameter = LINK_PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("rel")) {
                String relations = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
                return relations != null
                        && Arrays.stream(relations.split("\\s+", -1)).anyMatch("next"::equalsIgnoreCase);
            }
        }
        return false;
    }

    private void requireOwnHost(String link) {
        String place = beforeQuery(link);
        boolean absolute = ABSOLUTE.matcher(place).lookingAt();
        boolean odd = place.codePoints().anyMatch(Character::isISOControl);
        if (odd || absolute && !isOwn(place)) {
            throw new PagingException(
                    listing, Reason.FOREIGN_HOST, "its link to the next batch leads to another host than the site's");
        }
    }

    private boolean isOwn(String place) {
        URI uri;
        try {
            uri = new URI(place);
        } catch (URISyntaxException e) {
            return false;
        }
        return isAt(site.origin(), uri) || isAt(site.gateway(), uri);
    }

    private static boolean isAt(URI origin, URI uri) {
        String scheme = uri.getScheme() == null ? origin.getScheme() : uri.getScheme();
        return uri.getRawUserInfo() == null
                && origin.getScheme().equalsIgnoreCase(scheme)
                && origin.getHost().equalsIgnoreCase(uri.getHost())
                && port(origin, scheme) == port(uri, scheme);
    }

    private static int port(URI uri, String scheme) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme.equalsIgnoreCase("https") ? 443 : 80;
    }

    private static String beforeQuery(String link) {
        int query = link.indexOf('?');
        return query < 0 ? link : link.substring(0, query);
    }

    private static @Nullable String parameter(String link) {
        int query = link.indexOf('?');
        if (query < 0) {
            return null;
        }
        int fragment = link.indexOf('#', query);
        String text = link.substring(query + 1, fragment < 0 ? link.length() : fragment);
        for (String pair : text.split("&", -1)) {
            if (pair.startsWith("cursor=")) {
                return pair.substring("cursor=".length());
            }
        }
        return null;
    }
}
