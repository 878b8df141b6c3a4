package dev.confluencekit.benchmarks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a site is, and as whom it is read: the variables {@code CONFLUENCE_USERNAME} and {@code CONFLUENCE_API_KEY} if
 * they are set, otherwise somebody made up, which is enough for a server made for measuring.
 *
 * @param origin scheme, host and port, without a path
 */
record SiteAddress(String origin) {
    static SiteAddress of(String typed) {
        try {
            URI uri = new URI(typed);
            String path = String.valueOf(uri.getPath());
            if (uri.getScheme() == null || uri.getHost() == null || !path.matches("/?|/wiki/?")) {
                throw new UsageException(typed + " is no base URL such as http://127.0.0.1:8080");
            }
            return new SiteAddress(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority());
        } catch (URISyntaxException e) {
            throw new UsageException(typed + " is no URL");
        }
    }

    String username() {
        return System.getenv().getOrDefault("CONFLUENCE_USERNAME", "reader@benchmark.example");
    }

    String apiKey() {
        return System.getenv().getOrDefault("CONFLUENCE_API_KEY", "not-a-real-key");
    }
}
