package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.PercentEncoding;
import dev.confluencekit.core.site.ConfluenceSite;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cursor, and nothing else, out of the link to the next batch. The link itself is never followed: with or
 * without {@code /wiki}, on the site's host in an answer of the gateway, it would lead astray.
 */
public final class NextLink {
    private static final Pattern LINK_HEADER = Pattern.compile("<([^>]*)>\\s*((?:;[^,<]*)?)");
    private static final Pattern REL_NEXT = Pattern.compile(";\\s*rel\\s*=\\s*\"?next\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSOLUTE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\|/\\\\).*");

    private final ConfluenceSite site;
    private final String listing;

    /** For a listing on a site; {@code listing} names it in exceptions. */
    public NextLink(ConfluenceSite site, String listing) {
        this.site = site;
        this.listing = listing;
    }

    /** The cursor of the next batch, from the body's link or else the header's; null at the end of the listing. */
    public @Nullable Cursor cursor(@Nullable String bodyLink, HttpHeaders headers) {
        String link = bodyLink != null && !bodyLink.isBlank()
                ? bodyLink
                : fromHeader(headers).orElse(null);
        if (link == null) {
            return null;
        }
        requireOwnHost(link.strip());
        String cursor = parameter(link);
        if (cursor == null || cursor.isEmpty()) {
            throw new PagingException(listing, Reason.NO_CURSOR, "its link to the next batch holds no cursor");
        }
        return new Cursor(PercentEncoding.decode(cursor));
    }

    private static Optional<String> fromHeader(HttpHeaders headers) {
        for (String value : headers.allValues("link")) {
            Matcher links = LINK_HEADER.matcher(value);
            while (links.find()) {
                if (REL_NEXT.matcher(links.group(2)).find()) {
                    return Optional.of(links.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private void requireOwnHost(String link) {
        if (!ABSOLUTE.matcher(link).matches()) {
            return;
        }
        String target;
        String scheme;
        try {
            URI uri = URI.create(beforeQuery(link));
            target = uri.getRawAuthority();
            scheme = uri.getScheme();
        } catch (IllegalArgumentException e) {
            target = null;
            scheme = null;
        }
        boolean own = target != null && (isAt(site.origin(), scheme, target) || isAt(site.gateway(), scheme, target));
        if (!own) {
            throw new PagingException(
                    listing, Reason.FOREIGN_HOST, "its link to the next batch leads to another host than the site's");
        }
    }

    private static boolean isAt(URI origin, @Nullable String scheme, String authority) {
        return origin.getRawAuthority().equalsIgnoreCase(authority)
                && (scheme == null || origin.getScheme().equalsIgnoreCase(scheme));
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
