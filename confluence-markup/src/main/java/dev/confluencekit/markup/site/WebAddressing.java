package dev.confluencekit.markup.site;

import dev.confluencekit.core.site.ConfluenceSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Links lead to the site, where people find it in a browser, whatever route the calls take. */
record WebAddressing(ConfluenceSite site) implements Addressing {
    @Override
    public @Nullable String of(Found found, @Nullable String anchor) {
        if (found.path() == null) {
            return null;
        }
        String address = site.webAddress(found.path()).toString();
        return anchor == null || anchor.isEmpty() ? address : address + "#" + fragment(anchor);
    }

    private static String fragment(String anchor) {
        return URLEncoder.encode(anchor.strip().replace(' ', '-'), StandardCharsets.UTF_8);
    }
}
