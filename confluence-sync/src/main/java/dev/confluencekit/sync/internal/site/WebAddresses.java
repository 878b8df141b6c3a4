package dev.confluencekit.sync.internal.site;

import dev.confluencekit.core.site.ConfluenceSite;
import org.jspecify.annotations.Nullable;

/** Where people find what is mirrored: always on the site itself, whatever route the calls take. */
record WebAddresses(ConfluenceSite site) {
    @Nullable
    String apply(@Nullable String webui) {
        return webui == null || !webui.startsWith("/") ? null : site.origin() + "/wiki" + webui;
    }
}
